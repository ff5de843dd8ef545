// What kinds of budget posts an association has. Its own list: no kind is known by its name, no account by its digit.
import { canonicalJson, type CommandsOf, type Decider, defineCommand, refusals } from '@finsam/kernel';
import { type BudgetKindsEvent, budgetKindsEvents, budgetKindsSchema } from './budget-kinds.events';

export const AdoptBudgetKinds = defineCommand('AdoptBudgetKinds', budgetKindsSchema);
type BudgetKindsCommand = CommandsOf<readonly [typeof AdoptBudgetKinds]>;

const refuse = refusals({
  'funding/kind-twice': { status: 422, text: 'Slaget {kind} står två gånger.' },
});

interface BudgetKinds {
  readonly last: string | undefined;
}

export const budgetKindsDecider: Decider<BudgetKinds, BudgetKindsCommand, BudgetKindsEvent> = {
  name: 'funding/budget-kinds',
  commands: [AdoptBudgetKinds],
  events: budgetKindsEvents,
  stream: () => 'budget-kinds',
  initialState: () => ({ last: undefined }),
  evolve: (_, { data }) => ({ last: canonicalJson(data) }),
  decide: ({ data }, { last }) => {
    const kinds = data.kinds.map(({ kind }) => kind);
    const twice = kinds.findIndex((kind, index) => kinds.indexOf(kind) < index);
    if (twice >= 0) throw refuse('funding/kind-twice', { kind: kinds[twice], pointer: `/kinds/${twice}/kind` });
    return last === canonicalJson(data) ? [] : [{ type: 'BudgetKindsAdopted', data }];
  },
};
