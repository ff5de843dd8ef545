// Moves one association's projection group: events, rows and checkpoint in one transaction, exactly once in effect.
import {
  type AssociationId,
  type EventDefinition,
  invariant,
  type ProjectionGroup,
  reader,
  type Recorded,
} from '@finsam/kernel';
import type { PoolClient } from 'pg';
import { failpoint } from '../config/failpoint';
import type { AssociationDatabase, Databases } from '../databases/databases';
import { findAssociation } from '../databases/registry';
import { recordOf } from '../event-store/event-store';
import { type BatchBounds, readBatchOn, readLogOn } from '../event-store/stored-events';
import {
  beginGeneration,
  type Checkpoint,
  ensureCheckpoint,
  lockGeneration,
  lockLive,
  makeLive,
  moveTo,
  removeGenerations,
  stallAt,
} from './checkpoint';
import { sendThrough } from './exchange';
import { FoldError, foldInto } from './row-writer';

export type BatchOutcome =
  /** `events` were folded; `more` if the batch was full. */
  | { readonly kind: 'moved'; readonly events: number; readonly position: number; readonly more: boolean }
  /** Nothing to do, or another process holds the checkpoint. */
  | { readonly kind: 'idle' }
  | { readonly kind: 'stalled'; readonly position: number; readonly reason: string };

export interface Folded {
  readonly association: AssociationId;
  readonly group: string;
  readonly events: readonly Recorded[];
}

export interface RunnerOptions {
  readonly batchSize?: number;
  /** Of events as they are stored, packed: an import's are hundreds of times an ordinary one's. */
  readonly batchBytes?: number;
  /** Told of each batch of the living generation once it is committed. */
  readonly onFolded?: (folded: Folded) => void;
}

export class GroupRunner {
  private readonly newest: (event: Recorded) => Recorded;
  private readonly bounds: BatchBounds;
  /** Groups whose checkpoint is known to be there, so that not every batch asks. */
  private readonly begun = new Set<string>();

  /** `catalogue`: every event type there is; a type outside it stops the group: it may be of a newer version. */
  constructor(
    private readonly databases: Databases,
    catalogue: readonly EventDefinition[],
    private readonly options: RunnerOptions = {},
  ) {
    this.newest = reader(catalogue);
    this.bounds = { events: options.batchSize ?? 2_000, bytes: options.batchBytes ?? 2 * 1024 * 1024 };
  }

  /** One batch of the living generation. */
  async runBatch(association: AssociationId, group: ProjectionGroup): Promise<BatchOutcome> {
    const db = this.databases.association(association);
    await this.begin(db, group);
    try {
      const moved = await db.derivedTransaction((client) => this.moveLive(client, association, group));
      if ('kind' in moved) return moved;
      failpoint('rows-committed');
      const { events, more } = moved;
      this.options.onFolded?.({ association, group: group.name, events });
      return { kind: 'moved', events: events.length, position: events.at(-1)!.position, more };
    } catch (error) {
      if (!(error instanceof FoldError)) throw error;
      return this.stopBefore(db, group, error);
    }
  }

  /** Runs batches until the log's end, a stall, or the checkpoint is somebody else's. */
  async catchUp(association: AssociationId, group: ProjectionGroup): Promise<BatchOutcome> {
    for (;;) {
      const outcome = await this.runBatch(association, group);
      if (outcome.kind !== 'moved' || !outcome.more) return outcome;
    }
  }

  /** Folds the log again beside the living generation, then swaps; queries go on. Returns the new generation. */
  async rebuild(association: AssociationId, group: ProjectionGroup): Promise<number> {
    const db = this.databases.association(association);
    await this.begin(db, group);
    const generation = await beginGeneration(db, group);
    for (let more = true; more;) {
      more = await db.derivedTransaction(async (client) => {
        const checkpoint = await lockGeneration(client, association, group, generation);
        invariant(checkpoint, 'nobody else removed the generation being built');
        const batch = await readBatchOn(client, recordOf(association), checkpoint.position, this.bounds);
        await this.apply(client, association, group, checkpoint, batch.events);
        return batch.more;
      });
    }
    failpoint('rebuild-unswapped');
    await db.derivedTransaction((client) => this.swap(client, association, group, generation));
    failpoint('rebuild-swapped');
    // Apart from the swap, so that nobody waits for the old rows to go.
    await db.derivedTransaction((client) => removeGenerations(client, group, generation));
    return generation;
  }

  private async begin(db: AssociationDatabase, group: ProjectionGroup): Promise<void> {
    const key = `${db.association} ${group.name}`;
    if (this.begun.has(key)) return;
    await ensureCheckpoint(db, group);
    this.begun.add(key);
  }

  private async moveLive(
    client: PoolClient,
    association: AssociationId,
    group: ProjectionGroup,
  ): Promise<{ readonly events: Recorded[]; readonly more: boolean } | BatchOutcome> {
    const checkpoint = await lockLive(client, association, group, 'skip locked');
    if (!checkpoint) return { kind: 'idle' };
    if (checkpoint.stalled_at !== null)
      return { kind: 'stalled', position: checkpoint.stalled_at, reason: 'stands still' };
    const batch = await readBatchOn(client, recordOf(association), checkpoint.position, this.bounds);
    if (batch.events.length === 0) return { kind: 'idle' };
    await this.apply(client, association, group, checkpoint, batch.events);
    failpoint('rows-uncommitted');
    return batch;
  }

  private next(client: PoolClient, association: AssociationId, after: number, limit: number): Promise<Recorded[]> {
    return readLogOn(client, recordOf(association), after, limit);
  }

  private async apply(
    client: PoolClient,
    association: number,
    group: ProjectionGroup,
    checkpoint: Checkpoint,
    stored: Recorded[],
  ) {
    const last = stored.at(-1);
    if (!last) return;
    invariant(last.position - checkpoint.position === stored.length, 'a log is read without gaps');
    const events = stored.map((event) => this.read(event, group));
    const target = { association, generation: checkpoint.generation };
    for (const projection of group.projections) await foldInto(client, target, projection, events);
    for (const outbox of group.outbox ?? []) {
      await sendThrough(client, association, outbox, events, (slug) => findAssociation(this.databases, slug));
    }
    await moveTo(client, association, group, checkpoint.generation, last.position);
  }

  private read(event: Recorded, group: ProjectionGroup): Recorded {
    try {
      return this.newest(event);
    } catch (error) {
      throw new FoldError(event, group.name, error);
    }
  }

  /** Folds what comes before the bad event, then marks the group as standing still: never skipped, never half. */
  private async stopBefore(db: AssociationDatabase, group: ProjectionGroup, error: FoldError): Promise<BatchOutcome> {
    const { position } = error.event;
    await db.derivedTransaction(async (client) => {
      const checkpoint = await lockLive(client, db.association, group);
      if (!checkpoint || checkpoint.position >= position) return;
      const before = await this.next(client, db.association, checkpoint.position, position - 1 - checkpoint.position);
      await this.apply(client, db.association, group, checkpoint, before);
      await stallAt(client, db.association, group, checkpoint.generation, position, error.message);
    });
    return { kind: 'stalled', position, reason: error.message };
  }

  private async swap(
    client: PoolClient,
    association: AssociationId,
    group: ProjectionGroup,
    generation: number,
  ): Promise<void> {
    // With the living checkpoint locked nothing moves it; the new generation takes over where it stands or further on.
    const live = await lockLive(client, association, group);
    const building = await lockGeneration(client, association, group, generation);
    invariant(live && building, 'both generations are there at the swap');
    const rest = await this.next(
      client,
      association,
      building.position,
      Math.max(0, live.position - building.position),
    );
    await this.apply(client, association, group, building, rest);
    await makeLive(client, association, group, generation);
  }
}
