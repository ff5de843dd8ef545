// The texts of a workbook stand in a part of their own, each once, and cells refer to them by number.
import { refuseTable, SIGNS_MAX } from '../table';
import type { ZipParts } from '../zip/read-zip';
import { readXml } from './xml';

const STRINGS_MAX = 200_000;

export function sharedStrings(parts: ZipParts, part: string | undefined): readonly string[] {
  const bytes = part === undefined ? undefined : parts.read(part);
  const strings: string[] = [];
  let signs = 0;
  if (bytes)
    readXml(bytes, {
      open: (path) => {
        if (path === 'sst/si' && strings.push('') > STRINGS_MAX) throw refuseTable('table/too-large');
      },
      text: (path, text) => {
        // A reading aid for East Asian names (`rPh`) is not part of the text.
        if (path !== 'sst/si/t' && path !== 'sst/si/r/t') return;
        signs += text.length;
        if (signs > SIGNS_MAX) throw refuseTable('table/too-long');
        strings[strings.length - 1] += text;
      },
    });
  return strings.map(escapedText);
}

/** Signs that XML cannot hold are written `_x000D_`, and what only looks so begins with `_x005F_`. */
export const escapedText = (text: string): string =>
  text.replace(/_x([0-9a-fA-F]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
