import * as fc from 'fast-check';
import { businessDate, businessDateSchema, dateOf, daysInMonth, isBusinessDate, yearOf } from './business-date';

const DAY_MS = 86_400_000;
const iso = (ms: number) => new Date(ms).toISOString().slice(0, 10);

it('knows every day of three hundred years, and none between them', () => {
  const days = new Set<string>();
  for (let ms = Date.UTC(1900, 0, 1); ms <= Date.UTC(2199, 11, 31); ms += DAY_MS) days.add(iso(ms));
  let known = 0;
  for (let year = 1899; year <= 2200; year++) {
    for (let month = 0; month <= 13; month++) {
      for (let day = 0; day <= 32; day++) {
        const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
        if (isBusinessDate(text) !== days.has(text)) throw new Error(text);
        if (days.has(text)) known++;
      }
    }
  }
  expect(known).toBe(days.size);
  expect(known).toBe(109_573);
});

it.each([
  '2023-02-29',
  '1900-02-29',
  '2024-13-01',
  '2024-00-10',
  '2024-06-00',
  '2024-06-31',
  '0001-01-01',
  '9999-12-31',
  '20240131',
  '2024-1-31',
  '24-01-31',
  '2024-01-31T00:00:00Z',
  '2024-01-31\n',
  ' 2024-01-31',
  '2024/01/31',
  '-2024-01-31',
  '٢٠٢٤-01-31',
  'i går',
  '',
])('%j is no day', (text) => {
  expect(isBusinessDate(text)).toBe(false);
  expect(() => businessDate(text)).toThrow(RangeError);
  expect(businessDateSchema.safeParse(text).error?.issues[0]?.message).toBe('inte ett datum på formen ÅÅÅÅ-MM-DD');
});

it('is a text and nothing else', () => {
  for (const value of [20240131, new Date(), null, undefined, ['2024-01-31']]) {
    expect(businessDateSchema.safeParse(value).success).toBe(false);
  }
  expect(businessDateSchema.parse('2024-02-29')).toBe('2024-02-29');
});

it('sorts as days do', () => {
  const day = fc.integer({ min: Date.UTC(1900, 0, 1) / DAY_MS, max: Date.UTC(2199, 11, 31) / DAY_MS });
  fc.assert(
    fc.property(day, day, (a, b) => {
      expect(businessDate(iso(a * DAY_MS)) < businessDate(iso(b * DAY_MS))).toBe(a < b);
    }),
  );
});

it('knows how long each month is', () => {
  for (const year of [1900, 2000, 2023, 2024, 2100]) {
    for (let month = 1; month <= 12; month++) {
      expect(daysInMonth(year, month)).toBe(new Date(Date.UTC(year, month, 0)).getUTCDate());
    }
  }
});

it('cuts a day that its month does not have to the last one it has', () => {
  expect(dateOf(2023, 2, 31)).toBe('2023-02-28');
  expect(dateOf(2024, 2, 31)).toBe('2024-02-29');
  expect(dateOf(2024, 4, 31)).toBe('2024-04-30');
  expect(dateOf(2024, 3, 5)).toBe('2024-03-05');
  expect(() => dateOf(2024, 13, 1)).toThrow(RangeError);
  expect(() => dateOf(1899, 12, 31)).toThrow(RangeError);
  expect(yearOf(businessDate('2024-12-31'))).toBe(2024);
});
