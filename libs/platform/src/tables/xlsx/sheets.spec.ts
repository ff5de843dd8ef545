import { parseSheets, parseTable } from '../parse-table';
import { bookOf, inline, number, outcomeOf, partsOf, rels, row, text, value, zipOf } from '../testing';
import { toXlsx } from './write-xlsx';

const xf = (...formats: number[]) => `<cellXfs>${formats.map((id) => `<xf numFmtId="${id}"/>`).join('')}</cellXfs>`;
const styled = (style: number) => `<c r="A1" s="${style}"><v>0.54</v></c>`;

/** Two sheets; partsOf makes the first. */
function twoSheets(first: string, second: string) {
  const parts = partsOf({ data: first });
  const sheet = (n: number) => `<sheet name="Blad${n}" sheetId="${n}" r:id="rId${n}"/>`;
  return zipOf({
    ...parts,
    'xl/workbook.xml': String(parts['xl/workbook.xml']).replace(/<sheet .*\/>/, sheet(1) + sheet(2)),
    'xl/_rels/workbook.xml.rels': rels(['worksheet', 'worksheets/sheet1.xml'], ['worksheet', 'worksheets/sheet2.xml']),
    'xl/worksheets/sheet2.xml': String(parts['xl/worksheets/sheet1.xml']).replace(first, second),
  });
}

describe('the sheets of a workbook', () => {
  const book = twoSheets(row(1, inline('A1', 'ett')), row(3, inline('B3', 'två')));

  it('are given all, each with its name and its own rows', () => {
    expect(parseSheets(book)).toEqual([
      { sheet: 'Blad1', readAs: 'XLSX', rows: [[text('ett')]] },
      { sheet: 'Blad2', readAs: 'XLSX', rows: [[], [], [{ kind: 'empty' }, text('två')]] },
    ]);
  });

  it('are one too many where one table is asked for', () => {
    expect(outcomeOf(book)).toBe('table/sheets');
    expect(parseTable(twoSheets(row(1, inline('A1', 'ett')), row(9)))).toMatchObject({ sheet: 'Blad1' });
  });
});

describe('a number that is shown as a percent', () => {
  it.each([9, 10])('says so, in the built-in format %d', (format) => {
    const styles = xf(0, format, 14);
    expect(outcomeOf(bookOf({ data: row(1, styled(1)), styles }))).toEqual([
      [{ kind: 'number', text: '0.54', percent: true }],
    ]);
    expect(outcomeOf(bookOf({ data: row(1, styled(0)), styles }))).toEqual([[number('0.54')]]);
  });

  it('says so in a format of its own, but not where the sign is only a text beside it', () => {
    const own = ['0.0%', '0&quot;%&quot;'].map((code, n) => `<numFmt numFmtId="${164 + n}" formatCode="${code}"/>`);
    const formats = `<numFmts>${own.join('')}</numFmts>`;
    const styles = formats + xf(164, 165);
    expect(outcomeOf(bookOf({ data: row(1, styled(0)), styles }))).toMatchObject([[{ percent: true }]]);
    expect(outcomeOf(bookOf({ data: row(1, styled(1)), styles }))).toEqual([[number('0.54')]]);
  });
});

it('a workbook may ask for what is typed in it to be kept as text', () => {
  const rows = [[text('1 234,50'), number('1')]];
  expect(parseTable(toXlsx({ rows }, { textColumns: 2 })).rows).toEqual(rows);
  // What we write is stored as it is, so its parts can be looked at.
  const sheet = (textColumns: number) => toXlsx({ rows }, { textColumns }).toString('latin1');
  expect(sheet(2)).toContain('<cols><col min="1" max="2" width="20" style="2" customWidth="1"/></cols>');
  expect(sheet(1)).toMatch(/<c r="A1" s="2"[^>]*>.*<c r="B1">/);
  expect(sheet(0)).not.toContain('<cols>');
  expect(outcomeOf(bookOf({ data: row(1, value('A1', 1)) }))).toEqual([[number('1')]]);
});
