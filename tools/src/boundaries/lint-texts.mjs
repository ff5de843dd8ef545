// Lints texts as if they stood at given paths; nothing is written to disk. Reads JSON from stdin, writes JSON.
// A process of its own, since Jest's module system cannot load the ESM configuration.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ESLint } from 'eslint';

const root = join(import.meta.dirname, '../../..');
const eslint = new ESLint({ cwd: root });
const verdicts = [];
for (const { path, text } of JSON.parse(readFileSync(0, 'utf8'))) {
  const [result] = await eslint.lintText(text, { filePath: join(root, path) });
  verdicts.push(result ? result.messages.map(({ ruleId, message }) => ({ rule: ruleId, message })) : null);
}
process.stdout.write(`\n${JSON.stringify(verdicts)}\n`);
