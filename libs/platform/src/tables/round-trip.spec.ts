import fc from 'fast-check';
import { toCsv } from './csv/write-csv';
import { parseTable } from './parse-table';
import { type Cell, EMPTY } from './table';
import { bookOf, inline, outcomeOf, partsOf, row, zipOf } from './testing';
import { toXlsx } from './xlsx/write-xlsx';

const texts = fc.oneof(
  fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }),
  fc.constantFrom(
    '=1',
    "'=1",
    "''=1",
    '-1',
    '@x',
    '\t',
    '\r\n',
    'a\rb',
    '_x0041_',
    '_x005F_x0041_',
    'a;b,c"d',
    '＝1',
    ' x ',
  ),
);
const numbers = fc
  .tuple(fc.integer({ min: -(10 ** 12), max: 10 ** 12 }), fc.integer({ min: 0, max: 99 }))
  .map(([whole, part]) => String(Number(`${whole}.${String(part).padStart(2, '0')}`)))
  .filter((one) => one !== '-0');
const days = fc
  .date({ min: new Date('1900-03-01'), max: new Date('2199-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const cells = fc.oneof(
  texts.map((text): Cell => ({ kind: 'text', text })),
  numbers.map((text): Cell => ({ kind: 'number', text })),
  days.map((date): Cell => ({ kind: 'date', date })),
  fc.constant(EMPTY),
);

/** As a file keeps it: rows end at their last cell, the table at its last row. */
function kept(rows: readonly (readonly Cell[])[]): readonly (readonly Cell[])[] {
  const isFilled = ({ kind }: Cell) => kind !== 'empty';
  const trimmed = rows.map((cells) => cells.slice(0, cells.findLastIndex(isFilled) + 1));
  return trimmed.slice(0, trimmed.findLastIndex((cells) => cells.length > 0) + 1);
}

const tables = fc.array(fc.array(cells, { maxLength: 8 }), { maxLength: 8 });

it('a table that was written as XLSX is read as it was', () => {
  fc.assert(
    fc.property(tables, fc.string({ minLength: 1, maxLength: 10 }), (rows, sheet) => {
      expect(parseTable(toXlsx({ sheet, rows }))).toEqual({ sheet, readAs: 'XLSX', rows: kept(rows) });
    }),
    { numRuns: 500 },
  );
});

it('a table that was written as CSV is read as it was, every cell as the text of its value', () => {
  const asText = (cell: Cell): Cell => {
    if (cell.kind === 'number') return { kind: 'text', text: cell.text.replace('.', ',') };
    return cell.kind === 'date' ? { kind: 'text', text: cell.date } : cell;
  };
  // A NUL stands in no text file.
  const writable = tables.filter((rows) => !JSON.stringify(rows).includes('\\u0000'));
  // The headings tell what stands between the columns.
  const head: Cell[] = [
    { kind: 'text', text: 'kod' },
    { kind: 'text', text: 'belopp' },
  ];
  fc.assert(
    fc.property(writable, (rows) => {
      const read = parseTable(toCsv({ rows: [head, ...rows] })).rows;
      expect(read).toEqual([head, ...kept(rows.map((cells) => cells.map(asText)))]);
    }),
    { numRuns: 500 },
  );
});

it('the same table is the same file, to the byte', () => {
  fc.assert(
    fc.property(tables, (rows) => {
      expect(toXlsx({ rows }).equals(toXlsx({ rows: structuredClone(rows) }))).toBe(true);
    }),
    { numRuns: 50 },
  );
});

describe('a damaged file', () => {
  const book = toXlsx({ rows: [[{ kind: 'text', text: 'medlem' }], [{ kind: 'number', text: '1' }]] });
  const other = bookOf({ data: row(1, inline('A1', 'kod')), strings: '<si><t>x</t></si>', styles: '<cellXfs/>' });
  const csv = toCsv({ rows: [[{ kind: 'text', text: 'medlem;"å' }], [{ kind: 'number', text: '1' }]] });

  /** A table or a refusal; anything else fails the property. */
  const isReadOrRefused = (bytes: Buffer): boolean => {
    try {
      return Array.isArray(parseTable(bytes).rows);
    } catch (error) {
      return (error as Error).name === 'DomainError';
    }
  };
  const change = fc.record({
    place: fc.nat({ max: 10_000 }),
    cut: fc.nat({ max: 3 }),
    put: fc.oneof(fc.uint8Array({ maxLength: 8 }), fc.constantFrom('<', '&', '"', ']]>', '<f>', '0', 'PK\u0001\u0002')),
  });
  const mutated = (whole: Buffer) =>
    fc.array(change, { minLength: 1, maxLength: 4 }).map((changes) =>
      changes.reduce<Buffer>((bytes, { place, cut, put }) => {
        const at = place % (bytes.length + 1);
        return Buffer.concat([bytes.subarray(0, at), Buffer.from(put as string), bytes.subarray(at + cut)]);
      }, whole),
    );
  /** Same length, so that the zip around stays whole and its parts are reached. */
  const overwritten = (whole: Buffer) =>
    fc
      .array(fc.tuple(fc.nat({ max: whole.length - 1 }), fc.nat({ max: 255 })), { minLength: 1, maxLength: 6 })
      .map((places) => {
        const bytes = Buffer.from(whole);
        for (const [place, byte] of places) bytes[place] = byte;
        return bytes;
      });

  it.each([
    ['a workbook', book],
    ['another workbook', other],
    ['a CSV file', csv],
  ])('that was %s is read or refused, 4 000 times', (_, whole) => {
    fc.assert(fc.property(mutated(whole), isReadOrRefused), { numRuns: 2_000 });
    fc.assert(fc.property(overwritten(whole), isReadOrRefused), { numRuns: 2_000 });
  });

  it('whose parts were damaged before they were put together is read or refused, 6 000 times', () => {
    const data = row(1, inline('A1', 'kod'), '<c r="B1" s="1"><v>45292</v></c>', '<c r="C1" t="s"><v>0</v></c>');
    const parts = partsOf({
      data,
      strings: '<si><t>x</t></si>',
      styles: '<numFmts><numFmt numFmtId="200" formatCode="y"/></numFmts><cellXfs><xf/><xf numFmtId="200"/></cellXfs>',
      after: '<mergeCells><mergeCell ref="A2:B3"/></mergeCells>',
    });
    const damaged = fc
      .constantFrom(...Object.keys(parts))
      .chain((name) => mutated(Buffer.from(parts[name]!)).map((content) => zipOf({ ...parts, [name]: content })));
    const outcomes = new Set<boolean>();
    const isRead = (bytes: Buffer) => typeof outcomeOf(bytes) !== 'string';
    fc.assert(
      fc.property(damaged, (bytes) => {
        outcomes.add(isRead(bytes));
        return isReadOrRefused(bytes);
      }),
      { numRuns: 6_000 },
    );
    expect(outcomes).toEqual(new Set([true, false]));
  });

  it('that is any bytes at all is read or refused', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)),
        isReadOrRefused,
      ),
      {
        numRuns: 2_000,
      },
    );
  });
});
