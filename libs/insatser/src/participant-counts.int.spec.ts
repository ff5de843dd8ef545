import { type AssociationId, parsePeriod } from '@finsam/kernel';
import { CommandRunner, withView } from '@finsam/platform';
import { type TestDatabase, testDatabase } from '@finsam/platform/testing';
import { AdoptExitReasons } from './exit-reasons/exit-reasons.decider';
import { EndInsats, RegisterInsats } from './insats/insats.decider';
import type { ByGender, ParticipantCounts } from './participant-counts';
import { type Days, participantCounts } from './participant-counts.projection';
import { VoidParticipation } from './participation/commands';
import { insatserDeciders, insatserGroup } from './room';
import { begin, commandsOf, day, idOf, list, send, stegen, type Told } from './testing';

jest.setTimeout(120_000);

const catalogue = insatserDeciders.flatMap(({ events }) => events);

let db: TestDatabase;
let commands: CommandRunner;

beforeAll(async () => {
  db = await testDatabase([insatserGroup], { associations: 250 });
  commands = new CommandRunner(db.store, insatserDeciders);
});
afterAll(() => db.close());

async function countsIn(association: AssociationId, period: Days, at?: number): Promise<ParticipantCounts> {
  await db.project(association, catalogue);
  const options = at === undefined ? {} : { at };
  return withView(db.databases.association(association), [insatserGroup], options, (view) =>
    participantCounts(view, period),
  );
}

type Column = ParticipantCounts['insatser'][number];

const all = ({ kvinna, man, total }: ByGender) => [kvinna, man, total];

describe('a half-year as it is printed', () => {
  const many = (count: number, told: Omit<Told, 'person' | 'voided'>) =>
    Array.from({ length: count }, () => ({ ...told, voided: false }));
  const until = (on: string, reason: string) => ({ on, reason });
  const history: Told[] = [
    ...many(11, { insatsId: 'verkstan', gender: 'man', enrolledOn: '2023-09-01', exit: null }),
    ...many(1, { insatsId: 'verkstan', gender: 'man', enrolledOn: '2024-02-01', exit: until('2024-06-30', 'sjukdom') }),
    ...many(12, { insatsId: 'verkstan', gender: 'kvinna', enrolledOn: '2024-01-01', exit: null }),
    ...many(3, {
      insatsId: 'verkstan',
      gender: 'kvinna',
      enrolledOn: '2023-10-01',
      exit: until('2024-01-01', 'arbete'),
    }),
    ...many(1, {
      insatsId: 'verkstan',
      gender: 'kvinna',
      enrolledOn: '2023-10-01',
      exit: until('2024-03-01', 'ovrigt'),
    }),
    ...many(2, { insatsId: 'stegen', gender: 'man', enrolledOn: '2023-11-01', exit: until('2024-05-01', 'studier') }),
    ...many(2, { insatsId: 'stegen', gender: 'man', enrolledOn: '2024-04-01', exit: until('2024-07-01', 'studier') }),
    ...many(1, { insatsId: 'stegen', gender: 'kvinna', enrolledOn: '2024-06-30', exit: null }),
    // Neither of these took part in the half-year.
    ...many(4, { insatsId: 'stegen', gender: 'man', enrolledOn: '2023-01-15', exit: until('2023-12-31', 'arbete') }),
    ...many(4, { insatsId: 'stegen', gender: 'man', enrolledOn: '2024-07-01', exit: null }),
  ].map((told, place) => ({ ...told, person: place + 1 }));
  let association: AssociationId;
  let counts: ParticipantCounts;

  beforeAll(async () => {
    association = await db.register('halvaret');
    await send(commands, association, ...begin, ...history.flatMap(commandsOf));
    counts = await countsIn(association, parsePeriod('2024-H1'));
  });

  it('has a column per insats followed up by person, in order of registration', () => {
    expect(counts.insatser.map(({ insats }) => insats.name)).toEqual(['Verkstan', 'Stegen']);
  });

  it('counts who took part, who ended and why', () => {
    const [verkstan, stegen] = counts.insatser.map(({ participations }) => participations);
    expect(all(verkstan!.participating)).toEqual([16, 12, 28]);
    expect(all(verkstan!.exited)).toEqual([4, 1, 5]);
    expect(all(stegen!.participating)).toEqual([1, 4, 5]);
    expect(all(stegen!.exited)).toEqual([0, 2, 2]);
    expect(all(counts.total.participations.participating)).toEqual([17, 16, 33]);
    expect(verkstan!.exitsByReason.map(({ participations }) => participations)).toEqual([3, 0, 1, 1]);
    expect(counts.total.participations.exitsByReason).toEqual([
      { reason: 'arbete', participations: 3 },
      { reason: 'studier', participations: 2 },
      { reason: 'sjukdom', participations: 1 },
      { reason: 'ovrigt', participations: 1 },
    ]);
    expect(counts.reasons).toEqual(list.reasons);
  });

  it('counts who was there when it began and when it ended', () => {
    const { participations } = counts.total;
    expect(all(participations.presentAtStart)).toEqual([4, 13, 17]);
    expect(all(participations.started)).toEqual([13, 3, 16]);
    expect(all(participations.presentAtEnd)).toEqual([13, 13, 26]);
  });

  it('keeps an insats in its place when it has ended, and leaves it out of later periods', async () => {
    await send(commands, association, EndInsats({ insatsId: 'verkstan', endsOn: day('2024-06-30') }));
    const columns = async (code: string) =>
      (await countsIn(association, parsePeriod(code))).insatser.map(({ insats }) => insats.insats_id);
    expect(await columns('2024-H1')).toEqual(['verkstan', 'stegen']);
    // Its participants have not left yet.
    expect(await columns('2024-H2')).toEqual(['verkstan', 'stegen']);
    expect(await columns('2021')).toEqual([]);
  });
});

describe('an insats without participants', () => {
  it('has a column in each period that it lived in, its first and its last day included', async () => {
    const association = await db.register('tomma');
    const short = { ...stegen, startsOn: day('2024-06-30') };
    await send(
      commands,
      association,
      RegisterInsats(short),
      EndInsats({ insatsId: 'stegen', endsOn: day('2025-01-01') }),
    );
    const shown = async (code: string) => (await countsIn(association, parsePeriod(code))).insatser.length;
    expect(await Promise.all(['2024-05', '2024-06', '2024-H2', '2025-01', '2025-02'].map(shown))).toEqual([
      0, 1, 1, 1, 0,
    ]);
    const [{ insats, ...none }] = (await countsIn(association, parsePeriod('2024-06'))).insatser as [Column];
    expect(insats.name).toBe('Stegen');
    expect(none.participations.participating).toEqual({ kvinna: 0, man: 0, 'uppgift-saknas': 0, total: 0 });
    expect(none.participations.exitsByReason).toEqual([]);
  });
});

describe('persons', () => {
  const once: Told = {
    insatsId: 'stegen',
    person: 1,
    gender: 'kvinna',
    enrolledOn: '2024-01-15',
    exit: null,
    voided: false,
  };
  const tell = async (slug: string, ...history: Told[]) => {
    const association = await db.register(slug);
    await send(commands, association, ...begin, ...history.flatMap(commandsOf));
    return { association, counts: await countsIn(association, parsePeriod('2024-H1')) };
  };

  it('are one each, in how many insatser they may be', async () => {
    const { counts } = await tell('personer', once, { ...once, insatsId: 'verkstan' }, { ...once, person: 2 });
    expect(counts.insatser.map(({ uniqueParticipants }) => uniqueParticipants.total)).toEqual([1, 2]);
    expect(counts.total.uniqueParticipants.total).toBe(2);
    expect(counts.total.participations.participating.total).toBe(3);
  });

  it('are one also when they were enrolled under two genders, and the latest holds', async () => {
    const later: Told = { ...once, gender: 'man', enrolledOn: '2024-03-01' };
    const { counts } = await tell('kon', later, once);
    expect(counts.total.uniqueParticipants).toEqual({ kvinna: 0, man: 1, 'uppgift-saknas': 0, total: 1 });
    expect(all(counts.total.participations.participating)).toEqual([1, 1, 2]);
  });

  it('who are anonymous are counted apart, and are nobody in particular', async () => {
    const { counts } = await tell('anonyma', once, { ...once, person: 0 }, { ...once, person: 0, gender: 'man' });
    expect(all(counts.total.participations.participating)).toEqual([1, 0, 1]);
    expect(all(counts.total.anonymousParticipations.participating)).toEqual([1, 1, 2]);
    expect(all(counts.total.participationsInklAnonyma.participating)).toEqual([2, 1, 3]);
    expect(counts.total.uniqueParticipants.total).toBe(1);
  });

  it('of one association are unknown to another', async () => {
    await tell('granne-a', once);
    const { association } = await tell('granne-b');
    expect(
      (await countsIn(association, parsePeriod('2024-H1'))).total.participationsInklAnonyma.participating.total,
    ).toBe(0);
  });

  it('stay in what was known before a wrong registration was voided', async () => {
    const { association } = await tell('felregistrering', once);
    const before = await db.store.head({ owner: association, kind: 'record' });
    await send(commands, association, VoidParticipation({ participationId: idOf(0) }));
    const totalAt = async (at?: number) =>
      (await countsIn(association, parsePeriod('2024-H1'), at)).total.participations.participating.total;
    expect(await totalAt()).toBe(0);
    expect(await totalAt(before)).toBe(1);
  });

  it('keep the reason of their exit when the list changes', async () => {
    const left = { ...once, exit: { on: '2024-02-01', reason: 'sjukdom' } };
    const { association } = await tell('orsaker', left);
    await send(commands, association, AdoptExitReasons({ ...list, reasons: list.reasons.slice(0, 2) }));
    const { reasons, total } = await countsIn(association, parsePeriod('2024-H1'));
    expect(reasons.map(({ label }) => label)).toEqual(['Arbete', 'Studier', 'Sjukdom']);
    expect(total.participations.exitsByReason.map(({ participations }) => participations)).toEqual([0, 0, 1]);
    const later = await countsIn(association, parsePeriod('2024-H2'));
    expect(later.reasons.map(({ label }) => label)).toEqual(['Arbete', 'Studier']);
  });
});
