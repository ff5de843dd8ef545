// What queries read through: the living rows of one association as they were at one position of its log.
import {
  type AssociationId,
  type FactProjection,
  invariant,
  type ProjectionGroup,
  refusals,
  type Row,
  type StateProjection,
} from '@finsam/kernel';
import { type Kysely, type SelectQueryBuilder, sql } from 'kysely';
import { setTimeout as delay } from 'node:timers/promises';
import type { AssociationDatabase } from '../databases/databases';
import { LOG_KINDS } from '../event-store/stored-events';

const refuse = refusals({
  'view/not-yet': { status: 409, text: 'Uppgifterna är ännu inte framme vid position {at}. Försök igen om en stund.' },
});

export interface Stamp {
  since: number;
  until: number | null;
}

export interface View {
  readonly association: AssociationId;
  /** Every row that the view shows held at this position. */
  readonly at: number;
  /** The rows of a projection, as `t`, with the columns of its table and `since`. */
  from<R extends Row>(
    projection: FactProjection<never, R> | StateProjection<never, R>,
  ): SelectQueryBuilder<{ t: R & Stamp }, 't', object>;
  /** The same snapshot as it was known at an earlier position. */
  knownAt(position: number): View;
  /** What stands in the log at these positions: what it is called, when it was recorded, by whom, and its decision. */
  recordedAt(positions: readonly number[]): Promise<Recording[]>;
}

/** An event without what it says, for whoever asks when and by whom something was done. */
export interface Recording {
  readonly position: number;
  readonly type: string;
  /** Instant. */
  readonly at: string;
  /** Opaque id of who did it. */
  readonly by: string;
  /** The body, day and paragraph of an event that is a decision. */
  readonly decision: Readonly<Record<string, string>> | null;
}

export interface ViewOptions {
  /** Look at the past: rows as known at this position. Default: as far as all groups have come. */
  readonly at?: number;
  /** Read your own writes: wait until this position has been folded. */
  readonly atLeast?: number;
  readonly waitMs?: number;
}

const POLL_MS = 10;

/**
 * Runs queries on one snapshot. Throws `view/not-yet` when the groups do not reach `at` or `atLeast` in time.
 * `groups`: every group whose projections the queries read.
 */
export async function withView<T>(
  db: AssociationDatabase,
  groups: readonly ProjectionGroup[],
  options: ViewOptions,
  work: (view: View) => Promise<T>,
): Promise<T> {
  const needed = Math.max(options.at ?? 0, options.atLeast ?? 0);
  const deadline = performance.now() + (options.waitMs ?? 5_000);
  for (;;) {
    const result = await onSnapshot(db, groups, needed, options.at, work);
    if (result) return result.value;
    if (performance.now() > deadline) throw refuse('view/not-yet', { at: needed });
    await delay(POLL_MS);
  }
}

async function onSnapshot<T>(
  db: AssociationDatabase,
  groups: readonly ProjectionGroup[],
  needed: number,
  at: number | undefined,
  work: (view: View) => Promise<T>,
): Promise<{ value: T } | null> {
  return db
    .kysely<Record<string, never>>()
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (trx) => {
      const live = await liveCheckpoints(trx, db.association, groups);
      // A group without a checkpoint has folded nothing yet.
      const reached = Math.min(...groups.map(({ name }) => live.get(name)?.position ?? 0));
      if (reached < needed) return null;
      return { value: await work(viewOn(trx, db.association, groups, live, at ?? reached)) };
    });
}

interface LiveCheckpoint {
  projection_group: string;
  generation: number;
  position: number;
}

async function liveCheckpoints(
  db: Kysely<Record<string, never>>,
  association: number,
  groups: readonly ProjectionGroup[],
) {
  const names = groups.map(({ name }) => name);
  const { rows } = await sql<LiveCheckpoint>`
    select projection_group, generation, position from ops.checkpoint
    where association_id = ${association} and live and projection_group = any(${names})`.execute(db);
  return new Map(rows.map((row) => [row.projection_group, row]));
}

function viewOn(
  db: Kysely<Record<string, never>>,
  association: AssociationId,
  groups: readonly ProjectionGroup[],
  live: ReadonlyMap<string, LiveCheckpoint>,
  at: number,
): View {
  return {
    association,
    at,
    knownAt: (position) => {
      invariant(position <= at, 'what was known later is not in the view');
      return viewOn(db, association, groups, live, position);
    },
    recordedAt: (positions) => recordings(db, association, positions),
    from: (projection) => {
      const group = groups.find(({ projections }) => projections.includes(projection as never));
      if (!group) throw new Error(`broken assumption: the view was not opened for ${projection.table.name}`);
      const generation = live.get(group.name)?.generation ?? 1;
      const table = sql.table(`read.${projection.table.name}`).as('t');
      const rows = (db as unknown as Kysely<{ t: Row & Stamp }>)
        .selectFrom(table as never)
        .where(sql<boolean>`t.association_id = ${association} and t.generation = ${generation} and t.since <= ${at}`)
        .$if(projection.kind === 'state', (query) => query.where(sql<boolean>`(t.until is null or t.until > ${at})`));
      return rows as never;
    },
  };
}

async function recordings(
  db: Kysely<Record<string, never>>,
  association: AssociationId,
  positions: readonly number[],
): Promise<Recording[]> {
  if (positions.length === 0) return [];
  const { rows } = await sql<Recording>`
    select position, type, recorded_at as at, meta->>'actor' as by, data->'decision' as decision from log.event
    where association_id = ${association} and kind = ${LOG_KINDS.record} and position = any(${positions})
    order by event.position`.execute(db);
  return rows;
}
