// Days and shares in a workbook are plain numbers; only a cell's style tells that a day or a percent is meant.
import type { ZipParts } from '../zip/read-zip';
import { readXml } from './xml';

/** By number: which cell styles show a number as a day or a time, and which as a percent. */
export interface CellStyles {
  readonly dates: ReadonlySet<number>;
  readonly percents: ReadonlySet<number>;
}

export function cellStyles(parts: ZipParts, part: string | undefined): CellStyles {
  const bytes = part === undefined ? undefined : parts.read(part);
  const formats = new Map<number, string>();
  const [dates, percents] = [new Set<number>(), new Set<number>()];
  let style = 0;
  const open = (path: string, { numFmtId, formatCode = '' }: Readonly<Record<string, string>>) => {
    if (path === 'styleSheet/numFmts/numFmt') formats.set(Number(numFmtId), formatCode);
    if (path !== 'styleSheet/cellXfs/xf') return;
    const number = Number(numFmtId);
    // What stands in quotes, brackets or escapes is shown as it is.
    const format = (formats.get(number) ?? '').replace(/"[^"]*"|\[[^\]]*\]|\\.|_./g, '');
    if (isBuiltInDate(number) || /[dmyhs]/i.test(format)) dates.add(style);
    else if (isBuiltInPercent(number) || format.includes('%')) percents.add(style);
    style++;
  };
  if (bytes) readXml(bytes, { open });
  return { dates, percents };
}

const isBuiltInDate = (format: number) =>
  (format >= 14 && format <= 22) || (format >= 27 && format <= 36) || (format >= 45 && format <= 58);

const isBuiltInPercent = (format: number) => format === 9 || format === 10;
