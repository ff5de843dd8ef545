// What every page has around its tables: who speaks, of what and of when. Nothing in it comes from elsewhere.
import { Markup, markup } from './markup';
import type { ReportDocument } from './report-document';
import { STYLE } from './style';

/** Nothing is fetched and nothing runs, even if a text should ever get past the escaping. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'";

export type PageHead = Pick<ReportDocument, 'association' | 'title' | 'period'>;

export function wholePage(
  { association, title, period }: PageHead,
  underHead: Markup | undefined,
  main: Markup,
  footer: Markup,
): string {
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
${underHead}
</header>
<main>
${main}
</main>
${footer}
</body>
</html>
`.html;
}

function organisationNumber(number: string | undefined): string {
  return number === undefined ? '' : `, organisationsnummer ${number}`;
}
