import { type Layout, layoutSchema, type LayoutRow } from '@finsam/associations';
import { ore } from '@finsam/kernel';
import fc from 'fast-check';
import { roundedTo } from '../swedish';
import type { ColumnFigures, LedgerFigure, PostFigure } from './figures';
import type { StatementTable } from './statement-table';
import { budget, flow, tableOf, utfall } from './testing';

const ACTIVITIES = ['enter', 'fia', 'kansli'];
const MEMBERS = ['habo', 'staten'];
const KINDS = ['bidrag', 'kostnad', 'ranta'];
const sign = fc.constantFrom<1 | -1>(1, -1);
const amount = fc.oneof(fc.integer({ min: -99_999, max: 99_999 }), fc.integer({ min: -1e12, max: 1e12 })).map(ore);
const some = <T>(values: readonly T[]) => fc.option(fc.subarray([...values], { minLength: 1 }), { nil: undefined });

/** Lines by turns over the accounts, then sums of any rows above: layouts without circles, of any shape. */
const layouts: fc.Arbitrary<Layout> = fc
  .record({
    unit: fc.constantFrom('kr' as const, 'tkr' as const),
    lines: fc.array(
      fc.record({
        sign,
        from: fc.integer({ min: 30, max: 89 }),
        width: fc.integer({ min: 0, max: 20 }),
        activities: some(ACTIVITIES),
        members: some(MEMBERS),
        kinds: some(KINDS),
        postSign: sign,
        showIn: fc.option(fc.constantFrom<string[]>(['utfall'], ['budget']), { nil: undefined, freq: 8 }),
      }),
      { minLength: 1, maxLength: 6 },
    ),
    sums: fc.array(
      fc.record({
        parts: fc.array(fc.record({ at: fc.nat(), sign }), { minLength: 1, maxLength: 5 }),
        blank: fc.constantFrom('all' as const, 'any' as const),
      }),
      { maxLength: 4 },
    ),
  })
  .map(({ unit, lines, sums }) => {
    const rows: LayoutRow[] = lines.map(
      ({ sign, from, width, activities, members, kinds, postSign, showIn }, index) => ({
        kind: 'line',
        id: `rad-${index}`,
        label: `Rad ${index}`,
        sign,
        accounts: [[from * 100, Math.min(from + width, 89) * 100 + 99]],
        posts: [{ kinds, sign: postSign }],
        ...(activities && { activities }),
        ...(members && { members }),
        ...(showIn && { showIn }),
      }),
    );
    for (const [index, { parts, blank }] of sums.entries()) {
      const of = parts.map(({ at, sign }) => ({ row: rows[at % rows.length]?.id ?? '', sign }));
      rows.push({ kind: 'sum', id: `summa-${index}`, label: `Summa ${index}`, of, blank });
    }
    const remaining = { id: 'kvar', label: 'Kvar', kind: 'remaining', of: 'utfall', against: 'budget' } as const;
    return flow(rows, { unit, columns: [utfall, budget, remaining] });
  });

const member = fc.option(fc.constantFrom(...MEMBERS), { nil: null });
const activity = fc.option(fc.constantFrom(...ACTIVITIES), { nil: null });
const entries = fc.array(
  fc.record({ account: fc.integer({ min: 1000, max: 8999 }), activity, member, amountOre: amount }),
  { maxLength: 30 },
);
const planned = fc.array(
  fc.record({ activity: fc.constantFrom(...ACTIVITIES), kind: fc.constantFrom(...KINDS), member, amountOre: amount }),
  { maxLength: 12 },
);
const books = (rows: readonly LedgerFigure[]): ColumnFigures => ({ source: 'ledger', rows });
const plan = (rows: readonly PostFigure[]): ColumnFigures => ({ source: 'posts', rows });

const cell = (table: StatementTable, row: string, column: number) =>
  table.rows.find(({ id }) => id === row)?.cells[column] ?? { ore: null, printed: '' };

describe('any layout with any figures', () => {
  it('is a layout that may be adopted', () => {
    fc.assert(fc.property(layouts, (layout) => expect(layoutSchema.safeParse(layout).success).toBe(true)));
  });

  it('gives the same table twice, and in whatever order the figures come, and changes nothing it is given', () => {
    fc.assert(
      fc.property(layouts, entries, planned, (layout, rows, posts) => {
        const before = JSON.stringify([layout, rows, posts]);
        const table = JSON.stringify(tableOf(layout, { utfall: books(rows), budget: plan(posts) }));
        const turned = { utfall: books([...rows].reverse()), budget: plan([...posts].reverse()) };
        expect(JSON.stringify(tableOf(layout, turned))).toBe(table);
        expect(JSON.stringify([layout, rows, posts])).toBe(before);
      }),
    );
  });

  it('has totals that are the sums of their parts in öre, blank as they say', () => {
    fc.assert(
      fc.property(layouts, entries, planned, (layout, rows, posts) => {
        const table = tableOf(layout, { utfall: books(rows), budget: plan(posts) });
        for (const row of layout.rows.filter((row) => row.kind === 'sum')) {
          for (const column of [0, 1]) {
            const parts = row.of.map((part) => ({ sign: part.sign ?? 1, ore: cell(table, part.row, column).ore }));
            const known = parts.filter((part) => part.ore !== null);
            const blank = row.blank === 'any' ? known.length < parts.length : known.length === 0;
            const sum = known.reduce((total, part) => total + BigInt(part.sign) * BigInt(part.ore ?? 0), 0n);
            expect(cell(table, row.id, column).ore).toBe(blank ? null : Number(sum));
          }
        }
      }),
    );
  });

  it('prints parts that are off from the printed total by at most half a unit each, and says so when they are', () => {
    fc.assert(
      fc.property(layouts, entries, planned, (layout, rows, posts) => {
        const table = tableOf(layout, { utfall: books(rows), budget: plan(posts) });
        const unit = layout.unit === 'kr' ? 100 : 100_000;
        const says = table.notes.some((note) => note.startsWith('Summor är beräknade på öre'));
        let differs = false;
        for (const row of layout.rows.filter((row) => row.kind === 'sum')) {
          for (const column of [0, 1]) {
            const total = cell(table, row.id, column).ore;
            if (total === null) continue;
            const printed = row.of
              .map((part) => (part.sign ?? 1) * roundedTo(layout.unit, cell(table, part.row, column).ore ?? 0))
              .reduce((sum, part) => sum + part, 0);
            expect(2 * Math.abs(printed * unit - total)).toBeLessThanOrEqual(row.of.length * unit);
            differs ||= printed !== roundedTo(layout.unit, total);
          }
        }
        for (const { cells } of table.rows) {
          const [of, against, left] = cells.map(({ ore }) => (ore === null ? null : roundedTo(layout.unit, ore)));
          if (of != null && against != null) differs ||= against - of !== left;
        }
        expect(says).toBe(differs);
      }),
    );
  });

  it('loses no öre of what it is about: what lines show once, and what is unmapped, is all there is', () => {
    fc.assert(
      fc.property(layouts, entries, (layout, rows) => {
        const table = tableOf(layout, { utfall: books(rows), budget: { source: 'none' } });
        const about = rows.filter(({ account }) => account >= 3000).reduce((sum, row) => sum + row.amountOre, 0);
        const shown = layout.rows
          .filter((row) => row.kind === 'line')
          .reduce((sum, row) => sum + row.sign * (cell(table, row.id, 0).ore ?? 0), 0);
        const off = table.unmapped.reduce((sum, { lines, amountOre }) => sum + amountOre * (1 - lines.length), 0);
        expect(shown + off).toBe(about);
      }),
    );
  });
});
