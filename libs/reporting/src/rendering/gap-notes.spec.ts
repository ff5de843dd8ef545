import { parsePeriod } from '@finsam/kernel';
import { gapSentences } from './gap-notes';

it('says what is not known on a day of the period, and nothing of other days', () => {
  const gap = { asOf: '2024-06-30', gap: 'upplupen-ranta', account: 1760 };
  const later = { asOf: '2024-07-01', gap: 'upplupen-kostnad', account: 2990 };
  expect(gapSentences([gap, later], parsePeriod('2024-H1'))).toEqual([
    'Upplupen ränta per 2024-06-30 är inte känd och ingår inte i beloppen (konto 1760).',
  ]);
  expect(gapSentences([gap], parsePeriod('2024-H2'))).toEqual([]);
});
