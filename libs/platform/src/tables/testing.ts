// Workbooks made by hand, honest and not, for specs.
import { crc32, deflateRawSync } from 'node:zlib';
import { DomainError } from '@finsam/kernel';
import { parseTable } from './parse-table';
import type { Cell } from './table';
import { writeZip } from './zip/write-zip';

export const text = (text: string): Cell => ({ kind: 'text', text });
export const number = (text: string): Cell => ({ kind: 'number', text });
export const date = (date: string): Cell => ({ kind: 'date', date });
export const empty: Cell = { kind: 'empty' };

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>';
const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

export interface Book {
  /** What stands within `<sheetData>`. */
  readonly data?: string;
  /** Before and after it, e.g. merged cells. */
  readonly before?: string;
  readonly after?: string;
  readonly type?: string;
  readonly sheetState?: string;
  readonly workbookPr?: string;
  readonly strings?: string;
  readonly styles?: string;
  readonly more?: Readonly<Record<string, string | Buffer>>;
}

export type Parts = Readonly<Record<string, string | Buffer>>;

/** The parts of a small workbook, so that a spec can change any of them. */
export function partsOf(book: Book = {}): Parts {
  const { data = '', before = '', after = '', sheetState, workbookPr = '', strings, styles, more = {} } = book;
  const state = sheetState === undefined ? '' : ` state="${sheetState}"`;
  return {
    '[Content_Types].xml':
      `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
      `<Override PartName="/xl/workbook.xml" ContentType="${book.type ?? `${SPREADSHEET}.sheet.main+xml`}"/></Types>`,
    'xl/workbook.xml':
      `${HEAD}<workbook ${MAIN} xmlns:r="${R}"><workbookPr ${workbookPr}/>` +
      `<sheets><sheet name="Blad1" sheetId="1"${state} r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': rels(
      ['worksheet', 'worksheets/sheet1.xml'],
      ...(strings === undefined ? [] : [['sharedStrings', 'sharedStrings.xml'] as const]),
      ...(styles === undefined ? [] : [['styles', 'styles.xml'] as const]),
    ),
    ...(strings !== undefined && { 'xl/sharedStrings.xml': `${HEAD}<sst ${MAIN}>${strings}</sst>` }),
    ...(styles !== undefined && { 'xl/styles.xml': `${HEAD}<styleSheet ${MAIN}>${styles}</styleSheet>` }),
    'xl/worksheets/sheet1.xml': `${HEAD}<worksheet ${MAIN}>${before}<sheetData>${data}</sheetData>${after}</worksheet>`,
    ...more,
  };
}

export function rels(...all: readonly (readonly [type: string, target: string, mode?: string])[]): string {
  const each = all.map(([type, target, mode], index) => {
    const external = mode === undefined ? '' : ` TargetMode="${mode}"`;
    return `<Relationship Id="rId${index + 1}" Type="${R}/${type}" Target="${target}"${external}/>`;
  });
  const name = 'http://schemas.openxmlformats.org/package/2006/relationships';
  return `${HEAD}<Relationships xmlns="${name}">${each.join('')}</Relationships>`;
}

export function zipOf(parts: Parts): Buffer {
  return writeZip(Object.entries(parts).map(([name, content]) => ({ name, content: Buffer.from(content) })));
}

export const bookOf = (book?: Book): Buffer => zipOf(partsOf(book));

/** A row of cells, as a sheet writes it. */
export const row = (number: number, ...cells: string[]): string => `<row r="${number}">${cells.join('')}</row>`;
export const inline = (at: string, text: string): string => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;
export const value = (at: string, value: string | number): string => `<c r="${at}"><v>${value}</v></c>`;

export interface RawEntry {
  readonly name: string;
  readonly content: Buffer;
  readonly packed?: boolean;
  /** What the zip says, where it is not the truth. */
  readonly declared?: number;
  readonly localName?: string;
  readonly flags?: number;
  readonly method?: number;
  readonly attributes?: number;
  /** Another entry's place in the file. */
  readonly head?: number;
}

/** A zip whose every word can lie. */
export function rawZip(
  entries: readonly RawEntry[],
  { count = entries.length, comment = '', before = '' } = {},
): Buffer {
  const files: Buffer[] = [Buffer.from(before)];
  const directory: Buffer[] = [];
  let place = before.length;
  for (const { name, content, packed = false, declared, localName = name, attributes = 0, ...entry } of entries) {
    const raw = packed ? deflateRawSync(content, { level: 9 }) : content;
    const { flags = 0, method = packed ? 8 : 0, head = place } = entry;
    const size = declared ?? content.length;
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50);
    fields(
      local,
      4,
      [20, flags, method, 0, 0x21],
      [crc32(content), raw.length, size],
      [Buffer.byteLength(localName), 0],
    );
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50);
    central.writeUInt16LE(20, 4);
    fields(central, 6, [20, flags, method, 0, 0x21], [crc32(content), raw.length, size], [Buffer.byteLength(name), 0]);
    central.writeUInt32LE(attributes, 38);
    central.writeUInt32LE(head, 42);
    files.push(local, Buffer.from(localName), raw);
    directory.push(central, Buffer.from(name));
    place += 30 + Buffer.byteLength(localName) + raw.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(place, 16);
  end.writeUInt16LE(comment.length, 20);
  return Buffer.concat([...files, listed, end, Buffer.from(comment)]);
}

function fields(at: Buffer, start: number, shorts: number[], longs: number[], last: number[]): void {
  shorts.forEach((word, index) => at.writeUInt16LE(word, start + 2 * index));
  longs.forEach((word, index) => at.writeUInt32LE(word, start + 10 + 4 * index));
  last.forEach((word, index) => at.writeUInt16LE(word, start + 22 + 2 * index));
}

export const rawEntries = (parts: Parts, packed = true): RawEntry[] =>
  Object.entries(parts).map(([name, content]) => ({ name, content: Buffer.from(content), packed }));

/** The code of the refusal, or the table's rows. Anything else that is thrown is thrown on. */
export function outcomeOf(bytes: Buffer | string): unknown {
  try {
    return parseTable(Buffer.from(bytes)).rows;
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
}
