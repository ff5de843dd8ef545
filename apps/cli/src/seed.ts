// The demo associations, sent through the public API as any user's requests would be. Told again, nothing changes.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { issueToken } from '@finsam/platform';
import { type ApiClient, apiClient } from './api-client';

export interface DemoRequest {
  readonly path: string;
  readonly body?: Readonly<Record<string, unknown>>;
  /** A layout from a file beside the demo, sent as the body's `layout`. */
  readonly layoutFile?: string;
  /** A name for the id that the answer returns; later paths may hold `{name}`. */
  readonly as?: string;
  /** For readers of the demo file. */
  readonly note?: string;
}

export interface Demo {
  readonly slug: string;
  readonly name: string;
  readonly requests: readonly DemoRequest[];
  readonly reports: readonly DemoReport[];
}

export interface DemoReport {
  readonly type: string;
  readonly period: string;
  /** The board's decisions to adopt the report and to publish it. */
  readonly adoption: object;
  readonly publication: object;
  /** Errors that the reconciliation rightly finds in the document as it was printed, and that the board lets stand. */
  readonly acceptances?: readonly DemoAcceptance[];
}

export interface DemoAcceptance {
  readonly rule: string;
  readonly place: string;
  readonly difference: number;
  readonly reason: string;
  readonly decision: object;
}

// src and dist lie equally deep below the app.
export const DEMO_FOLDER = join(__dirname, '..', 'demo');

export function readDemos(): Demo[] {
  const files = readdirSync(DEMO_FOLDER).filter((file) => file.endsWith('.json'));
  return files.sort().map((file) => JSON.parse(readFileSync(join(DEMO_FOLDER, file), 'utf8')) as Demo);
}

/** Requests go one after the other, but for participations: they are independent and go side by side. */
const LANES = 8;

/** Returns the position of the association's log after its last request. */
export async function seedDemo(url: string, config: { secret: string }, demo: Demo): Promise<void> {
  const operator = apiClient(url, issueToken(config, 'operator'));
  await operator.post('v1/associations', { slug: demo.slug, name: demo.name }, `demo-${demo.slug}-registration`);
  const association = apiClient(`${url}/v1/associations/${demo.slug}`, issueToken(config, `association:${demo.slug}`));
  const ids = new Map<string, string>();
  const numbered = demo.requests.map((request, index) => ({ request, key: `demo-${demo.slug}-${index}` }));
  const isParticipation = ({ request }: { request: DemoRequest }) => /participations/.test(request.path);
  for (const one of numbered.filter((one) => !isParticipation(one))) await send(association, one, ids);
  // An exit names its enrolment, so all enrolments go first.
  const participations = numbered.filter(isParticipation);
  await inLanes(
    participations.filter(({ request }) => request.as !== undefined),
    (one) => send(association, one, ids),
  );
  await inLanes(
    participations.filter(({ request }) => request.as === undefined),
    (one) => send(association, one, ids),
  );
}

async function send(
  client: ApiClient,
  { request, key }: { request: DemoRequest; key: string },
  ids: Map<string, string>,
): Promise<void> {
  const path = request.path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const id = ids.get(name);
    if (id === undefined) throw new Error(`the demo names ${name} before it is made`);
    return id;
  });
  const layout =
    request.layoutFile && (JSON.parse(readFileSync(join(DEMO_FOLDER, request.layoutFile), 'utf8')) as object);
  const answer = await client.post(path, { ...request.body, ...(layout && { layout }) }, key);
  if (request.as !== undefined) ids.set(request.as, String(answer['id']));
}

async function inLanes<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const queue = [...items];
  const lane = async () => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: LANES }, lane));
}
