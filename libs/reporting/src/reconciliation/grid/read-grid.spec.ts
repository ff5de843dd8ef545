import { type Cell, toCsv, toXlsx } from '@finsam/platform/files';
import { reconcile } from '../reconcile';
import type { ReportForm } from '../typed/report-form';
import { readReport, readReportFile } from '../typed/read-report';
import { readGrid } from './read-grid';
import { reportTemplate, TEMPLATE } from './template';
import { writeGrid } from './write-grid';

const read = (...lines: string[]): ReportForm => readReport(lines.join('\n'));
const table = ['Rapport;R', 'Tabell;t;Tabell;kr', 'rad;text;summa av;A;B', 'a;Del a;;1;2', 'b;Del b;;3;4', 'c;;;4;6'];

describe('a report from a spreadsheet', () => {
  it('is its tables, with ids made from the printed words where none are given', () => {
    const { title, tables } = read(
      'Rapport;Delår, ett',
      'Tabell;;Egna medel;tkr',
      'rad;text;roll;Utfall 2024',
      ';Årets resultat;resultat;-5,5',
    );
    expect([title, tables]).toEqual([
      'Delår, ett',
      [
        {
          id: 'egna-medel',
          title: 'Egna medel',
          unit: 'tkr',
          columns: [{ id: 'utfall-2024', label: 'Utfall 2024' }],
          rows: [{ id: 'arets-resultat', label: 'Årets resultat', role: 'resultat', cells: ['-5,5'] }],
        },
      ],
    ]);
  });

  it('says more of its columns and rows where it must', () => {
    const { tables } = read(
      'Rapport;R',
      'Tabell;t;T;kr',
      'rad;text;enhet;A;A',
      'kolumn:;;;nu;da',
      'enhet:;;;;procent',
      'år:;;;2024;2023',
      'x;Antal;st;7;8 %',
    );
    expect(tables[0]!.columns).toEqual([
      { id: 'nu', label: 'A', year: 2024 },
      { id: 'da', label: 'A', unit: 'procent', year: 2023 },
    ]);
    expect(tables[0]!.rows).toEqual([{ id: 'x', label: 'Antal', unit: 'antal', cells: ['7', '8 %'] }]);
  });

  it('sums rows, ranges of rows and what is taken away, in every column but shares', () => {
    const sums = (text: string, unit = '') =>
      read(
        'Rapport;R',
        'Tabell;t;T;kr',
        'rad;text;summa av;A;B',
        `enhet:;;;;${unit}`,
        'a;;;1;2',
        ';Rubrik',
        'b;;;3;4',
        `c;;${text};4;6`,
      ).relations;
    const total = { rule: 'summa', total: 't/c' };
    expect(sums('a + b')).toEqual([{ ...total, parts: ['t/a', 't/b'] }]);
    expect(sums('a..b')).toEqual([{ ...total, parts: ['t/a', 't/b'] }]);
    expect(sums('b − a')).toEqual([{ ...total, parts: ['t/b', '-t/a'] }]);
    expect(sums('-a+b', 'procent')).toEqual([{ ...total, parts: ['-t/a', 't/b'], except: ['b'] }]);
  });

  it('has rules and claims with their conditions, before or after the tables that they speak of', () => {
    const [title = '', ...tables] = table;
    const lines = [
      'Regel;not rad;t/c;t/a + t/b;tomt: inget;avrundat till: 1 000;utom: b',
      'Regel;andel;t/a/a;t/a/b / t/a..b/b;bara: a',
      'Text;Sid 1;9,5;tkr;t/a/a * 8/12 - T/B/A;avrundat till: 0,5',
      'Jämför;Sid 2;t/a/a / t/b/a;högst;70 procent (avrundat till 10)',
      'TEXT:;Sid 3;5;kr;t/c/b',
    ];
    const { relations, claims } = read(title, ...lines, ...tables);
    expect(relations).toEqual([
      { rule: 'not-rad', total: 't/c', parts: ['t/a', 't/b'], blank: 'all', step: '1 000', except: ['b'] },
      { rule: 'andel', share: 't/a/a', of: ['t/a/b'], against: ['t/a/b', 't/b/b'], only: ['a'] },
    ]);
    const terms = [{ cell: 't/a/a', times: [8, 12] }, '-t/b/a'];
    expect(claims).toEqual([
      { place: 'Sid 1', figure: '9,5', unit: 'tkr', step: '0,5', is: { sum: terms } },
      {
        place: 'Sid 2',
        left: { share: { of: ['t/a/a'], against: ['t/b/a'] } },
        says: 'hogst',
        right: { figure: '70', unit: 'procent', step: '10' },
      },
      { place: 'Sid 3', figure: '5', unit: 'kr', is: 't/c/b' },
    ]);
  });

  it('is one report over all the sheets of a workbook, and a table ends with its sheet', () => {
    const [one, two] = [table.slice(0, 5), ['d;Del d;;3;4']].map((lines) => lines.map((line) => line.split(';')));
    const rows = (lines: string[][] = []) => lines.map((cells) => cells.map((text): Cell => ({ kind: 'text', text })));
    const sheets = [one, two].map((lines, index) => ({ sheet: `Blad${index}`, readAs: 'XLSX', rows: rows(lines) }));
    expect(() => readGrid(sheets)).toThrow(
      expect.objectContaining({
        faults: [
          {
            pointer: '/blad/2/rader/1/A',
            text: 'Blad 2, rad 1, kolumn A: ska vara Rapport, Tabell, Regel, Text eller Jämför.',
            row: 1,
            column: 'A',
            sheet: 2,
          },
        ],
      }),
    );
    const more = rows([
      ['Tabell', 'u', 'U', 'kr'],
      ['rad', 'text', 'A'],
      ['x', 'X', '1'],
      ['Regel', 'samma uppgift', 'u/x/a', 't/a/a'],
    ]);
    const { tables, relations } = readGrid([sheets[0]!, { ...sheets[1]!, rows: more }]);
    expect([tables.map(({ id }) => id), relations.length]).toEqual([['t', 'u'], 1]);
  });

  it('has the figures of a workbook as they would be printed', () => {
    const cells: Cell[] = [
      { kind: 'text', text: ' a ' },
      { kind: 'date', date: '2024-08-31' },
      { kind: 'number', text: '-1234.5' },
      { kind: 'number', text: '0.5475', percent: true },
      { kind: 'number', text: '-1', percent: true },
      { kind: 'number', text: '0.05', percent: true },
    ];
    const rows = writeGrid(read(...table)).slice(0, 3);
    const heads: Cell[] = ['rad', 'text', 'A', 'B', 'C', 'D'].map((text) => ({ kind: 'text', text }));
    const { tables } = readGrid([{ readAs: '', rows: [...rows, heads, cells] }]);
    expect(tables[0]!.rows[0]).toEqual({
      id: 'a',
      label: '2024-08-31',
      cells: ['-1234,5', '54,75 %', '-100 %', '5 %'],
    });
  });
});

describe('what a file is', () => {
  const json = JSON.stringify({
    title: 'R',
    tables: [
      {
        id: 't',
        title: 'T',
        unit: 'kr',
        columns: [{ id: 'a', label: 'A' }],
        rows: [{ id: 'x', label: '', cells: ['1'] }],
      },
    ],
  });
  const rows = writeGrid(readReport(json));

  it.each([
    ['JSON', json, 'JSON'],
    ['JSON with a mark and space before it', `\ufeff \r\n${json}`, 'JSON'],
    ['CSV', toCsv({ rows }), 'CSV i UTF-8 med semikolon'],
    [
      'CSV as an older Excel saves it',
      Buffer.from(toCsv({ rows }).toString().slice(1), 'latin1'),
      /^CSV i (?:UTF-8|Windows-1252) med semikolon$/,
    ],
    ['XLSX', toXlsx({ rows }), 'XLSX'],
  ])('is told by its bytes: %s', (_, content, how) => {
    const { report, readAs } = readReportFile(Buffer.from(content as string));
    expect(readAs).toEqual(typeof how === 'string' ? how : expect.stringMatching(how));
    expect(report).toEqual(readReport(json));
  });

  it('is refused as JSON where a field stands twice or has a meaning of its own', () => {
    expect(() => readReport('{"title":"a","title":"b"}')).toThrow('Fältet står två gånger.');
    expect(() => readReport('{"__proto__":{}}')).toThrow('Ett fält kan inte heta så.');
    expect(() => readReport('['.repeat(5_000))).toThrow(/fler nivåer/);
    expect(() => readReport(Buffer.from('{"title":"\xff"}', 'latin1'))).toThrow('Filen är inte JSON i UTF-8.');
  });
});

describe('the template', () => {
  it.each(['csv', 'xlsx'] as const)('as %s is a report in which nothing is wrong', (format) => {
    const report = readReport(reportTemplate(format));
    expect(reconcile(report)).toEqual([]);
    expect(report).toEqual(readGrid([{ readAs: '', rows: TEMPLATE }]));
    expect([report.relations.length, report.claims.length]).toEqual([7, 3]);
  });

  it('is read back as it was, written again', () => {
    const report = readReport(reportTemplate('csv'));
    expect(readGrid([{ readAs: '', rows: writeGrid(report) }])).toEqual(report);
  });
});
