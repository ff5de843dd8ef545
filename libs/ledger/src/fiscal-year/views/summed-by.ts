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
  readonly of: Sums;
  readonly dimensions: LedgerSum['dimensions'];
  readonly amounts: readonly (number | null)[];
}

/** In the order of account, activity and member; what has none comes last. */
export function summedBy(sums: readonly Sums[], by: SumBy): SummedBy[] {
  const together = new Map<string, { key: string; of: Sums; dimensions: SummedBy['dimensions']; amounts: Amounts }>();
  for (const one of sums) {
    const key = keyOf(one, by);
    const before = together.get(key);
    if (before) add(before.amounts, one.amounts);
    else together.set(key, { key, of: one, dimensions: dimensionsOf(one, by), amounts: [...one.amounts] });
  }
  return inOrder([...together.values()]);
}

type Amounts = (number | null)[];

function add(to: Amounts, amounts: readonly (number | null)[]): void {
  for (let at = 0; at < amounts.length; at++) {
    const amount = amounts[at]!;
    if (amount !== null) to[at] = (to[at] ?? 0) + amount;
  }
}

/** Sums, and of each the amounts from the first to the last. */
export interface Span {
  readonly sums: readonly SummedBy[];
  readonly first: number;
  readonly last: number;
}

/** All spans together. Nothing where nothing was booked. */
export function ledgerSums(spans: readonly Span[]): LedgerSum[] {
  const [only] = spans;
  if (only && spans.length === 1) return only.sums.flatMap((one) => finished(one, within(one, only)));
  const together = new Map<string, { one: SummedBy; total: number | null }>();
  for (const span of spans) {
    for (const one of span.sums) {
      const total = within(one, span);
      if (total === null) continue;
      const before = together.get(one.key);
      if (before) before.total = (before.total ?? 0) + total;
      else together.set(one.key, { one, total });
    }
  }
  const sums = [...together.values()].map(({ one, total }) => ({ ...one, amounts: [total] }));
  return inOrder(sums).flatMap((one) => finished(one, one.amounts[0]!));
}

function within({ amounts }: SummedBy, { first, last }: Span): number | null {
  let total: number | null = null;
  for (let at = first; at <= last; at++) {
    const amount = amounts[at]!;
    if (amount !== null) total = (total ?? 0) + amount;
  }
  return total;
}

function finished({ of, dimensions }: SummedBy, amount: number | null): LedgerSum | [] {
  if (amount === null) return [];
  const { account, activity, member } = of;
  const amountOre = ore(amount);
  return dimensions ? { account, activity, member, dimensions, amountOre } : { account, activity, member, amountOre };
}

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

function dimensionsOf(sums: Sums, by: SumBy): SummedBy['dimensions'] {
  if (by.length === 0) return undefined;
  const known = by.flatMap((code) => {
    const value = valueOf(sums, code);
    return value === null ? [] : [[code, value] as const];
  });
  return Object.fromEntries(known);
}

function inOrder<S extends SummedBy>(sums: S[]): S[] {
  return sums.sort(
    ({ of: a }, { of: b }) => a.account - b.account || compared(a.activity, b.activity) || compared(a.member, b.member),
  );
}

function compared(a: string | null, b: string | null): number {
  if (a === b) return 0;
  if (a === null || b === null) return a === null ? 1 : -1;
  return a < b ? -1 : 1;
}
