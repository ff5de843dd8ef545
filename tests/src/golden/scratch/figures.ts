// What a column shows, looked up in books and plans that were folded in memory.
import type { FigureColumn, Layout } from '@finsam/associations';
import { ore, parsePeriod, type Period } from '@finsam/kernel';
import type { ColumnFigures, LedgerFigure, PostFigure, ReportedCounts } from '@finsam/reporting';
import type { Entry, Imported, Reported } from './books';
import type { Known } from './known';

const NONE: ColumnFigures = { source: 'none' };

export function figuresOf(
  known: Known,
  layout: Layout,
  column: FigureColumn,
  days: Period,
  report: Period,
): ColumnFigures {
  const year = Number(days.to.slice(0, 4));
  switch (column.kind) {
    case 'plan': {
      const planned = known.budget(year - column.yearsAhead)?.plan?.find((one) => one.year === year);
      return planned ? posts(planned.posts) : NONE;
    }
    case 'budget': {
      const budget = known.budget(year);
      return budget ? posts(budget.posts) : imported(known.books.imported, 'budget', year, () => true);
    }
    case 'forecast': {
      const forecast = known.forecast(year, report.to);
      return forecast ? posts(forecast.posts) : NONE;
    }
    case 'actual':
      return outcome(known, layout, year, days);
  }
}

export function countsOf(known: Known, layout: Layout, days: Period): ReportedCounts | null {
  const found = reportedOn(known, layout, days);
  return found ? { document: found.document, rows: found.counts ?? [] } : null;
}

function outcome({ books }: Known, layout: Layout, year: number, days: Period): ColumnFigures {
  const { statement } = layout;
  if (books.years.has(year)) {
    const booked = books.booked();
    const entries =
      statement === 'flow'
        ? booked.filter(({ date }) => days.from <= date && date <= days.to)
        : [...books.opening(year), ...booked.filter((entry) => entry.year === year && entry.date <= days.to)];
    return { source: 'ledger', rows: summed(entries, dimensionsIn(layout)) };
  }
  if (statement === 'balance' && books.years.has(year + 1) && days.to.slice(5) === '12-31') {
    const entries = books.opening(year + 1);
    // A year ends as the next one begins.
    if (entries.length > 0) return { source: 'ledger', rows: summed(entries, dimensionsIn(layout)) };
  }
  const [first, last] = [days.from, days.to].map((day) => Number(day.slice(5, 7))) as [number, number];
  const ofYear = sumsByMonth(books.imported.filter((row) => row.of === 'comparative' && row.year === year));
  // A year that is known as a whole has nothing to say of its parts.
  const inParts = last === 12 || ofYear.some(({ month }) => month > 0 && month < 12);
  const from = statement === 'balance' ? 0 : first;
  const compared = imported(ofYear, 'comparative', year, ({ month }) => inParts && from <= month && month <= last);
  if (compared !== NONE) return compared;
  const found = reportedOn({ books }, layout, days);
  return found ? { source: 'reported', document: found.document, rows: found.figures } : NONE;
}

function reportedOn({ books }: Pick<Known, 'books'>, { id }: Layout, { from, to }: Period): Reported | undefined {
  const found = books.reported.filter(({ layoutId, period }) => {
    const days = parsePeriod(period);
    return layoutId === id && days.from === from && days.to === to;
  });
  return found.at(-1);
}

function posts(
  list: readonly (Omit<PostFigure, 'member'> & { readonly member?: string | undefined })[],
): ColumnFigures {
  const rows = list.map(({ activity, kind, member = null, amountOre }) => ({ activity, kind, member, amountOre }));
  return { source: 'posts', rows };
}

function imported(
  rows: readonly Imported[],
  of: Imported['of'],
  year: number,
  wanted: (row: Imported) => boolean,
): ColumnFigures {
  const found = sumsByMonth(rows.filter((row) => row.of === of && row.year === year)).filter(wanted);
  if (found.length === 0) return NONE;
  const sums = summed(
    // Files from elsewhere know no members.
    found.map((row) => ({ ...row, dimensions: { activity: row.dimensions['activity'] } })),
    [],
  );
  return { source: 'ledger', imported: true, rows: sums };
}

/** What has come to nothing in a month is not there. */
function sumsByMonth(rows: readonly Imported[]): Imported[] {
  const sums = new Map<string, Imported>();
  for (const row of rows) {
    const key = JSON.stringify([row.month, row.account, row.dimensions['activity']]);
    sums.set(key, { ...row, amountOre: (sums.get(key)?.amountOre ?? 0) + row.amountOre });
  }
  return [...sums.values()].filter(({ amountOre }) => amountOre !== 0);
}

function dimensionsIn({ rows }: Layout): string[] {
  return [...new Set(rows.flatMap((row) => (row.kind === 'line' ? Object.keys(row.dimensions ?? {}) : [])))];
}

type Summand = Pick<Entry, 'account' | 'amountOre'> & {
  readonly dimensions: Readonly<Record<string, string | undefined>>;
};

function summed(entries: readonly Summand[], codes: readonly string[]): LedgerFigure[] {
  const sums = new Map<string, LedgerFigure>();
  for (const { account, amountOre, dimensions } of entries) {
    const { activity = null, member = null } = dimensions;
    const named = codes.flatMap((code) => (dimensions[code] === undefined ? [] : [[code, dimensions[code]]]));
    const key = JSON.stringify([account, activity, member, named]);
    const sum = ore((sums.get(key)?.amountOre ?? 0) + amountOre);
    const told = codes.length > 0 && { dimensions: Object.fromEntries(named) as Record<string, string> };
    sums.set(key, { account, activity, member, ...told, amountOre: sum });
  }
  return [...sums.values()];
}
