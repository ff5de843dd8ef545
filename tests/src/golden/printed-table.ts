// A table as a document prints it, typed in by hand and right or wrong as it is: first the title, then the heads,
// then a line for each row: our name of it, its label and its cells.

export interface PrintedTable {
  /** Whose it is: our name of the association, or of the document. */
  readonly slug: string;
  /** The layout's id, or `deltagare`. */
  readonly table: string;
  readonly title: string;
  readonly columns: readonly { readonly id: string; readonly label: string }[];
  readonly rows: readonly { readonly id: string; readonly label: string; readonly cells: readonly string[] }[];
}

export function typed(slug: string, table: string, text: string): PrintedTable {
  const [title = '', heads = '', ...lines] = text.trim().split('\n');
  const columns = words(heads).map((head) => {
    const [, id = '', label = ''] = /^([a-z0-9-]+): (.*)$/.exec(head) ?? [];
    return { id, label };
  });
  const rows = lines.map((line) => {
    const [id = '', label = '', ...cells] = words(line);
    return { id, label, cells };
  });
  return { slug, table, title: title.trim(), columns, rows };
}

function words(line: string): string[] {
  return line.split('|').map((word) => word.trim());
}
