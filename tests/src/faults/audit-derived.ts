// What must hold after every blow of what is made from the log: read models and reports.
import { groups } from '@finsam/assembly';
import { readTableNames } from '@finsam/kernel';
import { Databases, findAssociation } from '@finsam/platform';
import { findDocument, findRun, finishedDocuments, reportDocument } from '@finsam/reporting';
import { setTimeout as delay } from 'node:timers/promises';
import { BANK_ACCOUNT, COST_ACCOUNT } from '../queue/small-association';
import { upTo } from './audit';
import { type Books, readModels } from './books';
import type { DataFolder } from './data-folder';
import { startProgram } from './started-program';

/** The journal and the balances are what was sent, and the program's own rebuild gives the same rows everywhere. */
export async function auditReadModels(folder: DataFolder, all: readonly Books[], position: (books: Books) => number) {
  const read = () => Promise.all(all.map((books) => readModels(books, position(books))));
  const before = await read();
  for (const [index, { journal, balances }] of before.entries()) {
    const { sent, acknowledged } = all[index]!;
    expect(journal.map(({ number }) => number)).toEqual(upTo(sent.size + 1, 1));
    const ids = new Set(journal.map(({ voucherId }) => voucherId));
    expect([...acknowledged.values()].filter(({ id }) => !ids.has(id))).toEqual([]);
    const total = [...sent.values()].reduce((sum, amount) => sum + amount, 12_345);
    const sumOn = (account: number) =>
      balances.filter((balance) => balance.account === account).reduce((sum, { amountOre }) => sum + amountOre, 0);
    expect([sumOn(COST_ACCOUNT), sumOn(BANK_ACCOUNT)]).toEqual([total, -total]);
  }
  const rows = await readTables(folder, 'live');
  const { code, errors } = await startProgram(folder.path, 0, ['rebuild']).ended;
  expect({ code, errors }).toEqual({ code: 0, errors: '' });
  expect(await read()).toEqual(before);
  expect(await readTables(folder, 'live')).toEqual(rows);
  // Nothing is left of a rebuild that was killed, nor of the generations before.
  expect(await readTables(folder, 'not live')).toEqual([]);
}

const BEHIND = `select from ops.checkpoint c join log.head h using (association_id)
  where h.kind = 1 and c.live and c.position < h.position`;

/** Of each table that is folded from the log, once all are at its end: how many rows, and a hash over them. */
async function readTables(folder: DataFolder, which: 'live' | 'not live'): Promise<object[]> {
  while ((await folder.query(BEHIND)).length > 0) await delay(20);
  const ofTable = (group: string, name: string) =>
    `select '${name}' as name, count(*) as rows, md5(string_agg(row, ' ' order by row)) as hash
      from (select (to_jsonb(t) - 'generation')::text as row from read."${name}" t
        left join ops.checkpoint c on c.association_id = t.association_id and c.projection_group = '${group}'
          and c.generation = t.generation
        where coalesce(c.live, false) is ${which === 'live'}) r having count(*) > 0`;
  const tables = groups.flatMap((group) => readTableNames(group).map((table) => ofTable(group.name, table)));
  return folder.query(`${tables.join(' union all ')} order by name`);
}

const RUNS = `select r.run_id as id, r.status, array_agg(d.format order by d.format) as documents
  from report.run r join registry.association a using (association_id)
  left join report.document d using (association_id, run_id) where a.slug = $1 group by r.run_id, r.status`;
const PATIENCE_MS = 60_000;

/** Every report ordered is done, and its documents are what its position gives when they are made anew. */
export async function auditReports(folder: DataFolder, books: Books): Promise<number> {
  const ids = [...books.orders.values()];
  const runs = () => folder.query<{ id: string; status: string; documents: string[] }>(RUNS, [books.slug]);
  const unfinished = async () => (await runs()).filter(({ status }) => status === 'queued' || status === 'running');
  for (const giveUpAt = performance.now() + PATIENCE_MS; (await unfinished()).length > 0; await delay(100)) {
    if (performance.now() > giveUpAt) break;
  }
  const found = await runs();
  expect(found.map(({ id }) => id).sort()).toEqual([...ids].sort());
  expect(found).toEqual(found.map(({ id }) => ({ id, status: 'done', documents: ['html', 'json'] })));
  const databases = new Databases(folder.config, folder.databaseUrl());
  try {
    const db = databases.association((await findAssociation(databases, books.slug))!);
    for (const { id } of found) {
      for (const again of finishedDocuments(await reportDocument(db, (await findRun(db, id))!))) {
        expect(await findDocument(db, id, again.format)).toEqual(again);
      }
    }
  } finally {
    await databases.close();
  }
  return found.length;
}

/** A minute is long for a test: what the dead worker held may be taken at once. Returns how many runs that is. */
export async function expireLeases(folder: DataFolder): Promise<number> {
  const expire = `update report.run set lease_until = clock_timestamp() where status = 'running' returning run_id`;
  return (await folder.query(expire)).length;
}
