import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { associationDeciders } from '@finsam/associations';
import { insatserDeciders } from '@finsam/insatser';
import type { AssociationId, Command } from '@finsam/kernel';
import { CommandRunner, recordOf } from '@finsam/platform';
import { type TestDatabase, testDatabase } from '@finsam/platform/testing';
import { finishedDocuments, reportDocument, reportGroups } from './render';

const LAYOUTS = join(__dirname, '..', '..', '..', '..', 'apps', 'cli', 'demo', 'layouts');
const layout = JSON.parse(readFileSync(join(LAYOUTS, 'sodra-vatterbygden-resultatrakning.json'), 'utf8')) as object;
const decision = { body: 'styrelse', on: '2023-11-24', paragraph: '41' };
const deciders = [...associationDeciders, ...insatserDeciders];

let db: TestDatabase;
let id: AssociationId;
let commands = 0;
beforeAll(async () => (db = await testDatabase(reportGroups)));
afterAll(() => db.close());

async function send(type: string, data: object): Promise<void> {
  const context = { association: id, commandId: `command-${++commands}`, actor: 'tester', correlationId: 'c' };
  await new CommandRunner(db.store, deciders).execute({ type, data } as Command, context);
}

async function report() {
  await db.project(
    id,
    deciders.flatMap(({ events }) => events),
  );
  const position = await db.store.head(recordOf(id));
  return reportDocument(db.databases.association(id), { type: 'delarsrapport', period: '2024-H1', position });
}

it('tells no number of participants for one that keeps no records, and zeros for one that does', async () => {
  id = await db.register('sodra-skogen');
  await send('RegisterAssociation', { slug: 'sodra-skogen', name: 'Södra Skogen' });
  await send('AdoptLayout', { layout, decision });
  const insats = { insatsId: 'gran', name: 'Gran', insatsKind: 'individ', followUp: 'individ', esf: false };
  await send('RegisterInsats', { ...insats, startsOn: '2024-01-01' });
  const without = await report();
  expect([without.participants, without.published.participants]).toEqual([null, null]);
  await send('ChooseParticipantRecords', { legalGround: 'Samtycke', decision });
  expect((await report()).published.participants).toMatchObject({ women: 0, men: 0, exits: 0 });
});

it('is the same bytes at the same position, whatever has happened since', async () => {
  const { position, ...rest } = await report();
  await send('EndInsats', { insatsId: 'gran', endsOn: '2024-03-31' });
  await send('ChooseAggregatesOnly', { decision });
  expect((await report()).position).toBe(position + 2);
  const again = await reportDocument(db.databases.association(id), {
    type: 'delarsrapport',
    period: '2024-H1',
    position,
  });
  expect(finishedDocuments(again)).toEqual(finishedDocuments({ position, ...rest }));
});
