import type { LayoutRow } from '@finsam/associations';
import { flow, ledger, none, plain, posts, printedRow, reported, tableOf, utfall } from '../testing';

const line = (id: string, from: number, to: number, more: object = {}): LayoutRow => ({
  kind: 'line',
  id,
  label: id,
  sign: 1,
  accounts: [[from, to]],
  ...more,
});
const sum = (...parts: string[]): LayoutRow => ({
  kind: 'sum',
  id: 'summa',
  label: 'Summa',
  of: parts.map((row) => ({ row })),
  blank: 'all',
});
const notesOf = (...input: Parameters<typeof tableOf>) => tableOf(...input).notes.map(plain);
const ROUNDING = /^Summor är beräknade på öre; avrundade delar kan därför avvika/;

it('says which column is sums of another system, without vouchers', () => {
  const layout = flow([line('a', 4000, 4999)], { columns: [utfall] });
  const imported = { ...ledger([4010, 100]), imported: true as const };
  expect(notesOf(layout, { utfall: imported })).toEqual([
    'Kolumnen Utfall 2024-08 är inläst som saldon ur en SIE-fil; inga verifikationer står bakom.',
  ]);
  expect(notesOf(layout, { utfall: ledger([4010, 100]) })).toEqual([]);
});

describe('rounding', () => {
  const layout = flow([line('a', 4000, 4999), line('b', 5000, 5999), sum('a', 'b')], { columns: [utfall] });

  it('is done on the total, not on its parts, and a table whose parts do not add up says why', () => {
    const table = tableOf(layout, { utfall: ledger([4010, 40], [5010, 40]) });
    expect(['a', 'b', 'summa'].map((id) => printedRow(table, id))).toEqual([['0'], ['0'], ['1']]);
    expect(table.notes).toEqual([expect.stringMatching(ROUNDING)]);
    expect(table.notes[0]).toMatch(/någon krona\.$/);
  });

  it('is not spoken of where the parts add up', () => {
    expect(notesOf(layout, { utfall: ledger([4010, 40], [5010, 60]) })).toEqual([]);
  });

  it('is spoken of in thousands, half away from zero', () => {
    const table = tableOf({ ...layout, unit: 'tkr' }, { utfall: ledger([4010, 500_00], [5010, 500_00]) });
    expect(['a', 'b', 'summa'].map((id) => printedRow(table, id))).toEqual([['1'], ['1'], ['1']]);
    expect(table.notes[0]).toMatch(/något tusental\.$/);
  });

  it('minds differences between columns too', () => {
    const columns = [
      utfall,
      { id: 'b', label: 'B', kind: 'budget', period: 'fiscal-year' },
      { id: 'd', label: 'D', kind: 'deviation', of: 'utfall', against: 'b' },
    ] as const;
    const planned = line('a', 4000, 4999, { posts: [{}] });
    const figures = { utfall: ledger([4010, 40]), b: posts(['kostnad', 1_00 - 10]) };
    expect(notesOf(flow([planned], { columns: [...columns] }), figures)).toEqual([]);
    const table = tableOf(flow([planned], { columns: [...columns] }), {
      ...figures,
      b: posts(['kostnad', 90]),
      utfall: ledger([4010, 49]),
    });
    expect(printedRow(table, 'a')).toEqual(['0', '1', '0']);
    expect(table.notes).toEqual([expect.stringMatching(ROUNDING)]);
  });
});

describe('figures from earlier documents', () => {
  const layout = flow([line('a', 4000, 4999), line('b', 5000, 5999, { reported: 'rad-b' }), sum('a', 'b')], {
    columns: [utfall],
  });

  it('stand as they were printed, and the table says where', () => {
    const table = tableOf(layout, { utfall: reported('Årsredovisning 2023', { a: -7_00, 'rad-b': 3_00 }) });
    expect(['a', 'b', 'summa'].map((id) => printedRow(table, id))).toEqual([['-7'], ['3'], ['-4']]);
    expect(table.notes).toEqual(['Kolumnen Utfall 2024-08 är hämtad ur Årsredovisning 2023, inte ur bokföringen.']);
  });

  it('keep their own total, and the table says what the parts give', () => {
    const table = tableOf(layout, { utfall: reported('Bokslut', { a: 1_000_00, 'rad-b': 3_00, summa: 1_004_00 }) });
    expect(printedRow(table, 'summa')).toEqual(['1 004']);
    expect(table.notes.map(plain)[1]).toBe(
      'Summa i kolumnen Utfall 2024-08 återges som i källan; delarna ger 1 003 kr.',
    );
    expect(table.notes).toHaveLength(2);
  });

  it('may be rounded in print, which a total is then said to be, and a total may stand alone', () => {
    const rounded = tableOf(layout, { utfall: reported('Bokslut', { a: 1_40, 'rad-b': 1_40, summa: 3_00 }) });
    expect(rounded.notes.slice(1)).toEqual([expect.stringMatching(ROUNDING)]);
    const alone = tableOf(layout, { utfall: reported('Bokslut', { summa: 3_00 }) });
    expect([printedRow(alone, 'a'), printedRow(alone, 'summa')]).toEqual([[''], ['3']]);
    expect(alone.notes).toHaveLength(1);
    const half = tableOf(layout, { utfall: reported('Bokslut', { a: 1_00, summa: 0 }) });
    expect(half.notes).toHaveLength(1);
  });

  it('are blank where the document has none, and are missed where no row shows them', () => {
    const table = tableOf(layout, { utfall: reported('Bokslut', { a: 1_00, radb: 3_00 }) });
    expect(printedRow(table, 'b')).toEqual(['']);
    expect(table.unmapped).toEqual([{ column: 'utfall', reported: 'radb', lines: [], amountOre: 3_00 }]);
    expect(table.notes.map(plain)[1]).toBe(
      'Kolumnen Utfall 2024-08: den rapporterade raden radb visas inte på någon rad (3,00 kr).',
    );
    const twice = flow([line('a', 4000, 4999), line('b', 5000, 5999, { reported: 'a' })], { columns: [utfall] });
    expect(tableOf(twice, { utfall: reported('Bokslut', { a: 1_00 }) }).unmapped).toEqual([
      { column: 'utfall', reported: 'a', lines: ['a', 'b'], amountOre: 1_00 },
    ]);
  });
});

describe('amounts that the table does not show once', () => {
  const layout = flow([line('a', 4000, 5099), line('b', 5000, 5999)], { columns: [utfall] });

  it('are listed when no line shows them: only accounts that the statement is about, and not zeros', () => {
    const table = tableOf(layout, { utfall: ledger([6100, 12_34, 'kansli'], [3690, -1_00], [1910, 5_00], [7000, 0]) });
    expect(table.unmapped).toEqual([
      { column: 'utfall', account: 3690, activity: null, member: null, lines: [], amountOre: -1_00 },
      { column: 'utfall', account: 6100, activity: 'kansli', member: null, lines: [], amountOre: 12_34 },
    ]);
    expect(table.notes.map(plain)).toEqual([
      'Kolumnen Utfall 2024-08: konto 3690 visas inte på någon rad (-1,00 kr).',
      'Kolumnen Utfall 2024-08: konto 6100 visas inte på någon rad (12,34 kr).',
    ]);
  });

  it('are listed when several lines show them, and one sentence speaks of an account', () => {
    const table = tableOf(layout, { utfall: ledger([5010, 1_00, 'fia'], [5010, 2_00, 'enter'], [4010, 1_00]) });
    expect(table.unmapped.map(({ lines, amountOre }) => [lines, amountOre])).toEqual([
      [['a', 'b'], 2_00],
      [['a', 'b'], 1_00],
    ]);
    expect(table.notes.map(plain)).toEqual([
      'Kolumnen Utfall 2024-08: konto 5010 visas på flera rader (a, b) och räknas dubbelt (3,00 kr).',
    ]);
  });

  it('are listed when the line that selects them is blank in the column, or takes its cell from elsewhere', () => {
    const hidden = flow([line('a', 4000, 4999, { showIn: ['b'] })], {
      columns: [utfall, { id: 'b', label: 'B', kind: 'budget', period: 'fiscal-year' }],
    });
    expect(tableOf(hidden, { utfall: ledger([4010, 1_00]), b: none }).unmapped).toHaveLength(1);
    const elsewhere = { utfall: { row: 'b', column: 'utfall' } };
    const given = flow([line('a', 4000, 4999, { given: elsewhere }), line('b', 5000, 5999)], { columns: [utfall] });
    expect(tableOf(given, { utfall: ledger([4010, 1_00]) }).unmapped).toHaveLength(1);
  });

  it('in a balance: assets, equity and debts, and the result if the balance shows it', () => {
    const figures = { utfall: ledger([1510, 5_00], [2010, -1_00], [3510, -4_00]) };
    const bank = flow([line('bank', 1900, 1999)], { statement: 'balance', columns: [utfall] });
    expect(tableOf(bank, figures).unmapped.map((entry) => 'account' in entry && entry.account)).toEqual([1510, 2010]);
    const withIncome = { ...bank, rows: [...bank.rows, line('intakt', 3000, 3499)] };
    expect(tableOf(withIncome, figures).unmapped).toHaveLength(3);
  });

  it('in a table that covers less: only there', () => {
    const covers: [number, number][] = [[3000, 3999]];
    const table = tableOf({ ...layout, covers }, { utfall: ledger([3690, -1_00], [8310, -1_00]) });
    expect(table.unmapped).toHaveLength(1);
  });

  it('are posts too, in a flow: planned money that no line or two lines show', () => {
    const planned = flow(
      [
        line('a', 4000, 4999, { posts: [{ kinds: ['kostnad'] }] }),
        line('b', 5000, 5999, { posts: [{ activities: ['fia'] }] }),
      ],
      { columns: [utfall] },
    );
    const table = tableOf(planned, {
      utfall: posts(['kostnad', 1_00, 'fia'], ['ranta', 2_00, 'finansiering', 'staten'], ['ranta', 0]),
    });
    expect(table.unmapped).toEqual([
      {
        column: 'utfall',
        post: { activity: 'fia', kind: 'kostnad', member: null },
        lines: ['a', 'b'],
        amountOre: 1_00,
      },
      {
        column: 'utfall',
        post: { activity: 'finansiering', kind: 'ranta', member: 'staten' },
        lines: [],
        amountOre: 2_00,
      },
    ]);
    expect(table.notes.map(plain)[1]).toBe(
      'Kolumnen Utfall 2024-08: posten finansiering · ranta · staten visas inte på någon rad (2,00 kr).',
    );
    const balance = tableOf({ ...planned, statement: 'balance' }, { utfall: posts(['ranta', 2_00]) });
    expect(balance.unmapped).toEqual([]);
  });

  it('are posts of the kinds that the table covers, where it says which, and others it may leave out', () => {
    const planned = flow([line('a', 4000, 4999, { posts: [{ activities: ['fia'] }] })], { columns: [utfall] });
    const figures = { utfall: posts(['kostnad', 1_00, 'fia'], ['kostnad', 3_00, 'enter'], ['bidrag', 2_00, 'enter']) };
    const missed = (coversKinds?: string[], statement: 'flow' | 'balance' = 'flow') =>
      tableOf({ ...planned, statement, ...(coversKinds && { coversKinds }) }, figures).unmapped.map(
        (entry) => 'post' in entry && entry.post.kind,
      );
    expect([missed(), missed(['kostnad']), missed([])]).toEqual([['bidrag', 'kostnad'], ['kostnad'], []]);
    expect([missed(undefined, 'balance'), missed(['bidrag'], 'balance')]).toEqual([[], ['bidrag']]);
  });

  it('select by account, activity and member together', () => {
    const both = flow([line('a', 3500, 3599, { members: ['habo'], activities: ['bidrag'] })], { columns: [utfall] });
    const table = tableOf(both, {
      utfall: ledger(
        [3510, 1_00, 'bidrag', 'habo'],
        [3510, 2_00, 'bidrag'],
        [3510, 4_00, 'annat', 'habo'],
        [3600, 8_00, 'bidrag', 'habo'],
      ),
    });
    expect(printedRow(table, 'a')).toEqual(['1']);
    expect(table.unmapped).toHaveLength(3);
  });

  it("come after the association's own notes", () => {
    const noted = { ...layout, notes: ['Egen not.'] };
    expect(notesOf(noted, { utfall: ledger([6100, 1_00]) })[0]).toBe('Egen not.');
  });
});
