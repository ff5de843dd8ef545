// A report as one HTML page, to read on a screen and to print: the same document gives the same bytes.
import type { DecisionRef } from '@finsam/kernel';
import { Markup, markup } from './markup';
import type { ReportDocument } from './report-document';
import { STYLE } from './style';
import { noteList, participantSection, statementSection, UNIT_NAMES } from './tables';

/** Nothing is fetched and nothing runs, even if a text should ever get past the escaping. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'";

const BODIES = { styrelse: 'styrelsen', presidium: 'presidiet', chef: 'förbundschefen' } as const;

export function reportPage(report: ReportDocument): string {
  const { association, title, period, participants, notes } = report;
  return markup`<!doctype html>
<html lang="sv">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<title>${title} – ${association.name}</title>
<style>${new Markup(STYLE)}</style>
</head>
<body>
<header>
<p>${association.name}${organisationNumber(association.organisationNumber)}</p>
<h1>${title}</h1>
<p>Period: ${period.label} (${period.from} – ${period.to})</p>
${report.adopted ? adoption(report.adopted) : undefined}
</header>
<main>
${report.statements.map(statementSection)}
${participants ? participantSection(participants) : undefined}
${remarks(notes)}
</main>
${footer(report)}
</body>
</html>
`.html;
}

function organisationNumber(number: string | undefined): string {
  return number === undefined ? '' : `, organisationsnummer ${number}`;
}

/** Silent without a decision: the document that was adopted is older than its adoption. */
function adoption({ body, on, paragraph, dnr }: DecisionRef): Markup {
  const number = dnr === undefined ? '' : `, dnr ${dnr}`;
  return markup`<p>Fastställd av ${BODIES[body]} ${on}, § ${paragraph}${number}.</p>`;
}

function remarks(notes: readonly string[]): Markup | undefined {
  if (notes.length === 0) return undefined;
  return markup`<section>
<h2>Upplysningar</h2>${noteList(notes)}
</section>`;
}

function footer({ position, seal, period, statements }: ReportDocument): Markup {
  const units = [...new Set(statements.map(({ unit }) => UNIT_NAMES[unit]))].join(' och ');
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
