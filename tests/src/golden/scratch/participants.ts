// The table of participants counted off the rows of every participation, by hand.
import { type ExitReasonsRow, insatserGroup, type InsatsRow, type ParticipationRow } from '@finsam/insatser';
import type { Period, Recorded } from '@finsam/kernel';
import { rowsAfter } from '@finsam/kernel/testing';
import type { ReportDocument } from '@finsam/reporting';

/** Null for an association without insatser. */
export function participantsFromScratch(
  log: readonly Recorded[],
  { from, to }: Period,
): ReportDocument['participants'] {
  const [insatser, reasons, participations] = insatserGroup.projections.map((projection) => rowsAfter(projection, log));
  if (insatser!.length === 0) return null;
  const columns = (insatser as unknown as InsatsRow[]).map(({ insats_id, name }) => ({ id: insats_id, label: name }));
  const all = participations as unknown as ParticipationRow[];
  const taking = all.filter((row) => row.enrolled_on <= to && (row.exited_on === null || row.exited_on >= from));
  const leaving = taking.filter(({ exited_on }) => exited_on !== null && exited_on <= to);
  const row = (id: string, label: string, of: readonly ParticipationRow[]) => {
    const each = columns.map((column) => of.filter(({ insats_id }) => insats_id === column.id).length);
    return { id, label, kind: 'count' as const, cells: [...each, of.length] };
  };
  const gender = (wanted: string) => (row: ParticipationRow) => row.gender === wanted;
  const [list] = reasons as unknown as ExitReasonsRow[];
  return {
    title: 'Deltagare',
    columns: [...columns, { id: 'totalt', label: 'Totalt' }],
    rows: [
      row('deltagande-man', 'Deltagande män', taking.filter(gender('man'))),
      row('deltagande-kvinnor', 'Deltagande kvinnor', taking.filter(gender('kvinna'))),
      row('avslutade-man', 'Avslutade män', leaving.filter(gender('man'))),
      row('avslutade-kvinnor', 'Avslutade kvinnor', leaving.filter(gender('kvinna'))),
      { id: 'avslutsorsaker', label: 'Avslutsorsaker', kind: 'heading', cells: [] },
      ...list!.reasons.map(({ code, label }) =>
        row(
          code,
          label,
          leaving.filter(({ exit_reason }) => exit_reason === code),
        ),
      ),
    ],
    notes: [],
  };
}
