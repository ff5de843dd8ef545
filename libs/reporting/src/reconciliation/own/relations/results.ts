// The result: of every flow that holds all of it, and against what the layout publishes as income and cost.
import type { LinearRelation, Relation } from '../../typed/report-form';
import { compositionOf, covers, directionOf, isMadeOf, linesAmong } from '../composition';
import {
  columnKey,
  type DatedColumn,
  datedColumns,
  isReported,
  linesIn,
  type MadeTable,
  place,
  signed,
} from '../made-table';
import { shownIn } from '../../../statements/reckoning/selection';

const RESULT = [3000, 8999] as const;

interface Result {
  readonly row: string;
  /** 1: a surplus is positive. */
  readonly sign: 1 | -1;
  /** The layout says so itself. */
  readonly declared: boolean;
}

/** The row that holds the whole result of a column: the published one, else the last that is made of every line. */
export function resultOf(made: MadeTable, { column }: DatedColumn): Result | null {
  const { layout } = made;
  if (layout.statement !== 'flow') return null;
  const [published] = layout.figures?.find(({ code }) => code === 'result')?.of ?? [];
  const row = published && layout.rows.find(({ id }) => id === published.row);
  if (row && shownIn(row, column.id)) return { row: row.id, sign: published.sign ?? 1, declared: true };
  if (!covers(made, ...RESULT)) return null;
  const lines =
    column.kind === 'actual'
      ? linesAmong(made, column.id, ...RESULT)
      : linesIn(made, column.id).filter(({ posts }) => posts !== undefined);
  if (lines.length === 0) return null;
  const whole = layout.rows.flatMap(({ id, kind }): Result[] => {
    const composition = kind === 'line' || kind === 'sum' ? compositionOf(made, id, column.id) : null;
    if (!composition || !isMadeOf(composition, lines)) return [];
    const direction = directionOf(made, composition);
    return direction === null ? [] : [{ row: id, sign: direction === -1 ? 1 : -1, declared: false }];
  });
  return whole.at(-1) ?? null;
}

/** Driftredovisningen has the result of the resultaträkning: so have any two flows that hold the whole of it. */
export function resultRelations(all: readonly MadeTable[]): Relation[] {
  const results = all.flatMap((made) =>
    datedColumns(made).flatMap((dated) => {
      const result = resultOf(made, dated);
      if (!result) return [];
      const ref = place(made, result.row, dated.column.id);
      return [{ ...result, ref, table: made.layout.id, key: columnKey(made, dated) }];
    }),
  );
  return results.flatMap((result): Relation[] => {
    const same = results.filter(({ key }) => key === result.key);
    const first = same.find(({ declared }) => declared) ?? same[0]!;
    if (first.table === result.table) return [];
    const part = signed(first.sign * result.sign, first.ref);
    return [{ rule: 'drift-resultat', total: result.ref, parts: [part] }];
  });
}

/** What a layout publishes as result is its income less its cost; in a forecast that is a rule of its own. */
export function publishedRelations(made: MadeTable): LinearRelation[] {
  const { layout } = made;
  const codes = (['result', 'income', 'cost'] as const).map((code) => layout.figures?.find((one) => one.code === code));
  const [result, income, cost] = codes;
  const [total] = result?.of ?? [];
  if (!total || result?.of.length !== 1 || !income || !cost) return [];
  const turn = total.sign ?? 1;
  const parts = [
    ...income.of.map(({ row, sign = 1 }) => ({ row, sign: turn * sign })),
    ...cost.of.map(({ row, sign = 1 }) => ({ row, sign: -turn * sign })),
  ];
  return datedColumns(made).map(({ column }) => ({
    rule: column.kind === 'forecast' ? 'prognos-resultat' : 'summa',
    total: place(made, total.row, column.id),
    parts: parts.map(({ row, sign }) => signed(sign, place(made, row, column.id))),
    // A printed total may stand without its parts; in our own figures a part that is blank is nothing.
    blank: isReported(made, column.id) ? 'any' : 'all',
  }));
}
