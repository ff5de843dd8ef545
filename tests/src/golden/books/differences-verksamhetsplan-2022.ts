// Every place where our table and the two of Verksamhetsplan 2022, Södra Vätterbygden, differ.
import { type Difference, listed } from '../finding';
import { DOCUMENT } from './printed-verksamhetsplan-2022';

export const differences: readonly Difference[] = listed([
  {
    slug: DOCUMENT,
    audit: 'new',
    kind: 'label',
    reason: 'a column of the layout is a budget’s; a plan year is shown through it',
    cells: {
      'budget-och-plan/head/plan-2023': ['Plan 2023', 'Budget 2023'],
      'budget-och-plan/head/plan-2024': ['Plan 2024', 'Budget 2024'],
    },
  },
]);
