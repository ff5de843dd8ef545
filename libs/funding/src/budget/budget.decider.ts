// A year's budget, adopted and revised by decision.
import { canonicalJson, codeSchema, type CommandsOf, type Decider, defineCommand } from '@finsam/kernel';
import { z } from 'zod';
import { type BudgetEvent, budgetEvents, budgetSchema } from './budget.events';
import { checkPosts } from './budget-post';

export const AdoptBudget = defineCommand(
  'AdoptBudget',
  // `facts`: the members, read by the edge from the association's own stream.
  budgetSchema.extend({ facts: z.strictObject({ members: z.array(codeSchema) }) }),
);
type BudgetCommand = CommandsOf<readonly [typeof AdoptBudget]>;

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
    return last === canonicalJson(budget) ? [] : [{ type: 'BudgetAdopted', data: budget }];
  },
};
