import { ore } from '@finsam/kernel';
import type { Comparison } from '@finsam/reporting';
import { changeText, headText } from './compare';

type Change = Comparison['changes'][number];

const recorded = { position: 70, type: 'CostBooked', at: '2024-05-24T10:00:00.000Z', by: 'ekonom-1', decision: null };
const line = {
  position: 70,
  date: '2024-05-24' as never,
  account: 6950,
  amountOre: ore(9_000_00),
  dimensions: {},
  voucherId: 'v',
  series: 'A',
  number: 44,
  text: 'Resor',
  corrects: null,
  recorded,
};
const cell: Change = {
  table: 'resultatrakning',
  row: 'kansli',
  column: 'utfall',
  label: 'Kansli',
  columnLabel: 'Utfall 2024',
  before: { ore: ore(-28_000_00), printed: '−28 000' },
  after: { ore: ore(-37_000_00), printed: '−37 000' },
  differenceOre: ore(-9_000_00),
  because: [{ kind: 'ledger', differenceOre: ore(-9_000_00), events: [], sign: -1, lines: [line], count: 3 }],
};
const time = (position: number) => ({ position, recordedAt: position === 0 ? null : recorded.at });
const plain = (text: string) => text.replaceAll('\u00a0', ' ').replaceAll('\u2212', '-');

it('tells a cell with its vouchers as the row shows them, and how many more there are', () => {
  expect(plain(changeText(cell)).split('\n')).toEqual([
    '',
    'resultatrakning · Kansli · Utfall 2024: -28 000 → -37 000 (-9 000,00 kr)',
    '  A44 2024-05-24 konto 6950 -9 000,00 kr Resor (position 70, 2024-05-24T10:00:00.000Z, ekonom-1)',
    '  och 2 rader till',
    '',
  ]);
});

it('tells what was not there, what was decided, and what follows', () => {
  const decision = { body: 'styrelse', on: '2024-02-09', paragraph: '7' };
  const blank: Change = {
    ...cell,
    label: '',
    before: { ore: null, printed: '' },
    differenceOre: null,
    because: [
      { kind: 'source', before: 'none', after: 'posts', differenceOre: ore(0), events: [] },
      { kind: 'budget', differenceOre: ore(1_00), posts: [], events: [{ ...recorded, decision }] },
      { kind: 'cells', reckoned: 'sum', parts: [{ table: 't', row: 'r', column: 'c', differenceOre: ore(1) }] },
    ],
  };
  expect(plain(changeText(blank)).split('\n').slice(1)).toEqual([
    'resultatrakning · kansli · Utfall 2024: tom → -37 000',
    '  uppgifter som inte fanns: 0,00 kr',
    '  annan budget: +1,00 kr',
    '    position 70, 2024-05-24T10:00:00.000Z, ekonom-1, beslut 2024-02-09 § 7',
    '  följer av t/r/c',
    '',
  ]);
});

it('says between which times, and which layouts were adopted', () => {
  const layout = {
    table: 'resultatrakning',
    title: 'Resultaträkning',
    unit: { before: 'kr', after: 'kr' },
    rows: { came: ['region'], went: [] },
    columns: { came: [], went: ['prognos', 'plan'] },
    events: [],
  };
  const layouts = [
    { ...layout, version: { before: 1, after: 2 } },
    { ...layout, table: 'balans', version: { before: null, after: 1 } },
  ];
  expect(headText({ period: '2024', from: time(0), to: time(70), layouts, count: 1, changes: [], next: null })).toBe(
    [
      '2024: från position 0 till position 70 (2024-05-24T10:00:00.000Z)',
      '  resultatrakning: version 1 blev 2; rader till: region; kolumner bort: prognos, plan',
      '  balans: ny uppställning',
      '1 cell skiljer',
      '',
    ].join('\n'),
  );
});
