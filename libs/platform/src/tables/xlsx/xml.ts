// XML without a document type: no entities but the five of the language, no depth, one encoding.
import { SaxesParser } from 'saxes';
import { refuseTable } from '../table';

export interface XmlReader {
  /** `path`: the names without their prefixes from the root, e.g. `worksheet/sheetData/row`. */
  open?(path: string, attributes: Readonly<Record<string, string>>): void;
  text?(path: string, text: string): void;
  close?(path: string): void;
}

const DEPTH_MAX = 32;

const broken = () => refuseTable('table/broken', { what: 'en del är inte giltig XML i UTF-8' });

export function readXml(bytes: Uint8Array, reader: XmlReader): void {
  const paths: string[] = [];
  const parser = new SaxesParser({ position: false });
  parser.on('error', () => {
    throw broken();
  });
  parser.on('doctype', () => {
    throw refuseTable('table/unsafe', { what: 'en dokumenttyp i sin XML' });
  });
  parser.on('xmldecl', ({ encoding }) => {
    if (encoding !== undefined && encoding.toUpperCase() !== 'UTF-8') throw broken();
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (paths.length === DEPTH_MAX) throw refuseTable('table/broken', { what: 'en del har för många nivåer' });
    const local = name.slice(name.indexOf(':') + 1);
    const path = paths.length === 0 ? local : `${paths.at(-1)}/${local}`;
    paths.push(path);
    reader.open?.(path, attributes as Record<string, string>);
  });
  parser.on('closetag', () => {
    const path = paths.pop()!;
    reader.close?.(path);
  });
  const text = (text: string) => {
    if (paths.length > 0) reader.text?.(paths.at(-1)!, text);
  };
  parser.on('text', text);
  parser.on('cdata', text);
  parser.write(decoded(bytes)).close();
}

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw broken();
  }
}
