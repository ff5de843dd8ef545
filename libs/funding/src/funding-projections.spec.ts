import { projectionSpec } from '@finsam/kernel/testing';
import { plans } from './budget/plan.projection';
import { agreedContributions } from './contributions/contributions.projection';
import { adopted, agreed, day, decided, foreseen, post, posts } from './testing';

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

it('holds what each member has last agreed to pay each year', () => {
  projectionSpec(agreedContributions)
    .given(
      agreed('osterby', 100),
      agreed('vasterby', 50),
      agreed('osterby', 110, decided('2024-11-22'), 2025),
      agreed('osterby', 70, decided('2024-03-15')),
    )
    .then(
      { fiscal_year: 2024, member_id: 'osterby', amount_ore: 70 },
      { fiscal_year: 2024, member_id: 'vasterby', amount_ore: 50 },
      { fiscal_year: 2025, member_id: 'osterby', amount_ore: 110 },
    );
});
