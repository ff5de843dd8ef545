import { DomainError, fold } from '@finsam/kernel';
import { deciderSpec } from '@finsam/kernel/testing';
import { agree, agreeAll, agreed, agreedIn, decided, facts, promise, promised } from '../testing';
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

describe('several agreements by one decision', () => {
  const osterby = promised('osterby', 100, ['2024-01-31', 40], ['2024-07-31', 60]);
  const vasterby = promised('vasterby', 50);

  it('are one event for each member, in the order given', () => {
    given()
      .when(agreeAll([osterby, vasterby]))
      .then(agreedIn(osterby), agreedIn(vasterby));
  });

  it('leave out what is agreed already', () => {
    given(agreed('vasterby', 50))
      .when(agreeAll([osterby, vasterby]))
      .then(agreedIn(osterby));
    given(agreedIn(promised('osterby', 100)))
      .when(agreeAll([osterby]))
      .then(agreedIn(osterby));
  });

  it('are all refused when one is wrong, and it is told which', () => {
    const pointerOf = (...list: Parameters<typeof agreeAll>[0]) => {
      try {
        contributionsDecider.decide(agreeAll(list), fold(contributionsDecider, []));
      } catch (error) {
        return [(error as DomainError).code, (error as DomainError).details.pointer];
      }
      return [];
    };
    expect(pointerOf(osterby, promised('norrby', 1))).toEqual(['funding/unknown-member', '/agreements/1/memberId']);
    expect(pointerOf(vasterby, vasterby)).toEqual(['funding/member-twice', '/agreements/1/memberId']);
    const short = promised('osterby', 100, ['2024-01-31', 99]);
    expect(pointerOf(vasterby, short)).toEqual(['funding/instalments-not-the-whole', '/agreements/1/instalments']);
  });
});

describe('the instalments of a contribution', () => {
  const asked = (...parts: (readonly [string, number])[]) => {
    const { memberId, amountOre, instalments } = promised('osterby', 100, ...parts);
    return AgreeContribution({ ...promise(memberId, amountOre), ...(instalments && { instalments }), facts });
  };

  it('are the whole of it', () => {
    const parts = [['2024-01-31', 40], ['2024-07-31', 60]] as const; // prettier-ignore
    given()
      .when(asked(...parts))
      .then(agreedIn(promised('osterby', 100, ...parts)));
    given()
      .when(asked(['2024-01-31', 40], ['2024-07-31', 61]))
      .thenRefused('funding/instalments-not-the-whole');
  });

  it('come one after another, each on its own day', () => {
    for (const second of ['2024-01-31', '2024-01-30']) {
      given()
        .when(asked(['2024-01-31', 40], [second, 60]))
        .thenRefused('funding/instalments-out-of-order');
    }
  });

  it('fall due in the year, or within half a year of it', () => {
    for (const dueOn of ['2023-07-01', '2025-06-30']) {
      given()
        .when(asked([dueOn, 100]))
        .then(agreedIn(promised('osterby', 100, [dueOn, 100])));
    }
    for (const dueOn of ['2023-06-30', '2025-07-01']) {
      given()
        .when(asked([dueOn, 100]))
        .thenRefused('funding/due-far-from-year');
    }
  });
});
