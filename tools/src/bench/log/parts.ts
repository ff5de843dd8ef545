// The parts of `npm run bench -- log`, in the order they run.
import type { Figure } from '../figure';
import type { World } from '../world';
import { benchAppends } from './appends';
import { benchBatches } from './batches';
import { benchFolding } from './folding';
import { benchHotLog } from './hot-log';
import { benchIsolation } from './isolation';
import { benchMemory } from './memory';
import { benchReading } from './reading';
import { benchVisible } from './visible';

export type Parts = readonly {
  readonly name: string;
  /** Runs only when it is named: it takes long. */
  readonly asked?: boolean;
  run(world: World): Promise<Figure[]>;
}[];

export const logParts: Parts = [
  { name: 'appends', run: benchAppends },
  { name: 'hot', run: benchHotLog },
  { name: 'batches', run: benchBatches },
  { name: 'isolation', run: benchIsolation },
  { name: 'reading', run: benchReading },
  { name: 'folding', run: benchFolding },
  { name: 'http', run: benchVisible },
  { name: 'memory', asked: true, run: benchMemory },
];
