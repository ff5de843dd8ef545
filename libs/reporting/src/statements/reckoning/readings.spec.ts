import type { Layout, LineRow, Reading } from '@finsam/associations';
import { columnPeriods } from '../column-periods';
import type { LedgerFigures, StatementFigures } from '../figures';
import { statement } from '../statement';
import { august, flow, ledger, plain, posts, printedRow, reported, utfall } from '../testing';

const bank = (id: string, reads?: Reading): LineRow => ({
  kind: 'line',
  id,
  label: id,
  sign: 1,
  accounts: [[1900, 1999]],
  posts: [{ kinds: [id] }],
  ...(reads && { reads }),
});
const rows = [bank('ingaende', 'opening'), bank('forandring'), bank('utgaende', 'closing')];
const layout = flow(rows, { covers: [[1900, 1999]] });
const books = (...of: Parameters<typeof ledger>) => ledger(...of) as LedgerFigures;
const figures: StatementFigures = {
  columns: { utfall: books([1910, 30_00]), budget: posts(['ingaende', 7_00]) },
  readings: { utfall: { opening: books([1910, 100_00]), closing: books([1910, 130_00]) } },
};
const tableOf = (of: Layout, more: Partial<StatementFigures> = {}) =>
  statement(of, columnPeriods(of, august), { ...figures, ...more });
const cells = (...of: Parameters<typeof tableOf>) => rows.map(({ id }) => printedRow(tableOf(...of), id));

it('is the movement in a flow unless a line says otherwise, so that a cash flow needs no other table', () => {
  expect(cells(layout)).toEqual([
    ['100', '7'],
    ['30', ''],
    ['130', ''],
  ]);
  expect(tableOf(layout).unmapped.filter(({ column }) => column === 'utfall')).toEqual([]);
});

it('is the closing balance in a balance unless a line says otherwise', () => {
  const balance = flow([bank('forandring', 'movement'), bank('utgaende')], { statement: 'balance', columns: [utfall] });
  const table = tableOf(balance, {
    columns: { utfall: books([1910, 130_00]) },
    readings: { utfall: { movement: books([1910, 30_00]) } },
  });
  expect([printedRow(table, 'forandring'), printedRow(table, 'utgaende')]).toEqual([['30'], ['130']]);
});

it('is blank where the books are not here, and stands as it was reported where it was', () => {
  expect(cells(layout, { readings: {} }).map(([cell]) => cell)).toEqual(['', '30', '']);
  const told = { ...figures.columns, utfall: reported('Bokslut', { ingaende: 5_00, utgaende: 6_00 }) };
  expect(cells(layout, { columns: told }).map(([cell]) => cell)).toEqual(['5', '', '6']);
});

it('may be shown by one line in each reading, and two lines in one reading count double', () => {
  const twice = { ...layout, rows: [...rows, bank('igen', 'opening')] };
  expect(tableOf(twice).unmapped.filter(({ column }) => column === 'utfall')).toEqual([
    { column: 'utfall', account: 1910, activity: null, member: null, lines: ['ingaende', 'igen'], amountOre: 100_00 },
  ]);
  const table = tableOf(twice);
  expect(table.notes.map(plain)).toContain(
    'Kolumnen Utfall 2024-08: konto 1910 visas på flera rader (ingaende, igen) och räknas dubbelt (100,00 kr).',
  );
});

it('of balances that no line reads is no loss: the table is about the movement', () => {
  const only = flow([bank('ingaende', 'opening')], { covers: [[1000, 1999]], columns: [utfall] });
  const more = { readings: { utfall: { opening: books([1510, 9_00]) } } };
  expect(tableOf(only, more).unmapped.map((entry) => 'account' in entry && entry.account)).toEqual([1910]);
});
