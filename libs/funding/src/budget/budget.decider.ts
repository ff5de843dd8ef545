// A year's budget and the plan that comes with it, adopted and revised by decision.
import { canonicalJson, codeSchema, type CommandsOf, type Decider, defineCommand, refusals } from '@finsam/kernel';
import { z } from 'zod';
import { type BudgetEvent, budgetEvents, budgetSchema } from './budget.events';
import { checkPosts } from './budget-post';

export const AdoptBudget = defineCommand(
  'AdoptBudget',
  // `facts`: the members, read by the edge from the association's own stream.
  budgetSchema.extend({ facts: z.strictObject({ members: z.array(codeSchema) }) }),
);
type BudgetCommand = CommandsOf<readonly [typeof AdoptBudget]>;

const refuse = refusals({
  'funding/plan-not-consecutive': { status: 422, text: 'Planen fortsätter med {expected}, inte {year}.' },
});

interface Budget {
  last: string | undefined;
}

export const budgetDecider: Decider<Budget, BudgetCommand, BudgetEvent> = {
  name: 'funding/budget',
  commands: [AdoptBudget],
  events: budgetEvents,
  stream: ({ data }) => `budget-${data.year}`,
  initialState: () => ({ last: undefined }),
  evolve: (_, { data }) => ({ last: canonicalJson(data) }),
  decide: ({ data: { facts, ...budget } }, { last }) => {
    checkPosts(budget.posts, facts.members);
    (budget.plan ?? []).forEach(({ year, posts }, index) => {
      const expected = budget.year + 1 + index;
      const pointer = `/plan/${index}/year`;
      if (year !== expected) throw refuse('funding/plan-not-consecutive', { expected, year, pointer });
      checkPosts(posts, facts.members, `/plan/${index}/posts`);
    });
    return last === canonicalJson(budget) ? [] : [{ type: 'BudgetAdopted', data: budget }];
  },
};
