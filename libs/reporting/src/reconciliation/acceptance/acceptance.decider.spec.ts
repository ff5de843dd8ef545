import { businessDate } from '@finsam/kernel';
import { deciderSpec, projectionSpec } from '@finsam/kernel/testing';
import type { Finding } from '../finding';
import {
  AcceptFinding,
  acceptanceDecider,
  findingKey,
  reconciliationStream,
  WithdrawAcceptance,
} from './acceptance.decider';
import { FindingAcceptanceWithdrawn, FindingAccepted } from './acceptance.events';
import { acceptances, openErrors, withAcceptances } from './acceptances.projection';

const { given } = deciderSpec(acceptanceDecider);
const decided = (paragraph: string) => ({ body: 'styrelse' as const, on: businessDate('2024-09-20'), paragraph });
const finding = { period: '2024-H1', rule: 'omappat', place: 'rr/konto-8310/utfall', difference: -200 };
const because = { reason: 'Räntan visas i årsredovisningen', decision: decided('12') };
const accepted = FindingAccepted({ ...finding, ...because });
const accept = (more: object = {}, differences = [-200]) =>
  AcceptFinding({ ...finding, ...because, ...more, facts: { differences } });
const withdraw = (paragraph = '13') => WithdrawAcceptance({ ...finding, decision: decided(paragraph) });
const withdrawn = FindingAcceptanceWithdrawn({ ...finding, decision: decided('13') });

describe('accepting a finding', () => {
  it('happens once, with the reason', () => {
    given().when(accept()).then(accepted);
    given(accepted).when(accept()).thenNothing();
    given(accepted).when(accept({}, [])).thenNothing();
  });

  it('may be given another reason, and comes back after it was withdrawn', () => {
    const other = { reason: 'Beloppet är utan betydelse' };
    given(accepted)
      .when(accept(other))
      .then(FindingAccepted({ ...accepted.data, ...other }));
    given(accepted, withdrawn).when(accept()).then(accepted);
  });

  it('is of what the reconciliation finds now, and of nothing else', () => {
    given().when(accept({}, [])).thenRefused('reconciliation/no-such-finding');
    given()
      .when(accept({}, [-300]))
      .thenRefused('reconciliation/other-difference');
    given()
      .when(accept({}, [-300, -200]))
      .then(accepted);
  });
});

describe('withdrawing it', () => {
  it('happens once', () => {
    given(accepted).when(withdraw()).then(withdrawn);
    given(accepted, withdrawn).when(withdraw()).thenNothing();
  });

  it('is refused where nothing is accepted', () => {
    given().when(withdraw()).thenRefused('reconciliation/not-accepted');
    given(accepted, withdrawn).when(withdraw('14')).thenRefused('reconciliation/not-accepted');
    const other = FindingAccepted({ ...accepted.data, difference: -300 });
    given(other).when(withdraw()).thenRefused('reconciliation/not-accepted');
  });
});

it('is of the same days, however the period is written', () => {
  given(accepted)
    .when(WithdrawAcceptance({ ...finding, period: '2024-01-01..2024-06-30', decision: decided('13') }))
    .then(FindingAcceptanceWithdrawn({ ...withdrawn.data, period: '2024-01-01..2024-06-30' }));
  given(accepted)
    .when(WithdrawAcceptance({ ...finding, period: '2024', decision: decided('13') }))
    .thenRefused('reconciliation/not-accepted');
  expect(acceptanceDecider.stream(accept())).toBe(reconciliationStream);
});

it('takes a reason without what may be a personnummer, and a place as findings name it', () => {
  const taken = (change: object) =>
    AcceptFinding.schema.safeParse({ ...finding, ...because, ...change, facts: { differences: [] } }).success;
  expect(taken({})).toBe(true);
  for (const wrong of [{ reason: 'Enligt 19121212-1212' }, { place: 'rr' }, { place: 'rr/a/b/c' }, { difference: 0.5 }])
    expect(taken(wrong)).toBe(false);
});

describe('the acceptances that stand', () => {
  const days = { period_from: '2024-01-01', period_to: '2024-06-30' };
  const { period: _, ...what } = finding;
  const row = { ...days, ...what, ...because };

  it('are a row each; what is withdrawn is gone', () => {
    const other = FindingAccepted({ ...accepted.data, difference: -300, reason: 'Annat' });
    projectionSpec(acceptances)
      .given(accepted, other)
      .then(row as never, { ...row, difference: -300, reason: 'Annat' } as never);
    projectionSpec(acceptances).given(accepted, withdrawn).then();
  });

  it('cover a finding as long as rule, place and difference are the same', () => {
    const known = new Map([[findingKey(finding), because]]);
    const open = (change: Partial<Finding>) => {
      const one = { rule: 'omappat', severity: 'fel', place: finding.place, difference: -200, message: '', cells: [] };
      return openErrors(withAcceptances([{ ...one, ...change } as Finding], known)).length;
    };
    expect(open({})).toBe(0);
    expect(open({ severity: 'varning', place: 'annan/rad/kolumn' })).toBe(0);
    for (const change of [{ difference: -201 }, { place: 'rr/konto-8311/utfall' }, { rule: 'summa' as const }])
      expect(open(change)).toBe(1);
  });
});
