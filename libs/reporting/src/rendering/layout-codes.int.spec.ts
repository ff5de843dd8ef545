import { associationDeciders, type LayoutRow } from '@finsam/associations';
import { type AssociationId, type Command } from '@finsam/kernel';
import { ledgerDeciders } from '@finsam/ledger';
import { CommandRunner, withView } from '@finsam/platform';
import { type TestDatabase, testDatabase } from '@finsam/platform/testing';
import { flow, utfall } from '../statements/testing';
import { unknownCodesOf } from './layout-codes';
import { reportGroups } from './render';

jest.setTimeout(60_000);

const decision = { body: 'styrelse', on: '2023-11-24', paragraph: '41' };
const deciders = [...associationDeciders, ...ledgerDeciders];

let db: TestDatabase;
let id: AssociationId;
let commands = 0;
beforeAll(async () => {
  db = await testDatabase(reportGroups);
  id = await db.register('norrviken');
});
afterAll(() => db.close());

async function send(type: string, data: object): Promise<void> {
  const context = { association: id, commandId: `command-${++commands}`, actor: 'tester', correlationId: 'c' };
  await new CommandRunner(db.store, deciders).execute({ type, data } as Command, context);
}

async function unknown(): Promise<string[]> {
  await db.project(
    id,
    deciders.flatMap(({ events }) => events),
  );
  const codes = await withView(db.databases.association(id), reportGroups, {}, unknownCodesOf);
  return codes.map(({ layout, place, code }) => `${layout}/${place} ${code}`);
}

it('holds a layout against the registers of every year, as they stand when it is asked', async () => {
  const line: LayoutRow = {
    kind: 'line',
    id: 'rad',
    label: 'Rad',
    sign: 1,
    activities: ['kansli', 'fia'],
    members: ['habo'],
    dimensions: { project: ['esf', 'ehm', 'eff'] },
  };
  await send('RegisterAssociation', { slug: 'norrviken', name: 'Norrviken' });
  await send('AdoptLayout', { layout: flow([line], { columns: [utfall] }), decision });
  expect(await unknown()).toEqual([
    'liten/rows/rad/activities kansli',
    'liten/rows/rad/activities fia',
    'liten/rows/rad/members habo',
  ]);
  await send('JoinMember', { memberId: 'habo', name: 'Habo', kind: 'kommun', from: '2024-01-01' });
  await send('OpenFiscalYear', { year: 2023, books: 'own' });
  await send('AdoptActivities', { year: 2023, activities: [{ activity: 'fia', name: 'FIA' }] });
  await send('AdoptDimension', { year: 2023, dimension: 'project', codes: [{ code: 'ehm', name: 'EHM' }] });
  await send('OpenFiscalYear', { year: 2024, books: 'own' });
  await send('AdoptActivities', { year: 2024, activities: [{ activity: 'kansli', name: 'Kansli' }] });
  await send('AdoptDimension', { year: 2024, dimension: 'project', codes: [{ code: 'esf', name: 'ESF' }] });
  expect(await unknown()).toEqual(['liten/rows/rad/dimensions/project eff']);
});
