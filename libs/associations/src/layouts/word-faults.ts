// Words in braces, which are filled in when a statement is made.
import { type Layout, outcomeColumn } from './layout-shape';
import type { LayoutFault, Path } from './reference-faults';

/** Words that a label may hold in braces, see `columnLabel` of the statements. */
export const PLACEHOLDERS = ['from', 'to', 'year', 'month', 'day'] as const;

/** The title and the rows of text take their days from the outcome column. */
export function* wordFaults(layout: Layout): Generator<LayoutFault> {
  yield* datedFaults(layout, layout.title, ['title']);
  for (const [index, row] of layout.rows.entries()) {
    if (row.kind === 'text') yield* datedFaults(layout, row.label, ['rows', index, 'label']);
  }
}

function* datedFaults(layout: Layout, text: string, path: Path): Generator<LayoutFault> {
  yield* placeholderFaults(text, path);
  if (text.includes('{') && !outcomeColumn(layout)) {
    yield { path, message: 'layouten har ingen kolumn för periodens utfall att hämta datum ur' };
  }
}

export function* placeholderFaults(text: string, path: Path): Generator<LayoutFault> {
  for (const [, word = ''] of text.matchAll(/\{([^}]*)\}/g)) {
    if ((PLACEHOLDERS as readonly string[]).includes(word)) continue;
    yield { path, message: `{${word}} kan inte fyllas i; det finns ${PLACEHOLDERS.map((p) => `{${p}}`).join(', ')}` };
  }
}
