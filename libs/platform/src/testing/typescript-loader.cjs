// Lets a thread that a spec starts load our TypeScript, as jest does for the spec itself.
const { readFileSync } = require('node:fs');
const { transformSync } = require('@swc/core');

require.extensions['.ts'] = (module, filename) => {
  const { code } = transformSync(readFileSync(filename, 'utf8'), {
    filename,
    swcrc: false,
    module: { type: 'commonjs' },
    jsc: { target: 'es2023', keepClassNames: true, parser: { syntax: 'typescript' } },
  });
  module._compile(code, filename);
};
