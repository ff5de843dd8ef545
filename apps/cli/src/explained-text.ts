// What is behind a cell, for a terminal: a line for each voucher, post or other cell.
import { swedishKronor } from '@finsam/reporting';

type Amount = Parameters<typeof swedishKronor>[0];

/** As the API answers it, of what is printed here. */
export interface ExplainedCell {
  readonly label: string;
  readonly table: string;
  readonly row: string;
  readonly column: string;
  readonly printed: string;
  readonly behind: {
    readonly source: string;
    readonly sign?: 1 | -1;
    readonly lines?: readonly {
      readonly date: string;
      readonly account: number;
      readonly amountOre: Amount;
      readonly series: string | null;
      readonly number: number | null;
      readonly text: string | null;
    }[];
    readonly next?: number | null;
    readonly posts?: readonly {
      readonly activity: string;
      readonly kind: string;
      readonly member?: string | null;
      readonly amountOre: Amount;
    }[];
    readonly decision?: { readonly body: string; readonly on: string; readonly paragraph: string };
    readonly asOf?: string | null;
    readonly document?: string;
    readonly parts?: readonly (Pick<ExplainedCell, 'table' | 'row' | 'column' | 'printed'> & {
      readonly sign?: 1 | -1;
    })[];
  };
}

type Behind = ExplainedCell['behind'];

const TEXTS: Readonly<Record<string, (behind: Behind) => readonly string[]>> = {
  ledger: ({ lines = [], next }) => [
    lines.length === 0 ? 'Inga verifikationer.' : 'Verifikationer, som de är bokförda:',
    ...lines.map(
      ({ date, account, amountOre, series, number, text }) =>
        `${date}  ${account}  ${swedishKronor(amountOre).padStart(16)}  ${series ?? ''}${number ?? ''} ${text ?? ''}`,
    ),
    ...(next == null ? [] : [`Fler finns: --after ${next}`]),
  ],
  posts: ({ posts = [], decision, asOf }) => [
    decision
      ? `Beslut: ${decision.body} ${decision.on}, § ${decision.paragraph}`
      : `Prognos per ${asOf ?? 'okänd dag'}`,
    ...posts.map(
      ({ activity, kind, member, amountOre }) =>
        `${swedishKronor(amountOre).padStart(16)}  ${[activity, kind, member].filter(Boolean).join(' · ')}`,
    ),
  ],
  reported: ({ document }) => [`Ett tidigare dokument: ${document ?? ''}`],
  imported: () => ['Summor från ett annat system, utan verifikationer.'],
  none: () => ['Ingenting: cellen är tom.'],
};

export function explainedText({ label, table, row, column, printed, behind }: ExplainedCell): string {
  const told = TEXTS[behind.source] ?? partsText;
  return [
    `${label} (${table}/${row}/${column}): ${printed || 'tom'}`,
    ...told(behind).map((line) => `  ${line.trimEnd()}`),
  ].join('\n');
}

const partsText = ({ parts = [] }: Behind): readonly string[] => [
  'Andra celler:',
  ...parts.map(
    ({ table, row, column, printed, sign }) =>
      `${sign === -1 ? '−' : '+'} ${table}/${row}/${column}: ${printed || 'tom'}`,
  ),
];
