// Seals what has been appended: reads on from the last seal, hashes, writes the next row. It never goes back.
import { refusals } from '@finsam/kernel';
import { failpoint } from '../config/failpoint';
import type { Database, Databases } from '../databases/databases';
import type { LogRef } from '../event-store/event-store';
import { LOG_KINDS, logKind } from '../event-store/stored-events';
import { HASH_BYTES, type LogIdentity } from './chain';
import { hashAt, SEAL_EVENTS_MAX, type Sealed, sealUpTo, unsealed } from './seal-row';
import { readStoredEvents } from './stored-log';

const refuse = refusals({
  'seal/beyond-log': { status: 409, text: 'Loggen har inte kommit till position {position}.' },
});

/** Seals the log up to its end, or up to `position` at least. Returns how far it is sealed. */
export async function sealLog(db: Database, log: LogRef, position = Infinity): Promise<number> {
  let sealed = await lastSeal(db, log);
  while (sealed.position < position) {
    const events = await readStoredEvents(db, log, sealed.position, SEAL_EVENTS_MAX);
    const row = sealUpTo(sealed, events);
    if (!row) break;
    failpoint('seal-unwritten');
    const { rows } = await db.query<{ written: boolean }>({
      name: 'write-seal',
      text: 'select log.write_seal($1, $2, $3) as written',
      values: [LOG_KINDS[log.kind], row.position, row.links],
    });
    // Another process was faster: go on after what it sealed.
    sealed = rows[0]!.written ? { position: row.position, hash: hashAt(row, row.position) } : await lastSeal(db, log);
  }
  return sealed.position;
}

/** The log's hash at a position, as 64 hexadecimal signs; seals it first if need be. Throws `DomainError`. */
export async function sealAt(db: Database, log: LogRef, position: number): Promise<string> {
  if (position === 0) return unsealed(await identityOf(db, log)).hash.toString('hex');
  if ((await sealLog(db, log, position)) < position) throw refuse('seal/beyond-log', { position });
  const { rows } = await db.query<{ hash: Buffer }>({
    name: 'seal-at',
    text: `select substring(links from octet_length(links) - (position - $3::bigint)::integer * ${HASH_BYTES}
          - ${HASH_BYTES - 1} for ${HASH_BYTES}) as hash
      from log.seal where association_id = $1 and kind = $2 and position >= $3 order by seal.position limit 1`,
    values: [log.owner, LOG_KINDS[log.kind], position],
  });
  return rows[0]!.hash.toString('hex');
}

async function lastSeal(db: Database, log: LogRef): Promise<Sealed> {
  const { rows } = await db.query<{ position: number; hash: Buffer }>({
    name: 'last-seal',
    text: `select position, substring(links from octet_length(links) - ${HASH_BYTES - 1}) as hash
      from log.seal where association_id = $1 and kind = $2 order by seal.position desc limit 1`,
    values: [log.owner, LOG_KINDS[log.kind]],
  });
  return rows[0] ?? unsealed(await identityOf(db, log));
}

/** What the log is, wherever it is kept. */
export async function identityOf(db: Database, log: LogRef): Promise<LogIdentity> {
  const { rows } = await db.query<{ log_id: string }>(
    'select log_id from log.head where association_id = $1 and kind = $2',
    [log.owner, LOG_KINDS[log.kind]],
  );
  return { logId: rows[0]!.log_id, kind: log.kind };
}

/** How many events no seal covers yet, in all logs. */
export async function unsealedEvents(databases: Databases): Promise<number> {
  const { rows } = await databases.dispatcher().query<{ count: number }>({
    name: 'unsealed-events',
    text: `select coalesce(sum(h.position - coalesce((select s.position from log.seal s
        where s.association_id = h.association_id and s.kind = h.kind order by s.position desc limit 1), 0)), 0)::bigint
      as count from log.head h`,
  });
  return rows[0]!.count;
}

/** Logs that have grown since they were last sealed. */
export async function unsealedLogs(databases: Databases): Promise<LogRef[]> {
  const { rows } = await databases.dispatcher().query<{ owner: number; kind: number }>({
    name: 'unsealed-logs',
    text: `select h.association_id as owner, h.kind from log.head h
      where h.position > coalesce((select s.position from log.seal s
        where s.association_id = h.association_id and s.kind = h.kind order by s.position desc limit 1), 0)`,
  });
  return rows.map(({ owner, kind }) => ({ owner, kind: logKind(kind) }) as LogRef);
}
