// The columns of the files that contributions, budgets and forecasts are imported from, as an ekonom names them.
import { cellForms } from '@finsam/platform';

const { amount, code, day, line, positiveAmount } = cellForms;

const member = { heading: 'medlem', form: code, needed: true } as const;
/** What a plan counts by; a member only where it is a member's. */
const post = {
  activity: { heading: 'verksamhet', form: code, needed: true },
  kind: { heading: 'slag', form: code, needed: true },
  member: { ...member, needed: false },
} as const;

export const contributionColumns = {
  member,
  amountOre: { heading: 'belopp', form: positiveAmount, needed: true },
  dueOn: { heading: 'förfaller', form: day, needed: false, repeated: true },
} as const;

export const budgetColumns = {
  ...post,
  budgetOre: { heading: 'budget', form: amount, needed: 'heading' },
  secondOre: { heading: 'plan år 2', form: amount, needed: false },
  thirdOre: { heading: 'plan år 3', form: amount, needed: false },
} as const;

export const forecastColumns = {
  ...post,
  amountOre: { heading: 'belopp', form: amount, needed: true },
  reason: { heading: 'motivering', form: line, needed: false },
} as const;
