import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigError, deriveKey, loadConfig } from './config';

let root: string;
beforeEach(() => (root = mkdtempSync(join(tmpdir(), 'finsam-config-'))));
afterEach(() => rmSync(root, { recursive: true }));

const secret = 's'.repeat(32);
const load = (env: Record<string, string> = {}) => loadConfig(env, root);

/** The sentence that the operator reads. */
function refusal(env: Record<string, string>): string {
  try {
    load(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  throw new Error(`this was let through: ${JSON.stringify(env)}`);
}

it('needs nothing to start on one machine', () => {
  const config = load();
  expect(config).toEqual({
    databaseUrl: undefined,
    redisUrl: undefined,
    installation: 'finsam',
    associations: 100,
    secret: expect.stringMatching(/^[0-9a-f]{64}$/),
    host: '127.0.0.1',
    port: 3000,
    trustedProxies: 0,
    openCallsPerMinute: 10,
    dataFolder: join(root, '.finsam'),
    anchors: join(root, '.finsam', 'ankare'),
    logLevel: 'info',
  });
});

it('takes every setting from the environment', () => {
  const env = {
    DATABASE_URL: 'postgresql://a:b@db:5432/finsam',
    REDIS_URL: 'rediss://redis:6379',
    FINSAM_INSTALLATION: 'prov_2',
    FINSAM_ASSOCIATIONS: '12',
    FINSAM_SECRET: secret,
    FINSAM_HOST: '0.0.0.0',
    FINSAM_PORT: '8080',
    FINSAM_TRUSTED_PROXIES: '1',
    FINSAM_OPEN_CALLS: '30',
    FINSAM_DATA: 'data',
    FINSAM_ANCHORS: '-',
    FINSAM_LOG: 'silent',
  };
  expect(load(env)).toEqual({
    databaseUrl: env.DATABASE_URL,
    redisUrl: env.REDIS_URL,
    installation: 'prov_2',
    associations: 12,
    secret,
    host: '0.0.0.0',
    port: 8080,
    trustedProxies: 1,
    openCallsPerMinute: 30,
    dataFolder: join(root, 'data'),
    anchors: '-',
    logLevel: 'silent',
  });
  expect(readdirSync(root)).toEqual([]);
  expect(load({ FINSAM_SECRET: secret, FINSAM_DATA: '/srv/finsam' }).dataFolder).toBe('/srv/finsam');
});

it('takes a setting that is there but empty for none, where there is something to fall back on', () => {
  const config = load({ DATABASE_URL: '', REDIS_URL: '', FINSAM_DATA: '' });
  expect(config).toMatchObject({ databaseUrl: undefined, redisUrl: undefined, dataFolder: join(root, '.finsam') });
});

describe('an address', () => {
  it.each([
    ['DATABASE_URL', 'postgres://a:b@h/c', 'redis://h'],
    ['REDIS_URL', 'redis://:hemligt@h:6379/0', 'postgres://h'],
  ])('in %s is one of its kind', (name, right, wrong) => {
    expect(Object.values(load({ [name]: right }))).toContain(right);
    for (const text of [wrong, 'localhost', 'http://h', '5432', ' ']) {
      expect(refusal({ [name]: text })).toMatch(new RegExp(`^${name} är ingen adress på formen \\w+://`));
    }
  });

  it('that is wrong is not repeated, for it may hold a password', () => {
    expect(refusal({ DATABASE_URL: 'mysql://a:hemligt@h/c' })).not.toContain('hemligt');
  });
});

it.each(['', 'Finsam', '2finsam', 'fin-sam', 'fin sam', 'förbund', 'a"b', 'a'.repeat(31)])(
  'has no installation called %j',
  (name) => expect(refusal({ FINSAM_INSTALLATION: name })).toMatch(/^FINSAM_INSTALLATION får bara ha a–z, 0–9 och _/),
);

it('listens on a port that there is', () => {
  expect([load({ FINSAM_PORT: '0' }).port, load({ FINSAM_PORT: '65535' }).port]).toEqual([0, 65_535]);
  for (const port of ['', '65536', '-1', '80.5', '0x50', '8e1', ' 80', 'http']) {
    expect(refusal({ FINSAM_PORT: port })).toBe('FINSAM_PORT är inget portnummer (0–65535).');
  }
});

it('believes as many proxies, and takes as many open calls, as there can be', () => {
  expect(load({ FINSAM_TRUSTED_PROXIES: '', FINSAM_OPEN_CALLS: '' })).toMatchObject({
    trustedProxies: 0,
    openCallsPerMinute: 10,
  });
  for (const text of ['-1', '10', 'true', 'loopback', '1.5'])
    expect(refusal({ FINSAM_TRUSTED_PROXIES: text })).toMatch(/^FINSAM_TRUSTED_PROXIES är antalet/);
  for (const text of ['0', '-1', '100000', '1e3', 'ja'])
    expect(refusal({ FINSAM_OPEN_CALLS: text })).toMatch(/^FINSAM_OPEN_CALLS är antalet/);
});

it('logs at a level that there is', () => {
  for (const level of ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']) {
    expect(load({ FINSAM_LOG: level }).logLevel).toBe(level);
  }
  for (const level of ['', 'INFO', 'verbose', '30'])
    expect(refusal({ FINSAM_LOG: level })).toMatch(/^FINSAM_LOG är ingen/);
});

describe('the secret', () => {
  const file = () => join(root, '.finsam', 'secret');

  it('is made once, and is the same at the next start', () => {
    const made = load().secret;
    expect(readFileSync(file(), 'utf8')).toBe(made);
    expect(load().secret).toBe(made);
    expect(load({ FINSAM_DATA: 'annan' }).secret).not.toBe(made);
  });

  it('can be read by its owner only', () => {
    load();
    expect(statSync(file()).mode & 0o777).toBe(0o600);
  });

  it('is not guessed when its file is damaged', () => {
    load();
    for (const damage of ['', ' \n', 'a'.repeat(31)]) {
      writeFileSync(file(), damage);
      expect(refusal({})).toBe(`Filen ${file()} är skadad. Ta bort den, så skapas en ny vid nästa start.`);
    }
  });

  it('that is given is long enough', () => {
    expect(load({ FINSAM_SECRET: secret }).secret).toBe(secret);
    for (const short of ['', 's'.repeat(31)]) {
      expect(refusal({ FINSAM_SECRET: short })).toMatch(/^FINSAM_SECRET är för kort\. Ange minst 32 tecken/);
    }
  });

  it('is given by whoever makes the service reachable from outside', () => {
    for (const host of ['0.0.0.0', '::', '10.0.0.7', 'finsam.example', '']) {
      expect(refusal({ FINSAM_HOST: host })).toMatch(/gör tjänsten nåbar utifrån\. Ange också FINSAM_SECRET/);
      expect(load({ FINSAM_HOST: host, FINSAM_SECRET: secret }).host).toBe(host);
    }
    for (const host of ['127.0.0.1', '::1', 'localhost']) expect(load({ FINSAM_HOST: host }).host).toBe(host);
  });

  it('gives a key of its own to each use', () => {
    const keys = ['a', 'b'].flatMap((use) => [deriveKey(secret, use), deriveKey(`${secret}x`, use)]);
    expect(new Set([...keys, deriveKey(secret, 'a')]).size).toBe(4);
    for (const key of keys) expect(key).toMatch(/^[\w-]{43}$/);
  });
});
