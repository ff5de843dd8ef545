// An invented fiscal year, what may be asked of it, and the events that tell of it, for the specs of this slice.
import {
  type AssociationId,
  type BusinessDate,
  businessDate,
  type Command,
  type DecisionRef,
  DomainError,
  fold,
  ore,
} from '@finsam/kernel';
import type { CommandRunner } from '@finsam/platform';
import { type BookCost, CorrectVoucher, type DataOf, type FiscalYearCommand } from './fiscal-year/commands';
import { fiscalYearDecider } from './fiscal-year/fiscal-year.decider';
import {
  AccountsAdopted,
  ActivitiesAdopted,
  type FiscalYearEvent,
  FiscalYearOpened,
  OpeningBalancesSet,
  VoucherBooked,
  VoucherCorrected,
} from './fiscal-year/fiscal-year.events';
import { counterRows, type Voucher, type VoucherRow } from './fiscal-year/voucher';

export type { DataOf };
type Header = Omit<Voucher, 'number' | 'rows'> & { year: number; facts: { members: string[]; today: BusinessDate } };

export const day = (text: string): BusinessDate => businessDate(text);

export const [bank, claims, equity, debts, interim] = [1930, 1510, 2010, 2440, 2990] as const;
export const [vat, pension, pensionTax] = [1650, 2210, 2220] as const;
export const [contributions, otherIncome, cost, interest] = [3511, 3911, 4010, 8310] as const;
export const [pensionCost, pensionTaxCost] = [5710, 5720] as const;

export const accounts = [
  { account: bank, name: 'Bank' },
  { account: claims, name: 'Fordringar' },
  { account: equity, name: 'Eget kapital' },
  { account: debts, name: 'Leverantörsskulder' },
  { account: interim, name: 'Interimsskulder' },
  { account: vat, name: 'Fordran moms' },
  { account: pension, name: 'Avsättning pension' },
  { account: pensionTax, name: 'Avsättning löneskatt' },
  { account: contributions, name: 'Medlemsbidrag' },
  { account: otherIncome, name: 'Övriga intäkter' },
  { account: cost, name: 'Köp av verksamhet' },
  { account: pensionCost, name: 'Pension' },
  { account: pensionTaxCost, name: 'Löneskatt' },
  { account: interest, name: 'Ränta' },
];
export const activities = [
  { activity: 'kansli', name: 'Kansli' },
  { activity: 'stegen', name: 'Stegen' },
];
export const facts = { members: ['osterby', 'vasterby'], today: day('2026-01-31') };
export const decision: DecisionRef = { body: 'styrelse', on: day('2025-03-14'), paragraph: '12' };

export const opened = FiscalYearOpened({ year: 2024, books: 'own' });
export const chart = AccountsAdopted({ year: 2024, accounts });
export const lines = ActivitiesAdopted({ year: 2024, activities });
/** The year before is not kept here. */
export const noYearBefore = { previous: null };
/** A year that can be booked on. */
export const begun = [opened, chart, lines] as const;

/** Kronor, for tests that need no öre. */
export const kr = (amount: number) => ore(amount * 100);

export const balances = (...list: (readonly [account: number, amountOre: number])[]) =>
  list.map(([account, amount]) => ({ account, amountOre: ore(amount) }));
export const openingSet = (...list: Parameters<typeof balances>) =>
  OpeningBalancesSet({ year: 2024, balances: balances(...list) });

export const row = (account: number, amount: number, dimensions: Record<string, string> = {}): VoucherRow => ({
  account,
  amountOre: ore(amount),
  dimensions,
});

export const header = (voucherId: string, changes: Partial<Header> = {}): Header => ({
  year: 2024,
  voucherId,
  series: 'A',
  date: day('2024-03-01'),
  text: 'Köp av verksamhet',
  facts,
  ...changes,
});

/** The fields of a short command: an amount from one account to another, on an activity. */
export const posting = (voucherId: string, changes: Partial<Parameters<typeof BookCost>[0]> = {}) => ({
  ...header(voucherId),
  activity: 'kansli',
  account: cost as number,
  against: bank as number,
  amountOre: kr(125),
  dimensions: {},
  ...changes,
});

export const correcting = (corrects: string, voucherId: string, changes: Partial<Header> = {}) =>
  CorrectVoucher({ ...header(voucherId, { date: day('2024-04-01'), text: 'Rättelse', ...changes }), corrects });

/** As it stands in the event, under its number. */
export function numbered(number: number, { facts: _, year: __, ...rest }: Header, rows: VoucherRow[]): Voucher {
  return { ...rest, number, rows };
}

export const someRows = [row(cost, 12_500, { activity: 'kansli' }), row(bank, -12_500)];

export const booked = (number: number, voucherId: string, rows = someRows, changes: Partial<Header> = {}) =>
  VoucherBooked({ year: 2024, voucher: numbered(number, header(voucherId, changes), rows) });

export function corrected(number: number, corrects: string, voucherId: string, rows = someRows) {
  const asked = header(voucherId, { date: day('2024-04-01'), text: 'Rättelse' });
  return VoucherCorrected({ year: 2024, corrects, voucher: numbered(number, asked, counterRows(rows)) });
}

/** What the sender is told: which refusal, its status, and which field is at fault. */
export function answerTo(command: FiscalYearCommand, ...past: FiscalYearEvent[]) {
  try {
    fiscalYearDecider.decide(command, fold(fiscalYearDecider, past));
  } catch (error) {
    if (error instanceof DomainError) return [error.code, error.status, error.details.pointer];
    throw error;
  }
  return [];
}

let sent = 0;

/** Sends each command under an id of its own; the position of the last. */
export async function send(commands: CommandRunner, association: AssociationId, ...all: Command[]): Promise<number> {
  let position = 0;
  for (const command of all) {
    const context = { association, commandId: `command-${++sent}`, actor: 'test', correlationId: 'test' };
    position = (await commands.execute(command, context)).position;
  }
  return position;
}
