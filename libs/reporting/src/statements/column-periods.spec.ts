import type { LayoutColumn } from '@finsam/associations';
import { parsePeriod } from '@finsam/kernel';
import { columnLabel, columnPeriods, tableTitle } from './column-periods';
import { flow, kansli } from './testing';

const column = (more: object): LayoutColumn =>
  ({ id: 'k', label: '{from} till {to}', kind: 'actual', period: 'report', ...more }) as LayoutColumn;
const plan = (more: object = {}) => column({ kind: 'plan', period: 'fiscal-year', yearsAhead: 1, ...more });
const daysOf = (of: LayoutColumn, period: string) => {
  const { from, to } = columnPeriods({ columns: [of] }, parsePeriod(period))['k']!;
  return `${from} ${to}`;
};

describe('the period of a column', () => {
  it.each([
    [column({}), '2024-01-01 2024-06-30'],
    [column({ period: 'fiscal-year' }), '2024-01-01 2024-12-31'],
    [column({ period: 'previous-year' }), '2023-01-01 2023-12-31'],
    [column({ period: 'same-period-last-year' }), '2023-01-01 2023-06-30'],
    [column({ yearsBack: 2 }), '2022-01-01 2022-06-30'],
    [column({ yearsBack: 5, period: 'fiscal-year' }), '2019-01-01 2019-12-31'],
    [column({ yearsBack: 3, kind: 'budget', period: 'fiscal-year' }), '2021-01-01 2021-12-31'],
    [plan(), '2025-01-01 2025-12-31'],
    [plan({ yearsAhead: 2 }), '2026-01-01 2026-12-31'],
    [plan({ period: 'previous-year' }), '2024-01-01 2024-12-31'],
  ])('%j is %s in a report for the first half of 2024', (of, days) => {
    expect(daysOf(of, '2024-H1')).toBe(days);
  });

  it('keeps the end of February as long as it is one, and the day before it as the day it is', () => {
    expect(daysOf(column({ yearsBack: 4 }), '2024-02')).toBe('2020-02-01 2020-02-29');
    expect(daysOf(column({ yearsBack: 3 }), '2024-02')).toBe('2021-02-01 2021-02-28');
    expect(daysOf(column({ yearsBack: 4 }), '2024-01-01..2024-02-28')).toBe('2020-01-01 2020-02-28');
  });

  it('fills its days in where the label asks for them', () => {
    const of = plan({ label: 'Plan {year}' });
    expect(columnLabel(of, columnPeriods({ columns: [of] }, parsePeriod('2024')))).toBe('Plan 2025');
  });

  it('gives the title the days of the report, not those of a column of years back', () => {
    const columns = [column({ id: 'da', yearsBack: 2 }), column({ id: 'nu' })];
    const layout = flow([kansli], { title: 'Per {to}', columns });
    expect(tableTitle(layout, columnPeriods(layout, parsePeriod('2024')))).toBe('Per 2024-12-31');
  });

  it('does not go past the calendar', () => {
    expect(() => daysOf(plan({ yearsAhead: 2 }), '2198')).toThrow(
      'Kolumnen k skulle visa planen för 2200, efter kalenderns sista år. Ange en tidigare period.',
    );
  });
});
