// What is said of imported vouchers: whose contribution a row is, what it is about. Nothing is posted by saying so.
import { canonicalJson, negateOre } from '@finsam/kernel';
import type { DataOf } from '../commands';
import type { FiscalYear } from '../fiscal-year';
import type { ClassifiedRow, FiscalYearEvent } from '../fiscal-year.events';
import type { ImportedVoucher } from '../imported-voucher';
import type { ContributionMovement } from '../kinds';
import { refuse } from '../refusals';
import type { Dimensions, VoucherRow } from '../voucher';
import { refuseUnknown } from './chart';
import { refuseClosed } from './year';

export function linkContribution(data: DataOf<'LinkContribution'>, state: FiscalYear): FiscalYearEvent[] {
  const { year, voucherId, memberId, movement, facts } = data;
  const voucher = importedVoucher(data, state);
  const index = data.row ?? onlyRow(voucher, movement);
  const row = classified(voucher, index, { member: memberId, bidrag: movement });
  if (canonicalJson(row.was) === canonicalJson(row.is)) return [];
  refuseClosed(state, year);
  if ('bidrag' in row.was) throw refuse('ledger/linked-already', { row: index, pointer: '/row' });
  const rows = [{ account: row.account, amountOre: row.amountOre, dimensions: row.is }];
  refuseUnknown(rows, voucher.date, state, { members: facts.members, at: () => '/memberId' });
  const amountOre = movement === 'repaid' ? row.amountOre : negateOre(row.amountOre);
  const { date } = voucher;
  return [{ type: 'ContributionLinked', data: { year, voucherId, date, memberId, movement, amountOre, row } }];
}

export function classify(data: DataOf<'ClassifyVoucher'>, state: FiscalYear): FiscalYearEvent[] {
  const { year, voucherId, facts } = data;
  const voucher = importedVoucher(data, state);
  const twice = data.rows.findIndex(({ row }, index) => data.rows.findIndex((other) => other.row === row) < index);
  if (twice >= 0) throw refuse('ledger/row-twice', { row: data.rows[twice]!.row, pointer: `/rows/${twice}/row` });
  const all = data.rows.map(({ row, dimensions }, at) => classified(voucher, row, dimensions, `/rows/${at}/row`));
  const rows = all.filter(({ was, is }) => canonicalJson(was) !== canonicalJson(is));
  if (rows.length === 0) return [];
  refuseClosed(state, year);
  const now = all.map(({ account, amountOre, is }) => ({ account, amountOre, dimensions: is }));
  refuseUnknown(now, voucher.date, state, {
    members: facts.members,
    at: (at, field) => `/rows/${at}/${field === 'account' ? 'row' : field}`,
  });
  return [{ type: 'VoucherClassified', data: { year, voucherId, date: voucher.date, rows } }];
}

function importedVoucher({ year, voucherId }: { year: number; voucherId: string }, state: FiscalYear): ImportedVoucher {
  if (state.books === 'own') throw refuse('ledger/own-books', { year });
  const voucher = state.imported.get(voucherId);
  if (!voucher) throw refuse('ledger/no-such-voucher', { year, pointer: '/voucherId' });
  return voucher;
}

function classified(voucher: ImportedVoucher, index: number, news: Dimensions, pointer = '/row'): ClassifiedRow {
  const row = voucher.rows[index];
  if (!row) throw refuse('ledger/no-such-row', { row: index, pointer });
  const { account, amountOre, dimensions: was } = row;
  return { row: index, account, amountOre, was, is: { ...was, ...news } };
}

/** The one income row that can be meant: credit for what was asked for or came, debit for what went back. */
function onlyRow({ rows }: ImportedVoucher, movement: ContributionMovement): number {
  const fits = ({ account, amountOre }: VoucherRow) =>
    account >= 3000 && account < 4000 && (movement === 'repaid' ? amountOre > 0 : amountOre < 0);
  const found = rows.flatMap((row, index) => (fits(row) ? [index] : []));
  if (found.length !== 1) throw refuse('ledger/row-needed', { rows: found.length, pointer: '/row' });
  return found[0]!;
}
