export { type RunningService, startService } from './start';
export { readDemos, seedDemo } from './seed';
export { makeReport } from './reports';
export { reconciliationAs } from './avstam';
export { makeDemoReport, publishDemoReport } from './demo';
