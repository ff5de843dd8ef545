// Who may call what: without a token nobody, with the wrong one nothing, and nobody learns who else is here.
import { routes } from '@finsam/assembly';
import { issueToken, type Scope } from '@finsam/platform';
import type { Answer } from '../../service';
import { sentOf } from '../world/example';
import { readExamples } from '../world/examples';
import { type Expected, faultsOf, SECRET } from '../world/refusal';
import {
  exampleOf,
  inLanes,
  isOpen,
  isPost,
  routeOf,
  scopeOf,
  startWorld,
  withQuery,
  type World,
} from '../world/world';

let world: World;
let before: unknown;

// Six callers on every route.
jest.setTimeout(30_000);

beforeAll(async () => {
  world = await startWorld();
  await world.call('operator', 'POST', '/v1/associations', { body: { slug: 'annan', name: 'En annan' } });
  before = await world.marks();
}, 60_000);

afterAll(() => world.stop(), 30_000);

// A request that was refused has left no trace.
afterEach(async () => expect(await world.marks()).toEqual(before));

const operations = routes.map(({ operation }) => operation);
const open = operations.filter((operation) => isOpen(routeOf(operation)));
const closed = operations.filter((operation) => !open.includes(operation));
const ofAssociations = operations.filter((operation) => routeOf(operation).audience === 'association');

/** The route's valid request, below any slug, with other headers. */
function call(operation: string, headers: Record<string, string>, slug?: string): Promise<Answer> {
  const route = routeOf(operation);
  const address = world.address(operation, {}, slug);
  if (!isPost(route)) return world.call(null, 'GET', withQuery(address, readExamples[operation]?.query), { headers });
  const sent = sentOf(exampleOf(operation));
  const path = withQuery(address, exampleOf(operation).query);
  return world.call(null, 'POST', path, { ...sent, headers: { ...sent.headers, ...headers } });
}

const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
const as = (scope: Scope | null) => (scope === null ? {} : bearer(issueToken(world.config, scope)));

async function faultsAmong(
  names: readonly string[],
  send: (operation: string) => Promise<Answer>,
  expected: Expected,
): Promise<string[]> {
  const faults = await inLanes(names, async (operation) => {
    return faultsOf(await send(operation), expected).map((fault) => `${operation} ${fault}`);
  });
  return faults.flat();
}

it('takes the right token on every route, so the wrong one is what is refused below', async () => {
  const reads = operations.filter((operation) => !isPost(routeOf(operation)));
  const statuses = await inLanes(reads, async (operation) => {
    return [operation, (await call(operation, as(scopeOf(routeOf(operation))))).status];
  });
  expect(statuses).toEqual(reads.map((operation) => [operation, 200]));
});

it('refuses who has no token', async () => {
  expect(await faultsAmong(closed, (operation) => call(operation, {}), { status: 401, type: 'http/no-token' })).toEqual(
    [],
  );
});

it('takes anybody where nothing is kept, whoever they say they are, if they can show it', async () => {
  const tokens: (Scope | null)[] = [null, 'operator', 'national', 'association:exempel', 'association:finns-inte'];
  for (const token of tokens) {
    const statuses = await inLanes(open, async (operation) => [operation, (await call(operation, as(token))).status]);
    expect(statuses).toEqual(open.map((operation) => [operation, 200]));
  }
  expect(open).toEqual(['reconciliation.check', 'reconciliation.template']);
});

it('refuses tokens that it has not issued', async () => {
  const good = issueToken(world.config, 'operator');
  const [, payload = '', signature = ''] = good.split('_');
  const other = Buffer.from('association:exempel').toString('base64url');
  const forged = [
    ...[SECRET, '', 'null', `fsd_${payload}`, `fsd_${payload}_`, `fsd__${signature}`, `${good}0`, good.slice(0, -1)],
    `fsd_${other}_${signature}`,
    `fsd_${payload}_${'0'.repeat(64)}`,
    `fsd_${payload}_${signature.toUpperCase()}`,
    issueToken({ secret: 'a secret of another installation, long enough' }, 'operator'),
    `fsd_${payload}_${signature}${'0'.repeat(400)}`,
  ].map(bearer);
  const schemes = [{ authorization: good }, { authorization: `Basic ${good}` }, { authorization: `Bearer  ${good}` }];
  for (const headers of [...forged, ...schemes]) {
    const operation = operations[forged.indexOf(headers as never) % operations.length] ?? 'associations.list';
    expect(faultsOf(await call(operation, headers), { status: 401, type: 'http/no-token' })).toEqual([]);
  }
  const last = forged.at(-2)!;
  expect(
    await faultsAmong(operations, (operation) => call(operation, last), { status: 401, type: 'http/no-token' }),
  ).toEqual([]);
});

it('answers for another association as for one that there is not, sign by sign', async () => {
  const headers = { 'correlation-id': 'the-same-for-all' };
  const answers = await inLanes(ofAssociations, async (operation) => {
    const mine = { ...headers, ...as('association:annan') };
    const unregistered = { ...headers, ...as('association:finns-inte') };
    return Promise.all([
      call(operation, mine),
      call(operation, mine, 'finns-inte'),
      call(operation, unregistered, 'finns-inte'),
      call(operation, { ...headers, ...as('operator') }, 'finns-inte'),
      call(operation, { ...headers, ...as('national') }),
      call(operation, { ...headers, ...as('national') }, 'finns-inte'),
    ]);
  });
  const expected = { status: 404, type: 'access/foreign-association' };
  expect(answers.flat().flatMap((answer) => faultsOf(answer, expected))).toEqual([]);
  expect(new Set(answers.flat().map(({ text }) => text)).size).toBe(1);
});

it('answers for a slug that nobody can have as for one that nobody has', async () => {
  const slugs = ['%00', '%F0%9F%98%80', '..%2Fexempel', 'Exempel', 'exempel%20', 'x'.repeat(2_000), '-', '__proto__'];
  const answers = await inLanes(slugs, (slug) => call('associations.members', as('operator'), slug));
  const expected = { status: 404, type: 'access/foreign-association' };
  expect(answers.flatMap((answer) => faultsOf(answer, expected))).toEqual([]);
});

it('keeps each to the routes of its own kind', async () => {
  for (const operation of operations) {
    const { audience } = routeOf(operation);
    if (audience === 'association' || audience === 'anonymous') continue;
    const others = (['operator', 'national', 'association:exempel'] as const).filter((scope) => scope !== audience);
    for (const scope of others) {
      expect(faultsOf(await call(operation, as(scope)), { status: 403, type: 'access/not-allowed' })).toEqual([]);
    }
  }
});

it('gives a request a correlation id of its own when the given one cannot stand in a log', async () => {
  const given = async (id: string) => {
    const answer = await call('associations.members', { 'correlation-id': id });
    return answer.headers.get('correlation-id') === id;
  };
  expect(await given('order-2024:12')).toBe(true);
  for (const id of ['short', 'x'.repeat(65), 'with space in it', `<b>${SECRET}</b>`, 'åäö-åäö-åäö']) {
    expect(await given(id)).toBe(false);
  }
});
