// What every page has around its tables: who speaks, of what and of when. Nothing in it comes from elsewhere.
import { type Markup, markup } from './markup';
import { pageShell } from './page-shell';
import type { ReportDocument } from './report-document';

export type PageHead = Pick<ReportDocument, 'association' | 'title' | 'period'>;

export function wholePage(
  { association, title, period }: PageHead,
  underHead: Markup | undefined,
  main: Markup,
  footer: Markup,
): string {
  const header = markup`<p>${association.name}${organisationNumber(association.organisationNumber)}</p>
<h1>${title}</h1>
<p>Period: ${period.label} (${period.from} – ${period.to})</p>
${underHead}`;
  return pageShell({ title: `${title} – ${association.name}`, header, main, footer });
}

function organisationNumber(number: string | undefined): string {
  return number === undefined ? '' : `, organisationsnummer ${number}`;
}
