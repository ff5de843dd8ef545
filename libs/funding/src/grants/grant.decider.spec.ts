import { DomainError, fold, ore } from '@finsam/kernel';
import { deciderSpec } from '@finsam/kernel/testing';
import fc from 'fast-check';
import { day, decided } from '../testing';
import { DecideGrant, type GrantCommand, grantDecider } from './grant.decider';
import type { GrantEvent } from './grant.events';
import { leftOre } from './grant-sums';
import { amounts, decide, decision, end, happened, pay, repay, requisition, revise, revision } from './testing';

const { given: past } = deciderSpec(grantDecider);
const given = (...commands: GrantCommand[]) => past(...commands.map(happened));

function pointerTo(command: GrantCommand, ...before: GrantCommand[]): unknown {
  try {
    grantDecider.decide(command, fold(grantDecider, before.map(happened)));
  } catch (error) {
    if (error instanceof DomainError) return error.details.pointer;
  }
  throw new Error('was not refused');
}

describe('a grant', () => {
  it('is decided once', () => {
    given().when(decide()).then(happened(decide()));
    given(decide())
      .when(decide({ conditions: [] }))
      .thenRefused('funding/grant-taken');
  });

  it('is for years within its time, once each', () => {
    given()
      .when(decide({ to: day('2022-12-31') }))
      .thenRefused('funding/grant-ends-before-start');
    given()
      .when(decide({ amounts: amounts([2023, 1], [2023, 2]) }))
      .thenRefused('funding/grant-year-twice');
    for (const year of [2022, 2025]) {
      const outside = decide({ amounts: amounts([2023, 1], [year, 2]) });
      given().when(outside).thenRefused('funding/grant-year-outside');
      expect(pointerTo(outside)).toBe('/amounts/1/year');
    }
  });

  it('is more than nothing, by decision, with at most its whole as deduction', () => {
    const accepts = (changes: object) => DecideGrant.schema.safeParse({ ...decision, ...changes }).success;
    expect([accepts({}), accepts({ generalDeductionBasisPoints: undefined }), accepts({ conditions: [] })]).toEqual([
      true,
      true,
      true,
    ]);
    for (const wrong of [-1, 10_001, 0.5, '1000']) expect(accepts({ generalDeductionBasisPoints: wrong })).toBe(false);
    for (const wrong of [[], amounts([2023, 0]), amounts([2023, -1])]) expect(accepts({ amounts: wrong })).toBe(false);
    expect(accepts({ decision: undefined })).toBe(false);
    for (const line of ['a'.repeat(121), '', 'Gäller 121212-1212']) expect(accepts({ conditions: [line] })).toBe(false);
  });

  it('must be there for anything else', () => {
    for (const command of [revise(), requisition(1), pay(1), repay(1), end()]) {
      given().when(command).thenRefused('funding/unknown-grant');
    }
  });

  it('is revised as a whole, but not below what is asked for or paid', () => {
    given(decide()).when(revise()).then(happened(revise()));
    given(decide(), requisition(60), pay(80), repay(5))
      .when(revise(amounts([2023, 75])))
      .then(happened(revise(amounts([2023, 75]))));
    const before = [decide(), requisition(60), pay(80), repay(5)];
    for (const [list, pointer] of [
      [amounts([2024, 9], [2023, 74]), '/amounts/1/amountOre'],
      [amounts([2024, 200]), '/amounts'],
    ] as const) {
      given(...before)
        .when(revise([...list]))
        .thenRefused('funding/grant-bound');
      expect(pointerTo(revise([...list]), ...before)).toBe(pointer);
    }
  });
});

it('has nothing left of a year that a revision has taken away', () => {
  given(decide(), revise(amounts([2024, 50])))
    .when(requisition(1))
    .thenRefused('funding/more-than-granted');
  given(decide(), revise(amounts([2024, 50])))
    .when(requisition(50, 'requisition-2', 2024))
    .then(happened(requisition(50, 'requisition-2', 2024)));
});

describe('its money', () => {
  it('is asked for up to what is left of the year', () => {
    given(decide(), requisition(60))
      .when(requisition(40, 'requisition-2'))
      .then(happened(requisition(40, 'requisition-2')));
    given(decide(), requisition(60)).when(requisition(41, 'requisition-2')).thenRefused('funding/more-than-granted');
    given(decide())
      .when(requisition(201, 'requisition-2', 2024))
      .thenRefused('funding/more-than-granted');
    given(decide())
      .when(requisition(1, 'requisition-2', 2025))
      .thenRefused('funding/more-than-granted');
    expect(pointerTo(requisition(101), decide())).toBe('/amountOre');
  });

  it('may be paid in advance, and what is asked for afterwards is the same money', () => {
    given(decide(), pay(100))
      .when(requisition(100))
      .then(happened(requisition(100)));
    given(decide(), pay(100)).when(pay(1, 'payment-2')).thenRefused('funding/more-than-granted');
    given(decide(), requisition(100)).when(pay(101)).thenRefused('funding/more-than-granted');
  });

  it('comes back up to what was paid, and may be asked for again', () => {
    given(decide(), requisition(100), pay(100)).when(repay(101)).thenRefused('funding/more-than-paid');
    given(decide(), requisition(100)).when(repay(1)).thenRefused('funding/more-than-paid');
    given(decide(), requisition(100), pay(100), repay(30))
      .when(repay(71, 'repayment-2'))
      .thenRefused('funding/more-than-paid');
    given(decide(), requisition(100), pay(100), repay(30))
      .when(requisition(30, 'requisition-2'))
      .then(happened(requisition(30, 'requisition-2')));
    given(decide(), requisition(100), pay(100), repay(30))
      .when(requisition(31, 'requisition-2'))
      .thenRefused('funding/more-than-granted');
  });

  it('moves once under each id', () => {
    for (const command of [requisition(10), pay(10)]) given(decide()).when(command).then(happened(command));
    given(decide(), pay(10))
      .when(repay(5))
      .then(happened(repay(5)));
    given(decide(), requisition(10)).when(requisition(11)).thenRefused('funding/grant-id-taken');
    given(decide(), requisition(10, 'the-same')).when(pay(10, 'the-same')).thenRefused('funding/grant-id-taken');
  });
});

describe('an ended grant', () => {
  it('ends once, by decision, not before it began', () => {
    given(decide()).when(end()).then(happened(end()));
    given(decide(), end())
      .when(end({ on: day('2024-07-31') }))
      .thenRefused('funding/grant-ended');
    given(decide())
      .when(end({ on: day('2022-12-31') }))
      .thenRefused('funding/grant-ends-before-start');
  });

  it('is neither revised nor asked for, but what was asked for in time is still paid, and may come back', () => {
    const before = [decide(), requisition(60), pay(20), end()];
    given(...before)
      .when(revise())
      .thenRefused('funding/grant-ended');
    given(...before)
      .when(requisition(1, 'requisition-2'))
      .thenRefused('funding/grant-ended');
    given(...before)
      .when(pay(40, 'payment-2'))
      .then(happened(pay(40, 'payment-2')));
    given(...before)
      .when(pay(41, 'payment-2'))
      .thenRefused('funding/grant-ended');
    given(...before)
      .when(repay(20))
      .then(happened(repay(20)));
  });

  it('remembers what it said when it was revised', () => {
    const other = revision(amounts([2024, 10]), { from: day('2024-01-01'), decision: decided('2023-12-15') });
    given(decide(), revise(other.amounts, other))
      .when(end({ on: day('2023-12-31') }))
      .thenRefused('funding/grant-ends-before-start');
  });
});

const some = fc.integer({ min: 1, max: 120 });
const part = fc.integer({ min: 1, max: 50 });
const year = fc.constantFrom(2023, 2024, 2025);
const id = fc.integer({ min: 1, max: 30 }).map((number) => `movement-${number}`);
const command: fc.Arbitrary<GrantCommand> = fc.oneof(
  { weight: 3, arbitrary: fc.tuple(some, some).map(([a, b]) => revise(amounts([2023, a], [2024, b]))) },
  { weight: 6, arbitrary: fc.tuple(part, id, year).map((of) => requisition(...of)) },
  { weight: 6, arbitrary: fc.tuple(part, id, year).map((of) => pay(...of)) },
  { weight: 4, arbitrary: fc.tuple(part, id, year).map((of) => repay(...of)) },
  { weight: 1, arbitrary: fc.constant(end()) },
);

it('never has less than nothing left, whatever is asked of it and in whatever order', () => {
  const met = new Map<string, number>();
  fc.assert(
    fc.property(fc.array(command, { minLength: 5, maxLength: 25 }), (commands) => {
      const events: GrantEvent[] = [happened(decide())];
      for (const asked of commands) {
        try {
          events.push(...grantDecider.decide(asked, fold(grantDecider, events)));
        } catch (error) {
          if (!(error instanceof DomainError)) throw error;
          met.set(error.code, (met.get(error.code) ?? 0) + 1);
        }
        for (const sums of fold(grantDecider, events).years.values()) {
          expect(leftOre(sums)).toBeGreaterThanOrEqual(0);
          expect(sums.repaidOre).toBeLessThanOrEqual(sums.paidOre);
        }
      }
      for (const { type } of events) met.set(type, (met.get(type) ?? 0) + 1);
    }),
    { numRuns: 400 },
  );
  const often = ['GrantRevised', 'GrantRequisitioned', 'GrantPaid', 'GrantRepaid', 'funding/more-than-granted'];
  for (const what of [...often, 'funding/more-than-paid', 'funding/grant-bound', 'funding/grant-ended']) {
    expect([what, (met.get(what) ?? 0) > 20]).toEqual([what, true]);
  }
});

it('has a stream of its own', () => {
  expect(grantDecider.stream(decide())).toBe('grant-grant-1');
  expect(grantDecider.stream(pay(Number(ore(1))))).toBe('grant-grant-1');
});
