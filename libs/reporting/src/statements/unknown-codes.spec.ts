import type { Layout, LayoutRow } from '@finsam/associations';
import { flow } from './testing';
import { type Registers, unknownCodes } from './unknown-codes';

const registers: Registers = {
  activities: new Set(['kansli', 'fia']),
  members: new Set(['habo']),
  dimensions: new Map([['project', new Set(['esf'])]]),
};
const line = (more: object): LayoutRow => ({ kind: 'line', id: 'rad', label: 'Rad', sign: 1, ...more }) as LayoutRow;
const found = (row: object, more: Partial<Layout> = {}) =>
  unknownCodes([flow([line(row)], more)], registers).map(({ place, code, message }) => [place, code, message]);

it('finds nothing in what the registers know', () => {
  expect(found({ activities: ['kansli', 'fia'], members: ['habo'], dimensions: { project: ['esf'] } })).toEqual([]);
});

it('tells every code that they do not, and where in the layout it stands', () => {
  expect(
    found({ activities: ['kansli', 'kanslii'], members: ['jonkoping'], dimensions: { project: ['eff'] } }),
  ).toEqual([
    ['rows/rad/activities', 'kanslii', 'Liten: aktiviteten kanslii finns inte i något räkenskapsårs register.'],
    ['rows/rad/members', 'jonkoping', 'Liten: medlemmen jonkoping finns inte bland medlemmarna.'],
    ['rows/rad/dimensions/project', 'eff', 'Liten: koden eff finns inte i registret över dimensionen project.'],
  ]);
});

it('says nothing of a dimension without a register, on which any code may be booked', () => {
  expect(found({ dimensions: { counterparty: ['finnveden'] } })).toEqual([]);
});

it('reads views and groups as well, but no groups of accounts', () => {
  const groups: Layout['groups'] = {
    kostnadsgrupp: { activities: { individ: ['fia', 'enter'] } },
    agare: { members: { kommuner: ['habo'] } },
    kontogrupp: { accounts: { personal: [[5000, 5199]] } },
  };
  const view = {
    setOffs: [{ label: 'A', activities: ['saknas'], rows: ['rad'] }],
    allocations: [{ label: 'F', members: ['okand'], from: 'rad', to: [{ row: 'annan', weight: 1 }] }],
  };
  expect(
    found({ groups: { kostnadsgrupp: ['individ'] } }, { groups, view }).map(([place, code]) => [place, code]),
  ).toEqual([
    ['view/setOffs/0/activities', 'saknas'],
    ['view/allocations/0/members', 'okand'],
    ['groups/kostnadsgrupp/individ/activities', 'enter'],
  ]);
});
