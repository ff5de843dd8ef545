// The log in PostgreSQL: one row per event, positions from the log's head row, one door in.
import type { Recorded } from '@finsam/kernel';
import { type Database, databaseOf, type Databases } from '../databases/databases';
import { AppendLane } from './append-lane';
import { type Appended, type EventStore, type EventToAppend, type LogRef, NoSuchLog } from './event-store';
import type { LogSignal } from './log-signal';
import { EVENT_COLUMNS, type EventRow, LOG_KINDS, readLogOn, storable, toRecorded } from './stored-events';

export class PostgresEventStore implements EventStore {
  /** A lane per log that has been appended to: as many as there are associations at most. */
  private readonly lanes = new Map<string, AppendLane>();

  constructor(
    private readonly databases: Databases,
    private readonly signal: LogSignal,
  ) {}

  async append(
    log: LogRef,
    stream: string,
    expectedRevision: number,
    events: readonly EventToAppend[],
  ): Promise<Appended> {
    return this.lane(log).append({ stream, expectedRevision, events: storable(events) });
  }

  async readStream(log: LogRef, stream: string, fromRevision = 0): Promise<Recorded[]> {
    const { rows } = await this.db(log).query<EventRow>({
      name: 'read-stream',
      text: `select ${EVENT_COLUMNS} from log.event
        where association_id = $1 and kind = $2 and stream = $3 and revision >= $4 order by event.revision`,
      values: [log.owner, LOG_KINDS[log.kind], stream, fromRevision],
    });
    return rows.map(toRecorded);
  }

  async readCommand(log: LogRef, commandId: string): Promise<Recorded[]> {
    const { rows } = await this.db(log).query<EventRow>({
      name: 'read-command',
      text: `select ${EVENT_COLUMNS} from log.event
        where association_id = $1 and kind = $2 and command_id = $3 order by ordinal`,
      values: [log.owner, LOG_KINDS[log.kind], commandId],
    });
    return rows.map(toRecorded);
  }

  readLog(log: LogRef, after: number, limit: number): Promise<Recorded[]> {
    return readLogOn(this.db(log), log, after, limit);
  }

  async head(log: LogRef): Promise<number> {
    const { rows } = await this.db(log).query<{ position: number }>({
      name: 'head',
      text: 'select position from log.head where association_id = $1 and kind = $2',
      values: [log.owner, LOG_KINDS[log.kind]],
    });
    if (!rows[0]) throw new NoSuchLog(`${log.kind} of ${log.owner}`);
    return rows[0].position;
  }

  async positionBefore(log: LogRef, instant: Date): Promise<number> {
    // Halves the positions that it may be, from none to all: as many steps as the log has doubled.
    const { rows } = await this.db(log).query<{ position: number }>({
      name: 'position-before',
      text: `with recursive search (low, high) as (
          select 0::bigint, position from log.head where association_id = $1 and kind = $2
          union all
          select case when middle.earlier then middle.position else low end,
            case when middle.earlier then high else middle.position - 1 end
          from search cross join lateral (
            select event.position, event.recorded_at < $3 as earlier from log.event
            where association_id = $1 and kind = $2 and event.position = (low + high + 1) / 2
          ) middle where low < high
        ) select low as position from search where low = high`,
      values: [log.owner, LOG_KINDS[log.kind], instant],
    });
    if (!rows[0]) throw new NoSuchLog(`${log.kind} of ${log.owner}`);
    return rows[0].position;
  }

  watch(onAppended: (owner: number) => void): () => void {
    return this.signal.listen(onAppended);
  }

  private db(log: LogRef): Database {
    return databaseOf(this.databases, log);
  }

  private lane(log: LogRef): AppendLane {
    const key = `${log.owner} ${log.kind}`;
    let lane = this.lanes.get(key);
    if (!lane) {
      lane = new AppendLane(this.db(log), log, () => this.signal.appended(log.owner));
      this.lanes.set(key, lane);
    }
    return lane;
  }
}
