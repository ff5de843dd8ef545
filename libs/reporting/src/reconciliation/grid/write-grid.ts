// A report as lines for a spreadsheet: what `readGrid` reads back as the same report.
import type { Cell } from '@finsam/platform/files';
import type { Expression, FormTable, LinearRelation, Relation, ReportForm, TermForm } from '../typed/report-form';

type Line = readonly string[];

/** The lines of docs/granska.md. Figures are texts as printed, in the unit of their table, column or row. */
export function writeGrid({ title, tables, relations, claims }: ReportForm): Cell[][] {
  const sums = ownSums(relations, tables);
  const lines: Line[] = [
    ['Rapport', title],
    ...tables.flatMap((table) => [[], ...tableLines(table, sums)]),
    [],
    ...relations.filter((relation) => ![...sums.values()].includes(relation as LinearRelation)).map(ruleLine),
    [],
    ...claims.map(claimLine),
  ];
  return lines.map((line) => line.map((text): Cell => (text === '' ? { kind: 'empty' } : { kind: 'text', text })));
}

/** By their total: sums that can stand beside their row, of rows of one table, in every column, with no condition. */
function ownSums(relations: readonly Relation[], tables: readonly FormTable[]): ReadonlyMap<string, LinearRelation> {
  const sums = new Map<string, LinearRelation>();
  for (const relation of relations) {
    if (relation.rule !== 'summa' || sums.has(relation.total)) continue;
    const { total, parts, only, except, blank, step } = relation;
    const [id, ...row] = total.split('/');
    const table = tables.find((one) => one.id === id);
    const hasShares = table?.unit !== 'procent' && table?.columns.some(({ unit }) => unit === 'procent');
    const isPlain = [only, except, blank, step].every((one) => one === undefined) && !hasShares && row.length === 1;
    const isOfTable = [total, ...parts].every((ref) => /^-?([^*/]+)\/[^*/]+$/.exec(ref)?.[1] === id);
    if (isPlain && isOfTable) sums.set(total, relation);
  }
  return sums;
}

function tableLines({ id, title, unit, columns, rows }: FormTable, sums: ReturnType<typeof ownSums>): Line[] {
  const sumOf = (row: string) =>
    joined((sums.get(`${id}/${row}`)?.parts ?? []).map((part) => part.replace(`${id}/`, '')));
  const under = (word: string, values: readonly string[]): Line[] =>
    values.every((value) => value === '') ? [] : [[word, '', '', '', '', ...values]];
  return [
    ['Tabell', id, title, unit],
    ['rad', 'text', 'summa av', 'roll', 'enhet', ...columns.map(({ label }) => label)],
    ...under(
      'kolumn:',
      columns.map((column) => column.id),
    ),
    ...under(
      'enhet:',
      columns.map((column) => column.unit ?? ''),
    ),
    ...under(
      'år:',
      columns.map(({ year }) => String(year ?? '')),
    ),
    ...rows.map((row) => [
      row.id,
      row.label,
      sumOf(row.id),
      row.role ?? '',
      row.unit ?? '',
      ...row.cells.map((cell) => String(cell ?? '')),
    ]),
  ];
}

function ruleLine(relation: Relation): Line {
  const { rule, only, except } = relation;
  const bounds = [...(only ? [`bara: ${only.join(', ')}`] : []), ...(except ? [`utom: ${except.join(', ')}`] : [])];
  if (rule === 'andel') {
    return ['Regel', rule, relation.share, `${joined(relation.of)} / ${joined(relation.against)}`, ...bounds];
  }
  const { total, parts, blank, step } = relation;
  const more = [...(blank === 'all' ? ['tomt: inget'] : []), ...(step === undefined ? [] : [`avrundat till: ${step}`])];
  return ['Regel', rule, total, joined(parts), ...more, ...bounds];
}

const WORDS = { 'mer-an': 'mer än', 'mindre-an': 'mindre än', minst: 'minst', hogst: 'högst' } as const;

function claimLine(claim: ReportForm['claims'][number]): Line {
  if ('says' in claim) {
    return ['Jämför', claim.place, expressionText(claim.left), WORDS[claim.says], expressionText(claim.right)];
  }
  const { place, figure, unit, step, is } = claim;
  const rounded = step === undefined ? [] : [`avrundat till: ${step}`];
  return ['Text', place, figure, unit, expressionText(is), ...rounded];
}

function expressionText(expression: Expression): string {
  if (typeof expression === 'string') return joined([expression]);
  if ('sum' in expression) return joined(expression.sum.map(termText));
  if ('share' in expression) return `${joined(expression.share.of)} / ${joined(expression.share.against)}`;
  const { figure, unit, step } = expression;
  return `${figure} ${unit}${step === undefined ? '' : ` (avrundat till ${step})`}`;
}

const termText = (term: TermForm): string =>
  typeof term === 'string' ? term : `${term.cell} * ${term.times.join('/')}`;

/** `a`, `-b`, `c` → `a - b + c`. */
const joined = (refs: readonly string[]): string =>
  refs.map((ref, index) => (ref.startsWith('-') ? `- ${ref.slice(1)}` : index === 0 ? ref : `+ ${ref}`)).join(' ');
