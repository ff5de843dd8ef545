// The history of plans, forecasts and grants, read from the database at every position there has been.
import { type AssociationId, type Command, ore } from '@finsam/kernel';
import { CommandRunner, GroupRunner, type View, withView } from '@finsam/platform';
import { type TestDatabase, testDatabase } from '@finsam/platform/testing';
import fc from 'fast-check';
import { AdoptBudget } from './budget/budget.decider';
import { budgetVersionsFor } from './budget/budget-version.projection';
import { budgetKindsAt } from './budget-kinds/budget-kinds.projection';
import { forecastVersionsFor } from './forecast/forecast-version.projection';
import { MakeForecast } from './forecast/forecast.decider';
import { grantHistoryOf, grantsFor } from './granted/granted';
import { decide, end, pay, repay, requisition, revise } from './grants/testing';
import { fundingDeciders, fundingGroup } from './room';
import { adopt, adoptKinds, budget, decided, facts, forecast, foresee, kinds, post, send } from './testing';

jest.setTimeout(120_000);

const catalogue = fundingDeciders.flatMap(({ events }) => events);

let db: TestDatabase;
let commands: CommandRunner;

beforeAll(async () => {
  db = await testDatabase([fundingGroup]);
  commands = new CommandRunner(db.store, fundingDeciders);
});
afterAll(() => db.close());

async function read<T>(association: AssociationId, work: (view: View) => Promise<T>, at?: number): Promise<T> {
  await db.project(association, catalogue);
  return withView(db.databases.association(association), [fundingGroup], at === undefined ? {} : { at }, work);
}

const planned = (amount: number) => [post('kansli', 'kostnad', amount)];
const revision = fc.oneof(
  fc.record({ what: fc.constant('budget' as const), next: fc.boolean(), amount: fc.nat(5) }),
  fc.record({ what: fc.constant('forecast' as const), day: fc.constantFrom('06-30', '08-31'), amount: fc.nat(5) }),
);
type Revision = typeof revision extends fc.Arbitrary<infer R> ? R : never;

function commandOf(of: Revision, year: number): Command {
  return of.what === 'budget'
    ? adopt(planned(of.amount), decided('2024-01-01'), of.next ? year + 1 : year)
    : foresee(`${year}-${of.day}`, planned(of.amount), year);
}

it('holds every version that there had been, at any position, in whatever order they came', async () => {
  const association = await db.register('revideringar');
  let [position, year] = [0, 2000];
  await fc.assert(
    fc.asyncProperty(fc.array(revision, { minLength: 1, maxLength: 8 }), async (revisions) => {
      const start = position;
      // Two years that nothing has been said of before.
      year += 2;
      /** What stands where, told without the decider: a repeat of the latest adds nothing. */
      const told: { position: number; stream: string; amount: number }[] = [];
      for (const of of revisions) {
        position = await send(commands, association, commandOf(of, year));
        const stream = of.what === 'budget' ? `budget ${of.next ? 1 : 0}` : `forecast ${of.day}`;
        const latest = told.filter((one) => one.stream === stream).at(-1);
        if (latest?.amount !== of.amount) told.push({ position, stream, amount: of.amount });
      }
      position = told.at(-1)!.position;
      for (let at = start; at <= position; at++) {
        const expected = (stream: string) =>
          told.filter((one) => one.stream === stream && one.position <= at).map((one) => [one.position, one.amount]);
        const amounts = (list: readonly { position: number; posts: readonly { amountOre: number }[] }[]) =>
          list.map((one) => [one.position, one.posts[0]!.amountOre]);
        const seen = await read(
          association,
          async (view) => [
            amounts(await budgetVersionsFor(view, year)),
            amounts(await budgetVersionsFor(view, year + 1)),
            amounts(await forecastVersionsFor(view, year)),
          ],
          at,
        );
        // Forecasts by reporting date, and of each in the order they were made.
        const forecasts = [...expected('forecast 06-30'), ...expected('forecast 08-31')];
        expect([at, ...seen]).toEqual([at, expected('budget 0'), expected('budget 1'), forecasts]);
      }
    }),
    { numRuns: 12 },
  );
});

it('keeps what a version said beside its posts: plan, equity, method and reason', async () => {
  const association = await db.register('detaljer');
  const plan = [{ year: 2025, posts: planned(2), openingEquityOre: ore(7) }];
  const [derived] = planned(3).map((one) => ({
    ...one,
    method: 'rak-linje' as const,
    derivedOre: ore(4),
    reason: 'Ny hyra',
  }));
  await send(
    commands,
    association,
    AdoptBudget({ ...budget(planned(1)), openingEquityOre: ore(5), plan, facts }),
    MakeForecast({ ...forecast('2024-06-30'), posts: [derived!], facts }),
  );
  const [version] = await read(association, (view) => budgetVersionsFor(view, 2024));
  expect(version).toEqual({
    year: 2024,
    posts: [{ ...planned(1)[0], member: null }],
    openingEquityOre: 5,
    plan: [{ year: 2025, posts: [{ ...planned(2)[0], member: null }], openingEquityOre: 7 }],
    decision: decided('2023-11-24'),
    position: 1,
  });
  const [made] = await read(association, (view) => forecastVersionsFor(view, 2024));
  expect(made).toEqual({ asOf: '2024-06-30', position: 2, posts: [{ ...derived, member: null }] });
});

it('shows kinds and grants as they stood, and to no other association', async () => {
  const [association, other] = [await db.register('granne-a'), await db.register('granne-b')];
  const first = await send(commands, association, adoptKinds(), decide());
  const all = [
    requisition(60),
    pay(40),
    repay(10),
    revise(),
    pay(5, 'payment-2', 2024),
    end(),
    adoptKinds(kinds.slice(1)),
  ];
  await send(commands, association, ...all);
  const seen = async (view: View) => ({
    kinds: (await budgetKindsAt(view))?.kinds.length ?? null,
    grants: (await grantsFor(view, null)).map(({ total, endedOn }) => [total.grantedOre, total.paidOre, endedOn]),
  });
  expect(await read(association, seen)).toEqual({ kinds: 2, grants: [[150, 45, '2024-06-30']] });
  expect(await read(association, seen, first)).toEqual({ kinds: 3, grants: [[300, 0, null]] });
  expect(await read(association, seen, 0)).toEqual({ kinds: null, grants: [] });
  expect(await read(other, seen)).toEqual({ kinds: null, grants: [] });
  const history = (at?: number) => read(association, (view) => grantHistoryOf(view, 'grant-1'), at);
  expect((await history()).map(({ position }) => position)).toEqual([2, 3, 4, 5, 6, 7, 8]);
  expect((await history(4)).map(({ what }) => what)).toEqual(['GrantDecided', 'GrantRequisitioned', 'GrantPaid']);
  await expect(read(other, (view) => grantHistoryOf(view, 'grant-1'))).rejects.toMatchObject({
    code: 'funding/unknown-grant',
  });
  const runner = new GroupRunner(db.databases, catalogue, { batchSize: 1 });
  const before = [await read(association, seen), await read(association, seen, first), await history()];
  await runner.rebuild(association, fundingGroup);
  expect([await read(association, seen), await read(association, seen, first), await history()]).toEqual(before);
});
