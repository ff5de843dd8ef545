import { DomainError, fold } from '@finsam/kernel';
import { deciderSpec } from '@finsam/kernel/testing';
import { agree, agreed, decided, facts, promise } from '../testing';
import { AgreeContribution, contributionsDecider } from './contributions.decider';

const { given } = deciderSpec(contributionsDecider);

it('is agreed once, without the facts it was decided on', () => {
  given().when(agree('osterby', 100)).then(agreed('osterby', 100));
  given(agreed('osterby', 100)).when(agree('osterby', 100)).thenNothing();
});

it('is replaced by a later decision, member by member', () => {
  const past = [agreed('osterby', 100), agreed('vasterby', 50)] as const;
  const later = [70, decided('2024-03-15')] as const;
  given(...past)
    .when(agree('osterby', ...later))
    .then(agreed('osterby', ...later));
  given(...past, agreed('osterby', ...later))
    .when(agree('vasterby', 50))
    .thenNothing();
  given(...past, agreed('osterby', ...later))
    .when(agree('osterby', 100))
    .then(agreed('osterby', 100));
});

it('comes from a member that pays', () => {
  const unknown = agree('norrby', 100);
  given().when(unknown).thenRefused('funding/unknown-member');
  try {
    contributionsDecider.decide(unknown, fold(contributionsDecider, []));
  } catch (error) {
    expect(error).toMatchObject({ status: 422, details: { pointer: '/memberId', member: 'norrby' } });
    expect((error as DomainError).message).toBe('norrby är inte en betalande medlem i förbundet.');
  }
});

it('is more than nothing, in whole öre, by decision', () => {
  const accepts = (changes: object) =>
    AgreeContribution.schema.safeParse({ ...promise('osterby', 100), facts, ...changes }).success;
  expect(accepts({})).toBe(true);
  for (const amountOre of [0, -1, 0.5, '100', 1e15, null]) expect(accepts({ amountOre })).toBe(false);
  for (const year of [1989, 2200, 2024.5, '2024']) expect(accepts({ year })).toBe(false);
  expect(accepts({ decision: undefined })).toBe(false);
  expect(accepts({ paidOn: '2024-01-31' })).toBe(false);
});

it('has a stream for each year', () => {
  expect(contributionsDecider.stream(agree('osterby', 100))).toBe('contributions-2024');
});
