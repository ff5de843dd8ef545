// Addresses: other methods, path parameters that name nothing, and query parameters that say nothing.
import { routes } from '@finsam/assembly';
import type { Route } from '@finsam/platform';
import { type Operation, operationsOf } from '../world/description';
import { sentOf } from '../world/example';
import { readExamples } from '../world/examples';
import { faultsOf, SECRET } from '../world/refusal';
import { exampleOf, gets, inLanes, isPost, scopeOf, startWorld, uploads, withQuery, type World } from '../world/world';

let world: World;
let operations: Map<string, Operation>;
let before: unknown;

jest.setTimeout(60_000);

beforeAll(async () => {
  world = await startWorld();
  operations = operationsOf(await world.call(null, 'GET', '/docs-json'));
  before = await world.marks();
}, 60_000);

afterAll(() => world.stop(), 30_000);

// A request that was refused has left no trace.
afterEach(async () => expect(await world.marks()).toEqual(before));

const NO_YEAR = ['abcd', '99999999999', '0', '-1', '1989', '2200', '2024.5', '2e3', '0x7e8', '%D9%A2', '%00', '%20'];
const NO_ID = ['%00', '%F0%9F%98%80', 'a%0d%0ab', `${SECRET}%20`, '..%2F..%2Fetc', "'%3B--", 'x'.repeat(300), '%25'];

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND'];

/** Sends the route's valid request to another address. */
async function faultsAt(route: Route, address: string, pointer?: string): Promise<string[]> {
  const method = isPost(route) ? 'POST' : 'GET';
  const sent = isPost(route) ? sentOf(exampleOf(route.operation)) : {};
  const answer = await world.call(scopeOf(route), method, address, sent);
  return faultsOf(answer, pointer === undefined ? {} : { pointer }).map((fault) => `${address} ${fault}`);
}

const asked = (route: Route) => (isPost(route) ? exampleOf(route.operation) : readExamples[route.operation])?.query;

it('knows no other methods than those of its table', async () => {
  const addresses = [...new Set(routes.map(({ operation }) => world.address(operation)))];
  const tries = addresses.flatMap((address) => {
    const known = routes.filter(({ operation }) => world.address(operation) === address);
    const methods = known.map((route): string => (isPost(route) ? 'POST' : 'GET'));
    const others = METHODS.filter((method) => !methods.includes(method));
    return others.map((method) => ({ address, method, scope: scopeOf(known[0]!) }));
  });
  const faults = await inLanes(tries, async ({ address, method, scope }) => {
    const answer = await world.call(scope, method, address, method === 'GET' ? {} : { body: {} });
    const faults = faultsOf(answer, { status: 404, type: 'http/not-found' });
    return faults.map((fault) => `${method} ${address} ${fault}`);
  });
  expect(faults.flat()).toEqual([]);
  expect(tries.length).toBeGreaterThanOrEqual(5 * addresses.length);
});

it('refuses path parameters that can be no year and no id', async () => {
  const tries = routes.flatMap((route) =>
    Object.entries(route.params ?? {}).flatMap(([name, kind]) =>
      (kind === 'integer' ? NO_YEAR : NO_ID).map((value) => ({ route, name, value })),
    ),
  );
  const faults = await inLanes(tries, ({ route, name, value }) =>
    faultsAt(route, withQuery(world.address(route.operation, { [name]: value }), asked(route)), `/${name}`),
  );
  expect(faults.flat()).toEqual([]);
});

it('refuses an address that cannot be decoded', async () => {
  const withParameters = routes.filter(({ params }) => params);
  const faults = await inLanes(withParameters, (route) => {
    const name = Object.keys(route.params!)[0]!;
    return faultsAt(route, world.address(route.operation, { [name]: '%E0%A4%A' }));
  });
  expect(faults.flat()).toEqual([]);
});

it('refuses query parameters that no route asks for, on every route', async () => {
  const tries = routes.flatMap((route) => [
    { route, query: `okant=${SECRET}`, pointer: '/okant' },
    { route, query: '__proto__=1', pointer: '/__proto__' },
    { route, query: 'at[]=1', pointer: '/at[]' },
    ...(route.kind === 'query' ? [] : [{ route, query: 'at=1', pointer: '/at' }]),
  ]);
  const faults = await inLanes(tries, ({ route, query, pointer }) => {
    return faultsAt(route, withQuery(world.address(route.operation), asked(route), query), pointer);
  });
  expect(faults.flat()).toEqual([]);
});

it('refuses values that a query parameter cannot have', async () => {
  const tries = [...gets, ...uploads].flatMap((route) => {
    const valid = asked(route);
    const parameters = operations.get(route.operation)!.parameters.filter((parameter) => parameter.in === 'query');
    return parameters.flatMap(({ name }) => badValues(name, valid).map((value) => ({ route, name, value })));
  });
  const faults = await inLanes(tries, ({ route, name, value }) => {
    const others = new URLSearchParams(asked(route));
    others.delete(name);
    return faultsAt(route, withQuery(world.address(route.operation), others.toString(), value), `/${name}`);
  });
  expect(faults.flat()).toEqual([]);
  expect(tries.length).toBeGreaterThan(150);
});

/** Query strings that give the parameter a value it cannot have. */
function badValues(name: string, valid: string | undefined): string[] {
  // A registration number is nearly any short text.
  if (name === 'dnr') return ['', '%00', 'x'.repeat(5_000), '%27%20or%201=1'].map((value) => `${name}=${value}`);
  const example = new URLSearchParams(valid).get(name);
  const isNumber = example === null || /^\d+$/.test(example);
  const values = isNumber
    ? ['abc', '-1', '1.5', '1e400', 'NaN', '%00', '99999999999999999999']
    : ['', '%00', SECRET, 'x'.repeat(5_000), '2024_13', '%27%20or%201=1'];
  const positions = example === null ? ['', '%20', '0x1', '1e1', '%2B1'] : [];
  const twice = `${name}=${example ?? 1}&${name}=${example ?? 1}`;
  return [...[...values, ...positions].map((value) => `${name}=${value}`), twice];
}

it('refuses a position that the log has not reached, at once', async () => {
  const started = performance.now();
  const tries = gets
    .filter(({ kind }) => kind === 'query')
    .flatMap((route) =>
      ['at', 'atLeast'].flatMap((name) => ['1000', '999999999999999'].map((value) => ({ route, name, value }))),
    );
  const faults = await inLanes(tries, ({ route, name, value }) => {
    return faultsAt(route, withQuery(world.address(route.operation), asked(route), `${name}=${value}`), `/${name}`);
  });
  expect(faults.flat()).toEqual([]);
  expect(performance.now() - started).toBeLessThan(4_000);
});
