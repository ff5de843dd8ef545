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

export function readDemo(slug: Slug): Demo {
  return readRequests(FOLDER, slug);
}

/** The requests with their layouts in place, ready to send. */
export function readRequests(folder: string, slug: string): Demo {
  const json = (file: string): unknown => JSON.parse(readFileSync(join(folder, file), 'utf8'));
  const demo = json(`${slug}.json`) as Demo;
  const withLayout = ({ layoutFile, ...request }: DemoRequest): DemoRequest =>
    layoutFile === undefined ? request : { ...request, body: { ...request.body, layout: json(layoutFile) } };
  return { ...demo, requests: demo.requests.map(withLayout) };
}
