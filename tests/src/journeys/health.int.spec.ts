// What an operator sees when one association's read models stand still: that one, and no other.
import { setTimeout as delay } from 'node:timers/promises';
import { recordOf } from '@finsam/platform';
import { type TestService, testService } from '../service';

jest.setTimeout(60_000);

let service: TestService;
beforeAll(async () => (service = await testService()), 30_000);
afterAll(() => service.stop(), 30_000);

const metric = async (line: string) => {
  const { text } = await service.call(null, 'GET', '/metrics');
  return text
    .split('\n')
    .find((candidate) => candidate.startsWith(`${line} `))
    ?.slice(line.length + 1);
};
const until = async (isSo: () => Promise<boolean>) => {
  for (let tries = 0; !(await isSo()) && tries < 200; tries++) await delay(50);
};

async function register(slug: string): Promise<number> {
  const { status } = await service.call('operator', 'POST', '/v1/associations', { body: { slug, name: slug } });
  expect(status).toBe(201);
  const { rows } = await service.database.databases
    .registry()
    .query<{ id: number }>('select association_id as id from registry.association where slug = $1', [slug]);
  return rows[0]!.id;
}

it('tells which association stands still and where, lets the others go on, and counts it for Prometheus', async () => {
  const [poisoned, sound] = [await register('den-stilla'), await register('den-friska')];
  const meta = { commandId: 'poison', commandHash: 'h', ordinal: 0, actor: 'a', correlationId: 'c' };
  const event = {
    id: '00000000-0000-8000-8000-00000000000a',
    type: 'FromTomorrow',
    schemaVersion: 1,
    data: '{}',
    meta,
  };
  await service.database.store.append(recordOf(poisoned as never), 'strange', -1, [event]);
  const health = async () => (await service.call(null, 'GET', '/health')).json as { status: string; stalled: object[] };
  await until(async () => (await health()).stalled.length === 5);
  const told = await health();
  expect(told.status).toBe('degraded');
  expect(told.stalled).toContainEqual({ association: poisoned, group: 'ledger', position: 2 });
  expect(new Set(told.stalled.map((one) => (one as { association: number }).association))).toEqual(new Set([poisoned]));
  expect((await service.call(null, 'GET', '/health/ready')).status).toBe(200);

  const path = '/v1/associations/den-friska/fiscal-years';
  const opened = await service.call('association:den-friska', 'POST', path, { body: { year: 2025, books: 'own' } });
  expect([opened.status, opened.json]).toMatchObject([201, { position: 2 }]);
  const labels = (association: number) => `{association="${association}",group="ledger"}`;
  await until(async () => (await metric(`finsam_projection_behind_events${labels(sound)}`)) === '0');
  expect(await metric(`finsam_projection_stalled${labels(sound)}`)).toBe('0');
  expect(await metric(`finsam_projection_stalled${labels(poisoned)}`)).toBe('1');
  expect(await metric(`finsam_projection_behind_events${labels(poisoned)}`)).toBe('1');
  expect(Number(await metric(`finsam_projection_behind_seconds${labels(poisoned)}`))).toBeGreaterThan(0);
  expect(await metric(`finsam_projection_behind_seconds${labels(sound)}`)).toBe('0');
  expect(await metric(`finsam_log_position{association="${poisoned}"}`)).toBe('2');
  await until(async () => (await metric('finsam_log_unsealed_events')) === '0');
  expect(await metric('finsam_log_unsealed_events')).toBe('0');
});

it('says that it cannot answer while the database lets nobody in, and lives on', async () => {
  const dead = await testService();
  await dead.service.installation.databases.close();
  const health = await dead.call(null, 'GET', '/health');
  expect([health.status, health.json]).toEqual([200, { status: 'unavailable' }]);
  expect((await dead.call(null, 'GET', '/health/ready')).status).toBe(503);
  expect((await dead.call(null, 'GET', '/metrics')).status).toBe(503);
  await dead.stop();
});
