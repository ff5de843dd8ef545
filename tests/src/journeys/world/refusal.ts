// What every refusal has in common, whoever refuses: a problem document in Swedish that names the field and repeats
// nothing of what was sent.
import type { Answer } from '../../service';

/** Stands in what is sent and must not come back. */
export const SECRET = 'Hemligt-7f3';

interface Problem {
  readonly type?: unknown;
  readonly title?: unknown;
  readonly status?: unknown;
  readonly detail?: unknown;
  readonly correlationId?: unknown;
  readonly errors?: readonly { readonly pointer: string; readonly detail: string }[];
}

export interface Expected {
  readonly status?: number;
  /** Without the name space `urn:finsambok:`. */
  readonly type?: string;
  /** The field that is at fault. */
  readonly pointer?: string;
}

// Words that an untranslated message of ours, zod's, express's or PostgreSQL's would hold.
const ENGLISH = /\b(?:the|must|expected|invalid|required|unrecognized|unexpected|cannot|not|error|of type)\b/i;
const INSIDE = /node_modules|\.[tj]s:\d|\bat \w+ \(|\bselect\b|\binsert\b|association_id|TypeError|RangeError/;

/** What is wrong with a refusal; nothing, for a good one. */
export function faultsOf(answer: Answer, { status, type, pointer }: Expected = {}): string[] {
  const problem = (answer.json ?? {}) as Problem;
  const texts = [problem.title, problem.detail, ...(problem.errors ?? []).map(({ detail }) => detail)];
  const pointers = (problem.errors ?? []).map((error) => error.pointer);
  const checks: Record<string, boolean> = {
    'is no 4xx': answer.status >= 400 && answer.status < 500,
    [`is not ${status}`]: status === undefined || answer.status === status,
    'is no problem document': answer.headers.get('content-type') === 'application/problem+json; charset=utf-8',
    'has another status in its body': problem.status === answer.status,
    'has no type': /^urn:finsambok:[a-z]+\/[a-z-]+$/.test(String(problem.type)),
    [`is not ${type}`]: type === undefined || problem.type === `urn:finsambok:${type}`,
    'has no sentence': texts.every((text) => typeof text === 'string' && text.length > 0),
    'is not in Swedish': !texts.some((text) => ENGLISH.test(String(text))),
    'has no correlation id': /^[\w.:-]{8,64}$/.test(String(problem.correlationId)),
    'has another correlation id in its header': answer.headers.get('correlation-id') === problem.correlationId,
    'shows the inside': !INSIDE.test(answer.text),
    'repeats what was sent': !answer.text.includes(SECRET),
    'is long': answer.text.length < 20_000,
    [`does not point at ${pointer}`]: pointer === undefined || pointers.includes(pointer),
    'points at nothing': pointers.every((one) => one === '' || one.startsWith('/')),
  };
  const faults = Object.entries(checks).filter(([, holds]) => !holds);
  return faults.map(([fault]) => `${fault}: ${answer.status} ${answer.text.slice(0, 300)}`);
}
