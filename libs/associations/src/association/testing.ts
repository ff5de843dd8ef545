// An invented förbund, and the events that tell of it.
import { businessDate } from '@finsam/kernel';
import type { AssociationCommand } from './commands';
import {
  AggregatesOnlyChosen,
  AssociationRegistered,
  MemberJoined,
  ParticipantRecordsChosen,
} from './association.events';

type DataOf<Type extends AssociationCommand['type']> = Extract<AssociationCommand, { type: Type }>['data'];

export const norrviken: DataOf<'RegisterAssociation'> = {
  slug: 'norrviken',
  name: 'Samordningsförbundet Norrviken',
  organisationNumber: '222000-0000',
};

export const memberFrom = businessDate('2019-01-01');

export const kassan: DataOf<'JoinMember'> = {
  memberId: 'forsakringskassan',
  name: 'Försäkringskassan',
  kind: 'stat',
  pays: true,
  from: memberFrom,
};

/** A seat on the board, but the state's half comes through Försäkringskassan. */
export const formedlingen: DataOf<'JoinMember'> = {
  ...kassan,
  memberId: 'arbetsformedlingen',
  name: 'Arbetsförmedlingen',
  pays: false,
};

export const kommun = (memberId: string, name: string): DataOf<'JoinMember'> => ({
  memberId,
  name,
  kind: 'kommun',
  pays: true,
  from: memberFrom,
});

export const records: DataOf<'ChooseParticipantRecords'> = {
  legalGround: 'Artikel 6.1 e dataskyddsförordningen, 7 § lag (2003:1210)',
  decision: { body: 'styrelse', on: businessDate('2023-11-24'), paragraph: '48' },
};

export const aggregates: DataOf<'ChooseAggregatesOnly'> = {
  decision: { body: 'styrelse', on: businessDate('2024-09-20'), paragraph: '31' },
};

export const registered = AssociationRegistered(norrviken);
export const joined = (member: DataOf<'JoinMember'>) => MemberJoined(member);
export const recordsChosen = ParticipantRecordsChosen(records);
export const aggregatesChosen = AggregatesOnlyChosen(aggregates);
