// The kinds of budget posts as they stand.
import type { DecisionRef, StateProjection } from '@finsam/kernel';
import type { View } from '@finsam/platform';
import { type BudgetKind, type BudgetKindsEvent, budgetKindsEvents } from './budget-kinds.events';

export type BudgetKindsRow = { kinds: readonly BudgetKind[]; decision: DecisionRef | null };

export const budgetKinds: StateProjection<BudgetKindsEvent, BudgetKindsRow> = {
  kind: 'state',
  table: { name: 'budget_kinds_v1', columns: { kinds: 'json', decision: 'json' }, nullable: ['decision'] },
  events: budgetKindsEvents,
  key: () => 'kinds',
  evolve: (_, { data }) => ({ kinds: data.kinds, decision: data.decision ?? null }),
};

/** Null: the association has not said what its kinds are, so nobody knows which posts are income. */
export async function budgetKindsAt(view: View): Promise<BudgetKindsRow | null> {
  const rows = await view.from(budgetKinds).select(['kinds', 'decision']).execute();
  return rows[0] ?? null;
}
