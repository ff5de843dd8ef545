// Two readings of the same statements laid on each other: the cells that differ, and what came and went. Pure.
import { canonicalJson, ore, type Ore } from '@finsam/kernel';
import { BLANK, cellOf } from '../statements/reckoning/cells';
import type { StatementCell, StatementTable } from '../statements/statement-table';

export interface Place {
  readonly table: string;
  readonly row: string;
  readonly column: string;
}

export interface ChangedCell extends Place {
  readonly label: string;
  readonly columnLabel: string;
  readonly before: StatementCell;
  readonly after: StatementCell;
  /** Null where the cell is no amount, or was or is blank: missing is not zero. */
  readonly differenceOre: Ore | null;
}

interface CameAndWent {
  readonly came: readonly string[];
  readonly went: readonly string[];
}

export interface ChangedLayout {
  readonly table: string;
  readonly title: string;
  /** Null before the layout was first adopted: then the whole table came. */
  readonly version: { readonly before: number | null; readonly after: number };
  readonly unit: { readonly before: string | null; readonly after: string };
  readonly rows: CameAndWent;
  readonly columns: CameAndWent;
}

/** Of the rows and columns that stand in both, in the order of the later reading. */
export function changedCells(before: readonly StatementTable[], after: readonly StatementTable[]): ChangedCell[] {
  return after.flatMap((table) => {
    const old = before.find(({ layout }) => layout.id === table.layout.id);
    const kept = old ? table.rows.filter(({ id }) => old.rows.some((row) => row.id === id)) : [];
    return kept.flatMap((row) =>
      table.columns
        .filter(({ id }) => old!.columns.some((column) => column.id === id))
        .flatMap(({ id: column, label: columnLabel }) => {
          const place = { table: table.layout.id, row: row.id, column };
          const [was, is] = [cellAt(before, place), cellAt(after, place)];
          if (sameCell(was, is)) return [];
          const differenceOre = differenceOf(was, is);
          return [{ ...place, label: row.label, columnLabel, before: was, after: is, differenceOre }];
        }),
    );
  });
}

export function changedLayouts(before: readonly StatementTable[], after: readonly StatementTable[]): ChangedLayout[] {
  return after.flatMap((table) => {
    const { layout, title, unit } = table;
    const old = before.find((one) => one.layout.id === layout.id);
    if (old?.layout.version === layout.version) return [];
    return [
      {
        table: layout.id,
        title,
        version: { before: old?.layout.version ?? null, after: layout.version },
        unit: { before: old?.unit ?? null, after: unit },
        rows: cameAndWent(old?.rows ?? [], table.rows),
        columns: cameAndWent(old?.columns ?? [], table.columns),
      },
    ];
  });
}

export function cellAt(tables: readonly StatementTable[], place: Place): StatementCell {
  return cellOf(tables, place) ?? BLANK;
}

export function sameCell(one: StatementCell, other: StatementCell): boolean {
  return canonicalJson(one) === canonicalJson(other);
}

/** By how much an amount has changed; null unless both are amounts. */
export function differenceOf(was: StatementCell, is: StatementCell): Ore | null {
  return was.ore === null || is.ore === null ? null : ore(is.ore - was.ore);
}

/** The same with a blank counted as nothing, for what must add up. */
export function movedOre(was: StatementCell, is: StatementCell): Ore {
  return ore((is.ore ?? 0) - (was.ore ?? 0));
}

function cameAndWent(old: readonly { id: string }[], now: readonly { id: string }[]): CameAndWent {
  const missing = (from: readonly { id: string }[], among: readonly { id: string }[]) =>
    from.map(({ id }) => id).filter((id) => !among.some((one) => one.id === id));
  return { came: missing(now, old), went: missing(old, now) };
}
