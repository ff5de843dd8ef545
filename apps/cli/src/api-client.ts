// A small client of our own API, for the demo and the commands that order reports.
import { CliError } from './arguments';

type Answer = Readonly<Record<string, unknown>>;

export interface ApiClient {
  get(path: string): Promise<Answer>;
  text(path: string): Promise<string>;
  post(path: string, body: object, idempotencyKey: string): Promise<Answer>;
  /** Sends a file as it is; what it holds, its bytes say. */
  upload(path: string, bytes: Buffer<ArrayBuffer>, idempotencyKey: string): Promise<Answer>;
}

export function apiClient(base: string, token: string): ApiClient {
  const call = async (path: string, init: RequestInit = {}): Promise<string> => {
    const headers = { authorization: `Bearer ${token}`, ...init.headers };
    const response = await fetch(`${base}/${path}`, { ...init, headers });
    const text = await response.text();
    if (response.ok) return text;
    const { detail, errors, type } = parsed(text);
    const each = Array.isArray(errors) ? (errors as Answer[]).map(faultText) : [];
    throw new CliError(`${path}: ${String(detail ?? response.status)} (${String(type)})${each.join('')}`);
  };
  return {
    get: async (path) => parsed(await call(path)),
    text: (path) => call(path),
    post: async (path, body, idempotencyKey) => {
      const headers = { 'content-type': 'application/json', 'idempotency-key': idempotencyKey };
      return parsed(await call(path, { method: 'POST', headers, body: JSON.stringify(body) }));
    },
    upload: async (path, bytes, idempotencyKey) => {
      const headers = { 'content-type': 'application/octet-stream', 'idempotency-key': idempotencyKey };
      return parsed(await call(path, { method: 'POST', headers, body: bytes }));
    },
  };
}

/** A row of a file is told in words already; elsewhere the pointer says where. */
const faultText = ({ pointer, detail, row }: Answer): string =>
  `\n  ${row === undefined && pointer ? `${String(pointer)}: ` : ''}${String(detail)}`;

function parsed(text: string): Answer {
  try {
    return JSON.parse(text) as Answer;
  } catch {
    return {};
  }
}
