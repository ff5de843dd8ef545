// What members promise, by which shares, and what is planned, over HTTP.
import { associationsGroup, payingKommunFacts, payingMemberFacts } from '@finsam/associations';
import { commandRoute, queryRoute, type Route, type View } from '@finsam/platform';
import { checkOfYear, payingMembers } from './contributions/check-of-year';
import { AgreeContribution, AgreeContributions } from './contributions/contributions.decider';
import { agreedFor } from './contributions/contributions.projection';
import { SetPlanAssumptions } from './plan-assumptions/plan-assumptions.decider';
import { planAssumptionsFor } from './plan-assumptions/plan-assumptions.projection';
import { plannedContributions } from './plan-assumptions/planned-contributions';
import { fundingGroup } from './room';
import { AgreeSplit } from './split/split.decider';
import { splitFor } from './split/split.projection';

const ofYear = { params: { year: 'integer' } } as const;

export const contributionRoutes: readonly Route[] = [
  commandRoute({
    ...ofYear,
    operation: 'funding.agree-contribution',
    path: 'contributions/:year/agreements',
    summary: 'Anteckna ett beslutat medlemsbidrag',
    command: AgreeContribution,
    facts: payingMemberFacts,
  }),
  commandRoute({
    ...ofYear,
    operation: 'funding.agree-contributions',
    path: 'contributions/:year/all-agreements',
    summary: 'Anteckna flera medlemsbidrag genom ett beslut',
    command: AgreeContributions,
    facts: payingMemberFacts,
  }),
  commandRoute({
    operation: 'funding.agree-split',
    path: 'contribution-split',
    summary: 'Anteckna hur kommunerna fördelar sin fjärdedel',
    command: AgreeSplit,
    facts: payingKommunFacts,
  }),
  queryRoute({
    ...ofYear,
    operation: 'funding.split',
    path: 'contribution-split/:year',
    summary: 'Kommunernas fördelning som gäller ett år',
    groups: [fundingGroup],
    answer: async (view, { year }: { year: number }) => ({ year, split: await splitFor(view, year) }),
  }),
  queryRoute({
    ...ofYear,
    operation: 'contributions.check',
    path: 'contributions/:year/check',
    summary: 'Beslutade bidrag mot lagens delar: hälften staten, en fjärdedel var regionen och kommunerna',
    groups: [fundingGroup, associationsGroup],
    answer: async (view, { year }: { year: number }) => ({ year, ...(await checkOfYear(view, year)) }),
  }),
  commandRoute({
    ...ofYear,
    operation: 'funding.set-plan-assumptions',
    path: 'contributions/:year/plan',
    summary: 'Ange hur bidragen antas förändras under planåren efter ett år',
    command: SetPlanAssumptions,
    facts: payingMemberFacts,
  }),
  queryRoute({
    ...ofYear,
    operation: 'contributions.plan',
    path: 'contributions/:year/plan',
    summary: 'Bidrag under planåren enligt antagandena',
    groups: [fundingGroup, associationsGroup],
    answer: async (view, { year }: { year: number }) => plan(view, year),
  }),
];

async function plan(view: View, year: number) {
  const assumptions = await planAssumptionsFor(view, year);
  const agreed = new Map((await agreedFor(view, year)).map(({ memberId, amountOre }) => [memberId, amountOre]));
  const members = await payingMembers(view, year + (assumptions?.plan_years ?? 0));
  const base = members.map(({ memberId, kind }) => ({ memberId, kind, amountOre: agreed.get(memberId) ?? null }));
  if (!assumptions) return { year, base, rules: null, planned: null };
  const { rules, plan_years } = assumptions;
  return { year, base, rules, planned: plannedContributions({ year, contributions: base }, rules, plan_years) };
}
