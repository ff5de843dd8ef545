// What a fiscal year remembers of the files it has taken over, to know their vouchers again in the next one.
import { addTo, type Ore } from '@finsam/kernel';
import type { ImportedVoucher } from '../imported-voucher';
import type { ImportEvent, MonthlyAmount } from './import.events';

export interface OpenConflict {
  readonly importId: string;
  /** The voucher that is booked. */
  readonly known: string;
  /** As the newer file has it. */
  readonly voucher: ImportedVoucher;
}

export interface ImportMemory {
  /** A year takes vouchers or balances, never both: the money would stand twice. */
  takes: 'vouchers' | 'balances' | undefined;
  /** The import of each file, by its hash. */
  readonly files: Map<string, string>;
  /** Which voucher stands under a series and number. */
  readonly numbers: Map<string, string>;
  readonly conflicts: Map<string, OpenConflict>;
  /** The content that was decided against, by number. */
  readonly kept: Map<string, string>;
  readonly movements: Map<string, Ore>;
  readonly budget: Map<string, Ore>;
  readonly comparatives: Map<string, Ore>;
}

export function noImports(): ImportMemory {
  return {
    takes: undefined,
    files: new Map(),
    numbers: new Map(),
    conflicts: new Map(),
    kept: new Map(),
    movements: new Map(),
    budget: new Map(),
    comparatives: new Map(),
  };
}

export function numberKey({ series, number }: { readonly series: string; readonly number: number }): string {
  return `${series} ${number}`;
}

export function monthlyKey({ account, month, dimensions }: Omit<MonthlyAmount, 'amountOre'>): string {
  return `${account} ${month} ${Object.entries(dimensions).sort().join(';')}`;
}

export function rememberVouchers(memory: ImportMemory, vouchers: readonly ImportedVoucher[]): void {
  memory.takes = 'vouchers';
  for (const voucher of vouchers) memory.numbers.set(numberKey(voucher), voucher.voucherId);
}

export function remember(memory: ImportMemory, { type, data }: ImportEvent): void {
  switch (type) {
    case 'SieImported':
      memory.files.set(data.sha256, data.importId);
      return;
    case 'ImportConflictsFound':
      for (const { known, voucher } of data.conflicts) {
        memory.conflicts.set(numberKey(voucher), { importId: data.importId, known, voucher });
      }
      return;
    case 'ImportConflictsWithdrawn':
      for (const voucher of data.vouchers) memory.conflicts.delete(numberKey(voucher));
      return;
    case 'ImportConflictKept':
      memory.conflicts.delete(numberKey(data));
      memory.kept.set(numberKey(data), data.contentHash);
      return;
    case 'ImportedVoucherReplaced':
      memory.conflicts.delete(numberKey(data.voucher));
      memory.numbers.set(numberKey(data.voucher), data.voucher.voucherId);
      return;
    case 'BalancesImported':
      memory.takes = 'balances';
      return addAll(memory.movements, data.changes);
    case 'BudgetBalancesImported':
      return addAll(memory.budget, data.changes);
    case 'ComparativesImported':
      addAll(memory.comparatives, data.movements);
      return addAll(memory.comparatives, data.opening.map(asOpening));
    case 'OpeningBalancesImported':
      return;
  }
}

/** Month 0 is before the first. */
export function asOpening({ account, amountOre }: { readonly account: number; readonly amountOre: Ore }) {
  return { account, amountOre, month: 0, dimensions: {} };
}

function addAll(known: Map<string, Ore>, changes: readonly MonthlyAmount[]): void {
  for (const change of changes) {
    const key = monthlyKey(change);
    addTo(known, key, change.amountOre);
  }
}
