// A year's books as they are written to a SIE file, from the read models at one position.
import { type BusinessDate, dateOf, ore, type Ore } from '@finsam/kernel';
import type { View } from '@finsam/platform';
import { sql } from 'kysely';
import type { SieRow, SieVoucher } from '../../sie/model';
import type { SieBooks } from '../../sie/writing/write-sie';
import { isBalanceAccount } from '../chart';
import { listFiscalYears } from '../views/fiscal-year.projection';
import { ledgerEntries } from '../views/ledger-entry.projection';
import { ledgerBalances, openingBalances } from '../views/ledger-sums';
import type { LedgerSum } from '../views/summed-by';
import { voucherMarks } from '../views/voucher-mark.projection';
import { type BookedRow, voucherRows } from '../views/voucher-rows';
import { vouchers, type VoucherRecord } from '../views/voucher.projection';
import { numberDimensions } from './dimension-numbers';
import { type StandingRow, standingRows } from './standing-rows';

const PAGE = 2_000;

export interface Exported {
  readonly year: number;
  readonly company: string;
  readonly organisationNumber: string | null;
  readonly generatedOn: BusinessDate;
}

/** Null if the year is not kept here. */
export async function sieBooks(view: View, head: Exported): Promise<SieBooks | 'only-balances' | null> {
  const { year } = head;
  const chart = (await listFiscalYears(view)).find(({ fiscal_year }) => fiscal_year === year);
  if (!chart) return null;
  const balances = byAccount(await ledgerBalances(view, { to: dateOf(year, 12, 31) }));
  const all = await everyVoucher(view, year);
  const summed = await withoutVoucher(view, year);
  if (summed) return 'only-balances';
  const names = new Set(all.flatMap(({ rows }) => rows.flatMap(({ dimensions }) => Object.keys(dimensions))));
  const numbers = numberDimensions(names);
  const activities = new Map(chart.activities.map(({ activity, name }) => [activity, name]));
  const objects = new Map<string, SieBooks['objects'][number]>();
  const rowOf = ({ account, amountOre, dimensions }: StandingRow): SieRow => ({
    account,
    amountOre,
    objects: Object.entries(dimensions).map(([name, code]) => {
      const { dimension } = numbers.get(name)!;
      const told = name === 'activity' ? (activities.get(code) ?? code) : code;
      objects.set(`${dimension} ${code}`, { dimension, code, name: told });
      return { dimension, code };
    }),
  });
  const written = all.map((voucher): Omit<SieVoucher, 'line'> => ({ ...voucher, rows: voucher.rows.map(rowOf) }));
  return {
    ...head,
    accounts: chart.accounts.map(({ account, name }) => ({ account, name })),
    dimensions: [...numbers.values()].sort((a, b) => a.dimension - b.dimension),
    objects: [...objects.values()].sort((a, b) => a.dimension - b.dimension || (a.code < b.code ? -1 : 1)),
    opening: byAccount(await openingBalances(view, year)),
    closing: balances.filter(({ account }) => isBalanceAccount(account)),
    result: balances.filter(({ account }) => !isBalanceAccount(account)),
    vouchers: written,
  };
}

/** Whether anything but opening balances was booked without a voucher: it came as sums. */
async function withoutVoucher(view: View, year: number): Promise<boolean> {
  const found = await view
    .from(ledgerEntries)
    .select('account')
    .where('fiscal_year', '=', year)
    .where(sql<boolean>`voucher_id is null and not opening`)
    .limit(1)
    .execute();
  return found.length > 0;
}

function byAccount(sums: readonly LedgerSum[]): { account: number; amountOre: Ore }[] {
  const accounts = new Map<number, number>();
  for (const { account, amountOre } of sums) accounts.set(account, (accounts.get(account) ?? 0) + amountOre);
  return [...accounts].filter(([, sum]) => sum !== 0).map(([account, sum]) => ({ account, amountOre: ore(sum) }));
}

type FullVoucher = Omit<SieVoucher, 'line' | 'rows'> & { readonly rows: readonly StandingRow[] };

/** Page by page, so that no query has to be told of every voucher at once. One that was replaced stands no more. */
async function everyVoucher(view: View, year: number): Promise<FullVoucher[]> {
  const replaced = await view
    .from(voucherMarks)
    .select('voucher_id')
    .where('fiscal_year', '=', year)
    .where('mark', '=', 'replaced')
    .execute();
  const gone = new Set(replaced.map(({ voucher_id }) => voucher_id));
  const list: FullVoucher[] = [];
  for (let from = 0; ; from += PAGE) {
    const page = await view
      .from(vouchers)
      .selectAll()
      .where('fiscal_year', '=', year)
      .orderBy('series')
      .orderBy('number')
      .orderBy('voucher_id')
      .offset(from)
      .limit(PAGE)
      .execute();
    const standing = page.filter(({ voucher_id }) => !gone.has(voucher_id));
    const rows = await voucherRows(
      view,
      standing.map(({ voucher_id }) => voucher_id),
    );
    for (const voucher of standing) list.push(fullVoucher(voucher, rows.get(voucher.voucher_id) ?? []));
    if (page.length < PAGE) return list;
  }
}

function fullVoucher(voucher: VoucherRecord, rows: readonly BookedRow[]): FullVoucher {
  const { series, number, voucher_date: date, text, registered_at } = voucher;
  // An instant, or a day where another system registered it.
  const registeredOn = registered_at.slice(0, 10) as BusinessDate;
  return { series, number, date, text, registeredOn, rows: standingRows(rows), changes: changesOf(voucher) };
}

/** Their objects stay behind: what was struck is history, and its codes may be gone. */
function changesOf({ changes }: VoucherRecord): SieVoucher['changes'] {
  return (changes ?? []).map(({ change, on, account, amountOre }) => ({
    change,
    on: on ?? null,
    account,
    amountOre,
    objects: [],
  }));
}
