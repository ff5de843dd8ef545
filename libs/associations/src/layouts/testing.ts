// A small layout that holds one of each thing, for specs to bend.
import { businessDate, type DecisionRef } from '@finsam/kernel';
import type { Layout } from './layout-shape';

export const layoutDecision: DecisionRef = { body: 'styrelse', on: businessDate('2024-02-09'), paragraph: '7' };

export const smallLayout: Layout = {
  id: 'resultatrakning',
  version: 1,
  title: 'Resultaträkning per {to}',
  statement: 'flow',
  unit: 'kr',
  columns: [
    { id: 'utfall', label: 'Utfall {to}', kind: 'actual', period: 'report' },
    { id: 'budget', label: 'Budget {year}', kind: 'budget', period: 'fiscal-year' },
    { id: 'avvikelse', label: 'Avvikelse', kind: 'deviation', of: 'utfall', against: 'budget' },
    { id: 'kvar', label: 'Kvar', kind: 'remaining', of: 'utfall', against: 'budget' },
    { id: 'andel', label: 'Förbrukat', kind: 'consumed-share', of: 'utfall', against: 'budget' },
  ],
  rows: [
    { kind: 'heading', id: 'rubrik', label: 'Verksamhet', level: 1 },
    {
      kind: 'line',
      id: 'bidrag',
      label: 'Bidrag',
      sign: -1,
      accounts: [[3500, 3599]],
      posts: [{ kinds: ['bidrag'] }],
    },
    {
      kind: 'line',
      id: 'kansli',
      label: 'Kansli',
      sign: 1,
      accounts: [[4000, 7999]],
      activities: ['kansli'],
      posts: [{ activities: ['kansli'], kinds: ['kostnad'] }],
    },
    {
      kind: 'sum',
      id: 'resultat',
      label: 'Resultat',
      of: [{ row: 'bidrag' }, { row: 'kansli', sign: -1 }],
      blank: 'all',
    },
  ],
  figures: [
    { code: 'income', of: [{ row: 'bidrag' }] },
    { code: 'cost', of: [{ row: 'kansli' }] },
    { code: 'result', of: [{ row: 'resultat' }] },
  ],
};
