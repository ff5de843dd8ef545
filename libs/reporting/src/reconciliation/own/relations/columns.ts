// What follows from one layout alone: its sums, its given cells, and columns and rows that are reckoned from others.
import { favourableRows, givenCell, isFigureColumn, isMeasure, isWords, type Layout } from '@finsam/associations';
import type { Relation } from '../../typed/report-form';
import { shownIn } from '../../../statements/reckoning/selection';
import { cellAt, type MadeTable, place, signed } from '../made-table';

/** Totals in the columns that hold figures: in the others a total follows from its row. */
export function sumRelations({ layout }: MadeTable, except: (row: string, column: string) => boolean): Relation[] {
  const { id, rows, columns } = layout;
  return rows
    .filter((row) => row.kind === 'sum')
    .flatMap((row) => {
      const shown = columns.filter(isFigureColumn).filter((column) => shownIn(row, column.id));
      const only = shown.map((column) => column.id).filter((column) => !except(row.id, column));
      const parts = row.of.map(({ row: part, sign = 1 }) => signed(sign, `${id}/${part}`));
      return only.length === 0
        ? []
        : [{ rule: 'summa' as const, total: `${id}/${row.id}`, parts, blank: row.blank, only }];
    });
}

/** A cell that is taken from another is the same figure. */
export function givenRelations(made: MadeTable, all: readonly MadeTable[]): Relation[] {
  const { layout } = made;
  return layout.rows.flatMap((row) => {
    const columns = row.kind === 'line' || row.kind === 'share' ? Object.keys(row.given ?? {}) : [];
    return columns.flatMap((column): Relation[] => {
      const given = row.kind === 'share' ? row.given?.[column] : givenCell(row, column);
      const source = given && all.find((one) => one.layout.id === (given.table ?? layout.id));
      const cell = given && source && cellAt(source, given.row, given.column);
      // Where there is no such cell the table says so in a note; an amount is no share, nor a share an amount.
      if (!cell || (row.kind === 'share') !== (cell.ore === null && cell.printed !== '')) return [];
      const part = place(source, given.row, given.column);
      return [{ rule: 'samma-uppgift', total: place(made, row.id, column), parts: [part] }];
    });
  });
}

/** Deviation, remaining, and shares, row by row. A riktpunkt follows from the calendar, not from a cell. */
export function derivedRelations({ layout }: MadeTable): Relation[] {
  const favourable = favourableRows(layout);
  return layout.columns.flatMap((column): Relation[] => {
    if (isFigureColumn(column) || column.kind === 'benchmark') return [];
    const at = (id: string) => `${layout.id}/*/${id}`;
    const rows = amountRows(layout, column.id);
    if (column.kind === 'consumed-share' || column.kind === 'share-of-total') {
      const against =
        column.kind === 'share-of-total' ? `${layout.id}/${column.total}/${column.of}` : at(column.against);
      return some(rows, (only) => ({
        rule: 'andel',
        share: at(column.id),
        of: [at(column.of)],
        against: [against],
        only,
      }));
    }
    const signs = column.kind === 'remaining' ? new Map(rows.map((row) => [row, -1])) : favourable;
    return [1, -1].flatMap((sign) =>
      some(
        rows.filter((row) => (signs.get(row) ?? 1) === sign),
        (only) => ({
          rule: 'avvikelse',
          total: at(column.id),
          parts: [signed(sign, at(column.of)), signed(-sign, at(column.against))],
          only,
        }),
      ),
    );
  });
}

/** A share that is reckoned from two rows of the table. */
export function shareRelations(made: MadeTable): Relation[] {
  const { layout } = made;
  return layout.rows.flatMap((row) => {
    if (row.kind !== 'share' || row.part === undefined || row.whole === undefined) return [];
    const { part, whole } = row;
    return layout.columns.filter(isFigureColumn).flatMap(({ id }): Relation[] => {
      if (!cellAt(made, row.id, id)?.share || (row.given && Object.hasOwn(row.given, id))) return [];
      const [share, of, against] = [row.id, part, whole].map((one) => place(made, one, id));
      return [{ rule: 'andel', share: share!, of: [of!], against: [against!] }];
    });
  });
}

function amountRows({ rows }: Layout, column: string): string[] {
  return rows.filter((row) => !isWords(row) && !isMeasure(row) && shownIn(row, column)).map(({ id }) => id);
}

function some(rows: readonly string[], relation: (only: string[]) => Relation): Relation[] {
  return rows.length === 0 ? [] : [relation([...rows])];
}
