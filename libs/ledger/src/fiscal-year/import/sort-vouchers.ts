// Which vouchers of a file are new, which are known, which say other than what is known, and which are gone.
import type { Findings } from '../../sie/findings';
import type { ImportedVoucher } from '../imported-voucher';
import { type ImportMemory, numberKey } from './import-memory';
import type { PreparedVoucher } from './prepared-file';

export interface SortedVouchers {
  readonly booked: readonly ImportedVoucher[];
  readonly known: number;
  /** All that differ from what is booked; `news` those that were not listed as such before. */
  readonly conflicts: number;
  readonly news: readonly { readonly known: string; readonly voucher: ImportedVoucher }[];
  /** Were in conflict, and stand now as they are booked. */
  readonly withdrawn: readonly { readonly series: string; readonly number: number }[];
}

export function sortVouchers(
  vouchers: readonly PreparedVoucher[],
  memory: ImportMemory,
  imported: ReadonlyMap<string, ImportedVoucher>,
): SortedVouchers {
  const numberOf = numbering(vouchers, memory, imported);
  const booked: ImportedVoucher[] = [];
  const news: { known: string; voucher: ImportedVoucher }[] = [];
  const withdrawn: { series: string; number: number }[] = [];
  let [known, conflicts] = [0, 0];
  for (const prepared of vouchers) {
    const { line: _, ...rest } = prepared;
    const voucher: ImportedVoucher = { ...rest, number: prepared.number ?? numberOf(prepared) };
    const key = numberKey(voucher);
    const standing = memory.numbers.get(key);
    if (standing === undefined) {
      booked.push(voucher);
      continue;
    }
    const { contentHash } = voucher;
    const open = memory.conflicts.get(key);
    if (imported.get(standing)?.contentHash === contentHash || memory.kept.get(key) === contentHash) {
      known++;
      if (open) withdrawn.push({ series: voucher.series, number: voucher.number });
    } else {
      conflicts++;
      if (open?.voucher.contentHash !== contentHash) news.push({ known: standing, voucher });
    }
  }
  return { booked, known, conflicts, news, withdrawn };
}

/**
 * A voucher without a number gets the next of its series. One of the same content that came before without a number
 * is the same one, unless the file has it more often.
 */
function numbering(
  vouchers: readonly PreparedVoucher[],
  memory: ImportMemory,
  imported: ReadonlyMap<string, ImportedVoucher>,
): (voucher: PreparedVoucher) => number {
  if (vouchers.every(({ number }) => number !== null)) return (voucher) => voucher.number!;
  const last = new Map<string, number>();
  const earlier = new Map<string, number[]>();
  const meet = ({ series, number }: { readonly series: string; readonly number: number }) =>
    last.set(series, Math.max(last.get(series) ?? 0, number));
  for (const voucherId of memory.numbers.values()) {
    const voucher = imported.get(voucherId)!;
    meet(voucher);
    const key = `${voucher.series} ${voucher.contentHash}`;
    earlier.set(key, [...(earlier.get(key) ?? []), voucher.number]);
  }
  for (const { series, number } of vouchers) if (number !== null) meet({ series, number });
  return ({ series, contentHash }) => {
    const before = earlier.get(`${series} ${contentHash}`)?.shift();
    if (before !== undefined) return before;
    const next = (last.get(series) ?? 0) + 1;
    last.set(series, next);
    return next;
  };
}

/** Known vouchers of the days that the file covers, and not in it: the source has taken them away. */
export function findMissing(
  vouchers: readonly PreparedVoucher[],
  memory: ImportMemory,
  imported: ReadonlyMap<string, ImportedVoucher>,
  findings: Findings,
): void {
  const [first] = vouchers;
  if (!first) return;
  let [from, to] = [first.date, first.date];
  const inFile = new Set<string>();
  for (const { series, number, date } of vouchers) {
    if (date < from) from = date;
    if (date > to) to = date;
    if (number !== null) inFile.add(numberKey({ series, number }));
  }
  if (inFile.size === 0) return;
  for (const [key, voucherId] of memory.numbers) {
    const { date } = imported.get(voucherId)!;
    if (!inFile.has(key) && date >= from && date <= to) findings.add('missing-now', null, key);
  }
}

/** Numbers that no voucher has, between the first and the last of each series. */
export function findGaps(numbers: Iterable<string>, findings: Findings): void {
  const bySeries = new Map<string, number[]>();
  for (const key of numbers) {
    const at = key.lastIndexOf(' ');
    const list = bySeries.get(key.slice(0, at)) ?? [];
    list.push(Number(key.slice(at + 1)));
    bySeries.set(key.slice(0, at), list);
  }
  for (const [series, list] of bySeries) {
    list.sort((a, b) => a - b);
    for (let i = 1; i < list.length; i++) {
      const [before, after] = [list[i - 1]! + 1, list[i]! - 1];
      if (before > after) continue;
      findings.add('gap', null, `${series} ${before === after ? before : `${before}–${after}`}`);
    }
  }
}
