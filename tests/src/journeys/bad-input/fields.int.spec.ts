// Every field of every body, wrong in every way: refused by name, without effect, and nothing of it sent back.
import type { Route } from '@finsam/platform';
import { type Operation, operationsOf } from '../world/description';
import { examples } from '../world/examples';
import { hostileBodies } from './hostile-bodies';
import { faultsOf, SECRET } from '../world/refusal';
import { exampleOf, inLanes, posts, routeOf, startWorld, uploads, type World } from '../world/world';

let world: World;
let operations: Map<string, Operation>;
let before: unknown;

beforeAll(async () => {
  world = await startWorld();
  operations = operationsOf(await world.call(null, 'GET', '/docs-json'));
  before = await world.marks();
}, 60_000);

afterAll(() => world.stop(), 30_000);

it('has a valid example of every POST route', () => {
  const all = [...posts, ...uploads].map(({ operation }) => operation);
  expect(examples.map(({ operation }) => operation).sort()).toEqual(all.sort());
});

describe.each(posts)('$operation', ({ operation }) => {
  afterEach(async () => expect(await world.marks()).toEqual(before));

  it('refuses every field that is missing, unknown, of another type or with signs that cannot be printed', async () => {
    const bodies = hostileBodies(exampleOf(operation).body, operations.get(operation)!.schema ?? {});
    const faults = await inLanes(bodies, async ({ name, raw, pointer }) => {
      return faultsOf(await world.send(operation, { raw }), { pointer }).map((fault) => `${name} ${fault}`);
    });
    expect(faults.flat()).toEqual([]);
    expect(bodies.length).toBeGreaterThan(3);
  }, 30_000);

  it('refuses what the path or the service says', async () => {
    const bodies = reserved(routeOf(operation)).map((name) => ({ name, value: SECRET }));
    const faults = await inLanes(bodies, async ({ name, value }) => {
      const body = { ...exampleOf(operation).body, [name]: value };
      return faultsOf(await world.send(operation, { body }), { status: 422, pointer: `/${name}` });
    });
    expect(faults.flat()).toEqual([]);
  });
});

/** Names that a sender would like to choose: facts, path parameters, ids of what is created, and who did it when. */
function reserved(route: Route): string[] {
  const created = route.kind === 'command' && route.creates !== undefined ? [route.creates] : [];
  return [
    'facts',
    ...Object.keys(route.params ?? {}),
    ...created,
    'id',
    'position',
    'recordedAt',
    'actor',
    'association',
  ];
}

it('takes the examples that end things, so nothing above was refused for being an example', async () => {
  for (const { operation } of examples.filter(({ last }) => last)) {
    await world.prepare(operation);
    expect([operation, (await world.send(operation)).status]).toEqual([operation, 201]);
  }
});
