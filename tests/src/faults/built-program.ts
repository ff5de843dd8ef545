// The built `finsam`, as a user starts it. Built here if it is not, or is older than its sources.
import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

// src and dist lie equally deep below the package.
export const root = join(__dirname, '..', '..', '..');
export const program = join(root, 'apps', 'cli', 'dist', 'main.js');

const BUILD_MS = 170_000;

export function buildProgram(): void {
  if (packages().every(isBuilt)) return;
  const tsc = require.resolve('typescript/bin/tsc');
  const built = spawnSync(process.execPath, [tsc, '-b', 'apps/cli'], {
    cwd: root,
    encoding: 'utf8',
    timeout: BUILD_MS,
  });
  if (built.status !== 0) throw new Error(`finsam cannot be built:\n${built.stdout}`);
}

function packages(): string[] {
  return ['libs', 'apps'].flatMap((kind) => readdirSync(join(root, kind)).map((name) => join(root, kind, name)));
}

function isBuilt(folder: string): boolean {
  const built = statSync(join(folder, 'dist', '.tsbuildinfo'), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const sources = readdirSync(join(folder, 'src'), { recursive: true, encoding: 'utf8' });
  const compiled = sources.filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'));
  return compiled.every((name) => statSync(join(folder, 'src', name)).mtimeMs <= built);
}
