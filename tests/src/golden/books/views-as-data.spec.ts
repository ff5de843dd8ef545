// The three views of 2023 said as views: one gross table of the costs and the external income, and what is moved in it.
// They give what the printed layouts give, which name finer activities for every row instead.
import { type Layout, layoutSchema, type LayoutView } from '@finsam/associations';
import { ore, parsePeriod } from '@finsam/kernel';
import { columnPeriods, statement, type StatementTable } from '@finsam/reporting';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readRequests } from '../demo/demo-files';
import { added, pencilVouchers } from '../demo/pencil';

const year = parsePeriod('2023');
const entries = pencilVouchers(readRequests(__dirname, 'sodra-vatterbygden-bokslut'))
  .filter(({ date }) => date.startsWith('2023-'))
  .flatMap((voucher) => voucher.rows);
const sums = added(
  entries.map(({ account, activity, amountOre }) => [`${account} ${activity ?? ''}`, amountOre] as const),
);
const rows = Object.entries(sums).map(([key, amountOre]) => {
  const [account, activity] = key.split(' ');
  return {
    account: Number(account),
    activity: activity === '' ? null : activity!,
    member: null,
    amountOre: ore(amountOre),
  };
});

const tableOf = (layout: Layout) =>
  statement(layout, columnPeriods(layout, year), { columns: { utfall: { source: 'ledger', rows } } });
const oreIn = ({ rows: printed }: StatementTable) =>
  Object.fromEntries(printed.map(({ id, cells }) => [id, cells[0]?.ore ?? null]));
const krIn = (table: StatementTable, ...ids: string[]) => ids.map((id) => Math.round(oreIn(table)[id]! / 100));

/** A printed layout with its outcome alone. */
function outcomeOf(name: string): Layout {
  const file = join(__dirname, 'layouts', `sodra-vatterbygden-bokslut-${name}.json`);
  const layout = layoutSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  return { ...layout, columns: layout.columns.filter(({ id }) => id === 'utfall') };
}

/** Costs alone on every row of the layout, and the external income on a row of its own. */
function gross(name: string, activities: Readonly<Record<string, string[]>>, view: LayoutView): Layout {
  const layout = outcomeOf(name);
  const costs = layout.rows
    .filter((row) => row.kind === 'line')
    .filter((row) => row.accounts?.some(([from]) => from === 4000))
    .map((row) => ({
      ...row,
      accounts: [[4000, 7999]] as [number, number][],
      activities: activities[row.id] ?? row.activities,
    }));
  const external = { kind: 'line', id: 'externt', label: 'Externa intäkter', sign: -1 } as const;
  const income = { ...external, accounts: [[3600, 3699]] as [number, number][] };
  const covers: [number, number][] = [
    [3600, 3699],
    [4000, 7999],
  ];
  return layoutSchema.parse({ ...layout, covers, notes: [], view, rows: [income, ...costs] });
}

const OFFICE = { kansli: ['kansli', 'verksamhetsutvecklare-lon'], verksamhetsutvecklare: ['verksamhetsutvecklare'] };
const external: { accounts: [number, number][] } = { accounts: [[3600, 3699]] };
const FOUR = ['nova', 'verksamhetsutvecklare', 'kompetensutveckling', 'kansli'];
const linesOf = (layout: Layout) =>
  layout.rows.flatMap((row) => (row.kind === 'line' && row.activities ? [row.id] : []));

describe('external income set off against the cost whose activity it has', () => {
  const printed = outcomeOf('nettoredovisning');
  const against = linesOf(printed);
  const net = tableOf(
    gross('nettoredovisning', {}, { setOffs: [{ label: 'Externa intäkter', ...external, rows: against }] }),
  );

  it('gives every cost of the half-year report of 2024, to the öre', () => {
    const expected = oreIn(tableOf(printed));
    expect(oreIn(net)).toEqual({ externt: 0, ...Object.fromEntries(against.map((id) => [id, expected[id]])) });
    expect(krIn(net, ...FOUR)).toEqual([3_292_491, 108_188, 117_220, 1_523_036]);
    expect(net.unmapped).toEqual([]);
  });

  it('states 697 744 under the table', () => {
    expect(net.notes.map((note) => note.replaceAll('\u00a0', ' '))[0]).toBe(
      'Avräkning: Externa intäkter: 697 744 kr i Utfall 2023-12-31.',
    );
  });
});

describe('costs as the budget counts them', () => {
  const printed = outcomeOf('nettokostnader');
  const against = linesOf(printed);
  const label = 'Externa intäkter';
  const net = tableOf(
    gross('nettokostnader', OFFICE, {
      setOffs: [
        { label: 'Ersättning från NOVA', ...external, activities: ['nova-ersattning'], rows: ['kansli'] },
        {
          label: 'Utbildningar',
          ...external,
          activities: ['kompetensutveckling-bip'],
          rows: ['verksamhetsutvecklare'],
        },
        { label, ...external, rows: against },
      ],
      allocations: [
        {
          label: 'Lönen för verksamhetsutvecklaren',
          activities: ['verksamhetsutvecklare-lon'],
          from: 'kansli',
          to: [{ row: 'verksamhetsutvecklare', weight: 1 }],
        },
      ],
    }),
  );

  it('has the salary moved and two incomes set off elsewhere, to the öre', () => {
    const expected = oreIn(tableOf(printed));
    expect(oreIn(net)).toEqual({ externt: 0, ...Object.fromEntries(against.map((id) => [id, expected[id]])) });
    expect(krIn(net, ...FOUR)).toEqual([3_335_991, 689_562, 198_395, 816_987]);
  });

  it('states each of them, and the salary of 662 549', () => {
    expect(net.notes.map((note) => note.replaceAll('\u00a0', ' '))).toEqual([
      'Avräkning: Ersättning från NOVA: 43 500 kr i 2023-12-31.',
      expect.stringMatching(/^Avräkning: Utbildningar: \d+ \d+ kr i 2023-12-31\.$/),
      expect.stringMatching(/^Avräkning: Externa intäkter: \d+ \d+ kr i 2023-12-31\.$/),
      'Fördelning: Lönen för verksamhetsutvecklaren: 662 549 kr i 2023-12-31.',
    ]);
  });
});

it('has the gross costs of note 3 where nothing is moved', () => {
  const plain = tableOf(gross('nettokostnader', OFFICE, {}));
  const note = oreIn(tableOf(outcomeOf('not-3')));
  const rowsOfBoth = Object.keys(oreIn(plain)).filter((id) => id !== 'externt');
  expect(rowsOfBoth).toHaveLength(15);
  for (const id of rowsOfBoth) expect([id, oreIn(plain)[id]]).toEqual([id, note[id]]);
});
