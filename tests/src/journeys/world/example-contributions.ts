// What members promise, how the kommuner share their part, and what is assumed of the years to come.
import { decision, type Example, ofYear, otherDecision } from './example';

const rounding = 100_000;

export const exampleContributions: readonly Example[] = [
  {
    ...ofYear,
    operation: 'funding.agree-contributions',
    body: { agreements: [{ memberId: 'staten', amountOre: 520_000_00 }], decision },
    other: otherDecision,
  },
  {
    operation: 'funding.agree-split',
    body: {
      from: 2024,
      method: 'invanare',
      parts: [{ memberId: 'kommunen', inhabitants: 12_600 }],
      roundingOre: rounding,
      decision,
    },
    other: otherDecision,
    needs: [
      {
        operation: 'associations.join-member',
        body: { memberId: 'kommunen', name: 'Kommunen', kind: 'kommun', pays: true, from: '2020-01-01' },
      },
    ],
  },
  {
    ...ofYear,
    operation: 'funding.set-plan-assumptions',
    body: {
      planYears: 2,
      rules: [
        { rule: 'percent', members: 'kommun', changeBasisPoints: 1_000, roundingOre: rounding },
        { rule: 'stated', memberId: 'staten', year: 2025, amountOre: 480_000_00 },
      ],
      decision,
    },
    other: { planYears: 3 },
  },
];

export const readContributions = {
  'contributions.status': { ...ofYear, query: 'period=2024-H1' },
  'contributions.check': ofYear,
  'contributions.plan': ofYear,
  'funding.split': ofYear,
};
