import { fold, ore } from '@finsam/kernel';
import { recorded, rowsAfter } from '@finsam/kernel/testing';
import fc from 'fast-check';
import { day, kinds, post } from '../testing';
import { sided } from '../budget/totals';
import { type GrantCommand, grantDecider } from '../grants/grant.decider';
import { type GrantRow, grantHistory, type GrantHistoryRow, grants } from '../grants/grant.projection';
import { grantView, grandTotal, happenings, type Moved } from './granted';
import { grantsInBudget } from './grants-in-budget';
import { amounts, decide, end, happened, pay, repay, requisition, revise } from '../grants/testing';

/** The view of one grant, as its rows tell it. */
function seen(only: number | null, ...commands: GrantCommand[]) {
  const events = recorded([decide(), ...commands].map(happened));
  const [row] = rowsAfter(grants, events) as GrantRow[];
  const history = rowsAfter(grantHistory, events) as GrantHistoryRow[];
  const movements = history.flatMap(({ what, of_year, amount_ore }): Moved[] =>
    of_year === null ? [] : [{ what, year: of_year, amountOre: amount_ore! }],
  );
  return grantView(row!, movements, only);
}

it('follows what is granted, asked for, paid, paid back and left, year by year', () => {
  const view = seen(null, requisition(90), pay(60), repay(10), pay(30, 'payment-2', 2024));
  expect(view.years).toEqual([
    {
      year: 2023,
      grantedOre: 100,
      requisitionedOre: 90,
      paidOre: 60,
      repaidOre: 10,
      leftOre: 20,
      releasedOre: 0,
      unpaidOre: 30,
      paidInAdvanceOre: 0,
    },
    {
      year: 2024,
      grantedOre: 200,
      requisitionedOre: 0,
      paidOre: 30,
      repaidOre: 0,
      leftOre: 170,
      releasedOre: 0,
      unpaidOre: 0,
      paidInAdvanceOre: 30,
    },
  ]);
  expect(view.total).toMatchObject({ grantedOre: 300, leftOre: 190, unpaidOre: 30, paidInAdvanceOre: 30 });
  expect(seen(2024, requisition(90)).years.map(({ year }) => year)).toEqual([2024]);
  expect(seen(2022).years).toEqual([]);
});

it('leaves nothing of a grant that has ended, and says what is free again', () => {
  const view = seen(2023, requisition(90), pay(60), end());
  expect(view.years[0]).toMatchObject({ leftOre: 0, releasedOre: 10, unpaidOre: 30 });
  expect([view.endedOn, view.decision]).toEqual([day('2024-06-30'), decide().data['decision' as never]]);
});

it('keeps money of a year that a revision has taken away from the terms', () => {
  const view = seen(null, requisition(90, 'requisition-1', 2024), revise(amounts([2024, 95])));
  expect(view.years.map(({ year, grantedOre, leftOre }) => [year, grantedOre, leftOre])).toEqual([[2024, 95, 5]]);
});

it('sums many grants part by part', () => {
  const total = grandTotal([seen(2023, requisition(90)).total, seen(2023, pay(40)).total]);
  expect(total).toMatchObject({ grantedOre: 200, requisitionedOre: 90, paidOre: 40, unpaidOre: 90, leftOre: 70 });
  expect(grandTotal([])).toMatchObject({ grantedOre: 0, leftOre: 0 });
});

it('tells everything that has happened, with what was bound afterwards', () => {
  const events = recorded([decide(), pay(40), requisition(90), repay(10), end()].map(happened));
  const rows = (rowsAfter(grantHistory, events) as GrantHistoryRow[]).map((row, index) => ({
    ...row,
    since: index + 1,
  }));
  expect(happenings(rows).map(({ what, on, position, boundOre }) => [what, on, position, boundOre])).toEqual([
    ['GrantDecided', '2022-11-25', 1, 0],
    ['GrantPaid', '2023-06-30', 2, 40],
    ['GrantRequisitioned', '2023-06-30', 3, 90],
    ['GrantRepaid', '2023-06-30', 4, 80],
    ['GrantEnded', '2024-06-30', 5, 80],
  ]);
});

it('shows what the decider holds, whatever has happened', () => {
  const some = fc.integer({ min: 1, max: 60 });
  const commands = fc.array(
    fc.oneof(
      some.map((of) => requisition(of, `r-${of}-long`)),
      some.map((of) => pay(of, `p-${of}-long`)),
      some.map((of) => repay(of, `b-${of}-long`)),
    ),
    { maxLength: 10 },
  );
  fc.assert(
    fc.property(commands, (asked) => {
      const taken: GrantCommand[] = [];
      for (const command of asked) {
        const state = fold(grantDecider, [decide(), ...taken].map(happened));
        try {
          if (grantDecider.decide(command, state).length > 0) taken.push(command);
        } catch {
          // Refused: not part of the story.
        }
      }
      const { grantedOre, requisitionedOre, paidOre, repaidOre } = seen(2023, ...taken).total;
      const held = fold(grantDecider, [decide(), ...taken].map(happened)).years.get(2023);
      expect({ grantedOre, requisitionedOre, paidOre, repaidOre }).toEqual(held);
    }),
  );
});

describe('from grant to budget', () => {
  const granted = (activity: string, amount: number, deduction: number | null) => ({
    ...seen(null),
    grantId: `grant-${activity}`,
    activity,
    generalDeductionBasisPoints: deduction,
    years: [{ ...seen(2023).years[0]!, grantedOre: ore(amount) }],
  });
  const rows = (...posts: ReturnType<typeof post>[]) =>
    sided(
      posts.map(({ member = null, ...rest }) => ({ ...rest, member })),
      kinds,
    );

  // Årsredovisning 2023, Södra Vätterbygden: "i förbundets budget medräknas endast 90% av de medel som förbundet
  // beviljar till respektive insats". FIA's budget is 621 000 and IT-spåret, which is spared, 562 500.
  it('counts nine tenths of what is granted, and the whole where an insats is spared', () => {
    const kr = (amount: number) => amount * 100;
    const views = [granted('fia', kr(690_000), 1_000), granted('it-sparet', kr(562_500), 0)];
    const posts = rows(post('fia', 'kostnad', kr(621_000)), post('it-sparet', 'kostnad', kr(562_500)));
    const shown = grantsInBudget(views, 2023, posts).map(({ activity, grantedOre, forBudgetOre, differenceOre }) => [
      activity,
      grantedOre,
      forBudgetOre,
      differenceOre,
    ]);
    expect(shown).toEqual([
      ['fia', kr(690_000), kr(621_000), 0],
      ['it-sparet', kr(562_500), kr(562_500), 0],
    ]);
  });

  it('sums the grants and the cost posts of an activity, and names the difference', () => {
    const views = [granted('stegen', 105, 1_000), { ...granted('stegen', 10, null), grantId: 'grant-other' }];
    const posts = rows(
      post('stegen', 'kostnad', 90),
      post('stegen', 'kostnad', 4, 'osterby'),
      post('stegen', 'bidrag', 7),
    );
    const [stegen] = grantsInBudget(views, 2023, posts);
    expect(stegen).toMatchObject({ grantedOre: 115, forBudgetOre: 105, budgetOre: 94, differenceOre: -11 });
    expect(stegen!.grants.map(({ forBudgetOre }) => forBudgetOre)).toEqual([95, 10]);
  });

  it('knows no budget where there is none, or where the side of a post is not settled', () => {
    const view = [granted('stegen', 100, 0)];
    const blank = { budgetOre: null, differenceOre: null };
    const unsettled = rows(post('stegen', 'kostnad', 1), post('stegen', 'okant', 1));
    for (const posts of [null, rows(post('kansli', 'kostnad', 1)), unsettled]) {
      expect(grantsInBudget(view, 2023, posts)[0]).toMatchObject(blank);
    }
  });
});
