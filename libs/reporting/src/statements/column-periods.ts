// Which days each column is about, and its label with those days filled in.
import {
  type FigureColumn,
  isFigureColumn,
  type Layout,
  type LayoutColumn,
  outcomeColumn,
  yearsBack,
} from '@finsam/associations';
import {
  fiscalYearOf,
  invariant,
  parsePeriod,
  type Period,
  refusals,
  samePeriodLastYear,
  samePeriodYearsBack,
  tryParsePeriod,
} from '@finsam/kernel';
import { swedishDay } from '../swedish';

const refuse = refusals({
  'statement/after-the-calendar': {
    status: 422,
    text: 'Kolumnen {column} skulle visa planen för {year}, efter kalenderns sista år. Ange en tidigare period.',
  },
});

/** By the id of the column: for columns of figures, and for those of what they should have come to by now. */
export type ColumnPeriods = Readonly<Record<string, Period>>;

/** The periods of a layout's columns in a report for `period`. A balance is read at each period's last day. */
export function columnPeriods(layout: Pick<Layout, 'columns'>, period: Period): ColumnPeriods {
  const periods = Object.fromEntries(
    layout.columns.filter(isFigureColumn).map((column) => [column.id, periodOf(column, period)]),
  );
  for (const column of layout.columns) {
    const of = column.kind === 'benchmark' ? periods[column.of] : undefined;
    if (of) periods[column.id] = of;
  }
  return periods;
}

function periodOf(column: FigureColumn, period: Period): Period {
  const year = fiscalYearOf(period) - yearsBack(column);
  if (column.kind === 'plan')
    return plannedYear(column.id, (column.period === 'fiscal-year' ? year : year - 1) + column.yearsAhead);
  switch (column.period) {
    case 'report':
      return samePeriodYearsBack(period, yearsBack(column));
    case 'fiscal-year':
      return parsePeriod(String(year));
    case 'previous-year':
      return parsePeriod(String(year - 1));
    case 'same-period-last-year':
      return samePeriodLastYear(period);
  }
}

function plannedYear(column: string, year: number): Period {
  const period = tryParsePeriod(String(year));
  if (!period) throw refuse('statement/after-the-calendar', { column, year, pointer: '/period' });
  return period;
}

/** `Utfall {to}` → `Utfall 2024-06-30`. A column reckoned from others takes the days of its `of`. */
export function columnLabel(column: LayoutColumn, periods: ColumnPeriods): string {
  return filled(column.label, isFigureColumn(column) ? periods[column.id] : periods[column.of]);
}

/** The title with the days of the outcome column. */
export function tableTitle(layout: Layout, periods: ColumnPeriods): string {
  return datedText(layout, layout.title, periods);
}

/** As the title: a row of text. */
export function datedText(layout: Pick<Layout, 'columns'>, text: string, periods: ColumnPeriods): string {
  return filled(text, periods[outcomeColumn(layout)?.id ?? '']);
}

function filled(text: string, period: Period | undefined): string {
  return text.replace(/\{(from|to|year|month|day)\}/g, (_, word: string) => {
    invariant(period, `"${text}" is about a period`);
    if (word === 'from') return period.from;
    if (word === 'to') return period.to;
    if (word === 'month') return period.to.slice(0, 7);
    return word === 'day' ? swedishDay(period.to) : period.to.slice(0, 4);
  });
}
