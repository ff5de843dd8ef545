// Books kept by crossing out: what an event takes back is taken away, and what it changes is changed where it stands.
// The read models only ever add rows, so the two have nothing in common but what they should come to.
import type { FiscalYearEvent, ReportedFiguresEvent } from '@finsam/ledger';

type Dimensions = Readonly<Record<string, string>>;

export interface Entry {
  readonly year: number;
  readonly date: string;
  readonly account: number;
  readonly amountOre: number;
  dimensions: Dimensions;
}

/** Of a month, 1–12; 0: an opening balance. */
export interface Imported {
  readonly of: 'budget' | 'comparative';
  readonly year: number;
  readonly month: number;
  readonly account: number;
  readonly amountOre: number;
  readonly dimensions: Dimensions;
}

export type Reported = ReportedFiguresEvent['data'];
export type BookEvent = FiscalYearEvent | ReportedFiguresEvent;

interface Row {
  readonly account: number;
  readonly amountOre: number;
  readonly dimensions?: Dimensions | undefined;
}

interface Voucher {
  readonly voucherId: string;
  readonly date: string;
  readonly rows: readonly Row[];
}

export class Books {
  readonly years = new Set<number>();
  /** What each year began with. */
  private readonly openings = new Map<number, Entry[]>();
  private readonly vouchers = new Map<string, Entry[]>();
  /** Sums of months, with no voucher behind them. */
  private readonly unvouched: Entry[] = [];
  readonly imported: Imported[] = [];
  readonly reported: Reported[] = [];

  opening(year: number): readonly Entry[] {
    return this.openings.get(year) ?? [];
  }

  /** Everything but opening balances. */
  booked(): readonly Entry[] {
    return [...[...this.vouchers.values()].flat(), ...this.unvouched];
  }

  take(event: BookEvent): void {
    switch (event.type) {
      case 'FiscalYearOpened':
        this.years.add(event.data.year);
        return;
      case 'OpeningBalancesSet':
      case 'BalancesCarriedForward':
        this.openings.set(event.data.year, openingRows(event.data.year, event.data.balances));
        return;
      case 'OpeningBalancesImported': {
        const { year, changes } = event.data;
        this.openings.set(year, [...this.opening(year), ...openingRows(year, changes)]);
        return;
      }
      case 'VouchersImported':
        for (const voucher of event.data.vouchers) this.put(event.data.year, voucher);
        return;
      case 'ImportedVoucherReplaced':
        this.vouchers.delete(event.data.replaces);
        this.put(event.data.year, event.data.voucher);
        return;
      case 'ContributionLinked':
        this.tell(event.data.voucherId, [event.data.row]);
        return;
      case 'VoucherClassified':
        this.tell(event.data.voucherId, event.data.rows);
        return;
      case 'BalancesImported':
        for (const { month, ...row } of event.data.changes) {
          this.unvouched.push({ ...row, year: event.data.year, date: lastDay(event.data.year, month) });
        }
        return;
      case 'BudgetBalancesImported':
        for (const row of event.data.changes) this.imported.push({ ...row, of: 'budget', year: event.data.year });
        return;
      case 'ComparativesImported': {
        const { of: year, opening, movements } = event.data;
        const all = [...opening.map((row) => ({ ...row, month: 0, dimensions: {} })), ...movements];
        for (const row of all) this.imported.push({ ...row, of: 'comparative', year });
        return;
      }
      case 'FiguresReported':
        this.reported.push(event.data);
        return;
      case 'ContributionInvoiced':
      case 'ContributionReceived':
      case 'ContributionRepaid':
      case 'CostBooked':
      case 'IncomeBooked':
      case 'InterestBooked':
      case 'AccrualBooked':
      case 'AccrualDissolved':
      case 'ProvisionBooked':
      case 'VoucherBooked':
      case 'VoucherCorrected':
        this.put(event.data.year, event.data.voucher);
    }
  }

  private put(year: number, { voucherId, date, rows }: Voucher): void {
    const entries = rows.map(({ account, amountOre, dimensions = {} }) => {
      return { year, date, account, amountOre, dimensions };
    });
    this.vouchers.set(voucherId, entries);
  }

  private tell(voucherId: string, rows: readonly { readonly row: number; readonly is: Dimensions }[]): void {
    for (const { row, is } of rows) this.vouchers.get(voucherId)![row]!.dimensions = is;
  }
}

function openingRows(year: number, rows: readonly Row[]): Entry[] {
  return rows.map(({ account, amountOre, dimensions = {} }) => {
    return { year, date: `${year}-01-01`, account, amountOre, dimensions };
  });
}

/** Day 0 of the next month. */
function lastDay(year: number, month: number): string {
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}
