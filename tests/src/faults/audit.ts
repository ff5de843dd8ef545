// What must hold of the log after every blow.
import { Databases, unsealedEvents, verifyLogs } from '@finsam/platform';
import { setTimeout as delay } from 'node:timers/promises';
import type { Books } from './books';
import type { DataFolder } from './data-folder';

interface LoggedEvent {
  readonly key: string;
  readonly position: string;
  readonly stream: string;
  readonly revision: string;
  readonly number: string | null;
}

const EVENTS = `select e.command_id as key, e.position, e.stream, e.revision, e.data -> 'voucher' ->> 'number' as number
  from log.event e join registry.association a using (association_id)
  where a.slug = $1 and e.kind = 1 order by e.position`;

export const upTo = (count: number, first: number) => Array.from({ length: count }, (_, index) => first + index);

const storedFor = ({ slug }: Books, folder: DataFolder) => folder.query<LoggedEvent>(EVENTS, [slug]);

/** Every cost that was acknowledged lies in the log where the answer said, and every answer said the same. */
export async function auditAcknowledged(folder: DataFolder, books: Books): Promise<void> {
  const byKey = new Map((await storedFor(books, folder)).map((event) => [event.key, event]));
  for (const [key, { position, revision }] of books.acknowledged) {
    expect({ key, ...pick(byKey.get(key)) }).toEqual({ key, position, revision });
  }
  expect(books.contradicted).toEqual([]);
}

/** What was sent is in the log once, all of it and nothing beside, without a gap in any number. */
export async function auditLog(folder: DataFolder, books: Books): Promise<number> {
  await auditAcknowledged(folder, books);
  const events = await storedFor(books, folder);
  const keys = new Set(events.map(({ key }) => key));
  expect(keys.size).toBe(events.length);
  const unknown = [...keys].filter((key) => !books.sent.has(key) && !key.startsWith('make-'));
  expect(unknown).toEqual([]);
  expect([...books.sent.keys()].filter((key) => !keys.has(key))).toEqual([]);
  expect(events.map(({ position }) => Number(position))).toEqual(upTo(events.length, 1));
  for (const stream of new Set(events.map((event) => event.stream))) {
    const revisions = events.filter((event) => event.stream === stream).map(({ revision }) => Number(revision));
    expect({ stream, revisions }).toEqual({ stream, revisions: upTo(revisions.length, 0) });
  }
  const numbers = events.flatMap(({ number }) => (number === null ? [] : [Number(number)]));
  expect(numbers).toEqual(upTo(books.sent.size + 1, 1));
  return events.length;
}

function pick(event: LoggedEvent | undefined) {
  return { position: Number(event?.position), revision: Number(event?.revision) };
}

/** Costs whose sender heard nothing, and how many of them were in the log all the same. */
export async function countUnanswered(folder: DataFolder, books: readonly Books[]) {
  const keys = books.flatMap(({ sent, acknowledged }) => [...sent.keys()].filter((key) => !acknowledged.has(key)));
  const rows = await folder.query('select from log.event where command_id = any($1)', [keys]);
  return { sent: keys.length, stored: rows.length };
}

const SEALED_MS = 20_000;

/** Every log is sealed to its end, and verifies. */
export async function auditSeals(folder: DataFolder): Promise<void> {
  const databases = new Databases(folder.config, folder.databaseUrl());
  try {
    const giveUpAt = performance.now() + SEALED_MS;
    while ((await unsealedEvents(databases)) > 0 && performance.now() < giveUpAt) await delay(50);
    for await (const { slug, kind, verification } of verifyLogs(databases, [])) {
      const { position, sealedTo, findings } = verification;
      expect({ slug, kind, sealedTo, findings }).toEqual({ slug, kind, sealedTo: position, findings: [] });
    }
  } finally {
    await databases.close();
  }
}
