// The tables of a report as HTML: a caption that names the table, heads that say what they head, blanks left blank.
import type { StatementTable } from '../statements/statement-table';
import { swedishNumber } from '../swedish';
import { type Markup, markup } from './markup';
import type { ParticipantTable } from './report-document';

const UNIT_NAMES = { kr: 'kronor (kr)', tkr: 'tusental kronor (tkr)', mkr: 'miljoner kronor (mkr)' } as const;

/** `kronor (kr) och tusental kronor (tkr)`. */
export function unitNames(tables: readonly StatementTable[]): string {
  return [...new Set(tables.map(({ unit }) => UNIT_NAMES[unit]))].join(' och ');
}

interface PrintedRow {
  readonly kind: string;
  readonly level: number;
  readonly label: string;
  readonly note?: string;
  readonly cells: readonly string[];
}

interface PrintedTable {
  readonly title: string;
  readonly about: string;
  readonly columns: readonly { readonly label: string }[];
  readonly rows: readonly PrintedRow[];
  readonly notes: readonly string[];
}

export function statementSection(table: StatementTable): Markup {
  const rows = table.rows.map((row) => ({ ...row, cells: row.cells.map(({ printed }) => printed) }));
  return section({ ...table, about: `Belopp i ${UNIT_NAMES[table.unit]}`, rows });
}

export function participantSection(table: ParticipantTable): Markup {
  const rows = table.rows.map((row) => ({
    ...row,
    level: 1,
    cells: row.cells.map((count) => (count === null ? '' : swedishNumber(count))),
  }));
  return section({ ...table, about: 'Antal', rows });
}

/** A keyboard must reach a table that is wider than the screen, hence the region with a tab stop. */
function section({ title, about, columns, rows, notes }: PrintedTable): Markup {
  const heads = columns.map(({ label }) => markup`<th scope="col">${label}</th>`);
  const groups = rowGroups(rows).map((group) => {
    const lines = group.map((row) => tableRow(row, columns.length));
    return markup`<tbody>
${lines}
</tbody>`;
  });
  return markup`<section>
<div class="table" role="region" aria-label="${title}" tabindex="0">
<table>
<caption><h2>${title}</h2><p>${about}</p></caption>
<thead><tr>
<td></td>
${heads}
</tr></thead>
${groups}
</table>
</div>${noteList(notes)}
</section>`;
}

/** Headings head the rows after them: a group begins where a heading follows rows. */
function rowGroups(rows: readonly PrintedRow[]): PrintedRow[][] {
  const groups: PrintedRow[][] = [];
  for (const row of rows) {
    const group = groups.at(-1);
    if (!group || (row.kind === 'heading' && group.at(-1)?.kind !== 'heading')) groups.push([row]);
    else group.push(row);
  }
  return groups;
}

function tableRow({ kind, level, label, note, cells }: PrintedRow, columns: number): Markup {
  const reference = note === undefined ? undefined : markup` <span class="reference">${note}</span>`;
  const name = label === '' ? markup`<span class="unseen">Summa</span>` : label;
  if (kind === 'text') {
    return markup`<tr class="text level-${level}"><th scope="row" colspan="${columns + 1}">${label}</th></tr>`;
  }
  if (kind === 'heading') {
    const head = markup`<th scope="rowgroup" colspan="${columns + 1}">${name}${reference}</th>`;
    return markup`<tr class="heading level-${level}">${head}</tr>`;
  }
  const figures = cells.map((cell) => markup`<td>${cell}</td>`);
  return markup`<tr class="${kind} level-${level}"><th scope="row">${name}${reference}</th>
${figures}</tr>`;
}

/** The sentences under a table or a report; nothing when there are none. */
export function noteList(notes: readonly string[]): Markup | undefined {
  if (notes.length === 0) return undefined;
  const items = notes.map((note) => markup`<li>${note}</li>`);
  return markup`
<ul class="notes">
${items}
</ul>`;
}
