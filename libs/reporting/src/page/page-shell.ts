// The form of every page: a head that fetches nothing, and what is said under it.
import { Markup, markup } from './markup';
import { STYLE } from './style';

/** Nothing is fetched and nothing runs, even if a text should ever get past the escaping. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'";

export interface PageParts {
  readonly title: string;
  readonly header: Markup;
  readonly main: Markup;
  readonly footer: Markup;
}

export function pageShell({ title, header, main, footer }: PageParts): string {
  return markup`<!doctype html>
<html lang="sv">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<title>${title}</title>
<style>${new Markup(STYLE)}</style>
</head>
<body>
<header>
${header}
</header>
<main>
${main}
</main>
${footer}
</body>
</html>
`.html;
}
