// A finding of the reconciliation that stands, and does not any more: a note of its own lacks a line for the interest.
import { decision, type Example, otherDecision } from './example';

/** About the accounts of interest, of which it shows one side only. */
const interestNote = {
  id: 'rantor',
  version: 1,
  title: 'Räntor till {to}',
  statement: 'flow',
  unit: 'kr',
  columns: [{ id: 'utfall', label: 'Utfall {to}', kind: 'actual', period: 'report' }],
  rows: [{ kind: 'line', id: 'kostnader', label: 'Räntekostnader', sign: 1, accounts: [[8400, 8499]] }],
  covers: [[8300, 8499]],
};
const finding = { rule: 'omappat', place: 'rantor/konto-8310/utfall', difference: -12_34 };
const ofHalfYear = { params: { period: '2024-H1' } } as const;

/** After the report, which is without the note. */
export const exampleReconciliation: readonly Example[] = [
  {
    ...ofHalfYear,
    operation: 'reconciliation.accept',
    body: { ...finding, reason: 'Ränteintäkterna är av mindre betydelse', decision },
    other: { reason: 'Ränteintäkterna står i årsredovisningen' },
    needs: [{ operation: 'associations.adopt-layout', body: { layout: interestNote, decision } }],
  },
  {
    ...ofHalfYear,
    operation: 'reconciliation.withdraw',
    body: { ...finding, decision },
    other: otherDecision,
    last: true,
  },
];
