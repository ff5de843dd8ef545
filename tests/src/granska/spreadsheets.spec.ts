// The five documents once more, as an auditor with a spreadsheet would send them: the same report, the same findings.
import { type Cell, toCsv, toXlsx } from '@finsam/platform';
import { type Finding, readReport, readReportFile, reconcile, type ReportForm, writeGrid } from '@finsam/reporting';
import { DOCUMENTS, typedDocument } from './documents';

const sorted = (findings: readonly Finding[]) =>
  findings.toSorted((a, b) => (a.place + a.rule < b.place + b.rule ? -1 : 1));

/** As a spreadsheet keeps it: every cell a text, and a sum of one cell that cell. */
function asTyped(form: ReportForm): unknown {
  const tables = form.tables.map((table) => ({
    ...table,
    rows: table.rows.map((row) => {
      const cells = table.columns.map((_, index) => String(row.cells[index] ?? ''));
      return { ...row, cells: cells.every((cell) => cell === '') ? [] : cells };
    }),
  }));
  const claims = form.claims.map((claim) =>
    JSON.parse(JSON.stringify(claim).replace(/\{"sum":\["([^"]+)"\]\}/g, '"$1"')),
  );
  const own = (text: string) => (JSON.parse(text) as { rule: string }).rule;
  const relations = form.relations.map((one) => JSON.stringify(one, Object.keys(one).toSorted()));
  return { ...form, tables, claims, relations: relations.toSorted((a, b) => (own(a) + a < own(b) + b ? -1 : 1)) };
}

/** What a spreadsheet makes of figures that were typed into it: numbers, where they are whole. */
const asNumbers = (rows: readonly (readonly Cell[])[]): Cell[][] =>
  rows.map((cells) =>
    cells.map((cell) =>
      cell.kind === 'text' && /^-?[1-9]\d{0,2}( \d{3})*$/.test(cell.text)
        ? { kind: 'number', text: cell.text.replaceAll(' ', '') }
        : cell,
    ),
  );

describe.each(DOCUMENTS)('the document %s', (name) => {
  const form = typedDocument(name);
  const rows = writeGrid(form);
  const expected = sorted(reconcile(form));

  it.each([
    ['CSV', toCsv({ rows }), 'CSV i UTF-8 med semikolon'],
    ['XLSX', toXlsx({ rows }), 'XLSX'],
  ])('is the same report as %s, with the same findings', (_, file, how) => {
    const { report, readAs } = readReportFile(file);
    expect(readAs).toBe(how);
    expect(asTyped(report)).toEqual(asTyped(form));
    expect(sorted(reconcile(report))).toEqual(expected);
  });

  it('gives the same findings where the workbook has numbers for its figures', () => {
    const found = sorted(reconcile(readReport(toXlsx({ rows: asNumbers(rows) }))));
    const told = ({ rule, severity, place, message, cause }: Finding) => ({ rule, severity, place, message, cause });
    expect(found.map(told)).toEqual(expected.map(told));
  });
});
