// Single appends, against a bare prepared INSERT of the same bytes on the same server.
import { type AssociationId, associationId } from '@finsam/kernel';
import { eventId, NO_STREAM, recordOf, registerAssociation } from '@finsam/platform';
import { Pool } from 'pg';
import { inTurns, type Measure, rate, withCallers, type World } from './measure';

const EACH = 2_000;
const LOGS = 80;

export async function benchAppends(world: World): Promise<Measure[]> {
  const logs: AssociationId[] = [];
  for (let i = 0; i < LOGS; i++) logs.push(associationId(await registerAssociation(world.databases, `bench-${i}`)));
  const admin = new Pool({ connectionString: world.adminUrl, max: 16 });
  await admin.query('create table public.bare (id bigserial primary key, stream text, data json, meta json)');
  let commands = 0;
  const append = (log: AssociationId) => {
    const commandId = `bench-${++commands}`;
    const id = eventId(log, 'record', commandId, 0);
    const event = { id, type: 'CostBooked', schemaVersion: 1, data: DATA, meta: metaOf(commandId) };
    return world.store.append(recordOf(log), `stream-${commands}`, NO_STREAM, [event]);
  };
  const insert = () => {
    const commandId = `bare-${++commands}`;
    const values = [`stream-${commands}`, DATA, JSON.stringify(metaOf(commandId))];
    return admin.query({
      name: 'bare',
      text: 'insert into public.bare (stream, data, meta) values ($1, $2, $3)',
      values,
    });
  };
  const measures: Measure[] = [];
  for (const callers of [1, 8, 16]) {
    const speeds = await inTurns(
      () => rate(EACH, () => withCallers(callers, EACH, (n) => append(logs[n % LOGS]!))),
      () => rate(EACH, () => withCallers(callers, EACH, insert)),
    );
    measures.push({ what: `append to ${LOGS} logs, ${callers} callers`, limit: 'bare prepared INSERT', ...speeds });
  }
  await admin.end();
  return measures;
}

const metaOf = (commandId: string) => ({
  commandId,
  commandHash: 'f'.repeat(64),
  ordinal: 0,
  actor: 'bench',
  correlationId: commandId,
});

const row = (account: number, amountOre: number) => ({ account, amountOre, dimensions: { activity: 'enter' } });
const voucher = {
  voucherId: 'a'.repeat(24),
  series: 'A',
  number: 1,
  date: '2024-03-01',
  text: 'Rekvisition mars',
  rows: [row(4510, 10_000), row(1910, -10_000)],
};
export const DATA = JSON.stringify({ year: 2024, activity: 'enter', amountOre: 10_000, voucher });
