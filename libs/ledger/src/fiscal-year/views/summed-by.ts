// Sums put together by what is asked for, once for each year and view: most questions need far fewer than are kept.
import { ore, type Ore } from '@finsam/kernel';
import type { Sums } from './year-sums';

/** A sum of entries that agree in what statements select by. Debit positive. */
export interface LedgerSum {
  readonly account: number;
  readonly activity: string | null;
  readonly member: string | null;
  /** By the codes that were asked for; a code that the entries do not have is left out. */
  readonly dimensions?: Readonly<Record<string, string>>;
  readonly amountOre: Ore;
}

/** Codes of the dimensions to sum by beside activity and member: each makes the sums finer and more. */
export type SumBy = readonly string[];

export interface SummedBy {
  /** The same for the same account, activity, member and dimensions. */
  readonly key: string;
  readonly of: Omit<LedgerSum, 'amountOre'>;
  readonly amounts: (number | null)[];
}

/** In the order of account, activity and member; what has none comes last. */
export function summedBy(sums: readonly Sums[], by: SumBy): SummedBy[] {
  const together = new Map<string, SummedBy>();
  for (const one of sums) {
    const key = keyOf(one, by);
    const before = together.get(key);
    if (!before) together.set(key, { key, of: described(one, by), amounts: [...one.amounts] });
    else {
      for (const [index, amount] of one.amounts.entries())
        if (amount !== null) before.amounts[index] = (before.amounts[index] ?? 0) + amount;
    }
  }
  return inOrder([...together.values()]);
}

/** Of each the amounts from the first to the last together; nothing where nothing was booked. */
export function between(sums: readonly SummedBy[], first: number, last: number): SummedBy[] {
  const list: SummedBy[] = [];
  for (const { key, of, amounts } of sums) {
    let total: number | null = null;
    for (let at = first; at <= last; at++) if (amounts[at] !== null) total = (total ?? 0) + amounts[at]!;
    if (total !== null) list.push({ key, of, amounts: [total] });
  }
  return list;
}

/** Several lists of one amount each as one. */
export function ledgerSums(parts: readonly (readonly SummedBy[])[]): LedgerSum[] {
  if (parts.length === 1) return parts[0]!.map(finished);
  const together = new Map<string, SummedBy>();
  for (const one of parts.flat()) {
    const before = together.get(one.key)?.amounts[0] ?? 0;
    together.set(one.key, { ...one, amounts: [before + one.amounts[0]!] });
  }
  return inOrder([...together.values()]).map(finished);
}

const finished = ({ of, amounts }: SummedBy): LedgerSum => ({ ...of, amountOre: ore(amounts[0]!) });

/** Codes have no spaces. */
function keyOf(sums: Sums, by: SumBy): string {
  let key = `${sums.account} ${sums.activity ?? ''} ${sums.member ?? ''}`;
  for (const code of by) key += ` ${valueOf(sums, code) ?? ''}`;
  return key;
}

function valueOf({ activity, member, others }: Sums, code: string): string | null {
  if (code === 'activity') return activity;
  if (code === 'member') return member;
  return Object.hasOwn(others, code) ? others[code]! : null;
}

function described(sums: Sums, by: SumBy): SummedBy['of'] {
  const { account, activity, member } = sums;
  if (by.length === 0) return { account, activity, member };
  const dimensions = by.flatMap((code) => {
    const value = valueOf(sums, code);
    return value === null ? [] : [[code, value] as const];
  });
  return { account, activity, member, dimensions: Object.fromEntries(dimensions) };
}

function inOrder(sums: SummedBy[]): SummedBy[] {
  return sums.sort(
    ({ of: a }, { of: b }) => a.account - b.account || compared(a.activity, b.activity) || compared(a.member, b.member),
  );
}

function compared(a: string | null, b: string | null): number {
  if (a === b) return 0;
  if (a === null || b === null) return a === null ? 1 : -1;
  return a < b ? -1 : 1;
}
