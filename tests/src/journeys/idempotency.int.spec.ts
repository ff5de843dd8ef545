// A request may be sent as often as its sender likes: one effect, and the same answer each time.
import { type Answer, testService } from '../service';
import { otherSentOf } from './world/example';
import { examples, SLUG } from './world/examples';
import { faultsOf } from './world/refusal';
import { exampleOf, worldOn } from './world/world';

const TIMES = 20;
const IN_A_ROW = 5;

let world: ReturnType<typeof worldOn>;
const firsts = new Map<string, unknown>();

beforeAll(async () => {
  world = worldOn(await testService());
}, 60_000);

afterAll(() => world.stop(), 30_000);

const times = <T>(work: (n: number) => Promise<T>, count = TIMES) =>
  Promise.all(Array.from({ length: count }, (_, n) => work(n)));

/** What a repeat must say again. How far an ordered report has come is news, not part of the answer to the order. */
function answered({ status, headers, json }: Answer): unknown {
  const { status: _, ...said } = json as { status?: string };
  const version = /^"\d+"$/.exec(headers.get('etag') ?? '')?.[0];
  return { status, version, location: headers.get('location'), ...said };
}

async function counts(): Promise<Record<string, number>> {
  const { logs, runs, associations } = (await world.marks()) as Record<string, readonly { position: number }[]>;
  const events = logs!.reduce((sum, { position }) => sum + position, 0);
  return { events, runs: runs!.length, associations: associations!.length };
}

const keyOf = (operation: string) => ({ headers: { 'idempotency-key': `example-${operation}` } });

// In the order of a life: each request finds what the ones before it have made.
describe.each(examples)('$operation', (example) => {
  const { operation } = example;

  it(`has one effect however often it is sent, ${TIMES} at once and ${IN_A_ROW} in a row`, async () => {
    await world.prepare(operation);
    const before = await counts();
    const atOnce = await times(() => world.sendExample(operation));
    firsts.set(operation, answered(atOnce[0]!));
    for (let n = 0; n < IN_A_ROW; n++) atOnce.push(await world.sendExample(operation));
    expect(new Set(atOnce.map((answer) => JSON.stringify(answered(answer)))).size).toBe(1);
    const [events, runs] = operation === 'reports.order' ? [0, 1] : [example.events ?? 1, 0];
    const associations = operation === 'associations.register' ? 1 : 0;
    expect(await counts()).toEqual({
      events: before['events']! + events,
      runs: before['runs']! + runs,
      associations: before['associations']! + associations,
    });
  });

  it('refuses other words under the same key, and does nothing', async () => {
    if (example.other === null) return;
    const before = await world.marks();
    const other = otherSentOf(example);
    const sent = { ...other, headers: { ...other.headers, ...keyOf(operation).headers } };
    const answers = await times(() => world.send(operation, sent), 4);
    const type = operation === 'reports.order' ? 'report/key-reused' : 'command/id-reused';
    expect(answers.flatMap((answer) => faultsOf(answer, { status: 422, type }))).toEqual([]);
    expect(await world.marks()).toEqual(before);
  });
});

describe('when the streams have moved on', () => {
  it('answers every request as it did the first time', async () => {
    const before = await world.marks();
    for (const { operation } of examples) {
      expect([operation, answered(await world.sendExample(operation))]).toEqual([operation, firsts.get(operation)]);
    }
    expect(await world.marks()).toEqual(before);
  });

  it('refuses a key that stands for another request', async () => {
    const before = await world.marks();
    const body = { ...exampleOf('associations.join-member').body, memberId: 'ny', kind: 'kommun' };
    const answer = await world.send('associations.join-member', { ...keyOf('ledger.book-cost'), body });
    expect(faultsOf(answer, { status: 422, type: 'command/id-reused' })).toEqual([]);
    expect(await world.marks()).toEqual(before);
  });

  it('lets another association use the same key', async () => {
    const call = (as: 'operator' | 'association:annan', path: string, body: object, key: string) =>
      world.call(as, 'POST', `/v1/associations${path}`, { body, headers: { 'idempotency-key': key } });
    const { body } = exampleOf('associations.join-member');
    expect((await call('operator', '', { slug: 'annan', name: 'En annan' }, 'a-key-of-annan')).status).toBe(201);
    const joined = await call('association:annan', '/annan/members', body, 'example-associations.join-member');
    expect([joined.status, joined.headers.get('etag')]).toEqual([201, '"1"']);
  });
});

describe('on one stream', () => {
  const in2025 = (operation: string) => world.address(operation, { year: '2025' });
  const cost = (text: string, headers: Record<string, string>) => {
    const body = { ...exampleOf('ledger.book-cost').body, date: '2025-02-01', text };
    return world.call(`association:${SLUG}`, 'POST', in2025('ledger.book-cost'), { body, headers });
  };

  beforeAll(async () => {
    await world.send('ledger.open-year', { body: { year: 2025, books: 'own' } });
    for (const operation of ['ledger.adopt-accounts', 'ledger.adopt-activities']) {
      await world.call(`association:${SLUG}`, 'POST', in2025(operation), { body: exampleOf(operation).body });
    }
  });

  it('takes a request that builds on the version as it is, and refuses one that builds on an older', async () => {
    const current = (await cost('Den första', {})).headers.get('etag')!;
    const sent = { 'if-match': current, 'idempotency-key': 'built-on-current' };
    const taken = await cost('Den andra', sent);
    expect(taken.status).toBe(201);
    const stale = await cost('Den tredje', { 'if-match': current });
    expect(faultsOf(stale, { status: 412, type: 'command/stale-revision' })).toEqual([]);
    expect(stale.json).toMatchObject({ facts: { current: Number(current.slice(1, -1)) + 1 } });
    // Its own repeat builds on the old version, too, and is no other request for that.
    expect(answered(await cost('Den andra', sent))).toEqual(answered(taken));
  });

  it('takes one of many that build on the same version', async () => {
    const current = (await cost('En till', {})).headers.get('etag')!;
    const answers = await times((n) => cost(`Anspråk ${n}`, { 'if-match': current }));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array.from({ length: TIMES - 1 }, () => 412)]);
  });

  it('has the effect of one of two that race under one key', async () => {
    const before = await counts();
    const answers = await times((n) => cost(n % 2 ? 'Udda' : 'Jämn', { 'idempotency-key': 'a-key-for-two' }));
    expect(answers.map(({ status }) => status).sort()).toEqual([...answers.map((_, n) => (n < TIMES / 2 ? 201 : 422))]);
    expect((await counts())['events']).toBe(before['events']! + 1);
  });

  it('numbers what comes at once without a gap, and without a number twice', async () => {
    const booked = async (n: number): Promise<Answer> => {
      const answer = await cost(`Samtidig ${n}`, { 'idempotency-key': `at-once-${n}` });
      // Many change the same stream: told to try again, a sender does so under the same key.
      return answer.status === 409 ? booked(n) : answer;
    };
    const answers = await times(booked);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    const position = Math.max(...answers.map(({ json }) => (json as { position: number }).position));
    const address = `${in2025('ledger.journal')}?limit=200&atLeast=${position}`;
    const { json } = await world.call(`association:${SLUG}`, 'GET', address);
    const numbers = (json as { vouchers: { number: number }[] }).vouchers.map(({ number }) => number);
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
    expect(numbers).toHaveLength(TIMES + 5);
  });
});
