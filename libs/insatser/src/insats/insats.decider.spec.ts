import { fold } from '@finsam/kernel';
import { deciderSpec } from '@finsam/kernel/testing';
import { day, insatsEnded, insatsRegistered, natverket, stegen } from '../testing';
import { EndInsats, insatsDecider, insatsFacts, RegisterInsats } from './insats.decider';

const { given } = deciderSpec(insatsDecider);

describe('registering an insats', () => {
  it('happens once', () => {
    given().when(RegisterInsats(stegen)).then(insatsRegistered(stegen));
    given(insatsRegistered(stegen)).when(RegisterInsats(stegen)).thenNothing();
  });

  it('settles its inriktning, its follow-up and its ESF financing for good', () => {
    const again = given(insatsRegistered(stegen));
    const asVolume = { ...stegen, insatsKind: 'volym', followUp: 'volym' } as const;
    again.when(RegisterInsats(asVolume)).thenRefused('insatser/insats-taken');
    again.when(RegisterInsats({ ...stegen, esf: true })).thenRefused('insatser/insats-taken');
    again.when(RegisterInsats({ ...stegen, name: 'Trappan' })).thenRefused('insatser/insats-taken');
  });

  it('leaves only work on structures without follow-up', () => {
    const kinds = ['individ', 'volym', 'struktur'] as const;
    const followUps = ['individ', 'volym', 'ingen'] as const;
    const allowed = ['individ individ', 'volym volym', 'struktur volym', 'struktur ingen'];
    for (const insatsKind of kinds) {
      for (const followUp of followUps) {
        const insats = { ...natverket, insatsKind, followUp };
        const asked = given().when(RegisterInsats(insats));
        if (allowed.includes(`${insatsKind} ${followUp}`)) asked.then(insatsRegistered(insats));
        else asked.thenRefused('insatser/follow-up-mismatch');
      }
    }
  });
});

describe('ending an insats', () => {
  const end = (endsOn: string) => EndInsats({ insatsId: 'stegen', endsOn: day(endsOn) });

  it('happens once, on or after the first day', () => {
    given(insatsRegistered(stegen)).when(end('2024-06-30')).then(insatsEnded('stegen', '2024-06-30'));
    given(insatsRegistered(stegen)).when(end('2022-01-01')).then(insatsEnded('stegen', '2022-01-01'));
    given(insatsRegistered(stegen)).when(end('2021-12-31')).thenRefused('insatser/end-before-start');
  });

  it('is not moved to another day', () => {
    const ended = given(insatsRegistered(stegen), insatsEnded('stegen', '2024-06-30'));
    ended.when(end('2024-06-30')).thenNothing();
    ended.when(end('2024-12-31')).thenRefused('insatser/insats-ended');
  });

  it('needs an insats', () => {
    given().when(end('2024-06-30')).thenRefused('insatser/insats-not-registered');
  });
});

it('tells enrolment what it needs to know', () => {
  const facts = (...events: Parameters<typeof given>) => insatsFacts(fold(insatsDecider, events));
  expect(facts()).toBeNull();
  expect(facts(insatsRegistered(stegen))).toEqual({ kind: 'individ', startsOn: '2022-01-01', endsOn: null });
  expect(facts(insatsRegistered(stegen), insatsEnded('stegen', '2024-06-30'))?.endsOn).toBe('2024-06-30');
});

it('has a stream of its own for each insats', () => {
  expect(insatsDecider.stream(RegisterInsats(stegen))).toBe('insats-stegen');
  expect(insatsDecider.stream(EndInsats({ insatsId: 'natverket', endsOn: day('2024-06-30') }))).toBe(
    'insats-natverket',
  );
});
