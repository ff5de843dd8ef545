// Our own tables as a report to reconcile: the same rules, but in öre, and the layouts say which row is whose part.
import type { Layout } from '@finsam/associations';
import type { StatementTable, Unmapped } from '../../statements/statement-table';
import { swedishKronor } from '../../swedish';
import type { Finding } from '../finding';
import { RULES } from '../rules';
import type { ReportForm } from './report-form';

/** Cells in kronor with every öre, whatever unit they are printed in, so that no rounding hides anything. */
export function reportOfStatements(
  title: string,
  tables: readonly StatementTable[],
  layouts: readonly Layout[],
): ReportForm {
  return {
    title,
    tables: tables.map((table) => {
      const columns = table.columns.map(({ id, label }, index) => ({ id, label, index }));
      const amounts = columns.filter(({ index }) => !isShare(table, index));
      return {
        id: table.layout.id,
        title: table.title,
        unit: 'kr',
        columns: amounts.map(({ id, label }) => ({ id, label })),
        rows: table.rows.map(({ id, label, cells }) => ({
          id,
          label,
          cells: cells.length === 0 ? [] : amounts.map(({ index }) => kronor(cells[index]?.ore ?? null)),
        })),
      };
    }),
    relations: layouts.flatMap(sumsOf),
    claims: [],
  };
}

/** An amount on no line, or on several, for each table. */
export function unmappedFindings(tables: readonly StatementTable[]): Finding[] {
  return tables.flatMap(({ layout, title, columns, unmapped }) =>
    unmapped.map((entry): Finding => {
      const { label = entry.column } = columns.find(({ id }) => id === entry.column) ?? {};
      const where =
        entry.lines.length === 0 ? 'finns inte på någon rad' : `finns på flera rader (${entry.lines.join(', ')})`;
      return {
        rule: 'omappat',
        severity: RULES.omappat.severity,
        place: `${layout.id}/*/${entry.column}`,
        message: `${title}, ${label}: ${nameOf(entry)} med ${swedishKronor(entry.amountOre)} kr ${where}.`,
        cells: [],
      };
    }),
  );
}

function sumsOf({ id, rows, columns }: Layout): ReportForm['relations'] {
  const derived = columns.filter(({ kind }) => !['actual', 'budget', 'forecast'].includes(kind));
  return rows
    .filter((row) => row.kind === 'sum')
    .map((row) => ({
      rule: 'summa' as const,
      total: `${id}/${row.id}`,
      parts: row.of.map(({ row: part, sign = 1 }) => `${sign === -1 ? '-' : ''}${id}/${part}`),
      blank: row.blank,
      only: columns.filter((column) => !derived.includes(column)).map((column) => column.id),
    }));
}

const isShare = ({ columns }: StatementTable, index: number): boolean => columns[index]?.kind === 'consumed-share';

const kronor = (amountOre: number | null): string | null => (amountOre === null ? null : swedishKronor(amountOre));

function nameOf(entry: Unmapped): string {
  if ('reported' in entry) return `raden ${entry.reported}`;
  if ('account' in entry) return `konto ${entry.account}`;
  return `posten ${[entry.post.activity, entry.post.kind, entry.post.member].filter(Boolean).join(' · ')}`;
}
