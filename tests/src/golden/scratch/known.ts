// Everything that statements are made from, as it was known at a position: each event from the first is read in turn.
import type { Layout, LayoutAdopted } from '@finsam/associations';
import type { BudgetAdopted, ForecastMade } from '@finsam/funding';
import type { EventOf, Recorded } from '@finsam/kernel';
import { type BookEvent, Books } from './books';

type Event = BookEvent | EventOf<typeof LayoutAdopted> | EventOf<typeof BudgetAdopted> | EventOf<typeof ForecastMade>;
type Budget = EventOf<typeof BudgetAdopted>['data'];
type Forecast = EventOf<typeof ForecastMade>['data'];

export class Known {
  readonly books = new Books();
  private readonly layouts = new Map<string, Layout>();
  private readonly budgets = new Map<number, Budget>();
  private readonly forecasts: Forecast[] = [];

  /** In the order in which each was first adopted. */
  layoutsInOrder(): readonly Layout[] {
    return [...this.layouts.values()];
  }

  budget(year: number): Budget | undefined {
    return this.budgets.get(year);
  }

  /** Of those as of the latest reporting date up to a day, the last one made. */
  forecast(year: number, to: string): Forecast | undefined {
    const made = this.forecasts.filter((one) => one.year === year && one.asOf <= to);
    const latest = made.map(({ asOf }) => asOf as string).reduce((a, b) => (a > b ? a : b), '');
    return made.findLast(({ asOf }) => asOf === latest);
  }

  take(event: Event): void {
    switch (event.type) {
      case 'LayoutAdopted':
        this.layouts.set(event.data.layout.id, event.data.layout);
        return;
      case 'BudgetAdopted':
        this.budgets.set(event.data.year, event.data);
        return;
      case 'ForecastMade':
        this.forecasts.push(event.data);
        return;
      default:
        this.books.take(event);
    }
  }
}

/** `at`: the last position that was known; absent: the whole log. */
export function knownAt(log: readonly Recorded[], at = Infinity): Known {
  const known = new Known();
  for (const event of log) if (event.position <= at) known.take(event as unknown as Event);
  return known;
}
