// Jest in CommonJS mode: our TypeScript and the ESM-only packages are compiled by swc, so no
// --experimental-vm-modules is needed and Node 20, 22 and 24 behave alike.
const ESM_ONLY = [
  '@nestjs',
  'kysely',
  'es-toolkit',
  'file-type',
  'strtok3',
  'token-types',
  'uint8array-extras',
  '@tokenizer',
  '@borewit',
];
const swc = {
  swcrc: false,
  sourceMaps: 'inline',
  isModule: 'unknown',
  module: { type: 'commonjs' },
  jsc: {
    target: 'es2023',
    keepClassNames: true,
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
  },
};
module.exports = {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/src/**/*.spec.ts'],
  transform: { '^.+\\.(ts|js|mjs)$': [require.resolve('@swc/jest'), swc] },
  transformIgnorePatterns: [`/node_modules/(?!(${ESM_ONLY.join('|')})/)`],
  moduleFileExtensions: ['ts', 'js', 'mjs', 'cjs', 'json', 'node'],
  // Specs that end in .int.spec.ts run on a real PostgreSQL, started for the run.
  globalSetup: require.resolve('./libs/platform/src/testing/global-setup.ts'),
  globalTeardown: require.resolve('./libs/platform/src/testing/global-teardown.ts'),
  testEnvironmentOptions: { customExportConditions: ['@finsam/source', 'node', 'node-addons'] },
};
