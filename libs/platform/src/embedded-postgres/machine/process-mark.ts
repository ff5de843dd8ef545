// Which process is meant, for longer than its number lives: pids are reused, so a pid is never believed alone.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

const hasProc = existsSync('/proc/self/stat');

/** Tells apart two processes that bore the same number at different times; safe as part of a file name. */
export function markOf(pid: number): string | null {
  const start = hasProc ? startFromProc(pid) : startFromPs(pid);
  return start === null ? null : `${pid}-${start}`;
}

let own: string | undefined;
export function ownMark(): string {
  own ??= markOf(process.pid) ?? `${process.pid}-0`;
  return own;
}

export const pidOf = (mark: string): number => Number(mark.split('-')[0]);

/** True only for the very process that the mark was made from. A zombie counts as dead: it can hold nothing. */
export function isAlive(mark: string): boolean {
  return mark === own || markOf(pidOf(mark)) === mark;
}

/** The mark inside a file name such as `starting-<mark>-<random>.lock`, or null. */
export function markInName(prefix: string, name: string): string | null {
  if (!name.startsWith(prefix)) return null;
  return /^\d+-[0-9a-z]+(?=-)/.exec(name.slice(prefix.length))?.[0] ?? null;
}

function startFromProc(pid: number): string | null {
  try {
    // The command name may hold spaces and brackets, so fields are counted from the last bracket.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    // An orphan whose new parent never reaps (a container's process 1) stays as a zombie for ever.
    if (fields[0] === 'Z' || fields[0] === 'X') return null;
    return `${bootId()}x${fields[19]}`;
  } catch {
    return null;
  }
}

// Ticks since boot repeat exactly in a virtual machine that boots alike every time; the boot's own id does not.
let boot: string | undefined;
function bootId(): string {
  if (boot === undefined) {
    try {
      boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').slice(0, 8);
    } catch {
      boot = '0';
    }
  }
  return boot;
}

function startFromPs(pid: number): string | null {
  try {
    // A fixed time zone and language: the same process must read the same from every other one.
    const env = { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' };
    const line = execFileSync('ps', ['-o', 'stat=,lstart=', '-p', String(pid)], {
      env,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
    const [state, ...started] = line.split(/\s+/);
    if (!state || state.startsWith('Z')) return null;
    return String(Date.parse(`${started.join(' ')} UTC`) / 1000);
  } catch {
    return null;
  }
}
