// Pure words need no database.
module.exports = {
  ...require('../../jest.preset.cjs'),
  rootDir: __dirname,
  globalSetup: undefined,
  globalTeardown: undefined,
};
