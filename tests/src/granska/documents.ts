// Five published documents as a person would type them in: their tables as printed, some of them typed for the golden
// reports already, and beside them what is part of what and which figures the text states. No names, no sentences.
import { type ReportForm, reportFormSchema } from '@finsam/reporting';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { printedTables as arsredovisning } from '../golden/books/printed-arsredovisning-2023';
import { printedTables as delarsredovisning } from '../golden/books/printed-delarsredovisning-2021';
import { printedTables as verksamhetsplan } from '../golden/books/printed-verksamhetsplan-2022';
import { printedTables as halfYears } from '../golden/printed';

const printed = [...halfYears, ...verksamhetsplan, ...delarsredovisning, ...arsredovisning];

export const DOCUMENTS = [
  'delarsrapport-2024-h1',
  'verksamhetsplan-2022',
  'delarsredovisning-2021',
  'arsredovisning-2023',
  'delarsbokslut-2024-08',
] as const;
export type DocumentName = (typeof DOCUMENTS)[number];

/** What the print does not say of a table that is typed elsewhere. */
interface About {
  readonly unit: string;
  /** By row. */
  readonly roles?: Readonly<Record<string, string>>;
  /** By column. */
  readonly years?: Readonly<Record<string, number>>;
  readonly columnUnits?: Readonly<Record<string, string>>;
  readonly rowUnits?: Readonly<Record<string, string>>;
}

interface TypedDocument extends Omit<ReportForm, 'tables'> {
  /** Whose tables, as the golden reports name them. */
  readonly document: string;
  readonly printed: Readonly<Record<string, About>>;
  readonly tables: readonly unknown[];
}

export function typedDocument(name: DocumentName): ReportForm {
  const file = readFileSync(join(__dirname, `${name}.json`), 'utf8');
  const { document, printed: about, tables, ...rest } = JSON.parse(file) as TypedDocument;
  const known = Object.entries(about).map(([id, more]) => tableOf(document, id, more));
  return reportFormSchema.parse({ ...rest, tables: [...known, ...tables] });
}

function tableOf(document: string, id: string, about: About) {
  const { unit, roles = {}, years = {}, columnUnits = {}, rowUnits = {} } = about;
  const table = printed.find((one) => one.slug === document && one.table === id);
  if (!table) throw new Error(`${document} has no table ${id}`);
  return {
    id,
    title: table.title,
    unit,
    columns: table.columns.map((column) => ({
      ...column,
      ...(years[column.id] && { year: years[column.id] }),
      ...(columnUnits[column.id] && { unit: columnUnits[column.id] }),
    })),
    rows: table.rows.map((row) => ({
      ...row,
      ...(roles[row.id] && { role: roles[row.id] }),
      ...(rowUnits[row.id] && { unit: rowUnits[row.id] }),
    })),
  };
}
