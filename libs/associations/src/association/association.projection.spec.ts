import { projectionSpec } from '@finsam/kernel/testing';
import { associationProfiles, inStatementOrder, type MemberRow, associationMembers } from './association.projection';
import { AssociationRegistered } from './association.events';
import {
  aggregatesChosen,
  formedlingen,
  joined,
  kassan,
  kommun,
  norrviken,
  recordsChosen,
  registered,
} from './testing';

const profile = {
  slug: 'norrviken',
  name: 'Samordningsförbundet Norrviken',
  organisation_number: '222000-0000',
  participant_mode: 'aggregates',
};

describe('the profile', () => {
  it('begins with aggregates only', () => {
    projectionSpec(associationProfiles).given(registered).then(profile);
  });

  it('leaves the organisation number blank when there is none', () => {
    projectionSpec(associationProfiles)
      .given(AssociationRegistered({ slug: norrviken.slug, name: norrviken.name }))
      .then({ ...profile, organisation_number: null });
  });

  it('follows the decisions on participant records', () => {
    const chosen = { ...profile, participant_mode: 'records' };
    projectionSpec(associationProfiles).given(registered, recordsChosen).then(chosen);
    projectionSpec(associationProfiles).given(registered, recordsChosen, aggregatesChosen).then(profile);
  });
});

const row = (member: typeof kassan): MemberRow => ({
  member_id: member.memberId,
  name: member.name,
  member_kind: member.kind,
  pays: member.pays,
  joined_on: member.from,
});

describe('the members', () => {
  it('are one row each', () => {
    projectionSpec(associationMembers).given(registered, joined(kassan), joined(formedlingen)).then(
      {
        member_id: 'forsakringskassan',
        name: 'Försäkringskassan',
        member_kind: 'stat',
        pays: true,
        joined_on: '2019-01-01',
      },
      {
        member_id: 'arbetsformedlingen',
        name: 'Arbetsförmedlingen',
        member_kind: 'stat',
        pays: false,
        joined_on: '2019-01-01',
      },
    );
  });

  it('stand with the state first, then regioner, then kommuner by Swedish name', () => {
    const region = { ...kommun('region', 'Region Östersjön'), kind: 'region' as const };
    const members = [
      kommun('odeshog', 'Ödeshögs kommun'),
      kommun('z', 'Zinkgruvans kommun'),
      region,
      kommun('atvidaberg', 'Åtvidabergs kommun'),
      kassan,
      kommun('alvsjo', 'Älvsjö kommun'),
      formedlingen,
    ].map(row);
    expect(members.sort(inStatementOrder).map(({ member_id }) => member_id)).toEqual([
      'arbetsformedlingen',
      'forsakringskassan',
      'region',
      'z',
      'atvidaberg',
      'alvsjo',
      'odeshog',
    ]);
  });

  it('of one name are told apart by their ids', () => {
    const [a, b] = [row(kommun('a', 'Gotland')), row(kommun('b', 'Gotland'))];
    expect([b, a].sort(inStatementOrder)).toEqual([a, b]);
  });
});
