// Which parts a workbook has, where its sheets are, and what it may not bring: anything that runs or fetches.
import { refuseTable } from '../table';
import type { ZipParts } from '../zip/read-zip';
import { readXml } from './xml';

export interface Sheet {
  readonly name: string;
  readonly part: string;
}

export interface Workbook {
  readonly sheets: readonly Sheet[];
  /** Days are counted from 1904, as old Macintosh spreadsheets did. */
  readonly from1904: boolean;
  readonly strings: string | undefined;
  readonly styles: string | undefined;
}

const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml';
const UNSAFE: readonly (readonly [what: string, RegExp])[] = [
  ['makron', /macro|vba|intlmacrosheet|dialogsheet/i],
  ['länkar till andra filer', /externallink|ddelink|externaldata/i],
  ['inbäddade objekt', /oleobject|activex|embedding|ctrlprop|package$|control(?:\+|$)/i],
  ['anslutningar till data utanför', /connections|querytable|webextension|customdata/i],
];

export function readWorkbook(parts: ZipParts): Workbook {
  parts.names().forEach(checkSafe);
  const [main, ...others] = mainParts(parts);
  if (main === undefined || others.length > 0) throw broken('den har ingen arbetsbok');
  const related = relations(parts, main);
  const ids = new Map(related.map(({ id, target }) => [id, target]));
  const sheets: Sheet[] = [];
  let from1904 = false;
  readXml(needed(parts, main), {
    open: (path, { date1904, name, state, ...attributes }) => {
      if (path === 'workbook/workbookPr') from1904 = date1904 === '1' || date1904 === 'true';
      if (path !== 'workbook/sheets/sheet') return;
      if (state !== undefined && state !== 'visible') throw refuseTable('table/sheets');
      const id = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1];
      const part = id === undefined ? undefined : ids.get(id);
      if (part === undefined) throw broken('ett blad saknas');
      sheets.push({ name: name ?? '', part });
    },
  });
  for (const { part } of sheets) relations(parts, part);
  const ofType = (type: string) => related.find((one) => one.type === type)?.target;
  return { sheets, from1904, strings: ofType('sharedStrings'), styles: ofType('styles') };
}

export function needed(parts: ZipParts, name: string): Buffer {
  const bytes = parts.read(name);
  if (!bytes) throw broken('en del saknas');
  return bytes;
}

const broken = (what: string) => refuseTable('table/broken', { what });

function checkSafe(word: string): void {
  const found = UNSAFE.find(([, pattern]) => pattern.test(word));
  if (found) throw refuseTable('table/unsafe', { what: found[0] });
}

/** The part that says it is the workbook. Every part says of what kind it is, whatever it is called. */
function mainParts(parts: ZipParts): string[] {
  const found: string[] = [];
  readXml(needed(parts, '[Content_Types].xml'), {
    open: (_, { ContentType, PartName }) => {
      if (ContentType !== undefined) checkSafe(ContentType);
      if (ContentType === WORKBOOK && PartName !== undefined) found.push(PartName.replace(/^\//, ''));
    },
  });
  return found;
}

interface Relation {
  readonly id: string;
  /** The last word of the type's address. */
  readonly type: string;
  readonly target: string;
}

/** What a part refers to. A link in a cell may lead out of the file, for nobody follows it; nothing else may. */
function relations(parts: ZipParts, part: string): Relation[] {
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  const bytes = parts.read(`${folder}_rels/${part.slice(folder.length)}.rels`);
  const found: Relation[] = [];
  const open = (_: string, { Id, Type = '', Target = '', TargetMode }: Readonly<Record<string, string>>) => {
    const type = Type.slice(Type.lastIndexOf('/') + 1);
    checkSafe(type);
    if (TargetMode === 'External' && type !== 'hyperlink') checkSafe('externalLink');
    if (Id !== undefined) found.push({ id: Id, type, target: resolved(folder, Target) });
  };
  if (bytes) readXml(bytes, { open });
  return found;
}

/** `../x.xml` from `xl/worksheets/` is `xl/x.xml`. It names a part of the zip, so it can lead nowhere else. */
function resolved(folder: string, target: string): string {
  const steps = target.startsWith('/') ? target.split('/') : [...folder.split('/'), ...target.split('/')];
  const path: string[] = [];
  for (const step of steps) {
    if (step === '..') path.pop();
    else if (step !== '' && step !== '.') path.push(step);
  }
  return path.join('/');
}
