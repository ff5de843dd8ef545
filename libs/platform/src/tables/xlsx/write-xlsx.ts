// A workbook of one sheet whose bytes follow from its cells alone: the same table is the same file, on any machine.
import { invariant } from '@finsam/kernel';
import { type Cell, columnName, type Table } from '../table';
import { writeZip } from '../zip/write-zip';
import { serialOf } from './dates';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const DATE_STYLE = 1;
const TEXT_STYLE = 2;

export interface XlsxOptions {
  /** So many columns, empty rows too, take what is typed in them as text: `1 234,50` keeps its last zero. */
  readonly textColumns?: number;
}

export function toXlsx(
  { sheet = 'Blad1', rows }: Pick<Table, 'sheet' | 'rows'>,
  { textColumns = 0 }: XlsxOptions = {},
): Buffer {
  const parts: Readonly<Record<string, string>> = {
    '[Content_Types].xml':
      `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ` +
      `ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
      `<Default Extension="xml" ContentType="application/xml"/>` +
      `<Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/>` +
      `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPE}.worksheet+xml"/>` +
      `<Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/></Types>`,
    '_rels/.rels': relations(['officeDocument', 'xl/workbook.xml']),
    'xl/workbook.xml':
      `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>` +
      `<sheet name="${escaped(sheet)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations(['worksheet', 'worksheets/sheet1.xml'], ['styles', 'styles.xml']),
    'xl/styles.xml': STYLES,
    'xl/worksheets/sheet1.xml':
      `<worksheet xmlns="${MAIN}">${columnsXml(textColumns)}<sheetData>` +
      rows.map((cells, index) => rowXml(cells, index, textColumns)).join('') +
      `</sheetData></worksheet>`,
  };
  return writeZip(Object.entries(parts).map(([name, xml]) => ({ name, content: Buffer.from(HEAD + xml) })));
}

const STYLES =
  `<styleSheet xmlns="${MAIN}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>` +
  `<fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders>` +
  `<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0"/>` +
  `<xf numFmtId="14" applyNumberFormat="1"/><xf numFmtId="49" applyNumberFormat="1"/></cellXfs></styleSheet>`;

function relations(...all: readonly (readonly [type: string, target: string])[]): string {
  const each = all.map(
    ([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${PACKAGE}/relationships">${each.join('')}</Relationships>`;
}

function columnsXml(textColumns: number): string {
  if (textColumns === 0) return '';
  return `<cols><col min="1" max="${textColumns}" width="20" style="${TEXT_STYLE}" customWidth="1"/></cols>`;
}

function rowXml(cells: readonly Cell[], index: number, textColumns: number): string {
  const row = index + 1;
  const each = cells
    .map((cell, column) => cellXml(cell, `${columnName(column + 1)}${row}`, column < textColumns))
    .join('');
  return each === '' ? '' : `<row r="${row}">${each}</row>`;
}

function cellXml(cell: Cell, at: string, asText: boolean): string {
  const style = asText ? ` s="${TEXT_STYLE}"` : '';
  switch (cell.kind) {
    case 'text':
      return `<c r="${at}"${style} t="inlineStr"><is><t xml:space="preserve">${escaped(cell.text)}</t></is></c>`;
    case 'number':
      return `<c r="${at}"><v>${cell.text}</v></c>`;
    case 'date':
      return `<c r="${at}" s="${DATE_STYLE}"><v>${serialOf(cell.date)}</v></c>`;
    default:
      return '';
  }
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Signs that XML would lose or refuse are written by their number, as workbooks do it. */
function escaped(text: string): string {
  invariant(text.isWellFormed(), 'a text is made of whole characters');
  return (
    text
      .replace(/_(?=x[0-9a-fA-F]{4}_)/g, '_x005F_')
      // eslint-disable-next-line no-control-regex
      .replace(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g, (sign) => {
        return `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
      })
      .replace(/[&<>"]/g, (sign) => ENTITIES[sign]!)
  );
}
