import { type AssociationId, type Command, type ProjectionGroup } from '@finsam/kernel';
import { CommandRunner, GroupRunner, withView } from '@finsam/platform';
import { type TestDatabase, testDatabase } from '@finsam/platform/testing';
import { associationDecider } from './association.decider';
import { associationEvents } from './association.events';
import { associationProfile, associationProjections, membersAt } from './association.projection';
import { ChooseAggregatesOnly, ChooseParticipantRecords, JoinMember, RegisterAssociation } from './commands';
import { aggregates, formedlingen, kassan, kommun, norrviken, records } from './testing';

jest.setTimeout(60_000);

const group: ProjectionGroup = { name: 'associations', projections: associationProjections };
let db: TestDatabase;
let norr: AssociationId;
let soder: AssociationId;
let sent = 0;

beforeAll(async () => {
  db = await testDatabase([group]);
  [norr, soder] = [await db.register('norrviken'), await db.register('soderviken')];
  const region = { ...kommun('region', 'Region Norrviken'), kind: 'region' as const };
  const members = [kommun('o', 'Öby kommun'), kommun('a', 'Åby kommun'), region, formedlingen, kassan];
  await send(norr, RegisterAssociation(norrviken), ...members.map((member) => JoinMember(member)));
  await send(norr, ChooseParticipantRecords(records), ChooseAggregatesOnly(aggregates));
  const { organisationNumber: _, ...unnumbered } = norrviken;
  await send(soder, RegisterAssociation({ ...unnumbered, slug: 'soderviken' }));
});
afterAll(() => db.close());

async function send(association: AssociationId, ...commands: Command[]): Promise<void> {
  const runner = new CommandRunner(db.store, [associationDecider]);
  for (const command of commands) {
    const context = { association, commandId: `command-${++sent}`, actor: 'test', correlationId: 'test' };
    await runner.execute(command, context);
  }
}

async function read(association: AssociationId, at?: number) {
  await db.project(association, associationEvents);
  const options = at === undefined ? {} : { at };
  return withView(db.databases.association(association), [group], options, async (view) => ({
    profile: await associationProfile(view),
    members: (await membersAt(view)).map(({ member_id }) => member_id),
  }));
}

it('tells who the association is, now and as it was known', async () => {
  expect((await read(norr)).profile).toEqual({
    slug: 'norrviken',
    name: 'Samordningsförbundet Norrviken',
    organisation_number: '222000-0000',
    participant_mode: 'aggregates',
  });
  expect((await read(norr, 7)).profile?.participant_mode).toBe('records');
  expect((await read(norr, 6)).profile?.participant_mode).toBe('aggregates');
});

it('tells who the members are, in the order of statements', async () => {
  expect((await read(norr)).members).toEqual(['arbetsformedlingen', 'forsakringskassan', 'region', 'a', 'o']);
  expect((await read(norr, 3)).members).toEqual(['a', 'o']);
});

it('keeps the day and the payment of each member', async () => {
  const rows = await withView(db.databases.association(norr), [group], {}, membersAt);
  expect(rows.slice(0, 2)).toEqual([
    {
      member_id: 'arbetsformedlingen',
      name: 'Arbetsförmedlingen',
      member_kind: 'stat',
      pays: false,
      joined_on: '2019-01-01',
    },
    {
      member_id: 'forsakringskassan',
      name: 'Försäkringskassan',
      member_kind: 'stat',
      pays: true,
      joined_on: '2019-01-01',
    },
  ]);
});

it('shows each association itself only, and nobody before it is registered', async () => {
  const stranger = await db.register('ingen');
  expect(await read(soder)).toMatchObject({ profile: { slug: 'soderviken', organisation_number: null }, members: [] });
  expect(await read(stranger)).toEqual({ profile: null, members: [] });
});

it('is the same after a rebuild', async () => {
  const before = await read(norr);
  const runner = new GroupRunner(db.databases, associationEvents);
  await runner.rebuild(norr, group);
  await runner.rebuild(norr, group);
  expect(await read(norr)).toEqual(before);
});
