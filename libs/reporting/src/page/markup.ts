// HTML in which every text is escaped unless it was made here: what a person typed can never become markup.

/** A piece of HTML that may stand as it is. */
export class Markup {
  constructor(readonly html: string) {}
}

type Value = string | number | Markup | readonly Markup[] | undefined;

/** `` markup`<p>${text}</p>` ``: texts and numbers are escaped, pieces stand as they are, undefined is nothing. */
export function markup(fixed: TemplateStringsArray, ...values: readonly Value[]): Markup {
  return new Markup(fixed.map((piece, index) => piece + htmlOf(values[index])).join(''));
}

function htmlOf(value: Value): string {
  if (value === undefined) return '';
  if (value instanceof Markup) return value.html;
  if (typeof value === 'object') return value.map(({ html }) => html).join('\n');
  return escaped(String(value));
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Safe as text and within a quoted attribute. */
export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}
