import fc from 'fast-check';
import { layoutSchema } from '../layout';
import { DEFAULTS_ORIGIN, defaultLayouts } from './default-layouts';
import { postKinds, type Registers } from './registers';

const registers: Registers = {
  members: [
    { memberId: 'staten', name: 'Staten' },
    { memberId: 'vasterby', name: 'Västerby kommun' },
  ],
  activities: [
    { activity: 'kansli', name: 'Kansli', group: 'administration' },
    { activity: 'natverk', name: 'Nätverk', group: 'struktur' },
    { activity: 'stegen', name: 'Stegen', group: 'individ' },
  ],
};
const layouts = defaultLayouts(registers);
const layoutOf = (id: string, of = layouts) => of.find((layout) => layout.id === id)!;
const rowOf = (id: string, row: string, of = layouts) => layoutOf(id, of).rows.find((one) => one.id === row);

const code = fc.stringMatching(/^[a-z][a-z0-9]{0,10}(-[a-z]{1,8})?$|^(a-){28,29}[a-z]$/);
const name = fc.constantFrom('Ö', 'Kansli', 'Insats'.repeat(13));
const range = fc
  .tuple(fc.integer({ min: 1000, max: 8999 }), fc.integer({ min: 0, max: 999 }))
  .map(([from, width]): [number, number] => [from, Math.min(from + width, 8999)]);
const anyRegisters: fc.Arbitrary<Registers> = fc.record({
  members: fc.uniqueArray(fc.record({ memberId: code, name }), { selector: ({ memberId }) => memberId, maxLength: 20 }),
  activities: fc.uniqueArray(
    fc.record({ activity: code, name, group: fc.constantFrom('administration', 'struktur', 'individ') }),
    { selector: ({ activity }) => activity, maxLength: 120 },
  ),
  kinds: fc.option(
    fc.uniqueArray(
      fc.record({
        kind: code,
        side: fc.constantFrom('income', 'cost', 'opening-equity'),
        accounts: fc.option(fc.array(range, { minLength: 1, maxLength: 3 }), { nil: undefined }),
      }),
      { selector: ({ kind }) => kind, maxLength: 8 },
    ),
    { nil: undefined },
  ),
});

describe('the default layouts', () => {
  it('may be adopted as they stand whatever the registers hold, and are the same each time', () => {
    fc.assert(
      fc.property(anyRegisters, (any) => {
        const filled = defaultLayouts(any);
        for (const layout of filled) {
          expect(layoutSchema.safeParse(layout).error?.issues).toBeUndefined();
          expect(layoutSchema.parse(layout)).toEqual(layout);
        }
        expect(defaultLayouts(any)).toEqual(filled);
        expect(new Set(filled.map(({ id }) => id)).size).toBe(filled.length);
      }),
      { seed: 52, numRuns: 25 },
    );
  });

  it('take cells only from tables that are adopted before them, and from cells that are there', () => {
    for (const [place, layout] of layouts.entries()) {
      for (const row of layout.rows) {
        const given = 'given' in row ? Object.values(row.given ?? {}) : [];
        for (const { table, row: from, column } of given) {
          const source = table === undefined ? layout : layouts.slice(0, place).find(({ id }) => id === table);
          expect([layout.id, row.id, source?.rows.some(({ id }) => id === from)]).toEqual([layout.id, row.id, true]);
          expect([layout.id, row.id, source?.columns.some(({ id }) => id === column)]).toEqual([
            layout.id,
            row.id,
            true,
          ]);
        }
      }
    }
  });

  it('have a row for each member and each activity, by name', () => {
    for (const id of ['resultat-per-medlem-och-verksamhet', 'budget-och-plan', 'not-2', 'medlemsbidrag']) {
      expect(rowOf(id, 'medlem-vasterby')).toMatchObject({ label: 'Västerby kommun', members: ['vasterby'] });
    }
    for (const id of ['resultat-per-medlem-och-verksamhet', 'driftredovisning', 'not-3', 'ekonomisk-sammanfattning']) {
      expect(rowOf(id, 'verksamhet-natverk')).toMatchObject({ label: 'Nätverk', activities: ['natverk'] });
    }
  });

  it('show one row for all where there is nobody yet, or where there would be too many rows', () => {
    const many = Array.from({ length: 101 }, (_, index) => ({
      activity: `verksamhet${index}`,
      name: `Verksamhet ${index}`,
      group: 'individ' as const,
    }));
    for (const activities of [[], many]) {
      const filled = defaultLayouts({ members: [], activities });
      expect(rowOf('not-3', 'kostnader', filled)).toMatchObject({ accounts: [[4000, 7999]] });
      expect(rowOf('medlemsbidrag', 'medlemsbidrag', filled)).not.toHaveProperty('members');
      expect(layoutOf('kostnadsfordelning', filled).rows.map(({ kind }) => kind)).toEqual(['line', 'sum']);
    }
  });

  it('distribute costs by the group of each activity, and leave out a group that has none', () => {
    expect(rowOf('kostnadsfordelning', 'struktur')).toMatchObject({ activities: ['natverk'] });
    const two = defaultLayouts({ ...registers, activities: registers.activities.slice(0, 2) });
    expect(layoutOf('kostnadsfordelning', two).rows.map(({ id }) => id)).toEqual([
      'administration',
      'struktur',
      'totalt',
    ]);
  });

  it('name no association, and print nowhere that they are ours', () => {
    const words = JSON.stringify(defaultLayouts({ members: [], activities: [] }));
    expect(words).not.toMatch(/Vätterbygden|Dalarna|Östergötland|Enter|NOVA|FIA/);
    expect(words).not.toContain('våra');
    expect(DEFAULTS_ORIGIN).toContain('inte Nationella rådets mall');
  });

  it('change with the law: a resultatutjämningsreserv until 2023, a resultatreserv from 2024', () => {
    const [before, after] = ['balanskravsutredning-till-2023', 'balanskravsutredning'].map((id) =>
      layoutOf(id).rows.map((row) => row.id),
    );
    expect(before!.filter((id) => !after!.includes(id))).toEqual(['resultatutjamningsreserv']);
    expect(after!.filter((id) => !before!.includes(id))).toEqual(['resultatreserv']);
  });
});

describe('the kinds of budget posts', () => {
  const kinds = postKinds([
    { kind: 'medlemmar', side: 'income', accounts: [[3000, 3599]] },
    { kind: 'kurser', side: 'income', accounts: [[3600, 3699]] },
    { kind: 'okant', side: 'income' },
    { kind: 'ranta', side: 'income', accounts: [[8400, 8499]] },
    { kind: 'loner', side: 'cost', accounts: [[5000, 5999]] },
    { kind: 'allt', side: 'cost', accounts: [[4000, 8999]] },
    { kind: 'rantor', side: 'cost', accounts: [[8500, 8599]] },
    { kind: 'fjol', side: 'opening-equity' },
  ]);

  it('stand where their side and their accounts say', () => {
    expect(kinds).toEqual({
      contributions: ['medlemmar'],
      otherIncome: ['kurser', 'okant'],
      financialIncome: ['ranta'],
      costs: ['loner', 'allt'],
      financialCosts: ['rantor'],
      openingEquity: ['fjol'],
    });
  });

  it('are bidrag and kostnad until the association has settled its own', () => {
    expect(postKinds()).toMatchObject({ contributions: ['bidrag'], costs: ['kostnad'], openingEquity: [] });
  });

  it('that count on the opening equity give a result with it and one without', () => {
    const withEquity = defaultLayouts({ ...registers, kinds: [{ kind: 'fjol', side: 'opening-equity' }] });
    expect(rowOf('budget-och-plan', 'resultat-med-eget-kapital', withEquity)).toBeDefined();
    expect(rowOf('budget-och-plan', 'resultat-med-eget-kapital')).toBeUndefined();
  });

  it('each stand on one row of a table, or the plan would be counted twice', () => {
    const kinds = [
      { kind: 'medlemmar', side: 'income', accounts: [[3510, 3539]] },
      { kind: 'kurser', side: 'income', accounts: [[3600, 3699]] },
      { kind: 'ranta', side: 'income', accounts: [[8400, 8499]] },
      { kind: 'loner', side: 'cost' },
      { kind: 'rantor', side: 'cost', accounts: [[8500, 8599]] },
      { kind: 'fjol', side: 'opening-equity' },
    ] as const;
    for (const { id, rows, covers } of defaultLayouts({ ...registers, kinds: [...kinds].map(plain) })) {
      const lines = rows.flatMap((row) => (row.kind === 'line' && row.posts ? [row] : []));
      if (lines.length === 0 || covers) continue;
      const taken = lines.flatMap(({ posts = [] }) =>
        posts.flatMap(({ kinds: of = [], members, activities }) => of.map((kind) => ({ kind, members, activities }))),
      );
      for (const { kind } of kinds) {
        const by = taken.filter((one) => one.kind === kind);
        const apart = new Set(by.map(({ members, activities }) => JSON.stringify([members, activities])));
        expect([id, kind, by.length > 0, apart.size]).toEqual([id, kind, true, by.length]);
      }
    }
  });
});

function plain<K extends { readonly kind: string }>(kind: K) {
  return { ...kind } as unknown as NonNullable<Registers['kinds']>[number];
}
