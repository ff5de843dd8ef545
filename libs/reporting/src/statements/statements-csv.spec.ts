import type { LayoutRow } from '@finsam/associations';
import { statementsCsv } from './statements-csv';
import { august, bidrag, flow, kansli, ledger, none, tableOf, utfall } from './testing';

const rows: LayoutRow[] = [
  { kind: 'heading', id: 'rubrik', label: 'Verksamhet; allt', level: 1 },
  bidrag,
  { ...kansli, note: 'Not 1' },
  { kind: 'share', id: 'andel', label: 'Andel', part: 'kansli', whole: 'bidrag' },
  { kind: 'count', id: 'anstallda', label: 'Antal anställda' },
];
const layout = flow(rows, { notes: ['=1+1 är ingen formel här.'] });
const counts = { utfall: { document: 'Äldre', rows: [{ line: 'anstallda', count: 2, unit: 'anstallda' }] } };
const figures = { utfall: ledger([3510, -1_234_567_05], [5010, 60]), budget: none };
const table = tableOf(layout, figures, [], august, counts);

it('gives each row with its amounts in kronor and öre, blanks left blank, and the notes under them', () => {
  const lines = statementsCsv([table]).toString('utf8').replace('\ufeff', '').split('\r\n');
  expect(lines).toEqual([
    'liten;Liten;Belopp i kronor',
    'rad;rubrik;not;Utfall 2024-08;Budget 2024',
    'rubrik;"Verksamhet; allt";',
    'bidrag;Bidrag;;1234567,05;',
    'kansli;Kansli;Not 1;0,60;',
    'andel;Andel;;0\u00a0%;',
    'anstallda;Antal anställda;;2;',
    expect.stringMatching(/^;'?.?=1\+1 är ingen formel här\.$/),
    ';Antal anställda i kolumnen Utfall 2024-08: uppgift ur Äldre.',
    '',
  ]);
});

it('shows what is below zero as a number, exact however large', () => {
  const big = tableOf(flow([kansli], { columns: [utfall] }), { utfall: ledger([5010, -90_071_992_547_409_01]) });
  expect(statementsCsv([big]).toString('utf8')).toContain('kansli;Kansli;;-90071992547409,01');
});

it('puts an empty row between two tables', () => {
  const lines = statementsCsv([table, table]).toString('utf8').split('\r\n');
  expect(lines.filter((line) => line.includes('Belopp i kronor'))).toHaveLength(2);
  expect(lines.filter((line) => line === '')).toHaveLength(2);
});
