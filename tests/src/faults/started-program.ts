// `finsam`, or a part of it, as a process of its own, on a data folder of its own.
import { type ChildProcess, spawn } from 'node:child_process';
import { program, root } from './built-program';

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  /** What it told people on standard error. */
  readonly errors: string;
  readonly output: string;
}

export interface StartedProcess {
  readonly pid: number;
  readonly ended: Promise<Ended>;
  signal(signal: NodeJS.Signals): void;
  /** What the pattern's first group matched, when its output has come to match. */
  said(pattern: RegExp): Promise<string>;
}

export interface StartedProgram extends StartedProcess {
  /** Its address, when it says that it is up. */
  readonly up: Promise<string>;
  /** When it has nothing more to do than to serve. */
  readonly ready: Promise<void>;
}

/** What it finds in its environment; the environment's own databases and queues are not its business. */
export type Settings = Readonly<Record<`FINSAM_${string}` | 'DATABASE_URL', string>>;

const alive = new Set<ChildProcess>();
process.once('exit', () => alive.forEach((child) => child.kill('SIGKILL')));

export function startNode(file: string, words: readonly string[], settings: Partial<Settings>): StartedProcess {
  const { DATABASE_URL: _database, REDIS_URL: _redis, ...given } = process.env;
  const env = { ...given, FINSAM_LOG: 'fatal', ...settings };
  const child = spawn(process.execPath, [file, ...words], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
  alive.add(child);
  let [output, errors] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
  const ended = new Promise<Ended>((resolve) => {
    child.once('close', (code, signal) => {
      alive.delete(child);
      resolve({ code, signal, errors, output });
    });
  });
  const said = (pattern: RegExp) =>
    new Promise<string>((resolve, reject) => {
      const look = () => {
        const match = pattern.exec(output);
        if (match) resolve(match[1] ?? '');
      };
      child.stdout.on('data', look);
      void ended.then(({ code, signal }) => {
        look();
        reject(new Error(`finsam ended (${code ?? signal}) before it said ${pattern}: ${output}${errors}`));
      });
    });
  return { pid: child.pid!, ended, said, signal: (signal) => void child.kill(signal) };
}

/** `words`: as after `finsam`. */
export function startProgram(dataFolder: string, port: number, words: readonly string[] = ['start']): StartedProgram {
  const started = startNode(program, words, { FINSAM_DATA: dataFolder, FINSAM_PORT: String(port) });
  const up = started.said(/API\s+(http\S+)/);
  const ready = started.said(/(Ctrl-C)/).then(() => undefined);
  // Whoever waits for one of them hears of it.
  for (const promise of [up, ready]) promise.catch(() => undefined);
  return { ...started, up, ready };
}
