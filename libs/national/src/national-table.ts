// What all associations say together: sums of published figures, each with how many associations stand behind it.
import { addOre, type BusinessDate, ore, type Ore, ZERO } from '@finsam/kernel';
import type { PublishedFigures } from '@finsam/reporting';

export interface NationalSum<T extends number = number> {
  readonly sum: T;
  /** Associations that state the figure. One that does not is missing, not zero. */
  readonly associations: number;
}

export interface NationalTable {
  readonly year: number;
  readonly type: string;
  readonly associations: number;
  /** Cut-off dates differ (30 June, 31 August); a sum over both says so. */
  readonly cutOffs: readonly { readonly to: BusinessDate; readonly associations: number }[];
  /** Öre by code. */
  readonly figures: Readonly<Record<string, NationalSum<Ore>>>;
  /** Participations; null when no association states any. */
  readonly participants: {
    readonly women: NationalSum;
    readonly men: NationalSum;
    readonly unstated: NationalSum;
    readonly exits: NationalSum;
    readonly exitsByReason: Readonly<Record<string, NationalSum>>;
  } | null;
}

/** Pure. One publication per association counts: the one with the latest cut-off. */
export function nationalTable(year: number, type: string, published: readonly PublishedFigures[]): NationalTable {
  const latest = latestOfEach(published.filter((report) => report.type === type && report.to.startsWith(`${year}-`)));
  const codes = [...new Set(latest.flatMap(({ figures }) => Object.keys(figures)))].sort();
  const stated = latest.flatMap(({ participants }) => participants ?? []);
  const reasons = [...new Set(stated.flatMap(({ exitsByReason }) => Object.keys(exitsByReason)))].sort();
  const dates = [...new Set(latest.map(({ to }) => to))].sort();
  return {
    year,
    type,
    associations: latest.length,
    cutOffs: dates.map((to) => ({ to, associations: latest.filter((report) => report.to === to).length })),
    figures: Object.fromEntries(
      codes.map((code) => [code, sumOfOre(latest.map(({ figures }) => statedIn(figures, code)))]),
    ),
    participants:
      stated.length === 0
        ? null
        : {
            women: count(stated.map(({ women }) => women)),
            men: count(stated.map(({ men }) => men)),
            unstated: count(stated.map(({ unstated }) => unstated)),
            exits: count(stated.map(({ exits }) => exits)),
            exitsByReason: Object.fromEntries(
              reasons.map((reason) => [reason, count(stated.flatMap((p) => statedIn(p.exitsByReason, reason) ?? []))]),
            ),
          },
  };
}

function latestOfEach(published: readonly PublishedFigures[]): PublishedFigures[] {
  const bySlug = new Map<string, PublishedFigures>();
  for (const report of published) {
    const known = bySlug.get(report.slug);
    if (!known || known.to < report.to) bySlug.set(report.slug, report);
  }
  return [...bySlug.values()];
}

/** Null for what is not stated. Codes are chosen by associations: `constructor` is one like any other. */
function statedIn<T>(record: Readonly<Record<string, T>>, code: string): T | null {
  return Object.hasOwn(record, code) ? (record[code] ?? null) : null;
}

function sumOfOre(amounts: readonly (Ore | null)[]): NationalSum<Ore> {
  const known = amounts.filter((amount) => amount !== null);
  return { sum: known.reduce((sum, amount) => addOre(sum, ore(amount)), ZERO), associations: known.length };
}

function count(numbers: readonly number[]): NationalSum {
  return { sum: numbers.reduce((sum, number) => sum + number, 0), associations: numbers.length };
}
