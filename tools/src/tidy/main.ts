// `npm run tidy`: every file that git knows or would add. Prints what is untidy; fails when any of it is an error.
import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { TextFile } from './finding';
import { tidy } from './tidy';

const git = (cwd: string, ...args: string[]) =>
  execFileSync('git', args, { cwd, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });

function filesOf(root: string): TextFile[] {
  const listed = git(root, 'ls-files', '-z', '--cached', '--others', '--exclude-standard').split('\0');
  const paths = [...new Set(listed)].filter((path) => statSync(join(root, path), { throwIfNoEntry: false })?.isFile());
  return paths
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))
    .filter(({ text }) => !text.includes('\0'));
}

const files = filesOf(git(process.cwd(), 'rev-parse', '--show-toplevel').trimEnd());
const findings = tidy(files);
for (const { path, line, severity, rule, message } of findings) {
  console.log(`${path}${line === undefined ? '' : `:${line}`}  ${severity}  ${message}  (${rule})`);
}
const errors = findings.filter(({ severity }) => severity === 'error').length;
console.log(`tidy: ${files.length} files, ${errors} errors, ${findings.length - errors} warnings`);
if (errors > 0) process.exitCode = 1;
