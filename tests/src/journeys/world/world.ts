// A small association that has done one of everything but what would end it, in a running service.
import { setTimeout as delay } from 'node:timers/promises';
import { routes } from '@finsam/assembly';
import type { Route, Scope } from '@finsam/platform';
import { type Answer, type Sent, type TestService, testService } from '../../service';
import { type Example, keyOfNeed, sentOf } from './example';
import { examples, readExamples, SLUG } from './examples';

export const isPost = (route: Route): boolean =>
  route.kind === 'command' || (route.kind === 'action' && route.method === 'post');

export const takesFile = (route: Route): boolean => route.kind === 'action' && route.upload !== undefined;

/** What takes JSON; what takes a file is wrong in other ways. */
export const posts = routes.filter((route) => isPost(route) && !takesFile(route));
export const uploads = routes.filter(takesFile);
export const gets = routes.filter((route) => !isPost(route));

export const routeOf = (operation: string): Route => routes.find((route) => route.operation === operation)!;

export const exampleOf = (operation: string): Example => {
  const example = examples.find((one) => one.operation === operation);
  if (!example) throw new Error(`examples.ts has no valid body for ${operation}`);
  return example;
};

/** Open to anybody: it takes no token and no key. */
export const isOpen = ({ audience }: Route): boolean => audience === 'anonymous';

/** Null where nobody has to say who they are. */
export const scopeOf = ({ audience }: Route, slug = SLUG): Scope | null => {
  if (audience === 'anonymous') return null;
  return audience === 'association' ? `association:${slug}` : audience;
};

export interface World extends TestService {
  /** Ids that the examples were given, by operation. */
  readonly ids: ReadonlyMap<string, string>;
  /** A route's address, filled as in its example; `params` and `slug` stand in for the example's. */
  address(operation: string, params?: Readonly<Record<string, string>>, slug?: string): string;
  /** A route's example, under a key of its own unless `sent` says otherwise. */
  send(operation: string, sent?: Sent): Promise<Answer>;
  /** Everything that a refused request must leave as it was. */
  marks(): Promise<unknown>;
  /** What the example of a route needs to have been done; nothing when it has. */
  prepare(operation: string): Promise<void>;
}

export async function startWorld(): Promise<World> {
  const service = await testService();
  const world = worldOn(service);
  try {
    for (const { operation, last } of examples) {
      if (last) continue;
      await world.prepare(operation);
      await world.sendExample(operation);
    }
  } catch (error) {
    await service.stop();
    throw error;
  }
  return world;
}

/** An address with what its example says of the query, and more. */
export function withQuery(address: string, ...parts: readonly (string | undefined)[]): string {
  const query = parts.filter(Boolean).join('&');
  return query === '' ? address : `${address}?${query}`;
}

/** The same, before anything has happened. */
export function worldOn(service: TestService) {
  const ids = new Map<string, string>();
  const filled = (text: string) => text.replace(/^\{(.+)\}$/, (_, operation: string) => ids.get(operation)!);
  const address: World['address'] = (operation, params = {}, slug = SLUG) => {
    const route = routeOf(operation);
    const example = isPost(route) ? exampleOf(operation) : readExamples[operation];
    const values: Record<string, string> = { ...example?.params, ...params };
    const path = route.path.replace(/:(\w+)/g, (_, name: string) => filled(values[name]!));
    const below = route.audience === 'association' ? `/v1/associations/${slug}/${path}` : `/v1/${path}`;
    return below.replace(/\/$/, '');
  };
  const send: World['send'] = (operation, sent = {}) => {
    const example = exampleOf(operation);
    const valid = sentOf(example);
    const headers = { ...valid.headers, ...sent.headers };
    const path = withQuery(address(operation), example.query);
    const as = example.byOperator ? 'operator' : scopeOf(routeOf(operation));
    return service.call(as, 'POST', path, { ...valid, ...sent, headers });
  };
  const sendNeeds = async (operation: string) => {
    for (const [index, need] of (exampleOf(operation).needs ?? []).entries()) {
      const { params = {}, as = SLUG } = need;
      const valid = sentOf(need);
      const headers = { ...valid.headers, 'idempotency-key': keyOfNeed(operation, index) };
      const scope = scopeOf(routeOf(need.operation), as);
      const answer = await service.call(scope, 'POST', address(need.operation, params, as), { ...valid, headers });
      if (answer.status >= 300)
        throw new Error(`${operation} needs ${need.operation}, which is refused: ${answer.text}`);
      const { position } = answer.json as { position: number };
      // What one hands to another lies in the exchange once it has been folded.
      await service.call(`association:${as}`, 'GET', `/v1/associations/${as}/shared-costs?atLeast=${position}`);
    }
  };
  const prepared = new Map<string, Promise<void>>();
  /** Sends what the example needs, once. */
  const prepare = (operation: string): Promise<void> => {
    const needs = prepared.get(operation) ?? sendNeeds(operation);
    prepared.set(operation, needs);
    return needs;
  };
  const sendExample = async (operation: string) => {
    const answer = await send(operation, { headers: { 'idempotency-key': `example-${operation}` } });
    if (answer.status >= 300) throw new Error(`the example of ${operation} is refused: ${answer.text}`);
    const { id, reportId } = answer.json as { id?: string; reportId?: string };
    if (id ?? reportId) ids.set(operation, (id ?? reportId)!);
    if (reportId) await reportDone(service, `/v1/associations/${SLUG}/reports/${reportId}`);
    return answer;
  };
  return { ...service, ids, address, send, sendExample, prepare, marks: () => marksOf(service) };
}

/** Waits until a worker has made the report. */
export async function reportDone(service: TestService, path: string): Promise<Answer> {
  for (const deadline = performance.now() + 20_000; performance.now() < deadline; await delay(20)) {
    const answer = await service.call('operator', 'GET', path);
    const { status, failure } = answer.json as { status: string; failure?: string };
    if (status === 'done') return answer;
    if (status === 'failed') throw new Error(failure);
  }
  throw new Error('the report was not made in time');
}

/** Where every log stands, which runs are ordered and how many associations there are. */
async function marksOf({ database }: TestService): Promise<unknown> {
  const rows = async (text: string) => (await database.databases.dispatcher().query<object>(text)).rows;
  return {
    logs: await rows('select association_id, kind, position from log.head order by 1, 2'),
    runs: await rows('select association_id, run_id from report.run order by 1, 2'),
    associations: await rows('select association_id, slug from registry.association order by 1'),
  };
}

/** Does the work on each item, a few at a time, and returns what came of each in their order. */
export async function inLanes<T, R>(items: readonly T[], work: (item: T) => Promise<R>, lanes = 8): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  const lane = async () => {
    for (let index = next++; index < items.length; index = next++) results[index] = await work(items[index]!);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return results;
}
