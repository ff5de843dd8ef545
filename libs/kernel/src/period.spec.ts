import { businessDate, dateOf } from './business-date';
import {
  fiscalYearOf,
  parsePeriod,
  periodCodeSchema,
  periodContains,
  periodLabel,
  samePeriodLastYear,
  tryParsePeriod,
  yearToDate,
} from './period';

const years = [2023, 2024, 2025];
/** Every code that there is for these years, but of the years to date only those that end with a month. */
const codes = years.flatMap((year) => [
  String(year),
  ...['H1', 'H2', 'T1', 'T2', 'T3'].map((part) => `${year}-${part}`),
  ...Array.from({ length: 12 }, (_, i) => String(i + 1).padStart(2, '0')).flatMap((month) => [
    `${year}-${month}`,
    `${year}-${month}-R12`,
    `${year}-01-01..${dateOf(year, Number(month), 31)}`,
  ]),
]);

describe('a period', () => {
  it.each([
    ['2024', 'year', '2024-01-01', '2024-12-31', 'helåret 2024'],
    ['2024-H1', 'half-year', '2024-01-01', '2024-06-30', 'januari–juni 2024'],
    ['2024-H2', 'half-year', '2024-07-01', '2024-12-31', 'juli–december 2024'],
    ['2024-T1', 'tertial', '2024-01-01', '2024-04-30', 'januari–april 2024'],
    ['2024-T2', 'tertial', '2024-05-01', '2024-08-31', 'maj–augusti 2024'],
    ['2024-T3', 'tertial', '2024-09-01', '2024-12-31', 'september–december 2024'],
    ['2024-02', 'month', '2024-02-01', '2024-02-29', 'februari 2024'],
    ['2023-02', 'month', '2023-02-01', '2023-02-28', 'februari 2023'],
    ['2024-10', 'month', '2024-10-01', '2024-10-31', 'oktober 2024'],
    ['2024-01-01..2024-08-31', 'year-to-date', '2024-01-01', '2024-08-31', 'januari–augusti 2024'],
    ['2024-01-01..2024-01-31', 'year-to-date', '2024-01-01', '2024-01-31', 'januari 2024'],
    ['2024-01-01..2024-12-31', 'year-to-date', '2024-01-01', '2024-12-31', 'januari–december 2024'],
    ['2024-01-01..2024-08-15', 'year-to-date', '2024-01-01', '2024-08-15', '2024-01-01 – 2024-08-15'],
    ['2024-01-01..2024-01-01', 'year-to-date', '2024-01-01', '2024-01-01', '2024-01-01 – 2024-01-01'],
    ['2024-06-R12', 'rolling-year', '2023-07-01', '2024-06-30', 'juli 2023–juni 2024'],
    ['2024-02-R12', 'rolling-year', '2023-03-01', '2024-02-29', 'mars 2023–februari 2024'],
    ['2024-12-R12', 'rolling-year', '2024-01-01', '2024-12-31', 'januari–december 2024'],
  ])('%s is a %s from %s to %s: %s', (code, kind, from, to, label) => {
    const period = parsePeriod(code);
    expect(period).toEqual({ code, kind, from, to });
    expect(periodLabel(period)).toBe(label);
  });

  it('covers its first and its last day, and no day beside them', () => {
    for (const [code, before, first, last, after] of [
      ['2024-H1', '2023-12-31', '2024-01-01', '2024-06-30', '2024-07-01'],
      ['2024-06-R12', '2023-06-30', '2023-07-01', '2024-06-30', '2024-07-01'],
      ['2024-02', '2024-01-31', '2024-02-01', '2024-02-29', '2024-03-01'],
    ] as const) {
      const inside = [before, first, last, after].map((day) => periodContains(parsePeriod(code), businessDate(day)));
      expect(inside).toEqual([false, true, true, false]);
    }
  });

  it('ends in the fiscal year that it belongs to, and has a year to date', () => {
    expect(fiscalYearOf(parsePeriod('2024-06-R12'))).toBe(2024);
    for (const code of codes) {
      const period = parsePeriod(code);
      const toDate = yearToDate(period);
      expect(toDate).toEqual(parsePeriod(toDate.code));
      expect([toDate.from, toDate.to]).toEqual([`${fiscalYearOf(period)}-01-01`, period.to]);
    }
  });

  it.each([
    '',
    '24',
    '1900',
    '2200',
    '2024-',
    '2024-H3',
    '2024-H0',
    '2024-h1',
    '2024-T4',
    '2024-00',
    '2024-13',
    '2024-6',
    '2024-06-R11',
    '2024-R12',
    '2024-H1-R12',
    ' 2024',
    '2024\n',
    '٢٠٢٤',
    '2024-02-01..2024-08-31',
    '2023-01-01..2024-08-31',
    '2024-01-01..2024-06-31',
    '2024-01-01..2023-12-31',
    '2024-01-01..',
    '2024-01-01',
    '2024-01-01...2024-08-31',
  ])('is not written %j', (text) => {
    expect(tryParsePeriod(text)).toBeNull();
    expect(() => parsePeriod(text)).toThrow(RangeError);
    expect(periodCodeSchema.safeParse(text).error?.issues[0]?.message).toMatch(/^inte en period, till exempel 2024, /);
  });

  it('is stored as it was written', () => {
    for (const code of codes) expect(periodCodeSchema.parse(code)).toBe(code);
    for (const value of [2024, null, {}]) expect(periodCodeSchema.safeParse(value).success).toBe(false);
  });
});

describe('the same period last year', () => {
  it.each([
    ['2024', '2023'],
    ['2024-H1', '2023-H1'],
    ['2024-T2', '2023-T2'],
    ['2024-02', '2023-02'],
    ['2025-02', '2024-02'],
    ['2024-06-R12', '2023-06-R12'],
    ['2025-02-R12', '2024-02-R12'],
    ['2024-01-01..2024-08-31', '2023-01-01..2023-08-31'],
    ['2024-01-01..2024-02-29', '2023-01-01..2023-02-28'],
    ['2025-01-01..2025-02-28', '2024-01-01..2024-02-29'],
    ['2024-01-01..2024-02-28', '2023-01-01..2023-02-28'],
    ['2025-01-01..2025-02-27', '2024-01-01..2024-02-27'],
    ['2024-01-01..2024-04-30', '2023-01-01..2023-04-30'],
  ])('of %s is %s', (code, before) => {
    expect(samePeriodLastYear(parsePeriod(code)).code).toBe(before);
  });

  it('is a period like any other: its code says its days', () => {
    for (const code of codes) {
      const before = samePeriodLastYear(parsePeriod(code));
      expect(before).toEqual(parsePeriod(before.code));
      expect(before.kind).toBe(parsePeriod(code).kind);
    }
  });
});
