// Contributions from a file: a row for each member, and when its parts fall due.
import { type BusinessDate, DomainError, ore, type Ore, sumOre } from '@finsam/kernel';
import { Sheet, type Table } from '@finsam/platform';
import type { ContributionPromise } from '../contributions/contributions.events';
import { checkInstalments } from '../contributions/promise';
import { contributionColumns } from './templates';

const ROWS_MAX = 200;
const PARTS_MAX = 12;

/** Throws all that is wrong with the file at once. `members`: those that pay. */
export function readContributions(table: Table, year: number, members: readonly string[]) {
  const sheet = new Sheet(contributionColumns, table, ROWS_MAX);
  const seen = new Set<string>();
  const agreements = sheet.rows.flatMap(({ row, values: { member, amountOre, dueOn } }): ContributionPromise[] => {
    // What is wrong with a cell by itself is known already.
    if (member !== undefined) {
      if (!members.includes(member)) sheet.fault(row, 'member', 'är ingen betalande medlem i förbundet.');
      else if (seen.has(member)) sheet.fault(row, 'member', 'står två gånger.');
      seen.add(member);
    }
    if (member === undefined || amountOre === undefined) return [];
    if (dueOn.length === 0) return [{ memberId: member, amountOre }];
    if (dueOn.length > PARTS_MAX) sheet.fault(row, 'dueOn', `högst ${PARTS_MAX} delbetalningar.`);
    else if (amountOre < dueOn.length) sheet.fault(row, 'amountOre', 'räcker inte till så många delbetalningar.');
    else {
      const promise = { memberId: member, amountOre, instalments: inParts(amountOre, dueOn) };
      try {
        checkInstalments(year, promise, '');
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        sheet.fault(row, 'dueOn', error.message);
      }
      return [promise];
    }
    return [];
  });
  sheet.check();
  return { agreements, totalOre: sumOre(agreements.map(({ amountOre }) => amountOre)) };
}

/** Equal parts in whole öre; what is left falls due with the last. */
export function inParts(amountOre: Ore, days: readonly BusinessDate[]) {
  const partOre = Math.floor(amountOre / days.length);
  const lastOre = amountOre - partOre * (days.length - 1);
  return days.map((dueOn, index) => ({ dueOn, amountOre: ore(index === days.length - 1 ? lastOre : partOre) }));
}
