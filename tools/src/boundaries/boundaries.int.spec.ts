// Plants one violation of each rule, and its lawful twin, as text at a path: no file is written to the rooms.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const RANK = '@nx/enforce-module-boundaries';
const IMPORTS = 'no-restricted-imports';
const SYNTAX = 'no-restricted-syntax';
const GLOBALS = 'no-restricted-globals';
const take = (from: string) => `import { x } from '${from}';\nexport const y = x;\n`;

type Plant = [what: string, path: string, text: string];

const REFUSED: [...Plant, rule: string][] = [
  ['a record room imports sideways', 'libs/funding/src/planted.ts', take('@finsam/ledger'), RANK],
  ['a record room imports upwards', 'libs/insatser/src/planted.ts', take('@finsam/reporting'), RANK],
  ['a base room imports upwards', 'libs/associations/src/planted.ts', take('@finsam/funding'), RANK],
  ['platform imports a room', 'libs/platform/src/planted.ts', take('@finsam/associations'), RANK],
  ['the kernel imports platform', 'libs/kernel/src/planted.ts', take('@finsam/platform'), RANK],
  ['the kernel imports a driver', 'libs/kernel/src/planted.ts', take('pg'), RANK],
  ['the kernel imports from Node', 'libs/kernel/src/planted.ts', take('node:crypto'), IMPORTS],
  ['the nation looks into a record room', 'libs/national/src/planted.ts', take('@finsam/ledger'), RANK],
  ['a room takes another by its path', 'libs/funding/src/planted.ts', take('../../ledger/src/index'), RANK],
  ['a room reaches sideways late', 'libs/funding/src/planted.ts', "export const y = import('@finsam/ledger');\n", RANK],
  ['a room imports a driver', 'libs/ledger/src/planted.ts', take('pg'), RANK],
  ['a room imports what package.json does not name', 'libs/ledger/src/planted.ts', take('busboy'), RANK],
  ['a spec imports sideways', 'libs/funding/src/planted.spec.ts', take('@finsam/ledger'), RANK],
  ['a room imports the list of rooms', 'libs/national/src/planted.ts', take('@finsam/assembly'), RANK],
  ['a library imports an app', 'libs/reporting/src/planted.ts', take('@finsam/api'), RANK],
  ['an app imports another app', 'apps/api/src/planted.ts', take('@finsam/worker'), RANK],
  ['the program uses the test dialect', 'libs/funding/src/planted.ts', take('@finsam/kernel/testing'), IMPORTS],
  ['the program takes a folder of tests', 'libs/platform/src/planted.ts', take('./testing/database'), IMPORTS],
  ['a decider imports the framework', 'libs/funding/src/planted.decider.ts', take('@nestjs/common'), IMPORTS],
  ['a decider imports platform', 'libs/funding/src/planted.decider.ts', take('@finsam/platform'), IMPORTS],
  ['a decider imports a projection', 'libs/funding/src/planted.decider.ts', take('./other.projection'), IMPORTS],
  ['a decider imports late', 'libs/funding/src/planted.decider.ts', "export const y = import('zod');\n", SYNTAX],
  ['an event imports from Node', 'libs/funding/src/planted.events.ts', take('node:fs'), IMPORTS],
  ['a projection imports the framework', 'libs/funding/src/planted.projection.ts', take('@nestjs/common'), IMPORTS],
  ['a projection imports the queue', 'libs/funding/src/planted.projection.ts', take('bullmq'), IMPORTS],
  ['a decider reads the clock', 'libs/funding/src/planted.decider.ts', 'export const y = new Date();\n', SYNTAX],
  [
    'a projection reads the clock',
    'libs/funding/src/a/planted.projection.ts',
    'export const y = Date.now();\n',
    SYNTAX,
  ],
  ['an event throws dice', 'libs/funding/src/planted.events.ts', 'export const y = Math.random();\n', SYNTAX],
  [
    'a decider reads the environment',
    'libs/funding/src/planted.decider.ts',
    'export const y = process.env;\n',
    GLOBALS,
  ],
  ['a report reads the clock', 'libs/reporting/src/planted.ts', 'export const y = Date.now();\n', SYNTAX],
  ['money is read as a float', 'libs/ledger/src/planted.ts', "export const y = parseFloat('1');\n", GLOBALS],
  [
    'the same by another name',
    'libs/ledger/src/p.ts',
    "export const y = Number.parseFloat('1');\n",
    'no-restricted-properties',
  ],
  [
    'a number is printed by locale',
    'libs/reporting/src/planted.ts',
    'export const y = (1).toLocaleString();\n',
    SYNTAX,
  ],
  ['a list is ordered by locale', 'libs/ledger/src/planted.ts', "export const y = 'a'.localeCompare('b');\n", SYNTAX],
  ['a date is printed by locale', 'apps/api/src/planted.ts', 'export const y = new Intl.DateTimeFormat();\n', GLOBALS],
  ['a library writes to the console', 'libs/ledger/src/planted.ts', "console.log('x');\n", 'no-console'],
  ['a line is too long', 'libs/ledger/src/planted.ts', `export const y = '${'x'.repeat(120)}';\n`, 'max-len'],
];

const ALLOWED: Plant[] = [
  ['a record room imports the base', 'libs/funding/src/planted.ts', take('@finsam/associations')],
  ['reporting imports the records', 'libs/reporting/src/planted.ts', take('@finsam/ledger')],
  ['the nation imports what is reported', 'libs/national/src/planted.ts', take('@finsam/reporting')],
  ['the list of rooms imports a room', 'libs/assembly/src/planted.ts', take('@finsam/ledger')],
  ['the kernel imports zod', 'libs/kernel/src/planted.ts', take('zod')],
  ['platform imports a driver', 'libs/platform/src/planted.ts', take('pg')],
  ['an app imports a room', 'apps/api/src/planted.ts', take('@finsam/ledger')],
  ['the command line imports an app', 'apps/cli/src/planted.ts', take('@finsam/worker')],
  ['tests import anything', 'tests/src/planted.ts', take('@finsam/cli')],
  ['a spec uses the test dialect', 'libs/funding/src/planted.spec.ts', take('@finsam/kernel/testing')],
  ['a contract for specs uses it too', 'libs/platform/src/planted.contract.ts', take('./testing/database')],
  ['a spec uses a test library', 'libs/kernel/src/planted.spec.ts', take('fast-check')],
  ['a decider imports its events', 'libs/funding/src/planted.decider.ts', take('./planted.events')],
  ['a decider imports the kernel', 'libs/funding/src/planted.decider.ts', take('@finsam/kernel')],
  ['an event imports a noun', 'libs/funding/src/a/planted.events.ts', take('../money/purpose')],
  ['a projection imports another room of lower rank', 'libs/funding/src/planted.projection.ts', take('@finsam/kernel')],
  [
    'a decider reads a date from text',
    'libs/funding/src/planted.decider.ts',
    "export const y = new Date('2024-01-01');\n",
  ],
  ['platform reads the clock', 'libs/platform/src/planted.ts', 'export const y = Date.now();\n'],
  ['the command line writes to the console', 'apps/cli/src/planted.ts', "console.log('x');\n"],
];

const root = join(__dirname, '../../..');
const plants: Plant[] = [...REFUSED.map(([what, path, text]): Plant => [what, path, text]), ...ALLOWED];
let verdicts: Map<string, string[]>;

beforeAll(() => {
  // Nx starts this spec with a graph at hand; here the configuration must make its own, as for a bare eslint.
  const kept = Object.entries(process.env).filter(([name]) => !name.startsWith('NX_') && name !== 'NODE_OPTIONS');
  const folder = mkdtempSync(join(tmpdir(), 'finsam-boundaries-'));
  const child = spawnSync(process.execPath, [join(__dirname, 'lint-texts.mjs')], {
    cwd: root,
    env: { ...Object.fromEntries(kept), NX_WORKSPACE_DATA_DIRECTORY: folder },
    input: JSON.stringify(plants.map(([, path, text]) => ({ path, text }))),
    encoding: 'utf8',
    timeout: 100_000,
  });
  rmSync(folder, { recursive: true, force: true });
  if (child.status !== 0) throw new Error(`the lint process failed: ${child.stderr}${child.stdout}`);
  const rows = JSON.parse(child.stdout.trim().split('\n').at(-1) ?? '') as { rule: string }[][];
  verdicts = new Map(plants.map(([what], index) => [what, (rows[index] ?? []).map(({ rule }) => rule)]));
}, 120_000);

it.each(REFUSED)('refuses that %s', (what, _path, _text, rule) => expect(verdicts.get(what)).toContain(rule));

it.each(ALLOWED)('lets be that %s', (what) => expect(verdicts.get(what)).toEqual([]));

it('knows the rank of every room', () => {
  const ranks = ['kernel', 'platform', 'base', 'record', 'measure', 'report', 'compare', 'assembly'];
  const manifestOf = (room: string) => join(root, 'libs', room, 'package.json');
  const rooms = readdirSync(join(root, 'libs')).filter((room) => existsSync(manifestOf(room)));
  for (const room of rooms) {
    const tags: string[] = JSON.parse(readFileSync(manifestOf(room), 'utf8')).nx.tags;
    expect(tags).toEqual(expect.arrayContaining(['type:lib', `scope:${room}`]));
    expect(ranks).toContain(tags.find((tag) => tag.startsWith('rank:'))?.slice('rank:'.length));
  }
  expect(rooms).toContain('kernel');
});
