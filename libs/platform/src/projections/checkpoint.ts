// How far a projection group has come: one row per association, group and generation; one generation is live.
import { invariant, type ProjectionGroup } from '@finsam/kernel';
import type { PoolClient } from 'pg';
import type { AssociationDatabase } from '../databases/databases';

export interface Checkpoint {
  readonly generation: number;
  readonly position: number;
  /** The first event that could not be folded; the group stands still before it. */
  readonly stalled_at: number | null;
}

const OF_GROUP = 'association_id = $1 and projection_group = $2';

export async function ensureCheckpoint(db: AssociationDatabase, group: ProjectionGroup): Promise<void> {
  await db.query({
    name: 'ensure-checkpoint',
    text: `insert into ops.checkpoint (association_id, projection_group, generation, live) values ($1, $2, 1, true)
      on conflict do nothing`,
    values: [db.association, group.name],
  });
}

/** `skip locked`: null when another process is moving it just now. */
export function lockLive(
  client: PoolClient,
  association: number,
  group: ProjectionGroup,
  mode: '' | 'skip locked' = '',
) {
  return lock(client, `live for update ${mode}`, [association, group.name]);
}

export function lockGeneration(client: PoolClient, association: number, group: ProjectionGroup, generation: number) {
  return lock(client, 'generation = $3 for update', [association, group.name, generation]);
}

async function lock(client: PoolClient, which: string, values: unknown[]): Promise<Checkpoint | null> {
  const { rows } = await client.query<Checkpoint>(
    `select generation, position, stalled_at from ops.checkpoint where ${OF_GROUP} and ${which}`,
    values,
  );
  return rows[0] ?? null;
}

export async function moveTo(
  client: PoolClient,
  association: number,
  group: ProjectionGroup,
  generation: number,
  position: number,
) {
  await client.query(
    `update ops.checkpoint set position = $4, moved_at = clock_timestamp() where ${OF_GROUP} and generation = $3`,
    [association, group.name, generation, position],
  );
}

export async function stallAt(
  client: PoolClient,
  association: number,
  group: ProjectionGroup,
  generation: number,
  position: number,
  reason: string,
): Promise<void> {
  await client.query(
    `update ops.checkpoint set stalled_at = $4, stalled_reason = $5 where ${OF_GROUP} and generation = $3`,
    [association, group.name, generation, position, reason],
  );
}

/** Lets an association's stalled groups try again: the program, or an event, may have been mended since. */
export async function clearStalls(db: AssociationDatabase): Promise<void> {
  await db.query(
    `update ops.checkpoint set stalled_at = null, stalled_reason = null
      where association_id = $1 and stalled_at is not null`,
    [db.association],
  );
}

/** Starts the next generation; what an interrupted rebuild left behind is removed first. */
export function beginGeneration(db: AssociationDatabase, group: ProjectionGroup): Promise<number> {
  return db.transaction(async (client) => {
    const live = await lockLive(client, db.association, group);
    invariant(live, 'there is a living generation');
    await removeGenerations(client, group, live.generation);
    const next = live.generation + 1;
    await client.query(
      'insert into ops.checkpoint (association_id, projection_group, generation, live) values ($1, $2, $3, false)',
      [db.association, group.name, next],
    );
    return next;
  });
}

/** The swap: this generation answers from now on. What the others hold may be removed at leisure. */
export async function makeLive(
  client: PoolClient,
  association: number,
  group: ProjectionGroup,
  generation: number,
): Promise<void> {
  const values = [association, group.name, generation];
  // In this order: there is never more than one.
  await client.query(`update ops.checkpoint set live = false where ${OF_GROUP} and generation <> $3`, values);
  await client.query(`update ops.checkpoint set live = true where ${OF_GROUP} and generation = $3`, values);
}

/** What the association holds of the group's other generations. It may not delete at large, only in this way. */
export async function removeGenerations(client: PoolClient, group: ProjectionGroup, except: number): Promise<void> {
  await client.query('select ops.remove_generations($1, $2)', [group.name, except]);
}
