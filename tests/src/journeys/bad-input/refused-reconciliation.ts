// What cannot be accepted of a reconciliation, and the report that cannot be adopted because of it.
import { FORM, type Refused, refused } from './refused';

const accept = refused('reconciliation.accept');
const withdraw = refused('reconciliation.withdraw');

export const refusedReconciliation: readonly Refused[] = [
  accept(
    'an account that the reconciliation has nothing against',
    { place: 'rantor/konto-8311/utfall' },
    409,
    'reconciliation/no-such-finding',
    '/place',
  ),
  accept('another rule', { rule: 'summa' }, 409, 'reconciliation/no-such-finding', '/place'),
  accept('another amount', { difference: -12_35 }, 409, 'reconciliation/other-difference', '/difference'),
  accept('the same in a period without it', {}, 409, 'reconciliation/no-such-finding', '/place', { period: '2022' }),
  accept('a period that is none', {}, 422, FORM, '/period', { period: '2024-H3' }),
  accept('a place that is none', { place: 'rantor' }, 422, FORM, '/place'),
  accept('parts of an öre', { difference: 0.5 }, 422, FORM, '/difference'),
  accept('a reason with what may be a personnummer', { reason: 'Enligt 19121212-1212' }, 422, FORM, '/reason'),
  accept('no reason', { reason: ' ' }, 422, FORM, '/reason'),
  withdraw('what is not accepted', { difference: 1 }, 404, 'reconciliation/not-accepted', '/place'),
  refused('reports.adopt')('a report with an error that stands open', {}, 409, 'report/not-reconciled', '/reportId', {
    reportId: '{unadopted}',
  }),
];
