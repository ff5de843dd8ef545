import { businessDate, ore } from '@finsam/kernel';
import fc from 'fast-check';
import { assumptionsOf } from './assumptions';
import { type DueContribution, liquidity, type LiquidityInput, type Plan } from './liquidity';

const plan = (
  changes: Partial<Record<keyof Omit<Plan, 'contributions'>, number>> = {},
  ...contributions: DueContribution[]
) =>
  ({
    remainingIncomeOre: ore(changes.remainingIncomeOre ?? 0),
    remainingCostOre: ore(changes.remainingCostOre ?? 0),
    claimsOre: ore(changes.claimsOre ?? 0),
    debtsOre: ore(changes.debtsOre ?? 0),
    contributions,
  }) satisfies Plan;
const due = (
  agreed: number,
  booked = 0,
  instalments: (readonly [dueOn: string, amount: number])[] | null = null,
): DueContribution => ({
  memberId: 'staten',
  agreedOre: ore(agreed),
  bookedOre: ore(booked),
  instalments: instalments?.map(([on, of]) => ({ dueOn: businessDate(on), amountOre: ore(of) })) ?? null,
});
const flow = (inOre: number, outOre: number) => ({ inOre: ore(inOre), outOre: ore(outOre) });
const reckoned = (changes: Partial<LiquidityInput>) =>
  liquidity({ year: 2024, openingOre: ore(0), booked: [], plan: plan(), ...changes });
const ins = (changes: Partial<LiquidityInput>) => reckoned(changes).months.map(({ inOre }) => inOre);
const nothing = (count: number) => Array.from({ length: count }, () => 0);

it('goes from the opening balance by what is booked, and from there by the plan', () => {
  const { months } = reckoned({
    openingOre: ore(100),
    booked: [flow(50, 20), flow(0, 30)],
    plan: plan({ remainingCostOre: 100 }),
  });
  expect(months.slice(0, 4)).toEqual([
    { month: '2024-01', basis: 'outcome', inOre: 50, outOre: 20, closingOre: 130 },
    { month: '2024-02', basis: 'outcome', inOre: 0, outOre: 30, closingOre: 100 },
    { month: '2024-03', basis: 'plan', inOre: 0, outOre: 10, closingOre: 90 },
    { month: '2024-04', basis: 'plan', inOre: 0, outOre: 10, closingOre: 80 },
  ]);
  expect(months.at(-1)).toMatchObject({ month: '2024-12', closingOre: 0 });
});

it('names the first month that ends below zero, and the lowest of all', () => {
  const low = reckoned({
    openingOre: ore(50),
    plan: plan({ remainingCostOre: 120 }, due(80, 0, [['2024-10-15', 80]])),
  });
  expect([low.firstBelowZero, low.minimum]).toEqual(['2024-06', { month: '2024-09', closingOre: -40 }]);
  const enough = reckoned({ openingOre: ore(120), plan: plan({ remainingCostOre: 120 }) });
  expect([enough.firstBelowZero, enough.minimum]).toEqual([null, { month: '2024-12', closingOre: 0 }]);
  expect(reckoned({}).minimum).toEqual({ month: '2024-01', closingOre: 0 });
});

describe('contributions', () => {
  it('come in January where nobody has said when, or in the next month if they are late', () => {
    expect(ins({ plan: plan({}, due(100)) })).toEqual([100, ...nothing(11)]);
    expect(ins({ booked: [flow(0, 0), flow(0, 0)], plan: plan({}, due(100, 30)) })).toEqual([0, 0, 70, ...nothing(9)]);
  });

  it('come by instalment, those that are late in the next month', () => {
    const halves = [['2024-01-31', 50] as const, ['2024-07-31', 50] as const];
    const booked = [flow(0, 0), flow(0, 0)];
    expect(ins({ plan: plan({}, due(100, 0, halves)) })).toEqual([50, ...nothing(5), 50, ...nothing(5)]);
    expect(ins({ booked, plan: plan({}, due(100, 50, halves)) })).toEqual([...nothing(6), 50, ...nothing(5)]);
    expect(ins({ booked, plan: plan({}, due(100, 20, halves)) })).toEqual([0, 0, 30, 0, 0, 0, 50, ...nothing(5)]);
    // Who has paid ahead pays so much less later.
    expect(ins({ booked, plan: plan({}, due(100, 70, halves)) })).toEqual([...nothing(6), 30, ...nothing(5)]);
  });

  it('of another year are due at once, or not this year', () => {
    expect(ins({ plan: plan({}, due(100, 0, [['2023-12-01', 100]])) })).toEqual([100, ...nothing(11)]);
    expect(ins({ plan: plan({}, due(100, 0, [['2025-01-01', 100]])) })).toEqual(nothing(12));
  });
});

it('settles claims and debts in the month after the last that is booked', () => {
  const { months } = reckoned({ booked: [flow(0, 0)], plan: plan({ claimsOre: 30, debtsOre: 20 }) });
  expect(months.slice(0, 3).map(({ inOre, outOre }) => [inOre, outOre])).toEqual([
    [0, 0],
    [30, 20],
    [0, 0],
  ]);
});

it('says nothing of months that there is no plan for, nor of what it started from if that is not known', () => {
  const unplanned = reckoned({ openingOre: ore(10), booked: [flow(5, 20)], plan: null });
  expect(unplanned.months.slice(0, 2)).toEqual([
    { month: '2024-01', basis: 'outcome', inOre: 5, outOre: 20, closingOre: -5 },
    { month: '2024-02', basis: 'plan', inOre: null, outOre: null, closingOre: null },
  ]);
  expect([unplanned.firstBelowZero, unplanned.minimum]).toEqual(['2024-01', { month: '2024-01', closingOre: -5 }]);
  const unopened = reckoned({ openingOre: null, booked: [flow(5, 20)] });
  expect(unopened.months[0]).toMatchObject({ inOre: 5, closingOre: null });
  expect([unopened.firstBelowZero, unopened.minimum]).toEqual([null, null]);
});

const amount = fc.integer({ min: 0, max: 1_000_000 });
const flows = fc.array(fc.tuple(amount, amount), { maxLength: 12 });
const instalment = fc.integer({ min: 1, max: 12 }).map((month) => `2024-${String(month).padStart(2, '0')}-15`);

it('loses no öre: the year ends where all that is booked, due and left leads', () => {
  fc.assert(
    fc.property(
      flows,
      amount,
      amount,
      amount,
      fc.option(instalment),
      amount,
      (months, rest, agreed, got, dueOn, open) => {
        const booked = months.map(([a, b]) => flow(a, b));
        const contribution = due(agreed, got, dueOn === null ? null : [[dueOn, agreed]]);
        const input = {
          openingOre: ore(open),
          booked,
          plan: plan({ remainingCostOre: rest, debtsOre: got }, contribution),
        };
        const { months: shown, firstBelowZero, minimum } = reckoned(input);
        const sum = (list: number[]) => list.reduce((total, one) => total + one, 0);
        shown.forEach(({ inOre, outOre, closingOre }, index) => {
          const before = index === 0 ? open : shown[index - 1]!.closingOre!;
          expect(closingOre).toBe(before + inOre! - outOre!);
        });
        const planned = shown.slice(booked.length);
        const left = planned.length > 0;
        expect(sum(planned.map(({ outOre }) => outOre!))).toBe(left ? rest + got : 0);
        expect(sum(planned.map(({ inOre }) => inOre!))).toBe(left ? Math.max(agreed - got, 0) : 0);
        expect(minimum!.closingOre).toBe(Math.min(...shown.map(({ closingOre }) => closingOre!)));
        expect(firstBelowZero === null).toBe(minimum!.closingOre >= 0);
      },
    ),
  );
});

it('says what it takes for granted', () => {
  const codes = (...of: Parameters<typeof assumptionsOf>) => assumptionsOf(...of).map(({ code }) => code);
  const known = { openingOre: ore(0), throughMonth: 6 };
  expect(codes({ plan: plan({}, due(1)), ...known })).toEqual(['contributions-in-january', 'costs-evenly']);
  expect(codes({ plan: plan({}, due(1, 0, [])), ...known })).toEqual(['costs-evenly']);
  expect(codes({ plan: plan({ remainingIncomeOre: 1, debtsOre: 1 }), ...known })).toEqual([
    'no-contributions-agreed',
    'other-income-evenly',
    'costs-evenly',
    'claims-and-debts-next-month',
  ]);
  expect(codes({ plan: null, openingOre: null, throughMonth: 6 })).toEqual(['no-opening-balance', 'no-plan']);
  expect(codes({ plan: null, openingOre: ore(0), throughMonth: 12 })).toEqual([]);
  const [text] = assumptionsOf({ plan: plan({}, due(1)), ...known });
  expect(text!.text).toMatch(/januari.*: staten\.$/);
});
