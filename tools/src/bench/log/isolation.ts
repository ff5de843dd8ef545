// What it costs that each association is a role of its own and sees its own rows only.
import type { AssociationId } from '@finsam/kernel';
import { recordOf } from '@finsam/platform';
import { Pool, type QueryConfig } from 'pg';
import type { Figure } from '../figure';
import { inTurns, speed } from '../measure';
import type { World } from '../world';
import { byHand, byHandUnbound, makeTablesByHand } from './by-hand';
import { nextEvent } from './events';
import { NUMBERS_AS_OURS } from './raw-pages';

const LOGS = 80;
const STREAMS = 500;
const CALLERS = 8;

const pointRead = (log: AssociationId, n: number): QueryConfig => ({
  name: 'point-read',
  text: `select position, stream, revision, type, schema_version, data::text, meta::text
    from log.event where association_id = $1 and kind = 1 and stream = $2 and revision >= 0 order by event.revision`,
  values: [log, `point-${n % STREAMS}`],
});

export async function benchIsolation(world: World): Promise<Figure[]> {
  const { databases, effort, store } = world;
  const logs = await world.logs(LOGS);
  for (const log of logs) {
    const streams = Array.from({ length: STREAMS }, (_, n) => `point-${n}`);
    await Promise.all(streams.map((stream) => store.append(recordOf(log), stream, -1, [nextEvent()])));
  }
  await makeTablesByHand(world);
  const hand = byHand(world, logs);
  // The administrator: no rule binds him, and a few connections serve all.
  const unbound = new Pool({ connectionString: world.adminUrl, max: CALLERS, types: NUMBERS_AS_OURS });
  // As many connections as there are roles, so that only roles and rules differ.
  const spread = logs.map(() => new Pool({ connectionString: world.adminUrl, max: 2, types: NUMBERS_AS_OURS }));
  const load = { callers: CALLERS, ms: effort.turnMs };
  const logOf = (n: number) => logs[n % LOGS]!;
  let streams = 0;
  const stream = () => `isolated-${++streams}`;
  const reads = await inTurns(world, {
    bound: () => speed(load, (n) => databases.association(logOf(n)).query(pointRead(logOf(n), n))),
    spread: () => speed(load, (n) => spread[n % LOGS]!.query(pointRead(logOf(n), n))),
    unbound: () => speed(load, (n) => unbound.query(pointRead(logOf(n), n))),
  });
  const plain = byHandUnbound(unbound);
  const appends = await inTurns(world, {
    bound: () => speed(load, (n) => hand.append(logOf(n), stream(), nextEvent())),
    unbound: () => speed(load, (n) => plain.append(logOf(n), stream(), nextEvent())),
  });
  await Promise.all([hand.close(), unbound.end(), ...spread.map((pool) => pool.end())]);
  const limit = (value: number) => ({ what: `one role, no RLS, ${CALLERS} connections`, value });
  const alike = { what: `one role, no RLS, ${LOGS} connections`, value: reads.spread };
  const what = (subject: string) => `${subject} as ${LOGS} roles with RLS, ${CALLERS} callers`;
  return [
    { what: what('point reads'), ours: reads.bound, unit: '/s', limit: alike, target: { ratio: 0.9 } },
    { what: what('point reads'), ours: reads.bound, unit: '/s', limit: limit(reads.unbound) },
    { what: what('appends by hand'), ours: appends.bound, unit: '/s', limit: limit(appends.unbound) },
  ];
}
