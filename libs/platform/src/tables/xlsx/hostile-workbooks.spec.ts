import { bookOf, date, inline, number, outcomeOf, partsOf, rels, row, text, value, zipOf } from '../testing';

const kod = row(1, inline('A1', 'kod'));
const more = (parts: Readonly<Record<string, string>>) => outcomeOf(bookOf({ data: kod, more: parts }));
const SHEET_RELS = 'xl/worksheets/_rels/sheet1.xml.rels';
const refused = (why: string) => [[{ kind: 'refused', why }]];

describe('a workbook that could do something', () => {
  it.each([
    ['an xlsm', 'application/vnd.ms-excel.sheet.macroEnabled.main+xml'],
    ['a template with macros', 'application/vnd.ms-excel.template.macroEnabled.main+xml'],
    ['a binary workbook', 'application/vnd.ms-excel.sheet.binary.macroEnabled.main'],
  ])('is refused as %s', (_, type) => {
    expect(outcomeOf(bookOf({ data: kod, type }))).toBe('table/unsafe');
  });

  it.each([
    'xl/vbaProject.bin',
    'xl/macrosheets/sheet1.xml',
    'xl/externalLinks/externalLink1.xml',
    'xl/embeddings/oleObject1.bin',
    'xl/activeX/activeX1.xml',
    'xl/connections.xml',
    'xl/queryTables/queryTable1.xml',
  ])('is refused for its %s', (part) => {
    expect(more({ [part]: '' })).toBe('table/unsafe');
  });

  it.each([
    ['oleObject', '../x.bin'],
    ['externalLinkPath', 'file:///x.xlsx', 'External'],
    ['attachedTemplate', 'https://example.org/x', 'External'],
    ['image', 'https://example.org/x.png', 'External'],
  ] as const)('is refused for a sheet that refers to an %s', (...relation) => {
    expect(more({ [SHEET_RELS]: rels(relation) })).toBe('table/unsafe');
  });

  it('may have a link in a cell, which nobody follows', () => {
    expect(more({ [SHEET_RELS]: rels(['hyperlink', 'mailto:x@example.org', 'External']) })).toEqual([[text('kod')]]);
  });

  it.each(['<f>1+1</f><v>2</v>', "<f>cmd|'/c calc'!A0</f><v>0</v>", '<f>[1]Blad1!A1</f><v>3</v>', '<f/>'])(
    'has no value where it has a formula, a command or a link: %s',
    (formula) => {
      expect(outcomeOf(bookOf({ data: `<row r="1"><c r="A1">${formula}</c></row>` }))).toEqual(refused('formula'));
    },
  );

  it('has no value where it has the text of a formula, an error or a truth', () => {
    const cell = (type: string) => outcomeOf(bookOf({ data: `<row r="1"><c r="A1" t="${type}"><v>1</v></c></row>` }));
    expect([cell('str'), cell('e'), cell('b')]).toEqual([refused('formula'), refused('error'), refused('truth')]);
    expect(cell('nonsens')).toBe('table/broken');
  });
});

describe('XML in a workbook', () => {
  const sheet = (xml: string) => outcomeOf(zipOf({ ...partsOf(), 'xl/worksheets/sheet1.xml': xml }));
  const within = (xml: string) => `<worksheet><sheetData>${row(1, inline('A1', xml))}</sheetData></worksheet>`;

  it('has no document type', () => {
    expect(sheet(`<!DOCTYPE worksheet>${within('x')}`)).toBe('table/unsafe');
    expect(sheet(`<!DOCTYPE x SYSTEM "file:///etc/passwd">${within('x')}`)).toBe('table/unsafe');
  });

  it('has no entities of its own: a thousand million laughs are refused before the first', () => {
    const laughs = Array.from({ length: 9 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join('');
    const started = performance.now();
    expect(sheet(`<!DOCTYPE x [<!ENTITY l0 "ha">${laughs}]>${within('&l9;')}`)).toBe('table/unsafe');
    expect(sheet(within('&l9;'))).toBe('table/broken');
    expect(performance.now() - started).toBeLessThan(1_000);
  });

  it('reads the five entities of the language, and signs by number', () => {
    expect(sheet(within('&lt;&amp;&gt;&quot;&apos;&#229;&#xe4;_x00F6_'))).toEqual([[text('<&>"\'åäö')]]);
  });

  it('is not 10 000 levels deep', () => {
    expect(sheet(`${'<a>'.repeat(10_000)}${'</a>'.repeat(10_000)}`)).toBe('table/broken');
    expect(sheet(within(`${'<b>'.repeat(10_000)}${'</b>'.repeat(10_000)}`))).toBe('table/broken');
  });

  it.each([
    ['cut short', '<worksheet><sheetData>'],
    ['of two roots', '<worksheet/><worksheet/>'],
    ['with an attribute twice', '<worksheet a="1" a="2"/>'],
    ['with a sign that XML has not', within('\u0001')],
    ['that says it is in another encoding', `<?xml version="1.0" encoding="UTF-7"?>${within('x')}`],
    ['that is empty', ''],
    ['that is none', 'PK\u0003\u0004'],
  ])('is refused %s', (_, xml) => {
    expect(sheet(xml)).toBe('table/broken');
  });

  it('is refused in bytes that are no UTF-8', () => {
    const bytes = Buffer.from(within('\u00e5'), 'latin1');
    expect(outcomeOf(zipOf({ ...partsOf(), 'xl/worksheets/sheet1.xml': bytes }))).toBe('table/broken');
  });
});

describe('a sheet', () => {
  it('is as large as its cells, whatever it says of its size', () => {
    const before = '<dimension ref="A1:XFD1048576"/>';
    expect(outcomeOf(bookOf({ before, data: kod }))).toEqual([[text('kod')]]);
    const far = row(20_001, inline('A20001', 'x'));
    expect(outcomeOf(bookOf({ before: '<dimension ref="A1"/>', data: kod + far }))).toBe('table/too-large');
    expect(outcomeOf(bookOf({ data: row(1, inline('GS1', 'x')) }))).toBe('table/too-large');
    expect(outcomeOf(bookOf({ data: row(1, inline('GR1', 'x')) }))).toHaveLength(1);
  });

  it('of 1 048 576 empty rows has none, and is read in time', () => {
    const data = Array.from({ length: 1_048_576 }, (_, n) => `<row r="${n + 1}"/>`).join('');
    const started = performance.now();
    expect(outcomeOf(bookOf({ data }))).toEqual([]);
    expect(outcomeOf(bookOf({ data: data + '<row/>' }))).toBe('table/broken');
    expect(performance.now() - started).toBeLessThan(20_000);
  }, 30_000);

  it('may have formatted cells without a value far outside', () => {
    const data = `${kod}<row r="1000000"><c r="XFD1000000" s="1"/></row>`;
    expect(outcomeOf(bookOf({ data, styles: '' }))).toEqual([[text('kod')]]);
  });

  it('does not repeat one long text without end', () => {
    const strings = `<si><t>${'x'.repeat(32_000)}</t></si>`;
    const rows = (count: number) =>
      Array.from({ length: count }, (_, n) => row(n + 1, `<c r="A${n + 1}" t="s"><v>0</v></c>`)).join('');
    expect(outcomeOf(bookOf({ data: rows(2), strings }))).toHaveLength(2);
    expect(outcomeOf(bookOf({ data: rows(1_000), strings }))).toBe('table/too-long');
    expect(outcomeOf(bookOf({ data: rows(1), strings: `<si><t>${'x'.repeat(40_000)}</t></si>` }))).toBe(
      'table/too-long',
    );
    expect(outcomeOf(bookOf({ data: rows(1), strings: '<si/>'.repeat(200_001) }))).toBe('table/too-large');
  });

  it.each(['-1', '1', '99999999', '1e0', ''])('refers to a text that there is: not %j', (index) => {
    const data = row(1, `<c r="A1" t="s"><v>${index}</v></c>`);
    expect(outcomeOf(bookOf({ data, strings: '<si><t>x</t></si>' }))).toEqual(index === '' ? [] : 'table/broken');
  });

  it.each(['hidden', 'veryHidden'])('that is %s is not read, nor passed over', (sheetState) => {
    expect(outcomeOf(bookOf({ data: kod, sheetState }))).toBe('table/sheets');
  });

  it('has no value in a hidden row or column', () => {
    expect(outcomeOf(bookOf({ data: kod.replace('<row', '<row hidden="1"') }))).toEqual(refused('hidden'));
    const before = '<cols><col min="1" max="3" hidden="true"/></cols>';
    expect(outcomeOf(bookOf({ before, data: kod }))).toEqual(refused('hidden'));
  });

  it('has no value in merged cells, as in headings over several columns', () => {
    const after = '<mergeCells count="1"><mergeCell ref="A1:C2"/></mergeCells>';
    expect(outcomeOf(bookOf({ data: kod, after }))).toEqual(refused('merged'));
    expect(outcomeOf(bookOf({ data: kod, after: after.replace('A1:C2', 'B7:B8') }))).toEqual([[text('kod')]]);
    expect(outcomeOf(bookOf({ data: kod, after: after.replace('A1:C2', 'x') }))).toBe('table/broken');
  });

  it.each([
    ['a place twice', row(1, inline('A1', 'x'), inline('A1', 'y'))],
    ['rows that go back', row(2, inline('A2', 'x')) + row(1, inline('A1', 'y'))],
    ['a cell of another row', row(1, inline('A2', 'x'))],
    ['a row that no sheet has', row(1_048_577, '')],
    ['row 0', row(0, '')],
    ['a number that is none', row(1, value('A1', '0x10'))],
    ['a number in words', row(1, value('A1', 'Infinity'))],
  ])('with %s is refused', (_, data) => {
    expect(outcomeOf(bookOf({ data }))).toBe('table/broken');
  });

  it('is one: which of two with something in them was meant?', () => {
    const parts = partsOf({ data: kod });
    const two = (second: string) => ({
      ...parts,
      'xl/workbook.xml': String(parts['xl/workbook.xml']).replace(
        '</sheets>',
        '<sheet name="Blad2" sheetId="2" r:id="rId2"/></sheets>',
      ),
      'xl/_rels/workbook.xml.rels': rels(
        ['worksheet', 'worksheets/sheet1.xml'],
        ['worksheet', 'worksheets/sheet2.xml'],
      ),
      'xl/worksheets/sheet2.xml': `<worksheet><sheetData>${second}</sheetData></worksheet>`,
    });
    expect(outcomeOf(zipOf(two('')))).toEqual([[text('kod')]]);
    expect(outcomeOf(zipOf(two(kod)))).toBe('table/sheets');
    expect(outcomeOf(zipOf({ ...parts, 'xl/_rels/workbook.xml.rels': rels() }))).toBe('table/broken');
  });
});

describe('a number in a workbook', () => {
  const styles =
    '<numFmts><numFmt numFmtId="200" formatCode="yyyy\\-mm\\-dd"/>' +
    '<numFmt numFmtId="201" formatCode="#,##0.00\\ &quot;kr d&quot;"/></numFmts>' +
    '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="200"/><xf numFmtId="201"/></cellXfs>';
  const cell = (number: string, style: number, workbookPr = '') =>
    outcomeOf(bookOf({ data: row(1, `<c r="A1" s="${style}"><v>${number}</v></c>`), styles, workbookPr }));

  it('is a day where its style shows a day, from 1900 or from 1904', () => {
    expect(cell('45292', 1)).toEqual([[date('2024-01-01')]]);
    expect(cell('45292', 2)).toEqual([[date('2024-01-01')]]);
    expect(cell('43830', 1, 'date1904="1"')).toEqual([[date('2024-01-01')]]);
    expect(cell('0', 1, 'date1904="true"')).toEqual([[date('1904-01-01')]]);
    expect(cell('61', 1)).toEqual([[date('1900-03-01')]]);
  });

  it('is no day between days, before March 1900 or after the year 9999', () => {
    for (const serial of ['45292.5', '60', '-1', '2958466']) expect(cell(serial, 1)).toEqual(refused('time'));
  });

  it('is a number in every other style, with the fifteen digits that were meant', () => {
    const read = ['45292', '1.1000000000000001', '1234.5599999999999', '-0', '1E3', '1.5E-7', '0.30000000000000004'];
    const meant = ['45292', '1.1', '1234.56', '0', '1000', '0.00000015', '0.3'];
    for (const style of [0, 3])
      expect(read.map((one) => cell(one, style))).toEqual(meant.map((one) => [[number(one)]]));
    expect(cell('1E300', 0)).toBe('table/broken');
  });
});
