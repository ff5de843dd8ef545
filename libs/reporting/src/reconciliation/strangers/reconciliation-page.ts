// A reconciliation as one HTML page, to read and to print. Every text is what somebody sent, and is escaped.
import { type Markup, markup } from '../../page/markup';
import { pageShell } from '../../page/page-shell';
import type { Finding } from '../finding';
import { countsText } from '../reconciliation-text';

/** `left`: so many findings more are not on the page. */
export function reconciliationPage(title: string, findings: readonly Finding[], left = 0): string {
  const more = left === 0 ? undefined : markup`<p>${left} till visas inte här.</p>`;
  return pageShell({
    title: `Avstämning – ${title}`,
    header: markup`<h1>Avstämning</h1>
<p>${title}</p>
<p>${countsText(findings)}</p>`,
    main: markup`${findings.map(section)}
${more}`,
    footer: markup`<footer>
<p>Ingenting av det som skickades är sparat.</p>
</footer>`,
  });
}

function section({ severity, rule, place, message, cause, cells }: Finding): Markup {
  const why = cause === undefined ? undefined : markup`<p>Trolig orsak: ${cause}</p>`;
  const printed = cells.map((cell) => markup`<li>${cell.place}: ${cell.printed}</li>`);
  const list =
    cells.length === 0
      ? undefined
      : markup`<ul class="notes">
${printed}
</ul>`;
  return markup`<section>
<h2>${severity} · ${rule} · ${place}</h2>
<p>${message}</p>
${why}
${list}
</section>`;
}
