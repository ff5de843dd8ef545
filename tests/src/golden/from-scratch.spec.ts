// The golden tables without a database: what the demo's events say by themselves.
import { readDemo, SLUGS } from './demo/demo-files';
import { fromScratch } from './from-scratch';
import { goldenText, tablesText } from './golden-files';

it.each(SLUGS)('%s folds to its golden file', (slug) => {
  expect(tablesText(fromScratch(readDemo(slug)))).toBe(goldenText(slug));
});
