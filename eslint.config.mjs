// What a machine can hold of our style: who may import whom (rank), what a file may know (suffix),
// and nothing that depends on the machine it runs on. tools/src/boundaries plants a violation of each rule.
import { createProjectGraphAsync, readCachedProjectGraph } from '@nx/devkit';
import nx from '@nx/eslint-plugin';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

await ensureProjectGraph();

const SLICES = ['base', 'record', 'measure', 'report', 'compare'];
const SPECS = ['**/*.spec.ts', '**/*.contract.ts', '**/testing.ts', '**/testing/**/*.ts'];
const PURE = ['libs/*/src/**/*.events.ts', 'libs/*/src/**/*.decider.ts'];
const PROJECTIONS = ['libs/*/src/**/*.projection.ts'];

/** Which ranks each rank may import: downwards only, never sideways, and the nation sees only what is reported. */
const RANKS = {
  kernel: [],
  platform: ['kernel'],
  base: ['kernel', 'platform'],
  record: ['kernel', 'platform', 'base'],
  measure: ['kernel', 'platform', 'base', 'record'],
  report: ['kernel', 'platform', 'base', 'record', 'measure'],
  compare: ['kernel', 'platform', 'report'],
  // Not a slice: the one list of all rooms, for the processes that serve, fold and work for each of them.
  assembly: ['kernel', 'platform', 'base', 'record', 'measure', 'report', 'compare'],
};

/** `packages` also holds npm packages to their rooms; specs are held to the ranks alone. */
function boundaries({ packages }) {
  const kernel = packages ? { allowedExternalImports: ['zod'] } : {};
  const slice = packages ? { bannedExternalImports: ['pg', 'pg-*', 'ioredis', '@kurrent/*', '@eventstore/*'] } : {};
  const ranks = Object.entries(RANKS).map(([rank, below]) => ({
    sourceTag: `rank:${rank}`,
    onlyDependOnLibsWithTags: below.map((lower) => `rank:${lower}`),
    ...(rank === 'kernel' ? kernel : SLICES.includes(rank) ? slice : {}),
  }));
  const options = {
    allow: [],
    banTransitiveDependencies: packages,
    // Loading a library late is a matter of start-up time, not of rank.
    checkDynamicDependenciesExceptions: ['^@finsam/'],
    depConstraints: [
      ...ranks,
      { sourceTag: 'type:app', onlyDependOnLibsWithTags: ['type:lib', 'type:app'] },
      ...['api', 'projector', 'worker'].map((app) => ({
        sourceTag: `scope:${app}`,
        onlyDependOnLibsWithTags: ['type:lib'],
      })),
      { sourceTag: 'type:test', onlyDependOnLibsWithTags: ['*'] },
      { sourceTag: 'type:tool', onlyDependOnLibsWithTags: ['*'] },
    ],
  };
  return { '@nx/enforce-module-boundaries': ['error', options] };
}

const TEST_DIALECT = {
  regex: '(?:^@finsam/[a-z]+|^\\.{1,2}(?:/.*)?)/testing(?:/|$)',
  message: 'Test words are for specs.',
};
const KERNEL_ONLY = { regex: '^(?!zod$|\\.{1,2}/)', message: 'The kernel imports zod and itself, nothing else.' };
const PURE_ONLY = {
  regex: '^(?!(?:@finsam/kernel|zod)$|\\.{1,2}/)',
  message: 'Events and deciders import @finsam/kernel, zod and their neighbours, nothing else.',
};
const PURE_NEIGHBOUR = {
  regex: '^\\.{1,2}/.*\\.(?:projection|http|job|module)(?:\\.js)?$',
  message: 'A decider knows events and pure nouns, not who reads, serves or schedules them.',
};
const NO_FRAMEWORK = {
  regex: '^(?:@nestjs/|(?:bullmq|pg|express)(?:/|$))',
  message: 'A projection is a pure fold: no framework, no driver.',
};
const imports = (...patterns) => ({ 'no-restricted-imports': ['error', { patterns }] });

const MACHINE = [
  {
    selector: ':matches(MemberExpression[property.name=/^toLocale/], MemberExpression[property.value=/^toLocale/])',
    message: 'Numbers and dates are printed by our own functions: a locale differs between machines.',
  },
  {
    selector: 'CallExpression[callee.property.name="localeCompare"]',
    message: 'Order by code units or by our own key: collation differs between machines.',
  },
];
const CLOCK = [
  {
    selector: ':matches(NewExpression[callee.name="Date"][arguments.length=0], CallExpression[callee.name="Date"])',
    message: 'Time comes in with the command, the event or the order of a report.',
  },
  {
    selector: 'MemberExpression[object.name="Date"][property.name="now"]',
    message: 'Time comes in with the command, the event or the order of a report.',
  },
  {
    selector: 'MemberExpression[object.name="Math"][property.name="random"]',
    message: 'The same input gives the same output: ids come in with the command.',
  },
];
const LATE = [{ selector: 'ImportExpression', message: 'A pure file imports at its head.' }];
const syntax = (...selectors) => ({ 'no-restricted-syntax': ['error', ...selectors] });

const SAME_EVERYWHERE = [
  { name: 'parseFloat', message: 'Money is integer ore: read digits with the kernel.' },
  { name: 'Intl', message: 'Numbers and dates are printed by our own functions.' },
];
const OUTSIDE_WORLD = ['process', 'crypto', 'performance', 'fetch', 'setTimeout', 'setInterval'].map((name) => ({
  name,
  message: 'A pure file knows nothing of the world around it.',
}));
const globals = (...names) => ({ 'no-restricted-globals': ['error', { globals: names, checkGlobalObject: true }] });

export default defineConfig(
  { ignores: ['**/dist/', '**/node_modules/', '**/coverage/', '.nx/', '.finsam/', '**/*.cjs'] },
  ...tseslint.configs.recommended,
  {
    files: ['**/*.ts', '**/*.mjs'],
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'max-len': ['error', { code: 120, ignoreUrls: true }],
      'no-console': 'error',
      'no-constant-binary-expression': 'error',
      'no-control-regex': 'error',
      'no-loss-of-precision': 'error',
      'no-self-compare': 'error',
      'no-unsafe-finally': 'error',
      'no-unsafe-optional-chaining': 'error',
      'no-restricted-properties': [
        'error',
        { object: 'Number', property: 'parseFloat', message: 'Money is integer ore.' },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      ...syntax(...MACHINE),
      ...globals(...SAME_EVERYWHERE),
    },
  },
  { files: ['apps/cli/**', 'tools/**'], rules: { 'no-console': 'off' } },
  { files: ['**/*.ts'], plugins: { '@nx': nx }, rules: boundaries({ packages: true }) },
  { files: ['libs/*/src/**/*.ts', 'apps/*/src/**/*.ts'], ignores: SPECS, rules: imports(TEST_DIALECT) },
  { files: ['libs/kernel/src/**/*.ts'], ignores: SPECS, rules: imports(KERNEL_ONLY, TEST_DIALECT) },
  { files: ['libs/reporting/src/**/*.ts'], ignores: SPECS, rules: syntax(...MACHINE, ...CLOCK) },
  { files: PURE, rules: imports(PURE_ONLY, PURE_NEIGHBOUR, TEST_DIALECT) },
  { files: PROJECTIONS, rules: imports(NO_FRAMEWORK, TEST_DIALECT) },
  {
    files: [...PURE, ...PROJECTIONS],
    rules: { ...syntax(...MACHINE, ...CLOCK, ...LATE), ...globals(...SAME_EVERYWHERE, ...OUTSIDE_WORLD) },
  },
  { files: SPECS, rules: boundaries({ packages: false }) },
);

/**
 * Without a project graph the boundary rule skips itself and everything is green. Nx has just made one for its own
 * tasks; any other start (an editor, a bare eslint, a spec) makes a fresh one here.
 */
async function ensureProjectGraph() {
  if (process.env.NX_TASK_TARGET_PROJECT) {
    try {
      readCachedProjectGraph();
      return;
    } catch {
      // No graph in the cache after all: make one.
    }
  }
  process.env.NX_DAEMON = 'false';
  await createProjectGraphAsync();
}
