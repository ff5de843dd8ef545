// What is written beside the figures: heads of columns, and units in cells.
import type { Cells } from '../typed/cells';
import type { Finding } from '../finding';
import type { ReportForm } from '../typed/report-form';
import { RULES } from '../rules';

export function columnHeadFindings({ tables }: ReportForm): Finding[] {
  return tables.flatMap(({ id, title, columns }) =>
    columns.flatMap(({ id: column, label, year }, index) => {
      const earlier = columns.slice(0, index).find((other) => sameWords(other.label, label));
      const years: readonly string[] = label.match(/(?<!\d)(?:19|20)\d{2}(?!\d)/g) ?? [];
      const wrong = year !== undefined && years.length > 0 && !years.includes(String(year));
      const messages = [
        ...(earlier ? [`${title}: två kolumner har rubriken ${label}.`] : []),
        ...(wrong ? [`${title}: kolumnen ${label} avser ${year}.`] : []),
      ];
      const place = `${id}/*/${column}`;
      return messages.map((message): Finding => ({
        rule: 'etikett',
        severity: RULES.etikett.severity,
        place,
        message,
        cells: [],
      }));
    }),
  );
}

export function unitFindings(cells: Cells): Finding[] {
  return [...cells.values()].flatMap(({ place, table, row, column, printed, unit, says }): Finding[] => {
    if (says === undefined) return [];
    const where = `${table.title}, ${row.label}, ${column.label}`;
    const message = `${where}: ${printed} står i ${says}, men uppgiften är i ${unit}.`;
    return [{ rule: 'enhet', severity: RULES.enhet.severity, place, message, cells: [{ place, printed }] }];
  });
}

const sameWords = (one: string, other: string): boolean => one.trim().toLowerCase() === other.trim().toLowerCase();
