import { deciderSpec } from '@finsam/kernel/testing';
import { businessDate, fold } from '@finsam/kernel';
import { associationDecider } from './association.decider';
import { ChooseAggregatesOnly, ChooseParticipantRecords, JoinMember, RegisterAssociation } from './commands';
import {
  aggregates,
  aggregatesChosen,
  formedlingen,
  joined,
  kassan,
  kommun,
  norrviken,
  records,
  recordsChosen,
  registered,
} from './testing';

const { given } = deciderSpec(associationDecider);
const stateAfter = (...events: Parameters<typeof given>) => fold(associationDecider, events);

describe('registering an association', () => {
  it('happens once, however often it is asked', () => {
    given().when(RegisterAssociation(norrviken)).then(registered);
    given(registered).when(RegisterAssociation(norrviken)).thenNothing();
  });

  it('needs no organisation number', () => {
    const { organisationNumber: _, ...unnumbered } = norrviken;
    given().when(RegisterAssociation(unnumbered)).then({ type: 'AssociationRegistered', data: unnumbered });
    given(registered).when(RegisterAssociation(unnumbered)).thenRefused('association/already-registered');
  });

  it('refuses another association on the same log', () => {
    const other = RegisterAssociation({ ...norrviken, name: 'Samordningsförbundet Söderviken' });
    given(registered).when(other).thenRefused('association/already-registered');
  });

  it('comes before everything else', () => {
    given().when(JoinMember(kassan)).thenRefused('association/not-registered');
    given().when(ChooseParticipantRecords(records)).thenRefused('association/not-registered');
    given().when(ChooseAggregatesOnly(aggregates)).thenRefused('association/not-registered');
  });
});

describe('joining', () => {
  it('makes an organisation a member once', () => {
    given(registered).when(JoinMember(kassan)).then(joined(kassan));
    given(registered, joined(kassan)).when(JoinMember(kassan)).thenNothing();
  });

  it('takes a member to pay unless it is said not to', () => {
    const { pays: _, ...silent } = kassan;
    given(registered)
      .when(JoinMember(silent as typeof kassan))
      .then(joined(kassan));
  });

  it('refuses a member under an id that is another member', () => {
    const given2 = given(registered, joined(kommun('norrviken', 'Norrvikens kommun')));
    given2.when(JoinMember(kommun('norrviken', 'Södervikens kommun'))).thenRefused('association/member-taken');
    const later = { ...kommun('norrviken', 'Norrvikens kommun'), from: businessDate('2020-01-01') };
    given2.when(JoinMember(later)).thenRefused('association/member-taken');
  });

  it('gives the state two seats and no more', () => {
    given(registered, joined(kassan)).when(JoinMember(formedlingen)).then(joined(formedlingen));
    const third = { ...formedlingen, memberId: 'skatteverket', name: 'Skatteverket' };
    given(registered, joined(kassan), joined(formedlingen))
      .when(JoinMember(third))
      .thenRefused('association/too-many-state-members');
  });

  it('lets the state pay through one member only', () => {
    const paying = { ...formedlingen, pays: true };
    given(registered, joined(kassan)).when(JoinMember(paying)).thenRefused('association/state-pays-once');
    given(registered, joined(formedlingen)).when(JoinMember(kassan)).then(joined(kassan));
  });

  it('asks only the state how many it is and who of it pays', () => {
    given(registered, joined(kommun('a', 'A')), joined(kommun('b', 'B')))
      .when(JoinMember(kassan))
      .then(joined(kassan));
  });

  it('sets no limit to how many kommuner join and pay', () => {
    const [a, b, c] = [kommun('a', 'A'), kommun('b', 'B'), kommun('c', 'C')];
    given(registered, joined(kassan), joined(formedlingen), joined(a), joined(b)).when(JoinMember(c)).then(joined(c));
  });
});

describe('participant records', () => {
  it('are kept only after a decision that states its legal ground', () => {
    expect(stateAfter(registered).participantMode).toBe('aggregates');
    given(registered).when(ChooseParticipantRecords(records)).then(recordsChosen);
    expect(stateAfter(registered, recordsChosen)).toMatchObject({ participantMode: 'records', records });
  });

  it('may come to stand on another ground', () => {
    const renewed = { ...records, legalGround: 'Artikel 6.1 e och 9.2 h dataskyddsförordningen' };
    given(registered, recordsChosen)
      .when(ChooseParticipantRecords(renewed))
      .then({ type: 'ParticipantRecordsChosen', data: renewed });
  });

  it('end with a decision on aggregates only', () => {
    given(registered, recordsChosen).when(ChooseAggregatesOnly(aggregates)).then(aggregatesChosen);
    expect(stateAfter(registered, recordsChosen, aggregatesChosen)).toMatchObject({
      participantMode: 'aggregates',
      records: null,
    });
  });

  it('may be chosen again after aggregates only', () => {
    given(registered, recordsChosen, aggregatesChosen).when(ChooseParticipantRecords(records)).then(recordsChosen);
  });

  it('are off from the start, so that choosing aggregates only changes nothing', () => {
    given(registered).when(ChooseAggregatesOnly(aggregates)).thenNothing();
  });
});

it('tells its neighbours who the members are', () => {
  const { registered: profile, members } = stateAfter(registered, joined(kassan), joined(formedlingen));
  expect(profile).toEqual(norrviken);
  expect([...members.keys()]).toEqual(['forsakringskassan', 'arbetsformedlingen']);
  expect(members.get('arbetsformedlingen')).toEqual({
    name: 'Arbetsförmedlingen',
    kind: 'stat',
    pays: false,
    from: '2019-01-01',
  });
});
