// Posts, kinds and booked sums in small numbers, for the specs of forecasts and liquidity.
import type { BookedSum, BudgetKind, Side, SidedPost } from '@finsam/funding';
import { ore } from '@finsam/kernel';

export const kinds: readonly BudgetKind[] = [
  { kind: 'bidrag', label: 'Medlemsbidrag', side: 'income', accounts: [[3500, 3599]] },
  { kind: 'ovrigt', label: 'Övriga intäkter', side: 'income', accounts: [[3600, 3999]] },
  { kind: 'lon', label: 'Personal', side: 'cost', accounts: [[5000, 5999]] },
  { kind: 'kostnad', label: 'Övriga kostnader', side: 'cost', accounts: [[4000, 8999]] },
  { kind: 'balanserat-resultat', label: 'Balanserat resultat', side: 'opening-equity' },
  { kind: 'utan-konton', label: 'Utan konton', side: 'cost' },
];

export const post = (activity: string, kind: string, amount: number, member: string | null = null): SidedPost => ({
  activity,
  kind,
  member,
  amountOre: ore(amount),
  side: kinds.find((one) => one.kind === kind)?.side ?? (null as Side | null),
});

export const booked = (
  account: number,
  amount: number,
  activity: string | null = 'kansli',
  member: string | null = null,
): BookedSum => ({ account, activity, member, amountOre: ore(amount) });
