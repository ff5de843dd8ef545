import type { AssociationId } from '@finsam/kernel';
import { CommandRunner, GroupRunner, type View, withView } from '@finsam/platform';
import { type TestDatabase, testDatabase } from '@finsam/platform/testing';
import { budgetFor } from './budget/budget-version.projection';
import { agreedFor } from './contributions/contributions.projection';
import { forecastFor } from './forecast/forecast-version.projection';
import { fundingDeciders, fundingGroup } from './room';
import { adopt, agree, day, decided, foresee, post, posts, send } from './testing';

jest.setTimeout(60_000);

const catalogue = fundingDeciders.flatMap(({ events }) => events);
const smaller = [post('kansli', 'kostnad', 1)];

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

it('tells the budget as it stood at any position', async () => {
  const association = await db.register('budget');
  const first = await send(commands, association, foresee('2024-06-30', smaller), adopt());
  await send(commands, association, adopt(smaller, decided('2024-03-15')), adopt(posts, decided('2024-11-22'), 2025));
  const budget = (at?: number, year = 2024) => read(association, (view) => budgetFor(view, year), at);
  expect(await budget()).toEqual([{ activity: 'kansli', kind: 'kostnad', member: null, amountOre: 1 }]);
  expect(await budget(first)).toEqual(posts.map(({ member = null, ...rest }) => ({ ...rest, member })));
  expect(await budget(first - 1)).toBeNull();
  expect(await budget(undefined, 2025)).toHaveLength(posts.length);
  expect(await budget(undefined, 2026)).toBeNull();
});

it('takes the forecast of the latest reporting date that is not after the day asked for', async () => {
  const association = await db.register('prognos');
  await send(commands, association, foresee('2024-08-31'), foresee('2023-12-31', posts, 2023));
  const before = await send(commands, association, foresee('2024-06-30', smaller));
  await send(commands, association, foresee('2024-06-30'));
  const forecast = (to: string, at?: number) =>
    read(association, (view) => forecastFor(view, 2024, day(to)), at).then(
      (row) => row && [row.asOf, row.posts.length],
    );
  expect(await forecast('2024-06-29')).toBeNull();
  expect(await forecast('2024-06-30')).toEqual(['2024-06-30', posts.length]);
  expect(await forecast('2024-08-30')).toEqual(['2024-06-30', posts.length]);
  expect(await forecast('2024-12-31')).toEqual(['2024-08-31', posts.length]);
  expect(await forecast('2024-07-31', before)).toEqual(['2024-06-30', 1]);
  expect(await forecast('2024-07-31', before - 1)).toBeNull();
});

it('tells what the members have agreed to, as it stood at any position', async () => {
  const association = await db.register('bidrag');
  const first = await send(commands, association, agree('vasterby', 50), agree('osterby', 100));
  await send(
    commands,
    association,
    agree('osterby', 70, decided('2024-03-15')),
    agree('osterby', 1, decided('2024-11-22'), 2025),
  );
  const agreed = (at?: number, year = 2024) =>
    read(association, (view) => agreedFor(view, year), at).then((rows) =>
      rows.map(({ memberId, amountOre }) => [memberId, amountOre]),
    );
  const vasterby = ['vasterby', 50];
  expect(await agreed()).toEqual([['osterby', 70], vasterby]);
  expect(await agreed(first)).toEqual([['osterby', 100], vasterby]);
  expect(await agreed(first - 1)).toEqual([vasterby]);
  expect(await agreed(undefined, 2025)).toEqual([['osterby', 1]]);
  expect(await agreed(undefined, 2023)).toEqual([]);
});

it('shows no association what another plans, and says the same when it is built again', async () => {
  const [a, b] = [await db.register('granne-a'), await db.register('granne-b')];
  await send(commands, a, adopt(), foresee('2024-06-30'), agree('osterby', 100), adopt(smaller, decided('2024-03-15')));
  const everything = async (view: View) => [
    await budgetFor(view, 2024),
    (await forecastFor(view, 2024, day('2024-12-31')))?.posts ?? null,
    await agreedFor(view, 2024),
  ];
  expect(await read(b, everything)).toEqual([null, null, []]);
  const before = [await read(a, everything), await read(a, everything, 1)];
  const runner = new GroupRunner(db.databases, catalogue);
  await runner.rebuild(a, fundingGroup);
  await runner.rebuild(a, fundingGroup);
  expect([await read(a, everything), await read(a, everything, 1)]).toEqual(before);
});
