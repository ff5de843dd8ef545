import { deciderSpec, projectionSpec } from '@finsam/kernel/testing';
import { ore } from '@finsam/kernel';
import { decided, facts } from '../testing';
import { planAssumptionsDecider, SetPlanAssumptions } from './plan-assumptions.decider';
import { type PlanAssumptions, PlanAssumptionsSet, type PlanRule } from './plan-assumptions.events';
import { planAssumptions } from './plan-assumptions.projection';

const { given } = deciderSpec(planAssumptionsDecider);
const percent: PlanRule = { rule: 'percent', members: 'kommun', changeBasisPoints: 1_000, roundingOre: 100_000 };
const stated: PlanRule = { rule: 'stated', memberId: 'osterby', year: 2025, amountOre: ore(100) };
const plan = (rules: PlanRule[], changes: Partial<PlanAssumptions> = {}) => ({
  year: 2024,
  planYears: 2,
  rules,
  ...changes,
});
const set = (...of: Parameters<typeof plan>) => SetPlanAssumptions({ ...plan(...of), facts });
const wasSet = (...of: Parameters<typeof plan>) => PlanAssumptionsSet(plan(...of));

it('is set for a base year, with or without a decision, and set anew', () => {
  given()
    .when(set([percent, stated]))
    .then(wasSet([percent, stated]));
  const decision = { decision: decided('2023-11-24') };
  given(wasSet([percent]))
    .when(set([percent], decision))
    .then(wasSet([percent], decision));
  given(wasSet([stated]), wasSet([percent]))
    .when(set([percent]))
    .thenNothing();
});

it('says one thing of each member', () => {
  const other: PlanRule = {
    rule: 'limited-decrease',
    members: 'kommun',
    towardsOre: ore(1),
    decreaseBasisPoints: 1,
    roundingOre: 1,
  };
  given()
    .when(set([percent, other]))
    .thenRefused('funding/rule-twice');
  given()
    .when(set([stated, { ...stated, amountOre: ore(2) }]))
    .thenRefused('funding/rule-twice');
  const both = [stated, { ...stated, year: 2026 }];
  given().when(set(both)).then(wasSet(both));
});

it('states amounts of members that pay, in the years of the plan', () => {
  given()
    .when(set([{ ...stated, memberId: 'norrby' }]))
    .thenRefused('funding/unknown-member');
  for (const year of [2024, 2027]) {
    given()
      .when(set([{ ...stated, year }]))
      .thenRefused('funding/year-not-planned');
  }
});

it('is known by its base year, in its latest version', () => {
  projectionSpec(planAssumptions)
    .given(wasSet([percent]), wasSet([stated], { year: 2025 }), wasSet([stated, percent], { planYears: 3 }))
    .then(
      { base_year: 2024, plan_years: 3, rules: [stated, percent] },
      { base_year: 2025, plan_years: 2, rules: [stated] },
    );
});
