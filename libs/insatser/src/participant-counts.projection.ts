// Counts the participations of a period in the database, and sets them out per insats.
import { invariant, type Period } from '@finsam/kernel';
import type { View } from '@finsam/platform';
import { sql } from 'kysely';
import type { ExitReason } from './exit-reasons/exit-reasons.events';
import { exitReasonsAt } from './exit-reasons/exit-reasons.projection';
import { insatserAt, type InsatsRow } from './insats/insats.projection';
import {
  countsOf,
  type ExitRow,
  type ParticipantCounts,
  type PersonRow,
  type Population,
  type PopulationRow,
  type Sums,
} from './participant-counts';
import type { Gender } from './participation/participation.events';
import { participations } from './participation/participation.projection';

/** Any interval of days will do; both ends are included. */
export type Days = Pick<Period, 'from' | 'to'>;

/** Who took part in the period, per insats and in total, as known where the view stands. */
export async function participantCounts(view: View, period: Days): Promise<ParticipantCounts> {
  const sums: Sums = {
    populations: await populationRows(view, period),
    exits: await exitRows(view, period),
    persons: await personRows(view, period),
  };
  const reasons = await reasonsOf(view, sums.exits);
  const columns = (await insatserAt(view)).filter((insats) => isShown(insats, period, sums));
  const unplaced = sums.populations.find((row) => !columns.some(({ insats_id }) => insats_id === row.insats_id));
  invariant(!unplaced, 'every participation is in a registered insats');
  return {
    reasons,
    insatser: columns.map((insats) => ({ insats, ...countsOf(insats.insats_id, sums, reasons) })),
    total: countsOf(null, sums, reasons),
  };
}

// Days are text that sorts as days do, on both sides of each comparison.
function isShown(insats: InsatsRow, { from, to }: Days, { populations }: Sums): boolean {
  const lived = insats.starts_on <= to && (insats.ends_on === null || insats.ends_on >= from);
  return (
    (insats.insats_kind === 'individ' && lived) || populations.some(({ insats_id }) => insats_id === insats.insats_id)
  );
}

/** A reason that has left the list stays in the table as long as an exit in the period carries it. */
async function reasonsOf(view: View, exits: readonly ExitRow[]): Promise<ExitReason[]> {
  const { reasons, former } = await exitReasonsAt(view);
  const used = new Set(exits.map(({ exit_reason }) => exit_reason));
  const shown = [...reasons, ...former.filter(({ code }) => used.has(code))];
  invariant(
    exits.every(({ exit_reason }) => shown.some(({ code }) => code === exit_reason)),
    'the reason of every exit has been adopted',
  );
  return shown;
}

function within(population: Population, { from, to }: Days) {
  switch (population) {
    case 'participating':
      return sql<boolean>`(t.enrolled_on <= ${to} and (t.exited_on is null or t.exited_on >= ${from}))`;
    case 'presentAtStart':
      return sql<boolean>`(t.enrolled_on < ${from} and (t.exited_on is null or t.exited_on >= ${from}))`;
    case 'started':
      return sql<boolean>`t.enrolled_on between ${from} and ${to}`;
    case 'exited':
      return sql<boolean>`t.exited_on between ${from} and ${to}`;
    case 'presentAtEnd':
      return sql<boolean>`(t.enrolled_on <= ${to} and (t.exited_on is null or t.exited_on > ${to}))`;
  }
}

const anonymous = sql<boolean>`t.participant_id is null`;

function populationRows(view: View, days: Days): Promise<PopulationRow[]> {
  return view
    .from(participations)
    .where(within('participating', days))
    .groupBy(['t.insats_id', 't.gender', anonymous])
    .select(['t.insats_id', 't.gender', anonymous.as('anonymous')])
    .select(({ fn }) => {
      const count = <P extends Population>(name: P) => fn.countAll<number>().filterWhere(within(name, days)).as(name);
      return [
        count('participating'),
        count('presentAtStart'),
        count('started'),
        count('exited'),
        count('presentAtEnd'),
      ];
    })
    .execute();
}

function exitRows(view: View, days: Days): Promise<ExitRow[]> {
  return view
    .from(participations)
    .where(within('exited', days))
    .groupBy(['t.insats_id', 't.exit_reason', anonymous])
    .select(['t.insats_id', 't.exit_reason', anonymous.as('anonymous')])
    .select(({ fn }) => fn.countAll<number>().as('exits'))
    .execute();
}

/** Grouped, there is one row per person and insats, and one per person; the window counts those of a gender. */
function personRows(view: View, days: Days): Promise<PersonRow[]> {
  // A person enrolled under two genders is still one: the latest enrolment says which.
  const gender = sql<Gender>`(array_agg(t.gender order by t.enrolled_on desc, t.participation_id desc))[1]`;
  return view
    .from(participations)
    .where(within('participating', days))
    .where('t.participant_id', 'is not', null)
    .groupBy(sql`grouping sets ((t.insats_id, t.participant_id), (t.participant_id))`)
    .select([sql<string | null>`t.insats_id`.as('insats_id'), gender.as('gender')])
    .select(sql<number>`count(*) over (partition by t.insats_id, ${gender})`.as('persons'))
    .distinct()
    .execute();
}
