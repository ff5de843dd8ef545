import { DomainError, ore, ORE_LIMIT } from '@finsam/kernel';
import { deciderSpec } from '@finsam/kernel/testing';
import { adopt, adopted, budget, decided, facts, post, posts } from '../testing';
import { AdoptBudget, budgetDecider } from './budget.decider';
import { BudgetAdopted } from './budget.events';
import { checkPosts } from './budget-post';

const { given } = deciderSpec(budgetDecider);

describe('a budget', () => {
  it('is adopted once, without the facts it was decided on', () => {
    given().when(adopt()).then(adopted());
    given(adopted()).when(adopt()).thenNothing();
  });

  it('is replaced as a whole by a later decision, and may come back', () => {
    const revised = [posts, decided('2024-03-15')] as const;
    given(adopted())
      .when(adopt(posts.slice(1)))
      .then(adopted(posts.slice(1)));
    given(adopted())
      .when(adopt(...revised))
      .then(adopted(...revised));
    given(adopted(), adopted(...revised))
      .when(adopt())
      .then(adopted());
  });

  it('is one for each year', () => {
    expect(budgetDecider.stream(adopt())).toBe('budget-2024');
    expect(budgetDecider.stream(adopt(posts, decided('2024-11-22'), 2025))).toBe('budget-2025');
  });

  it('may say its opening equity and a plan for two years more, one by one', () => {
    const plan = (...years: number[]) => years.map((year) => ({ year, posts }));
    const planned = (...years: number[]) =>
      AdoptBudget({ ...budget(), openingEquityOre: ore(-5), plan: plan(...years), facts });
    given()
      .when(planned(2025, 2026))
      .then(BudgetAdopted({ ...budget(), openingEquityOre: ore(-5), plan: plan(2025, 2026) }));
    given(adopted())
      .when(planned(2025))
      .then(BudgetAdopted({ ...budget(), openingEquityOre: ore(-5), plan: plan(2025) }));
    for (const years of [[2024], [2026], [2025, 2027], [2025, 2025]]) {
      given()
        .when(planned(...years))
        .thenRefused('funding/plan-not-consecutive');
    }
    for (const wrong of [plan(), plan(2025, 2026, 2027)]) {
      expect(AdoptBudget.schema.safeParse({ ...budget(), facts, plan: wrong }).success).toBe(false);
    }
  });

  it('has plan years whose posts are as those of a budget', () => {
    const command = AdoptBudget({ ...budget(), plan: [{ year: 2025, posts: [...posts, posts[0]!] }], facts });
    given().when(command).thenRefused('funding/post-twice');
    try {
      budgetDecider.decide(command, budgetDecider.initialState());
    } catch (error) {
      expect((error as DomainError).details.pointer).toBe('/plan/0/posts/4');
    }
  });

  it('is refused whole when one post is wrong', () => {
    given()
      .when(adopt([...posts, posts[0]!]))
      .thenRefused('funding/post-twice');
    given()
      .when(adopt([post('kansli', 'bidrag', 1, 'norrby')]))
      .thenRefused('funding/unknown-member');
  });

  it('has posts, each on an activity and of a kind, in whole öre', () => {
    const accepts = (changes: object) => AdoptBudget.schema.safeParse({ ...budget(), facts, ...changes }).success;
    expect(accepts({})).toBe(true);
    // A plan may be for less than nothing, as when a cost is paid back.
    expect(accepts({ posts: [post('kansli', 'kostnad', -100)] })).toBe(true);
    for (const wrong of [
      [],
      [{ ...posts[0], amountOre: 0.5 }],
      [{ ...posts[0], amountOre: '1' }],
      [{ ...posts[0], x: 1 }],
    ]) {
      expect(accepts({ posts: wrong })).toBe(false);
    }
    expect(accepts({ posts: Array.from({ length: 1_001 }, (_, n) => post(`a${n}`, 'kostnad', 1)) })).toBe(false);
    expect(accepts({ decision: undefined })).toBe(false);
    expect(accepts({ year: 1989 })).toBe(false);
  });
});

describe('the posts of a plan', () => {
  const answer = (...list: typeof posts) => {
    try {
      checkPosts(list, facts.members);
    } catch (error) {
      if (error instanceof DomainError) return [error.code, error.status, error.details.pointer];
      throw error;
    }
    return [];
  };

  it('stand once each: an activity, a kind and a member', () => {
    expect(answer(...posts)).toEqual([]);
    expect(answer(post('kansli', 'bidrag', 1), post('kansli', 'bidrag', 1, 'osterby'))).toEqual([]);
    expect(answer(...posts, post('stegen', 'kostnad', 7))).toEqual(['funding/post-twice', 422, '/posts/4']);
    expect(answer(...posts, post('kansli', 'bidrag', 7, 'osterby'))).toEqual(['funding/post-twice', 422, '/posts/4']);
  });

  it('name members that there are', () => {
    const unknown = post('kansli', 'bidrag', 1, 'norrby');
    expect(answer(posts[0]!, unknown)).toEqual(['funding/unknown-member', 422, '/posts/1/member']);
  });

  it('can be summed', () => {
    const heavy = (count: number) => Array.from({ length: count }, (_, n) => post(`a${n}`, 'kostnad', ORE_LIMIT));
    expect(answer(...heavy(1))).toEqual([]);
    expect(answer(...heavy(1), post('kansli', 'kostnad', -1))).toEqual(['funding/too-large', 422, '/posts']);
    expect(answer(...heavy(1_000))).toEqual(['funding/too-large', 422, '/posts']);
  });
});
