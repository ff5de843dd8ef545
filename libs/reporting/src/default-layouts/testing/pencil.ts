// A ledger reckoned with a pencil: every entry in a list, and sums over it. It knows nothing of layouts or read models.
import type { FigureColumn, Layout } from '@finsam/associations';
import { ore, parsePeriod, type Period } from '@finsam/kernel';
import type { ColumnFigures, LedgerFigure, LedgerFigures, Readings, StatementFigures } from '../../statements/figures';
import { columnPeriods } from '../../statements/column-periods';
import { EQUITY, LAST_YEAR, type RandomLedger, type Row, THIS_YEAR } from './random-ledger';

interface Entry extends Row {
  readonly year: number;
  /** The first day of the year for what it opens on. */
  readonly date: string;
  readonly opening: boolean;
}

export class Pencil {
  readonly #entries: readonly Entry[];
  readonly #ledger: RandomLedger;

  constructor(ledger: RandomLedger) {
    this.#ledger = ledger;
    const booked = ledger.vouchers.flatMap(({ year, date, rows }) =>
      rows.map((row) => ({ ...row, year, date, opening: false })),
    );
    const opens = (year: number, rows: readonly Row[]) =>
      rows.map((row) => ({ ...row, year, date: `${year}-01-01`, opening: true }));
    const first = [...opens(LAST_YEAR, ledger.opening), ...booked.filter(({ year }) => year === LAST_YEAR)];
    const carried = first.map((row) => ({
      ...row,
      account: row.account < 3000 ? row.account : EQUITY,
      activity: null,
    }));
    this.#entries = [
      ...first,
      ...(ledger.carried
        ? opens(
            THIS_YEAR,
            carried.map((row) => ({ ...row, member: null })),
          )
        : []),
      ...booked.filter(({ year }) => year === THIS_YEAR),
    ];
  }

  /** What was booked from day to day on the accounts, debit positive; `of` narrows it down. */
  booked({ from, to }: Pick<Period, 'from' | 'to'>, accounts: Accounts, of: Partial<Row> = {}): number {
    return this.#sum(
      (entry) => !entry.opening && from <= entry.date && entry.date <= to && matches(entry, of),
      accounts,
    );
  }

  /** What stands on the accounts at the end of a day, in that day's year. */
  standing(to: string, accounts: Accounts): number {
    return this.#sum(({ year, date }) => year === Number(to.slice(0, 4)) && date <= to, accounts);
  }

  /** What stood on the accounts before a day's first entry: what the year opened on, and what was booked before. */
  standingBefore(from: string, accounts: Accounts): number {
    const year = Number(from.slice(0, 4));
    return this.#sum((entry) => entry.year === year && (entry.opening || entry.date < from), accounts);
  }

  #sum(wanted: (entry: Entry) => boolean, [from, to]: Accounts): number {
    let sum = 0;
    for (const entry of this.#entries) {
      if (from <= entry.account && entry.account <= to && wanted(entry)) sum += entry.amountOre;
    }
    return sum;
  }

  /** The figures of a layout's columns, as the read models would give them. */
  figures(layout: Layout, report: Period): StatementFigures {
    const periods = columnPeriods(layout, report);
    const columns = layout.columns.filter((column) => 'period' in column);
    const by = <T>(of: (column: FigureColumn, days: Period) => T) =>
      Object.fromEntries(columns.map((column) => [column.id, of(column, periods[column.id]!)] as const));
    return {
      columns: by((column, days) => this.#column(layout, column, days)),
      readings: by((_, days) => this.#readings(days)),
    };
  }

  /** What stood before and at the end, in a year that has books. */
  #readings({ from, to }: Period): Readings {
    const year = Number(to.slice(0, 4));
    const of = (wanted: (entry: Entry) => boolean): LedgerFigures => ({
      source: 'ledger',
      rows: this.#entries.filter((entry) => entry.year === year && wanted(entry)).map(plain),
    });
    if (year < LAST_YEAR) return {};
    return { opening: of(({ opening, date }) => opening || date < from), closing: of(({ date }) => date <= to) };
  }

  #column(layout: Layout, column: FigureColumn, { from, to }: Period): ColumnFigures {
    const year = Number(to.slice(0, 4));
    if (column.kind !== 'actual') {
      const posts = year === THIS_YEAR && column.kind !== 'plan' ? this.#ledger[column.kind] : [];
      return posts.length === 0 ? { source: 'none' } : { source: 'posts', rows: posts };
    }
    if (year < LAST_YEAR) {
      const opens = layout.statement === 'balance' && year === LAST_YEAR - 1 && to.endsWith('-12-31');
      const rows = this.#entries.filter(({ opening, year: of }) => opens && opening && of === LAST_YEAR);
      return rows.length === 0 ? { source: 'none' } : { source: 'ledger', rows };
    }
    const wanted = (entry: Entry) =>
      layout.statement === 'flow'
        ? !entry.opening && from <= entry.date && entry.date <= to
        : entry.year === year && entry.date <= to;
    return {
      source: 'ledger',
      rows: this.#entries.filter(wanted).map(plain),
    };
  }
}

export type Accounts = readonly [from: number, to: number];

export function period(code: string): Period {
  return parsePeriod(code);
}

function plain({ account, activity, member, amountOre }: Entry): LedgerFigure {
  return { account, activity, member, amountOre: ore(amountOre) };
}

function matches(entry: Entry, of: Partial<Row>): boolean {
  return Object.entries(of).every(([key, value]) => entry[key as keyof Row] === value);
}
