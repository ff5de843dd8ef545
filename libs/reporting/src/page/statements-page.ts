// The statements of a period as one HTML page: what the books say now, not a report that somebody has adopted.
import { markup } from './markup';
import type { ReportDocument } from './report-document';
import { statementSection, unitNames } from './tables';
import { wholePage } from './whole-page';

export type StatementsPage = Pick<ReportDocument, 'association' | 'period' | 'position' | 'statements'>;

export function statementsPage({ association, period, position, statements }: StatementsPage): string {
  const units = unitNames(statements);
  const tables =
    statements.length > 0
      ? markup`${statements.map(statementSection)}`
      : markup`<p>Förbundet har inte antagit någon uppställning.</p>`;
  const amounts =
    units === ''
      ? undefined
      : markup`<p>Belopp i ${units}. Summor är beräknade på öre och avrundade först i tabellerna.</p>`;
  const footer = markup`<footer>
<p>Allt som var registrerat till och med position ${position} i förbundets logg är med.</p>
<p>Sidan är ingen fastställd rapport.</p>
${amounts}
<p>En tom ruta betyder att uppgift saknas, inte att den är noll.</p>
</footer>`;
  return wholePage({ association, period, title: 'Räkningar' }, undefined, tables, footer);
}
