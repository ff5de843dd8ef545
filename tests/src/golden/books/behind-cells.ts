// Every cell of Årsredovisning 2023 leads back to what it is made of, and that gives the cell again, to the öre.
import type { Book, Statement } from './book-service';

interface Cell {
  readonly table: string;
  readonly row: string;
  readonly column: string;
  readonly ore: number | null;
  readonly sign?: 1 | -1;
}

interface Explained extends Cell {
  readonly behind: {
    readonly source: string;
    readonly sign?: 1 | -1;
    readonly lines?: readonly { readonly amountOre: number; readonly voucherId: string | null }[];
    readonly next?: number | null;
    readonly posts?: readonly { readonly amountOre: number; readonly sign: 1 | -1 }[];
    readonly decision?: { readonly on: string };
    readonly document?: string;
    readonly parts?: readonly Cell[];
    readonly reckoned?: string;
  };
}

const LAYOUTS = [
  'resultatrakning',
  'balansrakning',
  'kassaflodesanalys',
  'driftredovisning',
  'femarsoversikt',
  'not-3',
  'stallning',
];

export function describeBehindCells(book: () => Book): void {
  let statements: readonly Statement[];
  beforeAll(async () => {
    statements = await book().statements('2023');
  });

  const explain = async (table: string, row: string, column: string, page = 'limit=500') =>
    (await book().get(`statements/${table}/explain?period=2023&row=${row}&column=${column}&${page}`)) as Explained;

  /** What stands behind a cell, added as the cell says; null where nothing says what it comes to. */
  function added({ behind }: Explained): number | null {
    if (behind.lines) return behind.lines.reduce((sum, { amountOre }) => sum + behind.sign! * amountOre, 0);
    if (behind.posts?.length) return behind.posts.reduce((sum, { amountOre, sign }) => sum + sign * amountOre, 0);
    if (!behind.parts) return null;
    const known = behind.parts.filter(({ ore }) => ore !== null);
    return known.length === 0 ? null : known.reduce((sum, { ore, sign = 1 }) => sum + sign * ore!, 0);
  }

  it.each(LAYOUTS)(
    'gives every amount of %s again',
    async (id) => {
      const table = statements.find(({ layout }) => layout.id === id)!;
      const seen = new Map<string, number>();
      for (const row of table.rows) {
        for (const [index, { ore }] of row.cells.entries()) {
          const explained = await explain(id, row.id, table.columns[index]!.id);
          const { source, reckoned, next } = explained.behind;
          seen.set(source, (seen.get(source) ?? 0) + 1);
          expect([id, row.id, explained.ore]).toEqual([id, row.id, ore]);
          if (ore === null || source === 'reported' || reckoned) continue;
          expect([row.id, table.columns[index]!.id, added(explained), next ?? null]).toEqual([
            row.id,
            table.columns[index]!.id,
            ore,
            null,
          ]);
        }
      }
      expect(seen.get('ledger')).toBeGreaterThan(0);
    },
    60_000,
  );

  it('page by page, with its vouchers, and no line twice', async () => {
    const all = (await explain('not-3', 'nova', 'utfall')).behind.lines!;
    const paged: unknown[] = [];
    for (let after: number | null = 0; after !== null;) {
      const { lines, next }: Explained['behind'] = (await explain('not-3', 'nova', 'utfall', `after=${after}&limit=2`))
        .behind;
      paged.push(...lines!);
      after = next ?? null;
    }
    expect(all.length).toBeGreaterThan(4);
    expect(paged).toEqual(all);
    expect(all.every(({ voucherId }) => voucherId !== null)).toBe(true);
  });

  it('names the decision behind a budget and the document behind what was reported', async () => {
    const { behind } = await explain('not-3', 'nova', 'budget');
    expect([behind.source, behind.decision?.on]).toEqual(['posts', '2022-11-23']);
    const document = 'Årsredovisning 2023, femårsöversikt';
    for (const [row, column] of [
      ['verksamhetens-intakter', 'ar-2'],
      ['antal-anstallda', 'ar'],
      ['soliditet', 'ar-4'],
    ] as const) {
      expect((await explain('femarsoversikt', row, column)).behind).toEqual({ source: 'reported', document });
    }
  });

  it('follows a share to another table, and from there to its two rows', async () => {
    const [taken] = (await explain('femarsoversikt', 'soliditet', 'ar')).behind.parts!;
    expect([taken!.table, taken!.row, taken!.column]).toEqual(['stallning', 'soliditet', 'utfall']);
    const { parts } = (await explain('stallning', 'soliditet', 'utfall')).behind;
    expect(parts!.map(({ row }) => row)).toEqual(['eget-kapital', 'tillgangar']);
  });

  it('refuses what is not there', async () => {
    await expect(explain('saknas', 'nova', 'utfall')).rejects.toThrow('statement/unknown-layout');
    await expect(explain('not-3', 'saknas', 'utfall')).rejects.toThrow('statement/unknown-row');
    await expect(explain('balansrakning', 'tillgangar', 'utfall')).rejects.toThrow('statement/unknown-row');
    await expect(explain('not-3', 'nova', 'saknas')).rejects.toThrow('statement/unknown-column');
  });
}
