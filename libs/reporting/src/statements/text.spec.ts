import type { LayoutRow } from '@finsam/associations';
import { flow, ledger, plain, posts, tableOf, utfall } from './testing';
import { statementText } from './text';

const rows: LayoutRow[] = [
  { kind: 'heading', id: 'kostnader', label: 'Kostnader', level: 1 },
  {
    kind: 'line',
    id: 'loner',
    label: 'Löner',
    level: 2,
    sign: 1,
    note: 'Not 2',
    accounts: [[5000, 5099]],
    posts: [{ kinds: ['kostnad'] }],
  },
  { kind: 'line', id: 'ovrigt', label: 'Övrigt', level: 2, sign: 1, accounts: [[6000, 6999]] },
  { kind: 'sum', id: 'summa', label: '', of: [{ row: 'loner' }, { row: 'ovrigt' }], blank: 'all' },
];

describe('a statement as text', () => {
  it('stands in columns, numbers to the right, blanks blank, notes under it, and no space at the ends', () => {
    const figures = { utfall: ledger([5010, 1_234_567_40], [6010, -1_00_40]), budget: posts(['kostnad', 10_00]) };
    const text = statementText(tableOf(flow(rows, { title: 'Drift', notes: ['Egen not.'] }), figures));
    expect(plain(text).split('\n')).toEqual([
      'Drift (kr)',
      '',
      '                Utfall 2024-08  Budget 2024',
      'Kostnader',
      '  Löner, Not 2       1 234 567           10',
      '  Övrigt                  -100',
      '                     1 234 467           10',
      '',
      '* Egen not.',
      '',
    ]);
  });
});

it('has sentences among its rows, and its unit with decimals', () => {
  const told: LayoutRow = { kind: 'text', id: 'ord', label: 'Kontoret flyttade i maj.' };
  const layout = flow([told, rows[2]!], { unit: 'mkr', decimals: 1, columns: [utfall] });
  expect(plain(statementText(tableOf(layout, { utfall: ledger([6010, 1_250_000_00]) }))).split('\n')).toEqual([
    'Liten (mkr)',
    '',
    '          Utfall 2024-08',
    'Kontoret flyttade i maj.',
    '  Övrigt             1,3',
    '',
  ]);
});
