// A report from a spreadsheet: blocks of lines that begin with a keyword, and all that is wrong told at once.
import { invariant } from '@finsam/kernel';
import type { Table } from '@finsam/platform/files';
import { type ReportForm, reportFormSchema } from '../typed/report-form';
import { GridFaults, type Line, linesOf } from './lines';
import { readClaim, readComparison, readRule } from './reading/sentences';
import { readTableBlock } from './reading/table-rows';
import { TypedReport } from './reading/typed-report';
import { issueText } from './reading/issue-text';
import { unknownPlaces } from './reading/unknown-places';
import { type Keyword, KEYWORDS_TOLD, keywordOf } from './words';

interface Block {
  readonly keyword: Keyword;
  readonly head: Line;
  readonly below: Line[];
}

/** Throws `ManyFaults` with row and column for everything that is no report, and a refusal for an empty file. */
export function readGrid(tables: readonly Table[]): ReportForm {
  const faults = new GridFaults();
  const report = new TypedReport();
  const blocks = blocksOf(linesOf(tables), faults);
  readTitle(blocks, report, faults);
  // What follows from what can be said before its tables.
  const tablesFirst = blocks.toSorted((a, b) => Number(a.keyword !== 'Tabell') - Number(b.keyword !== 'Tabell'));
  for (const { keyword, head, below } of tablesFirst) {
    if (keyword === 'Tabell') readTableBlock(head, below, report, faults);
    else if (keyword === 'Regel') readRule(head, report, faults);
    else if (keyword === 'Text') readClaim(head, report, faults);
    else if (keyword === 'Jämför') readComparison(head, report, faults);
  }
  return checked(report, faults, blocks[0]!.head);
}

function blocksOf(lines: readonly Line[], faults: GridFaults): [Block, ...Block[]] {
  const blocks: Block[] = [];
  let last: Block | undefined;
  for (const line of lines) {
    // A table ends with its sheet.
    if (last && line.sheet !== last.head.sheet) last = undefined;
    const keyword = keywordOf(faults.textAt(line, 1));
    if (keyword) blocks.push((last = { keyword, head: line, below: [] }));
    else if (last?.keyword === 'Tabell') last.below.push(line);
    else faults.add(line, 1, `ska vara ${KEYWORDS_TOLD}.`);
  }
  if (blocks.length === 0) faults.check();
  return blocks as [Block, ...Block[]];
}

function readTitle(blocks: readonly [Block, ...Block[]], report: TypedReport, faults: GridFaults): void {
  const [first] = blocks;
  if (first.keyword !== 'Rapport') faults.add(first.head, 1, 'först ska stå Rapport och, bredvid, rapportens titel.');
  const titles = blocks.filter(({ keyword }) => keyword === 'Rapport');
  for (const { head } of titles.slice(1)) faults.add(head, 1, 'Rapport ska stå en enda gång.');
  report.title = faults.textAt(first.head, 2);
  report.note(['title'], first.head, 2);
}

/** What the form itself does not allow, and places that there are not, told where they were written. */
function checked(report: TypedReport, faults: GridFaults, start: Line): ReportForm {
  const { success, data, error } = reportFormSchema.safeParse(report.form());
  const wrong = [
    ...(error?.issues ?? []).map((issue) => ({ path: issue.path, text: issueText(issue) })),
    ...unknownPlaces(report.form() as ReportForm),
  ];
  for (const { path, text } of wrong) {
    const { line, column } = report.originOf(path) ?? { line: start, column: undefined };
    faults.add(line, column, text);
  }
  faults.check();
  invariant(success, 'what the schema does not take has been told');
  return data;
}
