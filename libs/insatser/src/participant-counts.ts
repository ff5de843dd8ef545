// How many took part in a period. Two things are counted, and every name says which: participations and persons.
import type { ExitReason } from './exit-reasons/exit-reasons.events';
import type { InsatsRow } from './insats/insats.projection';
import { type Gender, genderSchema } from './participation/participation.events';

/** The genders always add up to the total. */
export type ByGender = Readonly<Record<Gender | 'total', number>>;

/** Who is counted. Started + present at the start = participating; less the exited = present at the end. */
export const POPULATIONS = ['participating', 'presentAtStart', 'started', 'exited', 'presentAtEnd'] as const;
export type Population = (typeof POPULATIONS)[number];

export interface ParticipationCounts extends Readonly<Record<Population, ByGender>> {
  /** Present on some day of the period. */
  readonly participating: ByGender;
  /** Enrolled before the period's first day and not exited before it. */
  readonly presentAtStart: ByGender;
  readonly started: ByGender;
  readonly exited: ByGender;
  /** Enrolled by the period's last day, and exited neither on it nor before it. */
  readonly presentAtEnd: ByGender;
  /** One per reason of the list beside the counts, in its order; they add up to the exits. */
  readonly exitsByReason: readonly { readonly reason: string; readonly participations: number }[];
}

export interface Counts {
  /** Without the anonymous. A person in two insatser, or twice in one, is two participations. */
  readonly participations: ParticipationCounts;
  readonly anonymousParticipations: ParticipationCounts;
  /** For totals marked *inkl. anonyma*. */
  readonly participationsInklAnonyma: ParticipationCounts;
  /** Persons present on some day of the period, each once, under the gender of the latest enrolment. */
  readonly uniqueParticipants: ByGender;
}

export interface ParticipantCounts {
  /** The list in force, then former reasons that exits in the period still carry. */
  readonly reasons: readonly ExitReason[];
  /** In order of registration: those followed up by person that lived, or had participants, in the period. */
  readonly insatser: readonly (Counts & { readonly insats: InsatsRow })[];
  /** A person is unique among all insatser here, so this is not the sum of the columns' unique participants. */
  readonly total: Counts;
}

export type PopulationRow = Readonly<Record<Population, number>> & {
  readonly insats_id: string;
  readonly gender: Gender;
  readonly anonymous: boolean;
};

export interface ExitRow {
  readonly insats_id: string;
  readonly exit_reason: string | null;
  readonly anonymous: boolean;
  readonly exits: number;
}

export interface PersonRow {
  /** Null for persons among all insatser. */
  readonly insats_id: string | null;
  readonly gender: Gender;
  readonly persons: number;
}

/** What the database has summed, before it is set out in columns. */
export interface Sums {
  readonly populations: readonly PopulationRow[];
  readonly exits: readonly ExitRow[];
  readonly persons: readonly PersonRow[];
}

/** One column: an insats, or all of them for null. */
export function countsOf(insatsId: string | null, sums: Sums, reasons: readonly ExitReason[]): Counts {
  const here = <R extends { insats_id: string | null }>(row: R) => insatsId === null || row.insats_id === insatsId;
  const populations = sums.populations.filter(here);
  const exits = sums.exits.filter(here);
  const counted = (wanted: (row: { anonymous: boolean }) => boolean) =>
    participationCounts(populations.filter(wanted), exits.filter(wanted), reasons);
  return {
    participations: counted(({ anonymous }) => !anonymous),
    anonymousParticipations: counted(({ anonymous }) => anonymous),
    participationsInklAnonyma: counted(() => true),
    uniqueParticipants: byGender(
      sums.persons.filter(({ insats_id }) => insats_id === insatsId),
      ({ persons }) => persons,
    ),
  };
}

function participationCounts(
  rows: readonly PopulationRow[],
  exits: readonly ExitRow[],
  reasons: readonly ExitReason[],
): ParticipationCounts {
  const population = (name: Population) => byGender(rows, (row) => row[name]);
  return {
    participating: population('participating'),
    presentAtStart: population('presentAtStart'),
    started: population('started'),
    exited: population('exited'),
    presentAtEnd: population('presentAtEnd'),
    exitsByReason: reasons.map(({ code }) => ({
      reason: code,
      participations: sum(exits.filter((row) => row.exit_reason === code).map((row) => row.exits)),
    })),
  };
}

function byGender<R extends { readonly gender: Gender }>(rows: readonly R[], count: (row: R) => number): ByGender {
  const of = (gender: Gender) => sum(rows.filter((row) => row.gender === gender).map(count));
  const counts = genderSchema.options.map((gender) => [gender, of(gender)] as const);
  return { ...(Object.fromEntries(counts) as Record<Gender, number>), total: sum(rows.map(count)) };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
