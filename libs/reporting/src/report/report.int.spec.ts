import { type AssociationId, type Command, ore } from '@finsam/kernel';
import { CommandRunner, GroupRunner, readAsNation, withView } from '@finsam/platform';
import { type TestDatabase, testDatabase } from '@finsam/platform/testing';
import { reportingDeciders, reportingGroup } from '../room';
import { PUBLISHED_FIGURES } from './published-figures';
import { decisionStatus } from './report.projection';
import { adopt, hash, publish, published } from './testing';

jest.setTimeout(60_000);

const catalogue = reportingDeciders.flatMap(({ events }) => events);

let db: TestDatabase;
let sent = 0;

beforeAll(async () => (db = await testDatabase([reportingGroup])));
afterAll(() => db.close());

async function send(association: AssociationId, ...commands: Command[]): Promise<number> {
  const runner = new CommandRunner(db.store, reportingDeciders);
  let position = 0;
  for (const command of commands) {
    const context = { association, commandId: `command-${++sent}`, actor: 'test', correlationId: 'test' };
    position = (await runner.execute(command, context)).position;
  }
  await db.project(association, catalogue);
  return position;
}

/** A report with this income, adopted and published. */
function decidedOn(reportId: string, income: number, period = '2024-H1'): Command[] {
  const document = {
    sha256: hash('c'),
    published: { ...published({}, period), figures: { income: ore(income), grants: null } },
    open: [],
  };
  return [adopt({ document }, undefined, reportId), publish({ document }, undefined, reportId)];
}

async function given(association: AssociationId): Promise<[period: string, income: number | null][]> {
  const messages = await readAsNation(db.databases.national(), PUBLISHED_FIGURES);
  const mine = messages
    .filter(({ sender }) => sender === association)
    .map(({ body }) => body as ReturnType<typeof published>);
  return mine.map(({ period, figures }) => [period, figures.income]);
}

it('gives the nation nothing of a report that is only adopted', async () => {
  const association = await db.register('antagen');
  await send(association, adopt());
  expect(await given(association)).toEqual([]);
});

it('gives the nation one publication for each period, the one published last', async () => {
  const association = await db.register('publicerad');
  await send(association, ...decidedOn('report-1', 1), ...decidedOn('report-2', 2, '2024-01-01..2024-08-31'));
  expect(await given(association)).toEqual([
    ['2024-H1', 1],
    ['2024-01-01..2024-08-31', 2],
  ]);
  await send(association, ...decidedOn('report-3', 3, '2024-01-01..2024-06-30'));
  expect(await given(association)).toEqual([
    ['2024-01-01..2024-06-30', 3],
    ['2024-01-01..2024-08-31', 2],
  ]);
});

it('gives the same again when it is built again, one event at a time', async () => {
  const association = await db.register('ombyggd');
  await send(association, ...decidedOn('report-1', 1), ...decidedOn('report-2', 2), ...decidedOn('report-3', 3));
  const runner = new GroupRunner(db.databases, catalogue, { batchSize: 1 });
  await runner.rebuild(association, reportingGroup);
  expect(await given(association)).toEqual([['2024-H1', 3]]);
});

it('gives what each association published under its own name', async () => {
  const [a, b] = [await db.register('granne-a'), await db.register('granne-b')];
  await send(a, ...decidedOn('report-1', 1));
  await send(b, ...decidedOn('report-1', 2));
  expect([await given(a), await given(b)]).toEqual([[['2024-H1', 1]], [['2024-H1', 2]]]);
});

it('tells where a report stands, at any position and to its own association only', async () => {
  const [a, b] = [await db.register('lage-a'), await db.register('lage-b')];
  const published = await send(a, ...decidedOn('report-1', 1));
  await send(b, adopt({ document: null }, undefined, 'report-9')).catch(() => undefined);
  await db.project(b, catalogue);
  const status = (association: AssociationId, at?: number) =>
    withView(db.databases.association(association), [reportingGroup], at === undefined ? {} : { at }, (view) =>
      decisionStatus(view, 'report-1'),
    );
  expect([await status(a), await status(a, published - 1), await status(a, 0)]).toEqual(['published', 'adopted', null]);
  expect(await status(b)).toBeNull();
});
