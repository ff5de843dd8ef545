// A report as one HTML page, to read on a screen and to print: the same document gives the same bytes.
import type { DecisionRef } from '@finsam/kernel';
import { decisionText } from './decision-text';
import { type Markup, markup } from './markup';
import { reconciliationLines } from './reconciliation-lines';
import type { ReportDocument } from './report-document';
import { noteList, participantSection, statementSection, unitNames } from './tables';
import { wholePage } from './whole-page';

export function reportPage(report: ReportDocument): string {
  const { participants, notes, reconciliation } = report;
  return wholePage(
    report,
    report.adopted ? adoption(report.adopted) : undefined,
    markup`${report.statements.map(statementSection)}
${participants ? participantSection(participants) : undefined}
${[...remarks('Avstämning', reconciliationLines(reconciliation)), ...remarks('Upplysningar', notes)]}`,
    footer(report),
  );
}

/** Silent without a decision: the document that was adopted is older than its adoption. */
function adoption(decision: DecisionRef): Markup {
  return markup`<p>Fastställd av ${decisionText(decision)}.</p>`;
}

function remarks(title: string, notes: readonly string[]): Markup[] {
  if (notes.length === 0) return [];
  return [
    markup`<section>
<h2>${title}</h2>${noteList(notes)}
</section>`,
  ];
}

function footer({ position, seal, period, statements }: ReportDocument): Markup {
  const units = unitNames(statements);
  const amounts =
    units === ''
      ? undefined
      : markup`<p>Belopp i ${units}. Summor är beräknade på öre och avrundade först i tabellerna.</p>`;
  return markup`<footer>
<p>Period: ${period.code}. Allt som var registrerat till och med position ${position} i förbundets logg är med.</p>
<p>Loggens sigill där: ${seal}</p>
${amounts}
<p>En tom ruta betyder att uppgift saknas, inte att den är noll.</p>
</footer>`;
}
