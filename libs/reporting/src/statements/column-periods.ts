// Which days each column is about, and its label with those days filled in.
import { type FigureColumn, isFigureColumn, type Layout, type LayoutColumn, outcomeColumn } from '@finsam/associations';
import { fiscalYearOf, invariant, parsePeriod, type Period, samePeriodLastYear } from '@finsam/kernel';
import { swedishDay } from '../swedish';

/** By the id of the column, for columns of figures. */
export type ColumnPeriods = Readonly<Record<string, Period>>;

/** The periods of a layout's columns in a report for `period`. A balance is read at each period's last day. */
export function columnPeriods(layout: Pick<Layout, 'columns'>, period: Period): ColumnPeriods {
  return Object.fromEntries(
    layout.columns.filter(isFigureColumn).map((column) => [column.id, periodOf(column, period)]),
  );
}

function periodOf(column: FigureColumn, period: Period): Period {
  switch (column.period) {
    case 'report':
      return period;
    case 'fiscal-year':
      return parsePeriod(String(fiscalYearOf(period)));
    case 'previous-year':
      return parsePeriod(String(fiscalYearOf(period) - 1));
    case 'same-period-last-year':
      return samePeriodLastYear(period);
  }
}

/** `Utfall {to}` → `Utfall 2024-06-30`. A column reckoned from two others takes the days of its `of`. */
export function columnLabel(column: LayoutColumn, periods: ColumnPeriods): string {
  return filled(column.label, periods[isFigureColumn(column) ? column.id : column.of]);
}

/** The title with the days of the outcome column. */
export function tableTitle(layout: Layout, periods: ColumnPeriods): string {
  return filled(layout.title, periods[outcomeColumn(layout)?.id ?? '']);
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
