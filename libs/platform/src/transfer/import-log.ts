// Takes an association's logs in from a file, all of it or nothing: verified against its own seals before it counts.
import { associationId } from '@finsam/kernel';
import { Client } from 'pg';
import { columnTypes } from '../databases/connections';
import { type InstallationSecret, roleName } from '../databases/purposes';
import { LOG_KINDS } from '../event-store/stored-events';
import type { StoredEvent } from '../seal/chain';
import type { SealRow } from '../seal/seal-row';
import { storedHeads, verifyStored } from '../seal/verify-logs';
import { BadLogFile, type LogFilePart, type LogHeader, readLogFile } from './log-file';

export interface ImportedLogs {
  readonly slug: string;
  readonly events: number;
}

const BATCH = 1_000;

/**
 * `databaseUrl`: the role that migrates; no process that serves may write another's log. Throws `BadLogFile` when the
 * file is not whole, its logs are not sound, or the association is here already.
 */
export async function importLogs(
  config: InstallationSecret,
  databaseUrl: string,
  lines: AsyncIterable<string> | Iterable<string>,
): Promise<ImportedLogs> {
  const client = new Client({ connectionString: databaseUrl, application_name: 'finsam import', types: columnTypes() });
  await client.connect();
  try {
    await client.query('begin');
    await client.query(`set local role "${roleName(config, 'owner')}"`);
    const imported = await new Import(client, config).take(readLogFile(lines));
    await client.query('commit');
    return imported;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    // What no log of ours can hold: a broken text, a number out of range, two events in one place.
    const { code } = error as { code?: string };
    throw code && /^2[23]/.test(code) ? new BadLogFile(`Filens innehåll går inte att lagra (${code}).`) : error;
  } finally {
    await client.end();
  }
}

class Import {
  private owner = 0;
  private kind = 0;
  private events: StoredEvent[] = [];
  private count = 0;

  constructor(
    private readonly client: Client,
    private readonly config: InstallationSecret,
  ) {}

  async take(parts: AsyncIterable<LogFilePart>): Promise<ImportedLogs> {
    let slug: string | undefined;
    for await (const part of parts) {
      if (part.part === 'file') {
        if (slug !== undefined) throw new BadLogFile('Filen har två huvuden.');
        slug = part.slug;
        await this.register(slug);
        continue;
      }
      if (slug === undefined) throw new BadLogFile('Filens huvud saknas.');
      if (part.part === 'event') await this.event(part.event);
      else {
        await this.flush();
        if (part.part === 'log') await this.begin(part);
        else await this.seal(part.seal);
      }
    }
    await this.flush();
    if (slug === undefined) throw new BadLogFile('Filen är tom.');
    await this.verify(slug);
    return { slug, events: this.count };
  }

  private async register(slug: string): Promise<void> {
    await this.client.query('lock table registry.association in share row exclusive mode');
    const { rows } = await this.client.query<{ slug: string; id: number }>(
      'select slug, association_id as id from registry.association',
    );
    if (rows.some((row) => row.slug === slug)) throw new BadLogFile(`Förbundet ${slug} finns redan här.`);
    const taken = new Set(rows.map(({ id }) => id));
    for (this.owner = 1; taken.has(this.owner);) this.owner += 1;
    const role = roleName(this.config, associationId(this.owner));
    const { rows: found } = await this.client.query<{ there: boolean }>('select to_regrole($1) is not null as there', [
      role,
    ]);
    if (!found[0]!.there) throw new BadLogFile('Installationen är full: höj FINSAM_ASSOCIATIONS och försök igen.');
    await this.client.query('insert into registry.association (association_id, slug) values ($1, $2)', [
      this.owner,
      slug,
    ]);
  }

  private async begin({ kind, logId, position, recordedAt }: LogHeader): Promise<void> {
    this.kind = LOG_KINDS[kind];
    const { rowCount } = await this.client.query('select from log.head where log_id = $1', [logId]);
    if (rowCount !== 0) throw new BadLogFile('Den här loggen finns redan här, under ett annat namn.');
    await this.client.query(
      `insert into log.head (association_id, kind, log_id, position, recorded_at)
        values ($1, $2, $3, $4, case $5::text when '-Infinity' then '-infinity' else ${instantOf('$5::text')} end)`,
      [this.owner, this.kind, logId, position, recordedAt],
    );
  }

  private async event(event: StoredEvent): Promise<void> {
    if (this.kind === 0) throw new BadLogFile('En händelse kommer före sin logg.');
    this.events.push(event);
    if (this.events.length >= BATCH) await this.flush();
  }

  private async flush(): Promise<void> {
    if (this.events.length === 0) return;
    const events = this.events;
    this.events = [];
    this.count += events.length;
    await this.client.query(
      `insert into log.event (association_id, kind, position, stream, revision, event_id, type, schema_version, data,
          meta, command_id, ordinal, recorded_at)
        select $1, $2, position, stream, revision, "eventId", type, "schemaVersion", data::json, meta::json,
          "commandId", ordinal, ${instantOf('"recordedAt"')}
        from json_to_recordset($3) as e(position bigint, stream text, revision bigint, "eventId" uuid, type text,
          "schemaVersion" integer, data text, meta text, "commandId" text, ordinal integer, "recordedAt" text)`,
      [this.owner, this.kind, JSON.stringify(events)],
    );
  }

  private async seal({ position, links }: SealRow): Promise<void> {
    if (this.kind === 0) throw new BadLogFile('Ett sigill kommer före sin logg.');
    await this.client.query('insert into log.seal values ($1, $2, $3, $4)', [this.owner, this.kind, position, links]);
  }

  private async verify(slug: string): Promise<void> {
    const heads = await storedHeads(this.client, slug);
    if (heads.map(({ kind }) => kind).join() !== 'record,audit')
      throw new BadLogFile('Filen ska ha två loggar: förbundets händelser och dess granskningslogg.');
    for (const head of heads) {
      const { sound, findings } = await verifyStored(this.client, head, []);
      if (!sound) throw new BadLogFile(`Loggen i filen är inte hel. ${findings.map((one) => one.sentence).join(' ')}`);
    }
  }
}

/** Exact: whole microseconds are added to 1970, never a fraction of seconds. */
function instantOf(micros: string): string {
  return `timestamptz 'epoch' + (${micros})::bigint * interval '1 microsecond'`;
}
