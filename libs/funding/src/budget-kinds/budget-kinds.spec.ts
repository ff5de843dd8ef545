import { DomainError, fold } from '@finsam/kernel';
import { deciderSpec, projectionSpec } from '@finsam/kernel/testing';
import { adoptKinds, decided, kinds } from '../testing';
import { AdoptBudgetKinds, budgetKindsDecider } from './budget-kinds.decider';
import { BudgetKindsAdopted } from './budget-kinds.events';
import { budgetKinds } from './budget-kinds.projection';

const { given } = deciderSpec(budgetKindsDecider);
const adopted = (list = kinds) => BudgetKindsAdopted({ kinds: [...list] });

it('are adopted once, in their order, with or without a decision', () => {
  given().when(adoptKinds()).then(adopted());
  given(adopted()).when(adoptKinds()).thenNothing();
  const turned = [...kinds].reverse();
  given(adopted()).when(adoptKinds(turned)).then(adopted(turned));
  const decision = decided('2023-11-24');
  given(adopted())
    .when(AdoptBudgetKinds({ kinds: [...kinds], decision }))
    .then(BudgetKindsAdopted({ kinds: [...kinds], decision }));
});

it('are each in the list once', () => {
  const twice = adoptKinds([...kinds, { ...kinds[0]!, label: 'Bidrag igen' }]);
  given().when(twice).thenRefused('funding/kind-twice');
  try {
    budgetKindsDecider.decide(twice, fold(budgetKindsDecider, []));
  } catch (error) {
    expect((error as DomainError).message).toBe('Slaget bidrag står två gånger.');
    expect((error as DomainError).details.pointer).toBe('/kinds/3/kind');
  }
});

it('say whether they are income, cost or opening equity, and which accounts fall on them', () => {
  const accepts = (changes: object) =>
    AdoptBudgetKinds.schema.safeParse({ kinds: [{ ...kinds[0]!, ...changes }] }).success;
  expect(accepts({})).toBe(true);
  expect(accepts({ accounts: undefined })).toBe(true);
  expect(accepts({ side: 'opening-equity', accounts: undefined })).toBe(true);
  // Equity is not booked during the year, so no account can fall on it.
  expect(accepts({ side: 'opening-equity' })).toBe(false);
  for (const side of ['intakt', undefined, null]) expect(accepts({ side })).toBe(false);
  for (const range of [[3599, 3500], [999, 3500], [3500], [3500, 10_000]]) {
    expect(accepts({ accounts: [range] })).toBe(false);
  }
  expect(accepts({ accounts: [] })).toBe(false);
});

it('stand as they were adopted last', () => {
  const last = kinds.slice(1);
  projectionSpec(budgetKinds)
    .given(adopted(), BudgetKindsAdopted({ kinds: [...last], decision: decided('2024-03-15') }))
    .then({ kinds: last, decision: decided('2024-03-15') });
  projectionSpec(budgetKinds).given(adopted()).then({ kinds, decision: null });
});

it('have one stream', () => {
  expect(budgetKindsDecider.stream(adoptKinds())).toBe('budget-kinds');
});
