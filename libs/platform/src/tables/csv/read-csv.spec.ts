import { bookOf, empty, outcomeOf, text } from '../testing';
import { parseSheets, parseTable } from '../parse-table';
import { toCsv } from './write-csv';

const rows = [
  [text('å'), text('ö')],
  [text('1'), text('2')],
];
const utf16 = (swap: boolean) => {
  const bytes = Buffer.from('\ufeffå;ö\r\n1;2\r\n', 'utf16le');
  return swap ? bytes.swap16() : bytes;
};

describe('a CSV file', () => {
  it.each([
    ['UTF-8', Buffer.from('å;ö\n1;2')],
    ['UTF-8', Buffer.from('\ufeffå;ö\r\n1;2\r\n')],
    ['UTF-16', utf16(false)],
    ['UTF-16', utf16(true)],
    ['Windows-1252', Buffer.from('å;ö\r\n1;2', 'latin1')],
  ])('is read in %s, which its bytes tell', (encoding, bytes) => {
    const table = parseTable(bytes);
    expect(table.rows).toEqual(rows);
    expect(table.readAs).toBe(`CSV i ${encoding} med semikolon`);
  });

  it('has the signs that Windows puts where Latin-1 has none', () => {
    expect(outcomeOf(Buffer.from([0x80, 0x3b, 0x92, 0x3b, 0xe5]))).toEqual([[text('€'), text('’'), text('å')]]);
    expect(outcomeOf(Buffer.from([0x81, 0xe5]))).toBe('table/not-text');
  });

  it('has its columns apart by what stands between the headings', () => {
    for (const [separator, name] of [
      [';', 'semikolon'],
      [',', 'komma'],
      ['\t', 'tabb'],
    ] as const) {
      const table = parseTable(Buffer.from(`a${separator}b\n"x${separator}y"${separator}z`));
      expect(table.rows[1]).toEqual([text(`x${separator}y`), text('z')]);
      expect(table.readAs).toContain(name);
    }
    expect(outcomeOf('"a,b,c";d\n1;2')).toEqual([
      [text('a,b,c'), text('d')],
      [text('1'), text('2')],
    ]);
    expect(outcomeOf('medlem\nosterby')).toEqual([[text('medlem')], [text('osterby')]]);
    expect(outcomeOf('a;b,c\n1;2')).toBe('table/no-separator');
  });

  it('may have quotes, line ends and doubled quotes within quotes, and empty rows that still count', () => {
    expect(outcomeOf('a;b\r\n"x\r\ny";"sa ""hej"""\r\n\r\n;z')).toEqual([
      [text('a'), text('b')],
      [text('x\r\ny'), text('sa "hej"')],
      [],
      [empty, text('z')],
    ]);
    expect(outcomeOf('a;b\r1;2\r')).toEqual([
      [text('a'), text('b')],
      [text('1'), text('2')],
    ]);
  });

  it.each(['a;b\n"x;1\n', 'a;b\nx"y;1\n', 'a;b\n"x"y;1'])(
    'whose quotes do not pair is refused with the row: %j',
    (csv) => {
      expect(outcomeOf(csv)).toBe('table/quotes');
      expect(() => parseTable(Buffer.from(csv))).toThrow('rad 2');
    },
  );

  it.each(['=cmd|x', '+1', '-1', '@SUM', '\tx', 'x\ry', '\uff1dx', 'a"b', 'a;b'])(
    'may say %j, which is text',
    (said) => {
      expect(outcomeOf(`"kod;"\n"${said.replaceAll('"', '""')}"\n`)).toEqual([[text('kod;')], [text(said)]]);
    },
  );

  it('with a NUL is none', () => {
    expect(outcomeOf('a;b\n\0;1')).toBe('table/not-text');
    expect(outcomeOf(Buffer.from('a;b', 'utf16le'))).toBe('table/not-text');
  });

  it('has at most 20 000 rows and 200 columns with something in them', () => {
    expect(outcomeOf(`${'\n'.repeat(19_999)}x`)).toHaveLength(20_000);
    expect(outcomeOf(`${'\n'.repeat(20_000)}x`)).toBe('table/too-large');
    expect(outcomeOf(`x\n${'\n'.repeat(1_000_000)}`)).toEqual([[text('x')]]);
    expect(outcomeOf(`${';'.repeat(199)}x`)).toHaveLength(1);
    expect(outcomeOf(`${';'.repeat(200)}x`)).toBe('table/too-large');
    expect(outcomeOf('x;'.repeat(100).concat('\n').repeat(2_001))).toBe('table/too-large');
  });

  it('has no text without end', () => {
    expect(outcomeOf('x'.repeat(32_768))).toBe('table/too-long');
    expect(outcomeOf(`a\n"${'x'.repeat(2_000_000)}`)).toBe('table/too-long');
    expect(outcomeOf(`${'x'.repeat(30_000)}\n`.repeat(300))).toBe('table/too-long');
  });
});

describe('what a file is', () => {
  it.each([
    ['a workbook with a password', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'table/locked'],
    ['a PDF', '%PDF-1.7 a;b', 'table/unknown-format'],
    ['a page', '  <html><table>', 'table/unknown-format'],
    ['a workbook in XML from 2003', '<?xml version="1.0"?><Workbook/>', 'table/unknown-format'],
    ['rich text', '{\\rtf1 a;b}', 'table/unknown-format'],
    ['an empty zip', Buffer.from('504b0506' + '00'.repeat(18), 'hex'), 'table/unknown-format'],
    ['a picture', Buffer.from('89504e470d0a1a0a0000', 'hex'), 'table/not-text'],
    ['a packed file', Buffer.from('1f8b0800000000000003', 'hex'), 'table/not-text'],
    ['four bytes of a workbook', 'PK\u0003\u0004', 'table/broken'],
  ])('is told by its bytes: %s is refused', (_, bytes, code) => {
    expect(outcomeOf(bytes)).toBe(code);
  });

  it('is one thing: a workbook in a text, or a text before a workbook, is refused', () => {
    expect(outcomeOf(Buffer.concat([Buffer.from('kod;belopp\n'), bookOf()]))).toBe('table/not-text');
    expect(outcomeOf(Buffer.concat([Buffer.from('%PDF-1.7\n'), bookOf()]))).toBe('table/unknown-format');
    expect(outcomeOf(Buffer.concat([bookOf(), Buffer.from('kod;belopp\n')]))).toBe('table/broken');
  });

  it('may be nothing at all, which is no rows', () => {
    expect(outcomeOf('')).toEqual([]);
    expect(outcomeOf('\ufeff')).toEqual([]);
  });
});

describe('CSV that we write', () => {
  it('opens in a Swedish Excel: a byte order mark, semicolons, decimal commas', () => {
    const written = toCsv({
      rows: [[text('å;"'), empty, { kind: 'number', text: '-1234.5' }], [{ kind: 'date', date: '2026-01-31' }]],
    });
    expect(written.toString()).toBe('\ufeff"å;""";;-1234,5\r\n2026-01-31\r\n');
  });

  it.each(['=cmd|x', '+1', '-1', '@SUM(A1)', '\tx', '\rx', '\uff1d1', "'=1"])('marks %j as text', (said) => {
    const written = toCsv({ rows: [[text(said), { kind: 'number', text: '-100' }]] }).toString();
    expect(written).toMatch(/^\ufeff"?'/);
    expect(written).toMatch(/;-100\r\n$/);
    expect(outcomeOf(written)).toEqual([[text(said), text('-100')]]);
  });
});

describe('a file that is known to begin with a word', () => {
  const first = (text: string) => parseSheets(Buffer.from(text), 'Rapport')[0]!;

  it.each([';', ',', '\t'])('is parted by the sign after it: %j', (sign) => {
    const { rows } = first(`rapport${sign}"Delår, ett; ex\tempel"\na${sign}b`);
    expect(rows.map((row) => row.length)).toEqual([2, 2]);
  });

  it('is parted by it though another stands more often in its first line', () => {
    expect(first('Rapport;Delår, januari, april, augusti\na;b').rows[1]).toHaveLength(2);
  });

  it('is parted as any other where the word is missing', () => {
    expect(first('Titel,b,c;d').rows[0]).toHaveLength(3);
  });
});
