import { projectionSpec } from '@finsam/kernel/testing';
import { plans } from './budget/plan.projection';
import { agreedContributions } from './contributions/contributions.projection';
import { adopted, agreed, agreedIn, day, decided, foreseen, post, posts, promised } from './testing';

describe('the plans', () => {
  const { given } = projectionSpec(plans);
  const planned = posts.map(({ member = null, ...rest }) => ({ ...rest, member }));
  const row = { plan: 'budget', fiscal_year: 2024, as_of: null, posts: planned };
  const others = [post('kansli', 'kostnad', 1)];

  it('hold the latest budget of each year, post by post', () => {
    given(adopted(), adopted(posts, decided('2024-11-22'), 2025), adopted(others, decided('2024-03-15'))).then(
      { ...row, posts: [{ activity: 'kansli', kind: 'kostnad', member: null, amountOre: 1 }] },
      { ...row, fiscal_year: 2025 },
    );
  });

  it('hold the latest forecast of each reporting date, beside the budget', () => {
    given(adopted(), foreseen('2024-06-30', others), foreseen('2024-08-31'), foreseen('2024-06-30')).then(
      row,
      { ...row, plan: 'forecast', as_of: day('2024-06-30') },
      { ...row, plan: 'forecast', as_of: day('2024-08-31') },
    );
  });
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
