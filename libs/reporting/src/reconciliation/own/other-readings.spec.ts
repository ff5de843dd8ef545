// Relations where rows show something else than the plain selection: another side of the books, a view, a share.
import type { Layout, LayoutColumn, LayoutRow, LineRow, Reading } from '@finsam/associations';
import type { LedgerFigures } from '../../statements/figures';
import { bidrag, budget, flow, kansli, ledger, posts, reported, resultat, utfall } from '../../statements/testing';
import { found, made, tampered } from './testing';

const books = (...of: Parameters<typeof ledger>) => ledger(...of) as LedgerFigures;
const line = (id: string, accounts: [number, number], more: Partial<LineRow> = {}): LineRow => ({
  kind: 'line',
  id,
  label: id,
  sign: 1,
  accounts: [accounts],
  ...more,
});
const bank = (id: string, reads?: Reading) => line(id, [1900, 1999], reads && { reads });

describe('a cash flow that opens with what the books had', () => {
  const closing: LayoutRow = {
    kind: 'sum',
    id: 'vid-slut',
    label: 'Vid slut',
    of: [{ row: 'vid-borjan' }, { row: 'floden' }],
    blank: 'any',
  };
  const flows = line('floden', [1900, 1999]);
  const cash = flow([bank('vid-borjan', 'opening'), flows, closing], {
    id: 'kf',
    columns: [utfall],
    covers: [[9000, 9999]],
  });
  const sheet = flow([bank('bank')], { id: 'br', statement: 'balance', columns: [utfall], covers: [[1900, 1999]] });
  const all = (layout: Layout = cash) =>
    made(
      [sheet, { utfall: books([1910, 130]) }],
      [layout, { utfall: books([1910, 30]) }, { utfall: { opening: books([1910, 100]), closing: books([1910, 130]) } }],
    );

  it('ends with the line of the balance that selects the same', () => {
    expect(found(all())).toEqual([]);
    expect(found(tampered(all(), 'br/bank/utfall'))).toEqual(['kassaflode kf/vid-slut/utfall']);
  });

  it('is not asked of a line that selects something else, or that shows the movement', () => {
    const other = { ...cash, rows: [line('vid-borjan', [1910, 1910], { reads: 'opening' }), flows, closing] };
    const movement = { ...cash, rows: [bank('vid-borjan'), line('floden', [1910, 1910]), closing] };
    for (const layout of [other, movement]) {
      expect(found(tampered(all(layout), 'br/bank/utfall')).filter((one) => /kassaflode/.test(one))).toEqual([]);
    }
  });

  it('does not take an opening balance for the movement on the same accounts', () => {
    const part = (line: LineRow, id: string) => flow([line], { id, columns: [utfall], covers: [[9000, 9999]] });
    const opened = { utfall: { opening: books([1910, 100]) } };
    const tables = made(
      [part(flows, 'ett'), { utfall: books([1910, 30]) }],
      [part(bank('start', 'opening'), 'tva'), { utfall: books([1910, 30]) }, opened],
    );
    expect(tables.map(({ table }) => table.rows[0]!.cells[0]!.ore)).toEqual([30, 100]);
    expect(found(tables)).toEqual([]);
  });
});

describe('a view', () => {
  const external: LineRow = { ...bidrag, id: 'externt', accounts: [[3600, 3699]], posts: [{ kinds: ['externt'] }] };
  const rows = [bidrag, external, kansli];
  const booked = books([3510, -900], [3610, -50], [4010, 300]);
  const gross = flow(rows, { id: 'brutto', columns: [utfall] });
  const net = flow(rows, {
    id: 'netto',
    columns: [utfall],
    view: { setOffs: [{ label: 'Externt', rows: ['kansli'], accounts: [[3600, 3699]] }] },
  });

  it('may show another amount on a row that selects the same, and nothing else may', () => {
    const all = made([gross, { utfall: booked }], [net, { utfall: booked }]);
    expect(all[1]!.table.moved).toHaveLength(1);
    expect(found(all)).toEqual([]);
    const untouched = made([gross, { utfall: booked }], [{ ...net, view: undefined }, { utfall: booked }]);
    expect(found(tampered(untouched, 'netto/kansli/utfall'))).toEqual(['samma-uppgift netto/kansli/utfall']);
    expect(found(tampered(all, 'netto/bidrag/utfall'))).toEqual(['samma-uppgift netto/bidrag/utfall']);
  });
});

describe('shares by column', () => {
  const share: LayoutColumn = {
    id: 'andel',
    label: 'Andel',
    kind: 'share-of-total',
    of: 'utfall',
    total: 'bidrag',
    decimals: 1,
  };
  const riktpunkt: LayoutColumn = { id: 'rikt', label: 'Rikt', kind: 'benchmark', of: 'budget', shows: 'share' };
  const layout = flow([bidrag, kansli, resultat], { columns: [utfall, budget, share, riktpunkt] });
  const all = made([
    layout,
    { utfall: books([3510, -900_000], [4010, 300_000]), budget: posts(['bidrag', 1_000_000], ['kostnad', 800_000]) },
  ]);

  it('are of the total that they name, and a riktpunkt is per cent of the year', () => {
    expect(found(all)).toEqual([]);
    expect(found(tampered(all, 'liten/kansli/utfall', 100_000))).toContain('andel liten/kansli/andel');
  });
});

it('a report of earlier years is as coarse as its figures, in millions as well', () => {
  const layout = flow([bidrag, kansli, resultat], { columns: [utfall], unit: 'mkr' });
  const of = (ore: number, [income = 0, cost = 0, result = 0]: readonly number[]) =>
    found(
      made([
        layout,
        { utfall: reported('Bokslut', { bidrag: income * ore, kansli: cost * ore, resultat: result * ore }) },
      ]),
    );
  const [mkr, tkr] = [100_000_000, 100_000];
  expect([of(mkr, [9, 5, 4]), of(mkr, [9, 5, 5]), of(tkr, [9_500, 5_000, 4_501])]).toEqual([[], [], []]);
  const wrong = ['summa liten/resultat/utfall'];
  expect([of(mkr, [9, 5, 7]), of(tkr, [9_500, 5_000, 4_503])]).toEqual([wrong, wrong]);
});
