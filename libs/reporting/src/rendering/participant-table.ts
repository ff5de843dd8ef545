// The table of participants as the associations print it: per insats and in total, by gender, exits by reason.
import { type Period, periodLabel } from '@finsam/kernel';
import { type Counts, type ParticipantCounts, type ParticipationCounts } from '@finsam/insatser';
import type { ParticipantTable } from '../page/report-document';
import type { PublishedFigures } from '../report/published-figures';

/** Null when nobody has been counted: missing is not zero. */
export function participantTable(counts: ParticipantCounts, period: Period): ParticipantTable | null {
  if (counts.insatser.length === 0) return null;
  const columns = [
    ...counts.insatser.map(({ insats }) => ({ id: insats.insats_id, label: insats.name })),
    { id: 'totalt', label: 'Totalt' },
  ];
  const all = [...counts.insatser, counts.total].map(shown);
  const row = (id: string, label: string, of: (column: ParticipationCounts) => number) => ({
    id,
    label,
    kind: 'count' as const,
    cells: all.map(of),
  });
  const unstated = all.some(
    ({ participating, exited }) => participating['uppgift-saknas'] + exited['uppgift-saknas'] > 0,
  );
  return {
    title: `Deltagare ${periodLabel(period)}`,
    columns,
    rows: [
      row('deltagande-man', 'Deltagande män', ({ participating }) => participating.man),
      row('deltagande-kvinnor', 'Deltagande kvinnor', ({ participating }) => participating.kvinna),
      ...(unstated
        ? [
            row(
              'deltagande-uppgift-saknas',
              'Deltagande, kön saknas',
              ({ participating }) => participating['uppgift-saknas'],
            ),
          ]
        : []),
      row('avslutade-man', 'Avslutade män', ({ exited }) => exited.man),
      row('avslutade-kvinnor', 'Avslutade kvinnor', ({ exited }) => exited.kvinna),
      ...(unstated
        ? [row('avslutade-uppgift-saknas', 'Avslutade, kön saknas', ({ exited }) => exited['uppgift-saknas'])]
        : []),
      { id: 'avslutsorsaker', label: 'Avslutsorsaker', kind: 'heading' as const, cells: [] },
      ...counts.reasons.map(({ code, label }) => row(code, label, (column) => exitsFor(column, code))),
    ],
    notes: notes(counts),
  };
}

/** Anonymous participants are counted in; the note says how many they are. */
function shown(counts: Counts): ParticipationCounts {
  return counts.participationsInklAnonyma;
}

function exitsFor({ exitsByReason }: ParticipationCounts, code: string): number {
  return exitsByReason.find(({ reason }) => reason === code)?.participations ?? 0;
}

function notes({ total }: ParticipantCounts): string[] {
  const participating = total.participationsInklAnonyma.participating.total;
  const unique = total.uniqueParticipants.total;
  const anonymous = total.anonymousParticipations.participating.total;
  return [
    `Tabellen räknar deltaganden: den som deltar i två insatser räknas två gånger. ${participating} deltaganden.`,
    ...(unique + anonymous === participating ? [] : [`Unika deltagare i hela förbundet: ${unique}.`]),
    ...(anonymous > 0 ? [`Varav anonyma: ${anonymous}. De ingår i tabellen men inte bland unika deltagare.`] : []),
  ];
}

/** What the nation gets of it. */
export function publishedParticipants(counts: ParticipantCounts): PublishedFigures['participants'] {
  if (counts.insatser.length === 0) return null;
  const total = shown(counts.total);
  const exitsByReason: Record<string, number> = {};
  for (const { code, national } of counts.reasons) {
    exitsByReason[national] = (exitsByReason[national] ?? 0) + exitsFor(total, code);
  }
  return {
    women: total.participating.kvinna,
    men: total.participating.man,
    unstated: total.participating['uppgift-saknas'],
    exits: total.exited.total,
    exitsByReason,
  };
}
