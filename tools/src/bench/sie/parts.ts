// The parts of `npm run bench -- sie`, in the order they run.
import type { Parts } from '../log/parts';
import { benchSieFiles } from './files';
import { benchSieImport } from './import';

export const sieParts: Parts = [
  { name: 'files', run: benchSieFiles },
  { name: 'import', run: benchSieImport },
];
