// What the coming years' contributions are assumed to be. An estimate, so it needs no decision.
import { canonicalJson, codeSchema, type CommandsOf, type Decider, defineCommand, refusals } from '@finsam/kernel';
import { z } from 'zod';
import {
  type PlanAssumptions,
  type PlanAssumptionsEvent,
  planAssumptionsEvents,
  planAssumptionsSchema,
} from './plan-assumptions.events';

export const SetPlanAssumptions = defineCommand(
  'SetPlanAssumptions',
  // `facts`: the paying members, read by the edge from the association's own stream.
  planAssumptionsSchema.extend({ facts: z.strictObject({ members: z.array(codeSchema) }) }),
);
type PlanAssumptionsCommand = CommandsOf<readonly [typeof SetPlanAssumptions]>;

const refuse = refusals({
  'funding/unknown-member': { status: 422, text: '{member} är inte en betalande medlem i förbundet.' },
  'funding/rule-twice': { status: 422, text: 'Två regler säger vad samma medlemmar ger.' },
  'funding/year-not-planned': { status: 422, text: 'Året {year} hör inte till planen, som är {first}–{last}.' },
});

export const planAssumptionsDecider: Decider<{ last?: string }, PlanAssumptionsCommand, PlanAssumptionsEvent> = {
  name: 'funding/plan-assumptions',
  commands: [SetPlanAssumptions],
  events: planAssumptionsEvents,
  stream: ({ data }) => `plan-assumptions-${data.year}`,
  initialState: () => ({}),
  evolve: (_, { data }) => ({ last: canonicalJson(data) }),
  decide: ({ data: { facts, ...assumptions } }, { last }) => {
    checkRules(assumptions, facts.members);
    return last === canonicalJson(assumptions) ? [] : [{ type: 'PlanAssumptionsSet', data: assumptions }];
  },
};

function checkRules({ year: base, planYears, rules }: PlanAssumptions, members: readonly string[]): void {
  const seen = new Set<string>();
  rules.forEach((rule, index) => {
    const pointer = `/rules/${index}`;
    const about = rule.rule === 'stated' ? `${rule.memberId} ${rule.year}` : rule.members;
    if (seen.has(about)) throw refuse('funding/rule-twice', { pointer });
    seen.add(about);
    if (rule.rule !== 'stated') return;
    const { memberId: member, year } = rule;
    if (!members.includes(member)) throw refuse('funding/unknown-member', { member, pointer: `${pointer}/memberId` });
    const [first, last] = [base + 1, base + planYears];
    if (year < first || year > last)
      throw refuse('funding/year-not-planned', { year, first, last, pointer: `${pointer}/year` });
  });
}
