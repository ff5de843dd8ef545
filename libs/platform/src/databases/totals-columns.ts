// How a table of totals is laid out: beside each total's own columns, the block of the log at whose end it stood so.
import type { Totals } from '@finsam/kernel';

/**
 * So many positions of the log are one block. Each block in which a part was touched has the part's sums as they stood
 * at its end: the sums at any position are those of the last whole block before it, and at most so many events' facts.
 */
export const BLOCK = 2_048;

/** The block that a position lies in, from 1. */
export function blockOf(position: number): number {
  return Math.ceil(position / BLOCK);
}

export function sumColumns({ slots }: Pick<Totals, 'slots'>): string[] {
  return Array.from({ length: slots }, (_, slot) => `sum_${slot}`);
}

/** What tells the rows of all associations apart; nulls in it are alike. */
export function totalsKey({ part, by }: Pick<Totals, 'part' | 'by'>): string[] {
  return ['association_id', 'generation', part, 'block', ...by];
}
