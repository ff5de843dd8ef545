// What the columns of all layouts are filled from, each thing read once for a view, however many layouts ask for it.
import { layoutsAt } from '@finsam/associations';
import { budgetFor, budgetInForce, forecastFor } from '@finsam/funding';
import type { BusinessDate, Period } from '@finsam/kernel';
import {
  bookedYears,
  ledgerBalances,
  ledgerFlows,
  openingBalances,
  type ReportedSince,
  reportedIn,
} from '@finsam/ledger';
import type { View } from '@finsam/platform';
import { comparativeAmounts, importedBudget } from './imported-figures';

/** The books remember their own sums, by year; what is read beside them is remembered here. */
export function figureReader(view: View) {
  return {
    layouts: () => view.once('layouts', () => layoutsAt(view)),
    booked: () => view.once('booked years', () => bookedYears(view)),
    flows: (days: Period, by: readonly string[]) => ledgerFlows(view, days, by),
    balances: (day: Period, by: readonly string[]) => ledgerBalances(view, day, by),
    opening: (year: number, by: readonly string[]) => openingBalances(view, year, by),
    budget: (year: number) => view.once(`budget ${year}`, () => budgetFor(view, year)),
    budgetInForce: (year: number) => view.once(`budget in force ${year}`, () => budgetInForce(view, year)),
    forecast: (year: number, to: BusinessDate) =>
      view.once(`forecast ${year} ${to}`, () => forecastFor(view, year, to)),
    reported: async (layoutId: string, { from, to }: Period): Promise<ReportedSince | null> => {
      const known = await view.once(`reported ${from} ${to}`, () => reportedIn(view, { from, to }));
      return known.get(layoutId) ?? null;
    },
    importedBudget: (year: number) => view.once(`imported budget ${year}`, () => importedBudget(view, year)),
    comparative: (year: number) => view.once(`comparative ${year}`, () => comparativeAmounts(view, year)),
  };
}

export type FigureReader = ReturnType<typeof figureReader>;
