// A reconciliation as one HTML page, to read and to print. Every text is what somebody sent, and is escaped.
import { Markup, markup } from '../../page/markup';
import { STYLE } from '../../page/style';
import type { Finding } from '../finding';
import { countsText } from '../reconciliation-text';

/** Nothing is fetched and nothing runs, even if a text should ever get past the escaping. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'";

/** `left`: so many findings more are not on the page. */
export function reconciliationPage(title: string, findings: readonly Finding[], left = 0): string {
  const more = left === 0 ? undefined : markup`<p>${left} till visas inte här.</p>`;
  return markup`<!doctype html>
<html lang="sv">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<title>Avstämning – ${title}</title>
<style>${new Markup(STYLE)}</style>
</head>
<body>
<header>
<h1>Avstämning</h1>
<p>${title}</p>
<p>${countsText(findings)}</p>
</header>
<main>
${findings.map(section)}
${more}
</main>
<footer>
<p>Ingenting av det som skickades är sparat.</p>
</footer>
</body>
</html>
`.html;
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
