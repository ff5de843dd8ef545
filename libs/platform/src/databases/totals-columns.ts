// How a table of totals is laid out: beside each total's own columns, the block of the log at whose end it stood so.
import type { Totals } from '@finsam/kernel';

/** The block that a position lies in, from 1. */
export function blockOf({ blockEvents }: Pick<Totals, 'blockEvents'>, position: number): number {
  return Math.ceil(position / blockEvents);
}

export function sumColumns({ slots }: Pick<Totals, 'slots'>): string[] {
  return Array.from({ length: slots }, (_, slot) => `sum_${slot}`);
}

/** What tells the rows of all associations apart; nulls in it are alike. */
export function totalsKey({ part, by }: Pick<Totals, 'part' | 'by'>): string[] {
  return ['association_id', 'generation', part, 'block', ...by];
}
