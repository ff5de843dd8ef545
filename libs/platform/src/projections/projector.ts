// Keeps every association's read models at the end of its log: woken by appends, or else found by a poll.
import { setTimeout as delay } from 'node:timers/promises';
import type { AssociationId, EventDefinition, ProjectionGroup } from '@finsam/kernel';
import type { Databases } from '../databases/databases';
import type { LogSignal } from '../event-store/log-signal';
import { clearStalls } from './checkpoint';
import { GroupRunner, type RunnerOptions } from './group-runner';

export interface Lag {
  readonly association: AssociationId;
  readonly group: string;
  /** Events that the group has not folded yet. */
  readonly behind: number;
  readonly position: number;
  readonly head: number;
  readonly stalledAt: number | null;
  readonly secondsSinceMoved: number;
  readonly stalledReason: string | null;
}

export interface ProjectorOptions {
  readonly databases: Databases;
  readonly signal: LogSignal;
  readonly groups: readonly ProjectionGroup[];
  readonly catalogue: readonly EventDefinition[];
  readonly pollMs?: number;
  /** How long a round waits for more after the first append. */
  readonly gatherMs?: number;
  /** How many logs are folded at the same time. */
  readonly concurrency?: number;
  readonly onStall?: (lag: { association: AssociationId; group: string; position: number; reason: string }) => void;
  readonly onFolded?: RunnerOptions['onFolded'];
  readonly onError?: (error: Error) => void;
}

const GATHER_MS = 5;
const LOGS_AT_ONCE = 8;

export class Projector {
  readonly runner: GroupRunner;
  private stopped = false;
  private round: Promise<void> | undefined;
  private again = false;
  private timer: NodeJS.Timeout | undefined;
  private unlisten: (() => void) | undefined;

  constructor(private readonly options: ProjectorOptions) {
    const { databases, catalogue, onFolded } = options;
    this.runner = new GroupRunner(databases, catalogue, { ...(onFolded && { onFolded }) });
  }

  async start(): Promise<void> {
    const { databases, groups } = this.options;
    const stalled = (await readLags(databases, groups)).filter(({ stalledAt }) => stalledAt !== null);
    for (const id of new Set(stalled.map(({ association }) => association)))
      await clearStalls(databases.association(id));
    this.unlisten = this.options.signal.listen(() => this.wake());
    this.wake();
  }

  /** Ends after the batches in hand. */
  async stop(): Promise<void> {
    this.stopped = true;
    this.unlisten?.();
    clearTimeout(this.timer);
    await this.round;
  }

  private wake(): void {
    if (this.stopped) return;
    this.again = true;
    clearTimeout(this.timer);
    this.round ??= this.work().finally(() => {
      this.round = undefined;
      if (this.stopped) return;
      // An append may have come after the last look and before this line.
      if (this.again) return this.wake();
      this.timer = setTimeout(() => this.wake(), this.options.pollMs ?? 1_000);
      this.timer.unref();
    });
  }

  private async work(): Promise<void> {
    while (this.again && !this.stopped) {
      // A burst of appends is folded together: a round costs the same for one event as for many.
      await delay(this.options.gatherMs ?? GATHER_MS);
      this.again = false;
      try {
        const lags = await readLags(this.options.databases, this.options.groups);
        await this.catchUpAll(lags.filter(({ behind, stalledAt }) => behind > 0 && stalledAt === null));
      } catch (error) {
        // The database may be away for a while; the poll tries again.
        this.options.onError?.(error as Error);
      }
    }
  }

  private async catchUp(lag: Lag): Promise<void> {
    const group = this.options.groups.find(({ name }) => name === lag.group)!;
    const outcome = await this.runner.catchUp(lag.association, group);
    if (outcome.kind !== 'stalled') return;
    this.options.onStall?.({ ...lag, position: outcome.position, reason: outcome.reason });
  }

  private async catchUpAll(lags: readonly Lag[]): Promise<void> {
    const queue = [...lags];
    const lane = async () => {
      for (let lag = queue.shift(); lag && !this.stopped; lag = queue.shift()) {
        // What goes wrong with one association, its role or its locks holds up no other.
        await this.catchUp(lag).catch((error: Error) => this.options.onError?.(error));
      }
    };
    await Promise.all(Array.from({ length: this.options.concurrency ?? LOGS_AT_ONCE }, lane));
  }
}

/** How far every group of every association has come, in one query of numbers. */
export async function readLags(databases: Databases, groups: readonly ProjectionGroup[]): Promise<Lag[]> {
  const { rows } = await databases.dispatcher().query<Lag>({
    name: 'lags',
    text: `select h.association_id as association, g.name as "group", h.position as head,
        coalesce(c.position, 0) as position,
        h.position - coalesce(c.position, 0) as behind,
        c.stalled_at as "stalledAt", c.stalled_reason as "stalledReason",
        coalesce(extract(epoch from clock_timestamp() - c.moved_at), 0)::float8 as "secondsSinceMoved"
      from log.head h cross join unnest($1::text[]) as g(name)
      left join ops.checkpoint c on c.association_id = h.association_id and c.projection_group = g.name and c.live
      where h.kind = 1 order by h.association_id, g.name`,
    values: [groups.map(({ name }) => name)],
  });
  return rows;
}
