// A small log as it would stand in the tables, sealed and anchored, for specs to attack.
import { createPublicKey } from 'node:crypto';
import { genesis, HASH_BYTES, link, type LogIdentity, type StoredEvent } from '../chain';
import { type SealRow, sealedBy, sealUpTo, unsealed } from '../seal-row';
import { type Anchor, type KeyRing, signAnchor, signingKey } from '../signing';
import type { LogHead } from '../verify/event-rules';
import { type Verification, verifyLog } from '../verify/verify-log';

export interface LogCopy {
  identity: LogIdentity;
  head: LogHead;
  events: StoredEvent[];
  seals: SealRow[];
  anchors: Anchor[];
}

const KEY = signingKey('a secret that only this test knows!');
export const KEYS: KeyRing = new Map([[KEY.keyId, createPublicKey(KEY.publicKey)]]);

const HERE: LogIdentity = { logId: '0f8fad5b-d9cb-469f-a165-70867728950e', kind: 'record' };
export const ELSEWHERE: LogIdentity = { logId: '7c9e6679-7425-40de-944b-e07fc1f90ae7', kind: 'record' };

const STREAMS = ['fiscal-year-2024', 'insats-törnrosen', 'agreement-2024'];

export function exampleLog({
  events: count = 6,
  batches = [2, 1, 3],
  anchoredAt = [3, 6],
  identity = HERE,
  amount = 100,
} = {}): LogCopy {
  const events = Array.from({ length: count }, (_, index) => exampleEvent(index + 1, amount));
  const seals = sealedInBatches(identity, events, batches);
  const anchors = anchoredAt.map((position) => anchorAt(identity, events, position));
  return { identity, head: headOf(events), events, seals, anchors };
}

export function exampleEvent(position: number, amount = 100): StoredEvent {
  const data = { text: `Hyra för Ängsgården – ”kök” 🏡 ${position}`, amountOre: amount * position };
  const commandId = `booking-${amount}-${Math.ceil(position / 2)}`;
  const ordinal = (position + 1) % 2;
  return {
    position,
    stream: STREAMS[position % STREAMS.length]!,
    revision: Math.floor((position - 1) / STREAMS.length),
    eventId: `3f77235a-2e75-8a5e-9385-${(amount * 1_000 + position).toString(16).padStart(12, '0')}`,
    type: 'VoucherBooked',
    schemaVersion: 1,
    data: JSON.stringify(data),
    meta: JSON.stringify({ commandId, commandHash: 'c0ffee', ordinal, actor: 'åsa', correlationId: commandId }),
    commandId,
    ordinal,
    recordedAt: `${1_717_243_200_000_000 + position * 250_000}`,
  };
}

export function headOf(events: readonly StoredEvent[]): LogHead {
  const last = events.at(-1);
  return { position: last?.position ?? 0, recordedAt: last?.recordedAt ?? '-Infinity' };
}

/** The last batch takes what is left. */
export function sealedInBatches(identity: LogIdentity, events: readonly StoredEvent[], batches: number[]): SealRow[] {
  const rows: SealRow[] = [];
  let sealed = unsealed(identity);
  for (const size of batches) {
    const last = rows.length === batches.length - 1;
    const row = sealUpTo(sealed, events.slice(sealed.position, last ? undefined : sealed.position + size));
    if (!row) break;
    rows.push(row);
    sealed = sealedBy(row);
  }
  return rows;
}

/** Whatever the positions say: what somebody with the tables, but without the key, can make fit. */
export function linksOf(identity: LogIdentity, events: readonly StoredEvent[]): Buffer {
  const links = Buffer.alloc(events.length * HASH_BYTES);
  let previous = genesis(identity);
  for (const [index, event] of events.entries()) {
    previous = link(previous, event);
    links.set(previous, index * HASH_BYTES);
  }
  return links;
}

export function anchorAt(identity: LogIdentity, events: readonly StoredEvent[], position: number): Anchor {
  const links = linksOf(identity, events.slice(0, position));
  const hash = position === 0 ? genesis(identity) : links.subarray(-HASH_BYTES);
  const date = `2024-06-${String(position + 1).padStart(2, '0')}`;
  return signAnchor({ ...identity, slug: 'ängsjö', position, hash: hash.toString('hex'), date }, KEY);
}

/** Reads the copy as the database would give it: in order of position, in pages. */
export function verified(log: LogCopy, pageSize = 4): Promise<Verification> {
  const ordered = <Row extends { position: number }>(rows: Row[]) => rows.toSorted((a, b) => a.position - b.position);
  return verifyLog({ ...log, events: pagesOf(ordered(log.events), pageSize), seals: pagesOf(ordered(log.seals), 2) });
}

function pagesOf<Row>(rows: Row[], size: number): Row[][] {
  return rows.flatMap((_, index) => (index % size === 0 ? [rows.slice(index, index + size)] : []));
}

/** True if a fault names the position, alone or in a range. */
export function names({ findings }: Verification, position: number): boolean {
  return findings.some((at) => at.severity === 'fault' && at.position <= position && position <= at.through);
}
