// Verifies the logs of an installation as the auditor: each in one snapshot, page by page, in memory that stays flat.
import type { Databases, Queries } from '../databases/databases';
import type { LogRef } from '../event-store/event-store';
import { LOG_KINDS, logKind } from '../event-store/stored-events';
import { INSTALLATION_SLUG } from './anchoring';
import { type LogIdentity, RECORDED_AT_SQL, type StoredEvent } from './chain';
import type { SealRow } from './seal-row';
import type { Anchor } from './signing';
import { readStoredEvents } from './stored-log';
import { type Verification, verifyLog } from './verify/verify-log';

export interface LogVerdict {
  readonly slug: string;
  readonly kind: string;
  readonly verification: Verification;
}

export interface StoredHead extends LogIdentity {
  readonly owner: number;
  readonly slug: string;
  readonly position: number;
  readonly recordedAt: string;
}

/** Heads of all logs that have one, or of one association's; the installation's own among them. */
export async function storedHeads(client: Queries, slug?: string): Promise<StoredHead[]> {
  const { rows } = await client.query<Omit<StoredHead, 'kind'> & { number: number }>(
    `select h.association_id as owner, coalesce(a.slug, $1) as slug, h.kind as number, h.log_id as "logId",
        h.position::float8 as position, ${RECORDED_AT_SQL} as "recordedAt"
      from log.head h left join registry.association a on a.association_id = h.association_id
      where $2::text is null or a.slug = $2 order by slug, h.kind`,
    [INSTALLATION_SLUG, slug ?? null],
  );
  return rows.map(({ number, ...head }) => ({ ...head, kind: logKind(number) }));
}

/** `anchors`: those whose signature is good. */
export async function* verifyLogs(
  databases: Databases,
  anchors: readonly Anchor[],
  slug?: string,
): AsyncGenerator<LogVerdict> {
  for (const { slug: of, kind, owner } of await storedHeads(databases.auditor(), slug)) {
    const verification = await databases.auditor().transaction(async (client) => {
      await client.query('set transaction isolation level repeatable read, read only');
      // Read again: the log may have grown since it was listed.
      const heads = await storedHeads(client, owner === 0 ? undefined : of);
      const head = heads.find((one) => one.owner === owner && one.kind === kind)!;
      return verifyStored(client, head, anchors);
    });
    yield { slug: of, kind, verification };
  }
}

/** Verifies one log on a connection whose transaction sees one snapshot, or is the only one to write. */
export function verifyStored(client: Queries, head: StoredHead, anchors: readonly Anchor[]): Promise<Verification> {
  const log = { owner: head.owner, kind: head.kind } as LogRef;
  return verifyLog({ identity: head, head, anchors, events: eventPages(client, log), seals: sealPages(client, log) });
}

/** Events that stand outside every log: nothing of ours writes such. */
export async function strayEvents(databases: Databases): Promise<{ owner: number; kind: number; events: number }[]> {
  const { rows } = await databases.auditor().query<{ owner: number; kind: number; events: number }>(
    `select association_id as owner, kind, count(*)::integer as events from log.event e
      where not exists (select from log.head h where h.association_id = e.association_id and h.kind = e.kind)
      group by 1, 2 order by 1, 2`,
  );
  return rows;
}

const PAGE = 2_000;
const SEAL_PAGE = 50;

export function eventPages(client: Queries, log: LogRef): AsyncGenerator<readonly StoredEvent[]> {
  return pages(PAGE, (after) => readStoredEvents(client, log, after, PAGE));
}

export function sealPages(client: Queries, log: LogRef): AsyncGenerator<readonly SealRow[]> {
  return pages(SEAL_PAGE, async (after) => {
    const { rows } = await client.query<SealRow>({
      name: 'read-seals',
      text: `select position::float8 as position, links from log.seal
        where association_id = $1 and kind = $2 and position > $3 order by seal.position limit $4`,
      values: [log.owner, LOG_KINDS[log.kind], after, SEAL_PAGE],
    });
    return rows;
  });
}

/** The next page is on its way while this one is worked on. */
async function* pages<Row extends { readonly position: number }>(
  size: number,
  read: (after: number) => Promise<Row[]>,
): AsyncGenerator<readonly Row[]> {
  // From the very beginning: an event that was planted before the first is read, too.
  for (let coming: Promise<Row[]> | undefined = read(-Number.MAX_SAFE_INTEGER); coming;) {
    const page: Row[] = await coming;
    const last = page.at(-1)?.position ?? Infinity;
    // What lies beyond the numbers that can be told apart is far beyond every log, and is named once.
    coming = page.length < size || last >= Number.MAX_SAFE_INTEGER ? undefined : read(last);
    // Whoever stops reading has nobody to tell of an error in the page that was on its way.
    coming?.catch(() => undefined);
    yield page;
  }
}
