// The demo associations as they stand in files: requests to send in order, and the reports to order of them.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One POST to `/v1/associations/<slug>/<path>`; a path may hold `{name}` of an id that an earlier answer gave. */
export interface DemoRequest {
  readonly path: string;
  readonly body: Readonly<Record<string, unknown>>;
  /** Names the id in the answer. */
  readonly as?: string;
  /** A file beside this one, to be sent as `body.layout`. */
  readonly layoutFile?: string;
  /** For the reader of the file; never sent. */
  readonly note?: string;
}

export interface Demo {
  readonly slug: string;
  readonly name: string;
  readonly requests: readonly DemoRequest[];
  readonly reports: readonly { readonly type: string; readonly period: string }[];
}

export const SLUGS = ['sodra-vatterbygden', 'sodra-dalarna'] as const;
export type Slug = (typeof SLUGS)[number];

const FOLDER = join(__dirname, '../../../../apps/cli/demo');

export function demoText(file: string): string {
  return readFileSync(join(FOLDER, file), 'utf8');
}

/** The requests with their layouts in place, ready to send. */
export function readDemo(slug: Slug): Demo {
  const demo = JSON.parse(demoText(`${slug}.json`)) as Demo;
  return { ...demo, requests: demo.requests.map(withLayout) };
}

function withLayout(request: DemoRequest): DemoRequest {
  if (request.layoutFile === undefined) return request;
  const layout: unknown = JSON.parse(demoText(request.layoutFile));
  return { ...request, body: { ...request.body, layout } };
}
