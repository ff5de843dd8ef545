import { type Layout, layoutSchema, type LayoutView, type LineRow, type SumRow } from '@finsam/associations';
import { ore } from '@finsam/kernel';
import fc from 'fast-check';
import type { ColumnFigures } from '../figures';
import type { StatementTable } from '../statement-table';
import { budget, flow, tableOf, utfall } from '../testing';

const ACTIVITIES = ['enter', 'fia', 'kansli'];
const amount = fc.oneof(fc.integer({ min: -999, max: 999 }), fc.integer({ min: -1e11, max: 1e11 })).map(ore);
const activity = fc.constantFrom(...ACTIVITIES, 'annat');

/** Income on one row and each cost on its own; some rows print their amounts with the other sign. */
const lineOf = (id: string, sign: 1 | -1, of: Partial<LineRow>): LineRow => ({
  kind: 'line',
  id,
  label: id,
  sign,
  ...of,
});
const rowsOf = (signs: readonly (1 | -1)[]): (LineRow | SumRow)[] => {
  const kinds = (kind: string, natural: 1 | -1, sign: 1 | -1, more: object = {}) => [
    { ...more, kinds: [kind], ...(sign !== natural && { sign: -1 as const }) },
  ];
  const [first = 1] = signs;
  const income = lineOf('intakter', first, { accounts: [[3000, 3999]], posts: kinds('intakt', -1, first) });
  const costs = ACTIVITIES.map((id, index) => {
    const sign = signs[index + 1] ?? 1;
    const posts = kinds('kostnad', 1, sign, { activities: [id] });
    return lineOf(id, sign, { accounts: [[4000, 8999]], activities: [id], posts });
  });
  const lines = [income, ...costs];
  const of = lines.map(({ id, sign }) => ({ row: id, sign: sign === 1 ? (-1 as const) : (1 as const) }));
  return [...lines, { kind: 'sum', id: 'resultat', label: 'Resultat', of, blank: 'any' }];
};

const row = fc.constantFrom('intakter', ...ACTIVITIES);
const selector = fc.record({
  accounts: fc.constantFrom<[number, number][]>([[3000, 3999]], [[3500, 5999]], [[3000, 8999]]),
  activities: fc.option(fc.subarray(ACTIVITIES, { minLength: 1 }), { nil: undefined }),
  posts: fc.constantFrom([{ kinds: ['intakt'] }], [{ kinds: ['kostnad'] }], [{}]),
});
const setOffs = fc.array(fc.tuple(selector, fc.uniqueArray(row, { minLength: 1, maxLength: 3 })), { maxLength: 3 });
const part = fc.record({ row, weight: fc.integer({ min: 1, max: 99 }) });
const allocations = fc.array(
  fc.tuple(
    row,
    fc.uniqueArray(part, { minLength: 1, maxLength: 3, selector: (one) => one.row }),
    selector,
    fc.boolean(),
  ),
  { maxLength: 3 },
);
const views = fc.tuple(setOffs, allocations).map(([offs, shares]): LayoutView => {
  const moving = shares.filter(([from, to]) => to.some((one) => one.row !== from));
  return {
    ...(offs.length > 0 && { setOffs: offs.map(([of, rows], at) => ({ label: `a ${at}`, ...given(of), rows })) }),
    ...(moving.length > 0 && {
      allocations: moving.map(([from, to, of, all], at) => ({ label: `f ${at}`, from, to, ...(all ? {} : given(of)) })),
    }),
  };
});
const given = ({ activities, ...rest }: { activities: string[] | undefined }) => ({
  ...rest,
  ...(activities && { activities }),
});
const layouts = fc
  .tuple(views, fc.array(fc.constantFrom<1 | -1>(1, -1), { minLength: 4, maxLength: 4 }))
  .map(([view, signs]): Layout =>
    flow(rowsOf(signs), {
      view,
      columns: [utfall, budget],
      figures: [{ code: 'result', of: [{ row: 'resultat' }] }],
    }),
  );

const entries = fc.array(
  fc.record({ account: fc.integer({ min: 3000, max: 8999 }), activity, member: fc.constant(null), amountOre: amount }),
  { maxLength: 25 },
);
const posts = fc.array(
  fc.record({ activity, kind: fc.constantFrom('intakt', 'kostnad'), member: fc.constant(null), amountOre: amount }),
  { maxLength: 12 },
);
const figures = fc.tuple(entries, posts).map(([books, planned]): Record<string, ColumnFigures> => ({
  utfall: { source: 'ledger', rows: books },
  budget: { source: 'posts', rows: planned },
}));

const oreIn = (table: StatementTable, id: string, column: number) =>
  table.rows.find((one) => one.id === id)?.cells[column]?.ore ?? null;
const booked = ({ utfall: of }: Record<string, ColumnFigures>) => (of?.source === 'ledger' ? of.rows : []);
const without = ({ view: _, ...layout }: Layout): Layout => layout;
const LINES = ['intakter', ...ACTIVITIES];

describe('any view of any figures', () => {
  it('is a view that may be adopted', () => {
    fc.assert(fc.property(layouts, (layout) => expect(layoutSchema.safeParse(layout).error?.issues).toBeUndefined()));
  });

  it('leaves the result as it was, wherever there was one and all of it was shown', () => {
    fc.assert(
      fc.property(layouts, figures, (layout, of) => {
        const [plain, seen] = [tableOf(without(layout), of), tableOf(layout, of)];
        for (const [index, { id }] of layout.columns.entries()) {
          const before = oreIn(plain, 'resultat', index);
          const hidden = plain.unmapped.some(({ column }) => column === id);
          if (before !== null && !hidden) expect(oreIn(seen, 'resultat', index)).toBe(before);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('wins and loses no öre of the books: what the rows show and what is unmapped is all there is', () => {
    fc.assert(
      fc.property(layouts, figures, (layout, of) => {
        const seen = tableOf(layout, of);
        const all = booked(of).reduce((sum, { amountOre }) => sum + amountOre, 0);
        const signs = new Map(layout.rows.flatMap((one) => (one.kind === 'line' ? [[one.id, one.sign] as const] : [])));
        const shown = LINES.reduce((sum, id) => sum + signs.get(id)! * oreIn(seen, id, 0)!, 0);
        const off = seen.unmapped
          .filter(({ column }) => column === 'utfall')
          .reduce((sum, { lines, amountOre }) => sum + amountOre * (1 - lines.length), 0);
        expect(shown + off).toBe(all);
      }),
      { numRuns: 500 },
    );
  });

  it('moves what it says: every cell is the cell without the view and what is moved to it', () => {
    fc.assert(
      fc.property(layouts, figures, (layout, of) => {
        const [plain, seen] = [tableOf(without(layout), of), tableOf(layout, of)];
        for (const [index, { id: column }] of layout.columns.entries()) {
          for (const id of LINES) {
            const changes = seen.moved!.filter((one) => one.column === column).flatMap(({ rows }) => rows);
            const change = changes.reduce((sum, one) => sum + (one.row === id ? one.changeOre : 0), 0);
            expect(oreIn(seen, id, index) ?? 0).toBe((oreIn(plain, id, index) ?? 0) + change);
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it('is the same in whatever order the figures come', () => {
    fc.assert(
      fc.property(layouts, figures, (layout, of) => {
        const turned = Object.fromEntries(
          Object.entries(of).map(([id, one]) => [id, 'rows' in one ? { ...one, rows: [...one.rows].reverse() } : one]),
        ) as typeof of;
        expect(JSON.stringify(tableOf(layout, turned))).toBe(JSON.stringify(tableOf(layout, of)));
      }),
    );
  });
});
