// What insatser and reports say no to, and which field they point at.
import { FORM, type Refused, refused } from './refused';

const insats = refused('insatser.register');
const enrol = refused('insatser.enrol');
const exit = refused('insatser.exit');
const end = refused('insatser.end');
const order = refused('reports.order');
const standing = { participationId: '{standing}' };

export const refusedInsatser: readonly Refused[] = [
  insats(
    'a follow-up that the kind has not',
    { insatsId: 'ny', followUp: 'volym' },
    422,
    'insatser/follow-up-mismatch',
    '/followUp',
  ),
  insats('other words for an insats that there is', { name: 'Annat' }, 409, 'insatser/insats-taken', '/insatsId'),
  refused('insatser.adopt-exit-reasons')(
    'a reason twice',
    { reasons: ['Arbete', 'Jobb'].map((label) => ({ code: 'jobb', label, national: 'arbete' })) },
    422,
    'insatser/exit-reason-repeated',
    '/reasons/1/code',
  ),
  enrol('an insats that there is not', {}, 404, 'insatser/unknown-insats', '/insatsId', { insatsId: 'okand' }),
  enrol('an insats that counts volumes', {}, 422, 'insatser/not-followed-by-person', '/insatsId', {
    insatsId: 'volymen',
  }),
  enrol('a day before the insats began', { enrolledOn: '2023-12-31' }, 422, 'insatser/outside-insats', '/enrolledOn'),
  ...['191212121212', '121212-1212', '850772-0122'].map((participantId) =>
    enrol(`a number that a person could have: ${participantId}`, { participantId }, 422, FORM, '/participantId'),
  ),
  enrol('a name', { participantId: 'Förnamn Efternamn' }, 422, FORM, '/participantId'),
  exit('a participation that there is not', {}, 404, 'insatser/not-enrolled', '/participationId', {
    participationId: 'finns-inte',
  }),
  exit('another exit of who has left', { exitedOn: '2024-06-30' }, 409, 'insatser/already-exited'),
  exit(
    'a day before the enrolment',
    { exitedOn: '2024-01-31' },
    422,
    'insatser/exit-before-enrolment',
    '/exitedOn',
    standing,
  ),
  exit(
    'a reason that is not in the list',
    { reason: 'okand' },
    422,
    'insatser/unknown-exit-reason',
    '/reason',
    standing,
  ),
  refused('insatser.void')('a participation that there is not', {}, 404, 'insatser/not-enrolled', '/participationId', {
    participationId: 'finns-inte',
  }),
  end('an insats that there is not', {}, 404, 'insatser/insats-not-registered', '/insatsId', { insatsId: 'okand' }),
  end('a day before the insats began', { endsOn: '2023-12-31' }, 422, 'insatser/end-before-start', '/endsOn'),
  order('a type of report that there is not', { type: 'manadsbrev' }, 422, 'report/unknown-type', '/type'),
  ...['2024-06', '2024-T2', '2024-H2', '2024-06-R12'].map((period) =>
    order(`${period}, which does not begin with the year`, { period }, 422, 'report/not-from-january', '/period'),
  ),
  ...['2024-H3', '2024-13', '24', '2024-02-01..2024-08-31', '2024-01-01..2025-08-31', 'H1', '1900'].map((period) =>
    order(`${period}, which is no period`, { period }, 422, FORM, '/period'),
  ),
  refused('reports.adopt')('a report that there is not', {}, 404, 'report/unknown', '/reportId', {
    reportId: 'finns-inte',
  }),
  refused('reports.publish')('a report that there is not', {}, 404, 'report/unknown', '/reportId', {
    reportId: 'finns-inte',
  }),
  refused('reports.publish')('a report that is not adopted', {}, 409, 'report/not-adopted', undefined, {
    reportId: '{unadopted}',
  }),
  refused('reports.adopt')(
    'another decision on an adopted report',
    { decision: { body: 'chef', on: '2024-09-01', paragraph: '1' } },
    409,
    'report/already-adopted',
  ),
];
