// Random histories: the database's counts against one participation counted at a time.
import { parsePeriod } from '@finsam/kernel';
import { CommandRunner, GroupRunner, withView } from '@finsam/platform';
import { type TestDatabase, testDatabase } from '@finsam/platform/testing';
import fc from 'fast-check';
import type { ByGender, Counts } from './participant-counts';
import { type Days, participantCounts } from './participant-counts.projection';
import type { Gender } from './participation/participation.events';
import { insatserDeciders, insatserGroup } from './room';
import { begin, codes, commandsOf, idOf, send, type Told } from './testing';

jest.setTimeout(120_000);

const catalogue = insatserDeciders.flatMap(({ events }) => events);

let db: TestDatabase;
let commands: CommandRunner;

beforeAll(async () => {
  db = await testDatabase([insatserGroup], { associations: 250 });
  commands = new CommandRunner(db.store, insatserDeciders);
});
afterAll(() => db.close());

const all = ({ kvinna, man, total }: ByGender) => [kvinna, man, total];

// The days that a half-year's ends are told apart by, and a few around them.
const DAYS = ['2023-11-05', '2023-12-31', '2024-01-01', '2024-01-02', '2024-03-15', '2024-06-29', '2024-06-30'];
const dayArbitrary = fc.constantFrom(...DAYS, '2024-07-01', '2024-09-09');
const toldArbitrary: fc.Arbitrary<Told> = fc
  .record({
    insatsId: fc.constantFrom('stegen', 'verkstan'),
    person: fc.nat({ max: 6 }),
    gender: fc.constantFrom<Gender>('kvinna', 'man', 'uppgift-saknas'),
    days: fc.tuple(dayArbitrary, dayArbitrary),
    reason: fc.option(fc.constantFrom(...codes), { freq: 3 }),
    voided: fc.nat({ max: 9 }).map((n) => n === 0),
  })
  .map(({ days, reason, ...told }) => {
    const [first, last] = [...days].sort() as [string, string];
    return { ...told, enrolledOn: first, exit: reason === null ? null : { on: last, reason } };
  });

it('is counted as one would by hand, and adds up', async () => {
  let run = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(toldArbitrary, { maxLength: 25 }), async (history) => {
      const association = await db.register(`historia-${++run}`);
      const countsIn = async (period: Days) => {
        await db.project(association, catalogue);
        return withView(db.databases.association(association), [insatserGroup], {}, (view) =>
          participantCounts(view, period),
        );
      };
      await send(commands, association, ...begin, ...history.flatMap(commandsOf));
      const first = parsePeriod('2024-H1');
      const counts = await countsIn(first);
      expect(figures(counts.total)).toEqual(byHand(history, first));
      for (const { insats, ...column } of counts.insatser) {
        const mine = history.filter(({ insatsId }) => insatsId === insats.insats_id);
        expect(figures(column)).toEqual(byHand(mine, first));
      }
      const next = await countsIn(parsePeriod('2024-H2'));
      for (const kind of ['participations', 'anonymousParticipations', 'participationsInklAnonyma'] as const) {
        addsUp(counts.total[kind]);
        expect(next.total[kind].presentAtStart).toEqual(counts.total[kind].presentAtEnd);
      }
      await new GroupRunner(db.databases, catalogue).rebuild(association, insatserGroup);
      expect(await countsIn(first)).toEqual(counts);
    }),
    { numRuns: 12 },
  );
});

function addsUp({ presentAtStart, started, exited, presentAtEnd, ...rest }: Counts['participations']): void {
  for (const gender of ['kvinna', 'man', 'uppgift-saknas', 'total'] as const) {
    expect(presentAtStart[gender] + started[gender] - exited[gender]).toBe(presentAtEnd[gender]);
    expect(presentAtStart[gender] + started[gender]).toBe(rest.participating[gender]);
  }
  expect(rest.exitsByReason.reduce((sum, { participations }) => sum + participations, 0)).toBe(exited.total);
  expect(exited.kvinna + exited.man + exited['uppgift-saknas']).toBe(exited.total);
}

/** The figures of a column, those of the anonymous left to the sums. */
function figures({ participations, anonymousParticipations, uniqueParticipants }: Counts) {
  const { exitsByReason, ...populations } = participations;
  return {
    ...Object.fromEntries(Object.entries(populations).map(([name, count]) => [name, all(count)])),
    exitsByReason: exitsByReason.map((row) => row.participations),
    anonymous: all(anonymousParticipations.participating),
    unique: all(uniqueParticipants),
  };
}

/** The same figures by who was present on which day: an exit's day is the last one that the person took part. */
function byHand(history: readonly Told[], { from, to }: Days) {
  const real = history.map((told, place) => ({ ...told, id: idOf(place) })).filter(({ voided }) => !voided);
  const presentOn = (date: string) => (told: Told) => told.enrolledOn <= date && !(told.exit && told.exit.on < date);
  const [dayBefore, dayAfter] = [shifted(from, -1), shifted(to, 1)];
  const took = (told: Told) => daysBetween(from, to).some((date) => presentOn(date)(told));
  const known = real.filter((told) => told.person !== 0 && took(told));
  const exits = known.filter((told) => !presentOn(dayAfter)(told));
  const count = (rows: readonly { gender: Gender }[]) => [
    rows.filter(({ gender }) => gender === 'kvinna').length,
    rows.filter(({ gender }) => gender === 'man').length,
    rows.length,
  ];
  const persons = new Map<number, { gender: Gender; order: string }>();
  for (const { person, gender, enrolledOn, id } of known) {
    const order = `${enrolledOn} ${id}`;
    if (order > (persons.get(person)?.order ?? '')) persons.set(person, { gender, order });
  }
  return {
    participating: count(known),
    presentAtStart: count(known.filter(presentOn(dayBefore))),
    started: count(known.filter((told) => !presentOn(dayBefore)(told))),
    exited: count(exits),
    presentAtEnd: count(known.filter(presentOn(dayAfter))),
    exitsByReason: codes.map((code) => exits.filter(({ exit }) => exit?.reason === code).length),
    anonymous: count(real.filter((told) => told.person === 0 && took(told))),
    unique: count([...persons.values()]),
  };
}

function shifted(date: string, days: number): string {
  return new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);
}

function daysBetween(from: string, to: string): string[] {
  const days: string[] = [];
  for (let date = from; date <= to; date = shifted(date, 1)) days.push(date);
  return days;
}
