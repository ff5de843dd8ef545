import { DomainError, fold } from '@finsam/kernel';
import { deciderSpec } from '@finsam/kernel/testing';
import { codes, day, enrolled, enrolment, exited, facts, voided } from '../testing';
import { EnrolParticipant, ExitParticipant, type ParticipationCommand, VoidParticipation } from './commands';
import { participationDecider } from './participation.decider';

const { given } = deciderSpec(participationDecider);
const enrol = (changes: Partial<typeof enrolment> = {}, known: Partial<typeof facts> = {}) =>
  EnrolParticipant({ ...enrolment, ...changes, facts: { ...facts, ...known } });
const exit = (exitedOn: string, reason = 'arbete', reasons = codes) =>
  ExitParticipant({ participationId: 'deltagande-1', exitedOn: day(exitedOn), reason, facts: { reasons } });
const makeVoid = VoidParticipation({ participationId: 'deltagande-1' });

/** What the sender is told: how it is refused, and which field is at fault. */
function answerTo(command: ParticipationCommand, ...past: Parameters<typeof given>) {
  try {
    participationDecider.decide(command, fold(participationDecider, past));
  } catch (error) {
    if (error instanceof DomainError) return [error.status, error.details.pointer];
    throw error;
  }
  return [];
}

describe('enrolling', () => {
  it('registers a participation once, without the facts it was decided on', () => {
    given().when(enrol()).then(enrolled());
    given(enrolled()).when(enrol()).thenNothing();
  });

  it('needs no participant id, for an anonymous participant', () => {
    const { participantId: _, ...anonymous } = enrolment;
    given()
      .when(EnrolParticipant({ ...anonymous, facts }))
      .then({ type: 'ParticipantEnrolled', data: anonymous });
    given(enrolled())
      .when(EnrolParticipant({ ...anonymous, facts }))
      .thenRefused('insatser/participation-taken');
  });

  it('is refused an association that keeps aggregates only', () => {
    given()
      .when(enrol({}, { participantMode: 'aggregates' }))
      .thenRefused('insatser/aggregates-only');
    expect(answerTo(enrol({}, { participantMode: 'aggregates' }))).toEqual([403, undefined]);
  });

  it('is refused in an insats that nobody has registered', () => {
    given()
      .when(enrol({}, { insats: null }))
      .thenRefused('insatser/unknown-insats');
    expect(answerTo(enrol({}, { insats: null }))).toEqual([404, '/insatsId']);
  });

  it('is refused in an insats that is not followed up by person', () => {
    for (const kind of ['struktur', 'volym'] as const) {
      const command = enrol({}, { insats: { ...facts.insats!, kind } });
      given().when(command).thenRefused('insatser/not-followed-by-person');
    }
  });

  it('is done while the insats goes on, its first and last day included', () => {
    const insats = { kind: 'individ' as const, startsOn: day('2024-01-10'), endsOn: day('2024-06-20') };
    const on = (enrolledOn: string) => enrol({ enrolledOn: day(enrolledOn) }, { insats });
    given()
      .when(on('2024-01-10'))
      .then(enrolled({ enrolledOn: day('2024-01-10') }));
    given()
      .when(on('2024-06-20'))
      .then(enrolled({ enrolledOn: day('2024-06-20') }));
    given().when(on('2024-01-09')).thenRefused('insatser/outside-insats');
    given().when(on('2024-06-21')).thenRefused('insatser/outside-insats');
    expect(answerTo(on('2024-06-21'))).toEqual([422, '/enrolledOn']);
  });

  it('is refused under an id that is another participation', () => {
    given(enrolled())
      .when(enrol({ gender: 'man' }))
      .thenRefused('insatser/participation-taken');
    given(enrolled())
      .when(enrol({ insatsId: 'verkstan' }))
      .thenRefused('insatser/participation-taken');
  });

  it('asked again after the facts have changed is still the same enrolment', () => {
    given(enrolled())
      .when(enrol({}, { participantMode: 'aggregates', insats: null }))
      .thenNothing();
  });
});

describe('an exit', () => {
  it('happens once, with the insats that the enrolment named', () => {
    given(enrolled()).when(exit('2024-06-30')).then(exited('2024-06-30'));
    given(enrolled(), exited('2024-06-30')).when(exit('2024-06-30')).thenNothing();
  });

  it('may be on the day of the enrolment, not before it', () => {
    given(enrolled()).when(exit('2024-02-01')).then(exited('2024-02-01'));
    given(enrolled()).when(exit('2024-01-31')).thenRefused('insatser/exit-before-enrolment');
    expect(answerTo(exit('2024-01-31'), enrolled())).toEqual([422, '/exitedOn']);
  });

  it('has a reason from the list in force', () => {
    given(enrolled()).when(exit('2024-06-30', 'flytt')).thenRefused('insatser/unknown-exit-reason');
    given(enrolled())
      .when(exit('2024-06-30', 'arbete', []))
      .thenRefused('insatser/unknown-exit-reason');
    expect(answerTo(exit('2024-06-30', 'flytt'), enrolled())).toEqual([422, '/reason']);
  });

  it('is not changed afterwards', () => {
    const past = given(enrolled(), exited('2024-06-30'));
    past.when(exit('2024-07-01')).thenRefused('insatser/already-exited');
    past.when(exit('2024-06-30', 'studier')).thenRefused('insatser/already-exited');
  });

  it('asked again after the list has changed is still the same exit', () => {
    given(enrolled(), exited('2024-06-30'))
      .when(exit('2024-06-30', 'arbete', []))
      .thenNothing();
  });

  it('needs an enrolment', () => {
    given().when(exit('2024-06-30')).thenRefused('insatser/not-enrolled');
    expect(answerTo(exit('2024-06-30'))).toEqual([404, '/participationId']);
  });
});

describe('a wrong registration', () => {
  it('is voided once, before or after its exit', () => {
    given(enrolled()).when(makeVoid).then(voided);
    given(enrolled(), exited('2024-06-30')).when(makeVoid).then(voided);
    given(enrolled(), voided).when(makeVoid).thenNothing();
    given().when(makeVoid).thenRefused('insatser/not-enrolled');
  });

  it('is over: nothing more is recorded of it', () => {
    given(enrolled(), voided).when(enrol()).thenRefused('insatser/participation-voided');
    given(enrolled(), voided).when(exit('2024-06-30')).thenRefused('insatser/participation-voided');
    given(enrolled(), exited('2024-06-30'), voided)
      .when(exit('2024-06-30'))
      .thenRefused('insatser/participation-voided');
  });
});

it('has a stream of its own for each participation', () => {
  for (const command of [enrol(), exit('2024-06-30'), makeVoid]) {
    expect(participationDecider.stream(command)).toBe('participation-deltagande-1');
  }
});
