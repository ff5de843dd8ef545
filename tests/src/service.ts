// The whole service on a database of its own: api, projector and worker in this process, as `finsam start` runs them.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { groups } from '@finsam/assembly';
import { type RunningService, startService } from '@finsam/cli';
import { type Config, issueToken, type Scope } from '@finsam/platform';
import { type TestDatabase, testDatabase } from '@finsam/platform/testing';
import { pino } from 'pino';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The body as JSON; undefined when it is none. */
  readonly json: unknown;
}

export interface Sent {
  readonly body?: unknown;
  /** The body as it is, in place of JSON. */
  readonly raw?: string | Uint8Array<ArrayBuffer>;
  /** Beside those that a good caller sends; undefined leaves one of those out. */
  readonly headers?: Readonly<Record<string, string | undefined>>;
}

export interface TestService {
  readonly url: string;
  readonly config: Config;
  readonly database: TestDatabase;
  readonly service: RunningService;
  /** Calls the API as somebody. `path` starts at `/`. */
  call(as: Scope | null, method: string, path: string, init?: Sent): Promise<Answer>;
  stop(): Promise<void>;
}

export async function testService(overrides: Partial<Config> = {}): Promise<TestService> {
  const database = await testDatabase(groups);
  const dataFolder = mkdtempSync(join(tmpdir(), 'finsam-service-'));
  const config: Config = {
    databaseUrl: database.url,
    redisUrl: undefined,
    installation: database.config.installation,
    secret: database.config.secret,
    associations: database.config.associations,
    host: '127.0.0.1',
    port: 0,
    dataFolder,
    anchors: join(dataFolder, 'ankare'),
    trustedProxies: 0,
    // No journey is to be held up; what an address may is shown where the api is alone.
    openCallsPerMinute: 99_999,
    logLevel: 'silent',
    ...overrides,
  };
  const service = await startService(config, pino({ level: process.env['FINSAM_LOG'] ?? 'silent' }), 0);
  let keys = 0;
  return {
    url: service.url,
    config,
    database,
    service,
    call: async (as, method, path, { body, raw, headers = {} } = {}) => {
      const payload = raw ?? (body === undefined ? undefined : JSON.stringify(body));
      const all = {
        authorization: as === null ? undefined : `Bearer ${issueToken(config, as)}`,
        'content-type': payload === undefined ? undefined : 'application/json',
        'idempotency-key': method === 'POST' ? `test-key-${++keys}` : undefined,
        ...headers,
      };
      const sent = Object.entries(all).filter((header): header is [string, string] => header[1] !== undefined);
      const response = await fetch(`${service.url}${path}`, {
        method,
        headers: sent,
        ...(payload !== undefined && { body: payload }),
      });
      const text = await response.text();
      return { status: response.status, headers: response.headers, text, json: parsed(text) };
    },
    stop: async () => {
      await service.stop();
      await database.close();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
