// Report runs as rows in PostgreSQL. A queue may wake workers; whether a run is done stands here and nowhere else.
import type { AssociationDatabase, Databases } from '@finsam/platform';

export type RunStatus = 'queued' | 'running' | 'done' | 'failed';
export type DocumentFormat = 'json' | 'html';

export interface Run {
  readonly runId: string;
  readonly type: string;
  readonly period: string;
  /** The position of the association's log that the report is rendered at. */
  readonly position: number;
  readonly status: RunStatus;
  readonly attempt: number;
  /** Why a failed run failed, in Swedish. */
  readonly failure: string | null;
  readonly orderedAt: string;
  readonly finishedAt: string | null;
}

export interface RunOrder {
  readonly runId: string;
  readonly orderHash: string;
  readonly type: string;
  readonly period: string;
  readonly position: number;
}

const COLUMNS = `run_id as "runId", report_type as type, period, position, status, attempt, failure,
  ordered_at as "orderedAt", finished_at as "finishedAt"`;

/** Enters the order. An order with the same id is the same run; null if it was for something else. */
export async function enterOrder(db: AssociationDatabase, order: RunOrder): Promise<Run | null> {
  await db.query(
    `insert into report.run (association_id, run_id, order_hash, report_type, period, position)
      values ($1, $2, $3, $4, $5, $6) on conflict do nothing`,
    [db.association, order.runId, order.orderHash, order.type, order.period, order.position],
  );
  const { rows } = await db.query<Run>(
    `select ${COLUMNS} from report.run where association_id = $1 and run_id = $2 and order_hash = $3`,
    [db.association, order.runId, order.orderHash],
  );
  return rows[0] ?? null;
}

export async function findRun(db: AssociationDatabase, runId: string): Promise<Run | null> {
  const { rows } = await db.query<Run>(`select ${COLUMNS} from report.run where association_id = $1 and run_id = $2`, [
    db.association,
    runId,
  ]);
  return rows[0] ?? null;
}

/** The association's runs, latest order first. */
export async function listRuns(db: AssociationDatabase, limit = 100): Promise<Run[]> {
  const { rows } = await db.query<Run>(
    `select ${COLUMNS} from report.run where association_id = $1 order by ordered_at desc, run_id limit $2`,
    [db.association, limit],
  );
  return rows;
}

/** Takes an unfinished run that nobody works on. Null: done, or somebody holds a living lease. */
export async function claimRun(db: AssociationDatabase, runId: string, leaseSeconds: number): Promise<Run | null> {
  const { rows } = await db.query<Run>(
    `update report.run set status = 'running', attempt = attempt + 1,
        lease_until = clock_timestamp() + make_interval(secs => $3)
      where association_id = $1 and run_id = $2
        and (status = 'queued' or (status = 'running' and lease_until < clock_timestamp()))
      returning ${COLUMNS}`,
    [db.association, runId, leaseSeconds],
  );
  return rows[0] ?? null;
}

export interface FinishedDocument {
  readonly format: DocumentFormat;
  readonly body: string;
  readonly sha256: string;
}

/** Stores the documents and ends the run, together; false if another attempt has taken over (fencing). */
export function finishRun(
  db: AssociationDatabase,
  { runId, attempt }: Run,
  documents: readonly FinishedDocument[],
): Promise<boolean> {
  return db.transaction(async (client) => {
    const { rowCount } = await client.query(
      `update report.run set status = 'done', finished_at = clock_timestamp(), lease_until = null
        where association_id = $1 and run_id = $2 and attempt = $3 and status = 'running'`,
      [db.association, runId, attempt],
    );
    if (rowCount === 0) return false;
    for (const { format, body, sha256 } of documents) {
      await client.query(
        'insert into report.document (association_id, run_id, format, body, sha256) values ($1, $2, $3, $4, $5)',
        [db.association, runId, format, body, sha256],
      );
    }
    return true;
  });
}

/** Ends the run for good; the order can be made again under another key. */
export async function failRun(db: AssociationDatabase, { runId, attempt }: Run, failure: string): Promise<void> {
  await db.query(
    `update report.run set status = 'failed', failure = $4, finished_at = clock_timestamp(), lease_until = null
      where association_id = $1 and run_id = $2 and attempt = $3 and status = 'running'`,
    [db.association, runId, attempt, failure],
  );
}

/** Gives the run back, to be taken again after a while. */
export async function releaseRun(db: AssociationDatabase, { runId, attempt }: Run): Promise<void> {
  await db.query(
    `update report.run set status = 'queued', lease_until = null
      where association_id = $1 and run_id = $2 and attempt = $3 and status = 'running'`,
    [db.association, runId, attempt],
  );
}

export async function findDocument(
  db: AssociationDatabase,
  runId: string,
  format: DocumentFormat,
): Promise<FinishedDocument | null> {
  const { rows } = await db.query<FinishedDocument>(
    'select format, body, sha256 from report.document where association_id = $1 and run_id = $2 and format = $3',
    [db.association, runId, format],
  );
  return rows[0] ?? null;
}

export interface UnfinishedRun {
  readonly association: number;
  readonly runId: string;
}

/** Runs of all associations that nobody works on: numbers and ids only. */
export async function unclaimedRuns(databases: Databases): Promise<UnfinishedRun[]> {
  const { rows } = await databases.dispatcher().query<UnfinishedRun>(
    `select association_id as association, run_id as "runId" from report.run
      where status = 'queued' or (status = 'running' and lease_until < clock_timestamp())
      order by ordered_at limit 200`,
  );
  return rows;
}
