// Files of contributions, budgets and forecasts, in a year of their own.
import type { Example } from './example';

const params = { year: '2026' };
const csv = (...lines: string[]) => lines.map((line) => `${line}\r\n`).join('');
const fileOf = (text: string, other: string) => ({ type: 'text/csv', text, other });
const decided = 'body=styrelse&on=2025-11-21&paragraph=7';

export const exampleImports: readonly Example[] = [
  {
    operation: 'funding.import-contributions',
    params,
    query: decided,
    body: {},
    other: {},
    file: fileOf(
      csv('medlem;belopp;förfaller 1;förfaller 2', 'staten;1 200 000,50;2026-01-31;2026-07-31'),
      csv('medlem;belopp', 'staten;1 100 000'),
    ),
  },
  {
    operation: 'funding.import-budget',
    params,
    query: decided,
    body: {},
    other: {},
    file: fileOf(
      csv('verksamhet;slag;medlem;budget;plan år 2', 'kansli;kostnad;;700 000;720 000', 'kansli;bidrag;staten;9;9'),
      csv('verksamhet;slag;budget', 'kansli;kostnad;700 000'),
    ),
  },
  {
    operation: 'funding.import-forecast',
    params,
    query: 'asOf=2026-06-30',
    body: {},
    other: {},
    file: fileOf(
      csv('verksamhet;slag;belopp;motivering', 'kansli;kostnad;650 000;En tjänst är vakant till hösten'),
      csv('verksamhet;slag;belopp', 'kansli;kostnad;640 000'),
    ),
  },
];

const template = { params, query: 'format=csv' };

export const readImports = {
  'funding.contributions-template': template,
  'funding.budget-template': template,
  'funding.forecast-template': { params, query: 'format=xlsx' },
};
