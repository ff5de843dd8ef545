// What must hold after any kill, looked up in the database itself.
import { finishedDocuments, reportDocument } from '@finsam/reporting';
import { catalogue, groups } from '@finsam/assembly';
import type { AssociationId } from '@finsam/kernel';
import { type Databases, GroupRunner, readLags } from '@finsam/platform';
import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';
import type { Booked } from './writers';

export interface Findings {
  readonly lost: readonly string[];
  readonly doubled: readonly string[];
  readonly gapsInLog: number;
  readonly gapsInStreams: number;
  readonly gapsInNumbers: number;
  /** Groups whose rows differ after a rebuild. */
  readonly differingRebuilds: readonly string[];
  /** Runs that are not done exactly once, with one document of each format and the bytes that a new rendering gives. */
  readonly badRuns: readonly string[];
}

export const NOTHING: Findings = {
  lost: [],
  doubled: [],
  gapsInLog: 0,
  gapsInStreams: 0,
  gapsInNumbers: 0,
  differingRebuilds: [],
  badRuns: [],
};

export async function findings(
  adminUrl: string,
  databases: Databases,
  association: AssociationId,
  acknowledged: readonly Booked[],
) {
  const admin = new Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    const { rows: commands } = await admin.query<{ id: string; times: string }>(
      'select command_id as id, count(*) as times from log.event where association_id = $1 group by 1',
      [association],
    );
    const times = new Map(commands.map(({ id, times }) => [id, Number(times)]));
    const gaps = async (text: string) => Number((await admin.query<{ n: string }>(text, [association])).rows[0]!.n);
    const found: Findings = {
      lost: acknowledged.filter(({ key }) => !times.has(key)).map(({ key }) => key),
      doubled: acknowledged.filter(({ key }) => (times.get(key) ?? 0) > 1).map(({ key }) => key),
      gapsInLog: await gaps(
        `select max(position) - count(*) as n from log.event where association_id = $1 and kind = 1`,
      ),
      gapsInStreams: await gaps(
        `select coalesce(sum(n), 0) as n from (select max(revision) + 1 - count(*) as n from log.event
           where association_id = $1 and kind = 1 group by stream) s`,
      ),
      gapsInNumbers: await gaps(
        `select max((data -> 'voucher' ->> 'number')::int) - count(distinct data -> 'voucher' ->> 'number') as n
           from log.event where association_id = $1 and data -> 'voucher' is not null`,
      ),
      differingRebuilds: await differingRebuilds(admin, databases, association),
      badRuns: await badRuns(admin, databases, association),
    };
    return found;
  } finally {
    await admin.end();
  }
}

async function differingRebuilds(admin: Client, databases: Databases, association: AssociationId): Promise<string[]> {
  await untilFolded(databases, association);
  const before = await dump(admin, association);
  const runner = new GroupRunner(databases, catalogue);
  for (const group of groups) await runner.rebuild(association, group);
  const after = await dump(admin, association);
  return [...before].filter(([table, rows]) => after.get(table) !== rows).map(([table]) => table);
}

async function untilFolded(databases: Databases, association: AssociationId): Promise<void> {
  for (;;) {
    const lags = (await readLags(databases, groups)).filter((lag) => lag.association === association);
    if (lags.every(({ behind }) => behind === 0)) return;
    await delay(20);
  }
}

/** Every read table's rows without their generation, as one text each. */
async function dump(admin: Client, association: AssociationId): Promise<Map<string, string>> {
  const tables = groups.flatMap(({ projections }) => projections.map(({ table }) => table.name));
  const dumps = new Map<string, string>();
  for (const table of tables) {
    const { rows } = await admin.query<{ row: string }>(
      `select (to_jsonb(t) - 'generation')::text as row from read."${table}" t where association_id = $1 order by 1`,
      [association],
    );
    dumps.set(table, rows.map(({ row }) => row).join('\n'));
  }
  return dumps;
}

async function badRuns(admin: Client, databases: Databases, association: AssociationId): Promise<string[]> {
  const { rows } = await admin.query<{
    id: string;
    type: string;
    period: string;
    position: string;
    status: string;
    hashes: string;
  }>(
    `select r.run_id as id, report_type as type, period, position, status, string_agg(sha256, ' ' order by format) as hashes
       from report.run r left join report.document d using (association_id, run_id)
      where association_id = $1 group by 1, 2, 3, 4, 5`,
    [association],
  );
  const bad: string[] = [];
  for (const { id, status, hashes, position, ...order } of rows) {
    const document = await reportDocument(databases.association(association), { ...order, position: Number(position) });
    const again = finishedDocuments(document).sort((a, b) => (a.format < b.format ? -1 : 1));
    if (status !== 'done' || hashes !== again.map(({ sha256 }) => sha256).join(' ')) bad.push(`${id} is ${status}`);
  }
  return bad;
}
