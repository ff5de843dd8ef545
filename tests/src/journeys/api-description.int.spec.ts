// What the service tells of itself: every route, what it takes, and whether it is well.
import { routes } from '@finsam/assembly';
import type { ActionRoute, Route } from '@finsam/platform';
import { type TestService, testService } from '../service';
import { type Operation, operationsOf, type Schema } from './world/description';
import { readExamples } from './world/examples';
import { exampleOf, isOpen, isPost, posts, routeOf, uploads } from './world/world';

let service: TestService;
let operations: Map<string, Operation>;

beforeAll(async () => {
  service = await testService();
  operations = operationsOf(await service.call(null, 'GET', '/docs-json'));
}, 60_000);

afterAll(() => service.stop(), 30_000);

const names = ({ operation }: Pick<Route, 'operation'>, place: string) => {
  const parameters = operations.get(operation)!.parameters.filter((parameter) => parameter.in === place);
  return parameters.map(({ name }) => name).sort();
};

/** What the table says of an address, as the description writes it. */
function addressOf({ audience, path }: Route): string {
  const below = path.replace(/:(\w+)/g, '{$1}');
  return (audience === 'association' ? `/v1/associations/{slug}/${below}` : `/v1/${below}`).replace(/\/$/, '');
}

describe('the description', () => {
  it('lists the routes of the table, and every handler is one of them', () => {
    const described = [...operations.values()].map(
      ({ operationId, method, path }) => `${operationId} ${method} ${path}`,
    );
    const table = routes.map((route) => `${route.operation} ${isPost(route) ? 'post' : 'get'} ${addressOf(route)}`);
    expect(described.sort()).toEqual(table.sort());
  });

  it('is of the version of OpenAPI whose schemas are JSON Schema', async () => {
    const { json } = await service.call(null, 'GET', '/docs-json');
    expect(json).toMatchObject({ openapi: '3.1.0', info: { title: 'Finsambok' } });
  });

  it.each(routes)('tells what $operation is for, and whether it takes a token', (route) => {
    const described = operations.get(route.operation)!;
    expect(described.summary).toBe(route.summary);
    expect(described).toMatchObject({ responses: { '4XX': {} } });
    if (isOpen(route)) expect(described).not.toHaveProperty('security');
    else expect(described).toMatchObject({ security: [{ bearer: [] }] });
  });

  it('says of what anybody may call that it may be called too often', () => {
    expect(operations.get('reconciliation.check')).toMatchObject({ responses: { '200': {}, '429': {} } });
    expect(isOpen(routeOf('reconciliation.check'))).toBe(true);
  });

  it.each(routes)('names the path parameters of $operation', (route) => {
    const slug = route.audience === 'association' ? ['slug'] : [];
    expect(names(route, 'path')).toEqual([...slug, ...Object.keys(route.params ?? {})].sort());
    const described = operations.get(route.operation)!.parameters.filter((parameter) => parameter.in === 'path');
    for (const { name, required, schema } of described) {
      expect([name, required, schema?.type]).toEqual([
        name,
        true,
        route.params?.[name] === 'integer' ? 'integer' : 'string',
      ]);
    }
  });

  it.each(routes)('names the query parameters of $operation, and which it needs', (route) => {
    const own = Object.keys(('query' in route && route.query?.shape) || {});
    expect(names(route, 'query')).toEqual(
      [...own, ...(route.kind === 'query' ? ['at', 'atLeast', 'known'] : [])].sort(),
    );
    const needed = operations.get(route.operation)!.parameters.filter((one) => one.in === 'query' && one.required);
    const given = new URLSearchParams(
      (isPost(route) ? exampleOf(route.operation) : readExamples[route.operation])?.query,
    );
    for (const { name } of needed) expect([route.operation, given.has(name)]).toEqual([route.operation, true]);
  });

  it('says that a period must be given where there is no statement without one', () => {
    const needed = (operation: string) => operations.get(operation)!.parameters.filter(({ required }) => required);
    for (const operation of ['statements.show', 'insatser.participants']) {
      expect(needed(operation).map(({ name }) => name)).toContain('period');
    }
    expect(needed('national.figures').map(({ name }) => name)).toEqual(['year']);
  });

  it.each(routes)('names the headers of $operation', (route) => {
    const key = isPost(route) && !isOpen(route) ? ['Idempotency-Key'] : [];
    expect(names(route, 'header')).toEqual([...key, ...(route.kind === 'command' ? ['If-Match'] : [])]);
  });

  it.each(posts)('gives the body of $operation without what the path or the service says', (route) => {
    const {
      properties = {},
      required = [],
      additionalProperties,
      type,
    } = operations.get(route.operation)!.schema ?? {};
    expect([type, additionalProperties]).toEqual(['object', false]);
    const created = route.kind === 'command' && route.creates !== undefined ? [route.creates] : [];
    const elsewhere = ['facts', 'slug', ...Object.keys(route.params ?? {}), ...created];
    const own = route.operation === 'associations.register' ? elsewhere.filter((name) => name !== 'slug') : elsewhere;
    expect(Object.keys(properties).filter((name) => own.includes(name))).toEqual([]);
    expect(required.filter((name) => !(name in properties))).toEqual([]);
  });

  it.each(posts.map(({ operation }) => ({ operation })))(
    'describes what $operation takes: the example has every field, and no other',
    ({ operation }) => {
      const { properties = {} } = operations.get(operation)!.schema ?? {};
      expect(Object.keys(exampleOf(operation).body).sort()).toEqual(Object.keys(properties).sort());
    },
  );

  it('calls a file a file, and tells what it may be sent as', () => {
    for (const { operation, upload } of uploads as readonly ActionRoute[]) {
      const { schema, types } = operations.get(operation)!;
      const asJson = upload!.types.includes('application/json') ? { type: 'string', format: 'binary' } : undefined;
      expect([operation, schema, types]).toEqual([operation, asJson, upload!.types]);
    }
  });

  it('calls an amount a whole number within its limit', () => {
    const amount = (operation: string) => operations.get(operation)!.schema!.properties!['amountOre'];
    const limit = { type: 'integer', maximum: 10_000_000_000_000 } as Schema;
    expect(amount('ledger.book-cost')).toMatchObject({ ...limit, exclusiveMinimum: 0 });
    expect(amount('ledger.book-interest')).toMatchObject({ ...limit, minimum: -10_000_000_000_000 });
  });
});

describe('the service', () => {
  it('shows its description as a page that runs nothing from elsewhere', async () => {
    const page = await service.call(null, 'GET', '/docs');
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(page.text).toContain('Finsambok');
    expect(page.headers.get('content-security-policy')).toContain("script-src 'self'");
    for (const [, script] of page.text.matchAll(/<script src="\.([^"]+)"/g)) {
      expect([script, (await service.call(null, 'GET', script!)).status]).toEqual([script, 200]);
    }
  });

  it('says to anybody that it is well, and nothing else', async () => {
    expect((await service.call(null, 'GET', '/health')).json).toEqual({ status: 'ready', behind: 0, stalled: [] });
    const ready = await service.call(null, 'GET', '/health/ready');
    expect([ready.status, ready.json]).toEqual([200, { status: 'ready', behind: 0, stalled: [] }]);
  });

  it('does not tell what it is made of', async () => {
    const { headers } = await service.call(null, 'GET', '/health');
    expect([headers.get('x-powered-by'), headers.get('server')]).toEqual([null, null]);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });
});
