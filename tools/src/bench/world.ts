// Where everything is measured: a fresh PostgreSQL that syncs to disk as in operation, and an installation on it.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { groups } from '@finsam/assembly';
import { type AssociationId, associationId } from '@finsam/kernel';
import {
  Databases,
  LogSignal,
  migrate,
  PostgresEventStore,
  registerAssociation,
  startEmbeddedPostgres,
  urlFor,
} from '@finsam/platform';
import { Pool } from 'pg';
import type { Effort } from './measure';

export const CONFIG = { installation: 'bench', secret: 'only-for-this-benchmark-0123456789', associations: 100 };

export interface World {
  readonly effort: Effort;
  readonly databases: Databases;
  readonly store: PostgresEventStore;
  /** The administrator's address: row-level rules do not bind him. */
  readonly adminUrl: string;
  readonly admin: Pool;
  /** A log of its own for whoever asks; the same name gives the same log. */
  log(name: string): Promise<AssociationId>;
  /** `count` logs with nothing in them but what their users append. */
  logs(count: number): Promise<AssociationId[]>;
  /** No dirty page, no dead row and no old estimate is left behind for whoever comes next. */
  settle(): Promise<void>;
}

export async function inWorld<T>(effort: Effort, work: (world: World) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'finsam-bench-'));
  // PostgreSQL never runs as root; whoever it runs as must reach its folder.
  chmodSync(folder, 0o755);
  const server = await startEmbeddedPostgres({ folder, durable: true });
  const closers: (() => Promise<unknown>)[] = [() => server.stop()];
  try {
    await migrate(CONFIG, server.url, groups);
    const databases = new Databases(CONFIG, server.url);
    closers.unshift(() => databases.close());
    const admin = new Pool({ connectionString: server.url, max: 2 });
    closers.unshift(() => admin.end());
    const signal = new LogSignal(urlFor(CONFIG, server.url, 'dispatcher'));
    closers.unshift(() => signal.stop());
    await signal.start();
    await restForGood(admin);
    const log = async (name: string) => associationId(await registerAssociation(databases, name));
    return await work({
      effort,
      databases,
      store: new PostgresEventStore(databases, signal),
      adminUrl: server.url,
      admin,
      log,
      logs: async (count) => {
        const logs: AssociationId[] = [];
        for (let i = 0; i < count; i++) logs.push(await log(`bench-${i}`));
        return logs;
      },
      settle: async () => {
        await admin.query('vacuum analyze');
        await admin.query('checkpoint');
      },
    });
  } finally {
    for (const close of closers) await close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Housekeeping falls on whoever happens to have his turn, and is done between the turns instead. */
async function restForGood(admin: Pool): Promise<void> {
  const settings = { autovacuum: 'off', checkpoint_timeout: '1d', max_wal_size: '16GB' };
  for (const [name, value] of Object.entries(settings)) await admin.query(`alter system set ${name} = '${value}'`);
  await admin.query('select pg_reload_conf()');
}
