// What the processes read from their environment, checked once at the door.
import { createHmac, randomBytes } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

export interface Config {
  /** The database that `migrate` may change; run-time roles derive from it. Undefined: embedded PostgreSQL. */
  readonly databaseUrl: string | undefined;
  readonly redisUrl: string | undefined;
  /** Prefix of every login role: roles belong to the whole cluster, so two installations must differ. */
  readonly installation: string;
  /** How many associations there is room for: each has a login role of its own, made by `migrate`. */
  readonly associations: number;
  /** Role passwords and development tokens derive from it. */
  readonly secret: string;
  readonly host: string;
  readonly port: number;
  /** How many proxies before the api are believed when X-Forwarded-For says who called; 0: none is. */
  readonly trustedProxies: number;
  /** How often in a minute one address may call what needs no token. */
  readonly openCallsPerMinute: number;
  /** Embedded database, generated secret and finished reports. Ignored by git. */
  readonly dataFolder: string;
  /** Folder for the signed heads of each day; `-` for standard output. */
  readonly anchors: string;
  readonly logLevel: string;
}

/** A setting that cannot be used. The message says, in Swedish, which one and what to do. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

const LOG_LEVELS: readonly string[] = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'];
const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost']);

/** Reads and checks the environment. Throws `ConfigError`. Creates the data folder if a secret must be made. */
export function loadConfig(env: NodeJS.ProcessEnv, projectRoot: string): Config {
  const dataFolder = resolve(projectRoot, env['FINSAM_DATA'] || '.finsam');
  const host = env['FINSAM_HOST'] ?? '127.0.0.1';
  const given = env['FINSAM_SECRET'];
  if (given !== undefined && given.length < 32) {
    throw new ConfigError('FINSAM_SECRET är för kort. Ange minst 32 tecken, till exempel från "openssl rand -hex 32".');
  }
  if (!LOOPBACK.has(host) && given === undefined) {
    throw new ConfigError(
      `FINSAM_HOST=${host} gör tjänsten nåbar utifrån. Ange också FINSAM_SECRET, eller lyssna på 127.0.0.1.`,
    );
  }
  return {
    databaseUrl: urlOf(env, 'DATABASE_URL', ['postgres:', 'postgresql:']),
    redisUrl: urlOf(env, 'REDIS_URL', ['redis:', 'rediss:']),
    installation: installationOf(env['FINSAM_INSTALLATION'] ?? 'finsam'),
    associations: associationsOf(env['FINSAM_ASSOCIATIONS'] ?? '100'),
    secret: given ?? storedSecret(dataFolder),
    host,
    port: portOf(env['FINSAM_PORT'] ?? '3000'),
    trustedProxies: trustedProxiesOf(env['FINSAM_TRUSTED_PROXIES'] || '0'),
    openCallsPerMinute: openCallsOf(env['FINSAM_OPEN_CALLS'] || '10'),
    dataFolder,
    anchors: anchorsOf(env['FINSAM_ANCHORS'], projectRoot, dataFolder),
    logLevel: logLevelOf(env['FINSAM_LOG'] ?? 'info'),
  };
}

function urlOf(env: NodeJS.ProcessEnv, name: string, protocols: string[]): string | undefined {
  const text = env[name];
  if (text === undefined || text === '') return undefined;
  if (!URL.canParse(text) || !protocols.includes(new URL(text).protocol)) {
    // The value may hold a password, so it is not repeated.
    throw new ConfigError(`${name} är ingen adress på formen ${protocols[0]}//användare:lösenord@värd:port/namn.`);
  }
  return text;
}

function installationOf(name: string): string {
  if (!/^[a-z][a-z0-9_]{0,29}$/.test(name)) {
    throw new ConfigError(
      'FINSAM_INSTALLATION får bara ha a–z, 0–9 och _, börja med en bokstav och vara högst 30 tecken.',
    );
  }
  return name;
}

function associationsOf(text: string): number {
  const count = Number(text);
  if (!/^\d+$/.test(text) || count < 1 || count > 9_999)
    throw new ConfigError('FINSAM_ASSOCIATIONS är antalet förbund som ska få plats, 1–9999.');
  return count;
}

function portOf(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535) throw new ConfigError('FINSAM_PORT är inget portnummer (0–65535).');
  return port;
}

function trustedProxiesOf(text: string): number {
  if (!/^[0-9]$/.test(text))
    throw new ConfigError('FINSAM_TRUSTED_PROXIES är antalet omvända proxyer framför tjänsten, 0–9.');
  return Number(text);
}

function openCallsOf(text: string): number {
  const calls = Number(text);
  if (!/^\d{1,5}$/.test(text) || calls < 1)
    throw new ConfigError('FINSAM_OPEN_CALLS är antalet öppna anrop i minuten från en adress, 1–99999.');
  return calls;
}

function anchorsOf(given: string | undefined, projectRoot: string, dataFolder: string): string {
  if (given === '-') return given;
  return given ? resolve(projectRoot, given) : join(dataFolder, 'ankare');
}

function logLevelOf(text: string): string {
  if (!LOG_LEVELS.includes(text)) {
    throw new ConfigError(`FINSAM_LOG är ingen loggnivå. Möjligt är: ${LOG_LEVELS.join(', ')}.`);
  }
  return text;
}

function storedSecret(dataFolder: string): string {
  const file = join(dataFolder, 'secret');
  if (!existsSync(file)) {
    mkdirSync(dataFolder, { recursive: true });
    // Two processes may come here at once: the first to create the file wins, the other reads it.
    // Linking a finished file is one step, so nobody ever reads half a secret.
    const draft = `${file}.${randomBytes(6).toString('hex')}`;
    writeFileSync(draft, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' });
    try {
      linkSync(draft, file);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    } finally {
      unlinkSync(draft);
    }
  }
  const secret = readFileSync(file, 'utf8').trim();
  if (secret.length < 32)
    throw new ConfigError(`Filen ${file} är skadad. Ta bort den, så skapas en ny vid nästa start.`);
  return secret;
}

/** A key for one use, derived from the secret, so that no use can stand in for another. */
export function deriveKey(secret: string, use: string): string {
  return createHmac('sha256', secret).update(use).digest('base64url');
}
