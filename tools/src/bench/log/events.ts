// What is written: bookings as a small association makes them, in the form that the ledger stores.
import { randomUUID } from 'node:crypto';
import type { AssociationId } from '@finsam/kernel';
import { type EventToAppend, recordOf } from '@finsam/platform';
import type { World } from '../world';

const YEAR = 2024;
const ACTIVITIES = ['kansli', 'styrelse', 'enter', 'stegen', 'vagen'];
const MEMBERS = ['staten', 'regionen', 'kommunen'];
const BANK = 1910;

let count = 0;

/** An event that stands in no log yet. Each tenth is a contribution, the others are costs, month by month. */
export function nextEvent(): EventToAppend {
  const n = ++count;
  // Ids are made where commands are decided; here they must only be cheap and new.
  const commandId = `bench-${n}`;
  const meta = {
    commandId,
    commandHash: 'f'.repeat(64),
    ordinal: 0,
    actor: 'development:bench',
    correlationId: commandId,
  };
  const { type, data } = n % 10 === 0 ? contribution(n) : cost(n);
  return { id: randomUUID(), type, schemaVersion: 1, data: JSON.stringify(data), meta };
}

export function cost(n: number) {
  const amountOre = 10_000 + (n % 990_000);
  const dimensions = { activity: ACTIVITIES[n % ACTIVITIES.length]! };
  const voucher = voucherOf(n, 'Rekvisition av deltagarstöd', [
    { account: 4510 + (n % 7) * 10, amountOre, dimensions },
    { account: BANK, amountOre: -amountOre, dimensions },
  ]);
  return { type: 'CostBooked', data: { year: YEAR, activity: dimensions.activity, amountOre, voucher } };
}

export function contribution(n: number) {
  const amountOre = 50_000_000;
  const memberId = MEMBERS[(n / 10) % MEMBERS.length]!;
  const voucher = voucherOf(n, 'Bidrag från medlem', [
    { account: BANK, amountOre, dimensions: { member: memberId } },
    { account: 3510, amountOre: -amountOre, dimensions: { member: memberId } },
  ]);
  return { type: 'ContributionReceived', data: { year: YEAR, memberId, amountOre, voucher } };
}

interface VoucherRow {
  readonly account: number;
  readonly amountOre: number;
  readonly dimensions: Readonly<Record<string, string>>;
}

function voucherOf(n: number, text: string, rows: readonly VoucherRow[]) {
  const date = `${YEAR}-${two(1 + (n % 12))}-${two(1 + (n % 28))}`;
  return { voucherId: n.toString(16).padStart(24, '0'), series: 'A', number: n, date, text, rows };
}

const two = (n: number) => String(n).padStart(2, '0');

/** Events in one stream of the log that is read and folded. */
export const STREAM_EVENTS = 1_000;
const sown = new WeakMap<World, Promise<AssociationId>>();

/** The log that is read, caught up with and rebuilt; written the first time it is asked for. */
export function sownLog(world: World): Promise<AssociationId> {
  const sowing = sown.get(world) ?? world.log('sown').then((log) => sow(world, log, world.effort.events));
  sown.set(world, sowing);
  return sowing;
}

/** Through the store's own door, stream by stream. */
export async function sow(world: World, log: AssociationId, events: number): Promise<AssociationId> {
  for (let start = 0; start < events; start += STREAM_EVENTS) {
    const batch = Array.from({ length: STREAM_EVENTS }, nextEvent);
    await world.store.append(recordOf(log), streamAt(start), -1, batch);
  }
  await world.admin.query('vacuum analyze log.event');
  return log;
}

export const streamAt = (start: number) => `sown-${start / STREAM_EVENTS}`;
