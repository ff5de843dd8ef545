// The table of participants held against what was counted: genders, reasons for leaving, and who came and went.
import type { Counts, ParticipantCounts, ParticipationCounts } from '@finsam/insatser';
import type { ParticipantTable } from '../../../page/report-document';
import type { Finding } from '../../finding';
import { reconcile } from '../../reconcile';
import type { ReportForm } from '../../typed/report-form';

const TABLE = 'deltagare';
const TOTAL = 'totalt';

/** What the table does not print and its rows must add up to. */
const COUNTED: readonly (readonly [id: string, label: string, of: (counts: ParticipationCounts) => number])[] = [
  ['deltagande-totalt', 'Deltagande totalt', ({ participating }) => participating.total],
  ['avslutade-totalt', 'Avslutade totalt', ({ exited }) => exited.total],
  ['vid-start', 'Kvar från tidigare', ({ presentAtStart }) => presentAtStart.total],
  ['paborjade', 'Påbörjade', ({ started }) => started.total],
  ['vid-slut', 'Kvar vid periodens slut', ({ presentAtEnd }) => presentAtEnd.total],
];

/** `table` is null where there is no insats. */
export interface CountedParticipants {
  readonly counts: ParticipantCounts;
  readonly table: ParticipantTable | null;
}

export function participantFindings({ counts, table }: CountedParticipants): Finding[] {
  return table ? reconcile(formOf(table, [...counts.insatser, counts.total])) : [];
}

function formOf({ title, columns, rows }: ParticipantTable, counts: readonly Counts[]): ReportForm {
  const heading = rows.findIndex(({ kind }) => kind === 'heading');
  const counted = COUNTED.map(([id, label, of]) => ({
    id,
    label,
    cells: counts.map(({ participationsInklAnonyma }) => of(participationsInklAnonyma)),
  }));
  const genders = rows.slice(0, heading);
  // A reason's code and an insats's are the association's own, and may be any.
  const reasons = rows.slice(heading + 1).map((row) => ({ ...row, id: `orsak-${row.id}` }));
  const insatser = columns.slice(0, -1).map(({ id, label }) => ({ id: `insats-${id}`, label }));
  const gendersOf = (prefix: string) => genders.filter(({ id }) => id.startsWith(prefix)).map(({ id }) => at(id));
  const inAll = insatser.map(({ id }) => `${TABLE}/*/${id}`);
  return {
    title,
    tables: [
      {
        id: TABLE,
        title,
        unit: 'antal',
        columns: [...insatser, { id: TOTAL, label: columns.at(-1)?.label ?? '' }],
        rows: [
          ...[...genders, ...reasons].map(({ id, label, cells }) => ({ id, label, cells: [...cells] })),
          ...counted,
        ],
      },
    ],
    relations: [
      { rule: 'kon-totalt', total: at('deltagande-totalt'), parts: gendersOf('deltagande-') },
      { rule: 'kon-totalt', total: at('avslutade-totalt'), parts: gendersOf('avslutade-') },
      { rule: 'orsaker-avslut', total: at('avslutade-totalt'), parts: reasons.map(({ id }) => at(id)) },
      { rule: 'in-ut', total: at('vid-slut'), parts: [at('vid-start'), at('paborjade'), `-${at('avslutade-totalt')}`] },
      { rule: 'summa', total: `${TABLE}/*/${TOTAL}`, parts: inAll },
    ],
    claims: [],
  };
}

const at = (row: string): string => `${TABLE}/${row}`;
