import { projectionSpec } from '@finsam/kernel/testing';
import { budgetVersions } from './budget/budget-version.projection';
import { agreedContributions } from './contributions/contributions.projection';
import { forecastVersions } from './forecast/forecast-version.projection';
import { adopted, agreed, agreedIn, day, decided, foreseen, post, posts, promised } from './testing';

it('holds every version of a budget and of a forecast, post by post', () => {
  const smaller = [post('kansli', 'kostnad', 1)];
  const planned = posts.map(({ member = null, ...rest }) => ({ ...rest, member }));
  const one = { activity: 'kansli', kind: 'kostnad', member: null, amountOre: 1 };
  const budget = { fiscal_year: 2024, opening_equity_ore: null, plan: [], decision: adopted().data.decision };
  projectionSpec(budgetVersions)
    .given(adopted(), foreseen('2024-06-30'), adopted(smaller, decided('2024-03-15')))
    .then({ ...budget, posts: planned }, { ...budget, posts: [one], decision: decided('2024-03-15') });
  const unsaid = { method: null, derivedOre: null, reason: null };
  const forecast = { fiscal_year: 2024, as_of: day('2024-06-30') };
  projectionSpec(forecastVersions)
    .given(foreseen('2024-06-30', smaller), adopted(), foreseen('2024-06-30'))
    .then(
      { ...forecast, posts: [{ ...one, ...unsaid }] },
      { ...forecast, posts: planned.map((of) => ({ ...of, ...unsaid })) },
    );
});

it('holds what each member has last agreed to pay each year, and when where that is said', () => {
  const row = { fiscal_year: 2024, member_id: 'osterby', amount_ore: 70, instalments: null };
  projectionSpec(agreedContributions)
    .given(
      agreed('osterby', 100),
      agreedIn(promised('vasterby', 50, ['2024-01-31', 20], ['2024-07-31', 30])),
      agreed('osterby', 110, decided('2024-11-22'), 2025),
      agreed('osterby', 70, decided('2024-03-15')),
    )
    .then(
      row,
      {
        ...row,
        member_id: 'vasterby',
        amount_ore: 50,
        instalments: [
          { dueOn: day('2024-01-31'), amountOre: 20 },
          { dueOn: day('2024-07-31'), amountOre: 30 },
        ],
      },
      { ...row, fiscal_year: 2025, amount_ore: 110 },
    );
});
