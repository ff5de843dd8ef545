// A person decides what a voucher says when two files say different things under one number.
import { monthOf } from '@finsam/kernel';
import type { DataOf } from '../commands';
import { refuseClosed } from '../decide/year';
import type { FiscalYear } from '../fiscal-year';
import type { FiscalYearEvent } from '../fiscal-year.events';
import { refuse } from '../refusals';
import { numberKey } from './import-memory';

export function resolveConflict(data: DataOf<'ResolveImportConflict'>, state: FiscalYear): FiscalYearEvent[] {
  const { year, series, number, contentHash, decision, reason } = data;
  const key = numberKey(data);
  const conflict = state.imports.conflicts.get(key);
  if (!conflict) {
    if (isSettled(data, state)) return [];
    throw refuse('ledger/no-such-conflict', { series, number, pointer: '/series' });
  }
  if (conflict.voucher.contentHash !== contentHash) throw refuse('ledger/other-conflict', { series, number });
  refuseClosed(state, year);
  if (decision === 'keep') {
    return [{ type: 'ImportConflictKept', data: { year, series, number, contentHash, reason } }];
  }
  const { importId, known, voucher } = conflict;
  const { date, rows } = state.imported.get(known)!;
  for (const day of [date, voucher.date]) {
    if (monthOf(day) > state.lockedThrough) continue;
    throw refuse('ledger/period-locked', { month: day.slice(0, 7), pointer: '/decision' });
  }
  return [
    {
      type: 'ImportedVoucherReplaced',
      data: { year, importId, replaces: known, takenBack: { date, rows }, voucher, reason },
    },
  ];
}

/** Already decided so: the content is kept out, or is what stands. */
function isSettled({ decision, contentHash, ...at }: DataOf<'ResolveImportConflict'>, state: FiscalYear): boolean {
  const key = numberKey(at);
  if (decision === 'keep') return state.imports.kept.get(key) === contentHash;
  const standing = state.imports.numbers.get(key);
  return standing !== undefined && state.imported.get(standing)?.contentHash === contentHash;
}
