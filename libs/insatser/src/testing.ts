// Invented insatser, a list of reasons and a participation, for the specs of this slice.
import { type AssociationId, type BusinessDate, businessDate, type Command } from '@finsam/kernel';
import type { CommandRunner } from '@finsam/platform';
import { AdoptExitReasons, type ExitReasonsCommand } from './exit-reasons/exit-reasons.decider';
import { ExitReasonsAdopted, type ExitReason } from './exit-reasons/exit-reasons.events';
import { type InsatsCommand, RegisterInsats } from './insats/insats.decider';
import { InsatsEnded, InsatsRegistered } from './insats/insats.events';
import {
  EnrolParticipant,
  ExitParticipant,
  type ParticipationCommand,
  VoidParticipation,
} from './participation/commands';
import {
  type Gender,
  ParticipantEnrolled,
  ParticipantExited,
  ParticipationVoided,
} from './participation/participation.events';

type DataOf<C extends { type: string; data: unknown }, Type extends C['type']> = Extract<C, { type: Type }>['data'];
type Enrolment = Omit<DataOf<ParticipationCommand, 'EnrolParticipant'>, 'facts'>;

export const day = (text: string): BusinessDate => businessDate(text);

export const stegen: DataOf<InsatsCommand, 'RegisterInsats'> = {
  insatsId: 'stegen',
  name: 'Stegen',
  insatsKind: 'individ',
  followUp: 'individ',
  esf: false,
  startsOn: day('2022-01-01'),
};
export const verkstan: typeof stegen = { ...stegen, insatsId: 'verkstan', name: 'Verkstan' };
export const natverket: typeof stegen = {
  ...stegen,
  insatsId: 'natverket',
  name: 'Nätverket',
  insatsKind: 'struktur',
  followUp: 'ingen',
};

export const reasons: readonly ExitReason[] = [
  { code: 'arbete', label: 'Arbete', national: 'arbete' },
  { code: 'studier', label: 'Studier', national: 'studier' },
  { code: 'sjukdom', label: 'Sjukdom', national: 'sjukdom' },
  { code: 'ovrigt', label: 'Övriga orsaker', national: 'ovrigt' },
];
export const list: DataOf<ExitReasonsCommand, 'AdoptExitReasons'> = {
  reasons: [...reasons],
  decision: { body: 'chef', on: day('2021-12-01'), paragraph: '7' },
};
export const codes = reasons.map(({ code }) => code);

export const enrolment: Enrolment = {
  participationId: 'deltagande-1',
  insatsId: 'stegen',
  participantId: 'deltagare-1',
  gender: 'kvinna',
  enrolledOn: day('2024-02-01'),
};
export const facts: DataOf<ParticipationCommand, 'EnrolParticipant'>['facts'] = {
  participantMode: 'records',
  insats: { kind: 'individ', startsOn: stegen.startsOn, endsOn: null },
};

export const insatsRegistered = (insats: typeof stegen) => InsatsRegistered(insats);
export const insatsEnded = (insatsId: string, endsOn: string) => InsatsEnded({ insatsId, endsOn: day(endsOn) });
export const adopted = ExitReasonsAdopted(list);
export const enrolled = (changes: Partial<Enrolment> = {}) => ParticipantEnrolled({ ...enrolment, ...changes });
export const exited = (exitedOn: string, reason = 'arbete') => {
  const { participationId, insatsId } = enrolment;
  return ParticipantExited({ participationId, insatsId, reason, exitedOn: day(exitedOn) });
};
export const voided = ParticipationVoided({ participationId: 'deltagande-1', insatsId: 'stegen' });

/** A participation as a test tells of it: what the counts are checked against. */
export interface Told {
  readonly insatsId: string;
  /** 0 for an anonymous participant. */
  readonly person: number;
  readonly gender: Gender;
  readonly enrolledOn: string;
  readonly exit: { readonly on: string; readonly reason: string } | null;
  readonly voided: boolean;
}

export const idOf = (place: number) => `deltagande-${String(place).padStart(4, '0')}`;

export function commandsOf(told: Told, place: number): Command[] {
  const participationId = idOf(place);
  const { insatsId, person, gender, exit } = told;
  const participant = person === 0 ? {} : { participantId: `deltagare-${person}` };
  const enrolledOn = day(told.enrolledOn);
  const all: Command[] = [EnrolParticipant({ participationId, insatsId, ...participant, gender, enrolledOn, facts })];
  if (exit) {
    const { on, reason } = exit;
    all.push(ExitParticipant({ participationId, exitedOn: day(on), reason, facts: { reasons: codes } }));
  }
  if (told.voided) all.push(VoidParticipation({ participationId }));
  return all;
}

export const begin: Command[] = [
  RegisterInsats(verkstan),
  RegisterInsats(natverket),
  RegisterInsats(stegen),
  AdoptExitReasons(list),
];

let sent = 0;

/** Sends each command under an id of its own; the position of the last. */
export async function send(commands: CommandRunner, association: AssociationId, ...all: Command[]): Promise<number> {
  let position = 0;
  for (const command of all) {
    const context = { association, commandId: `command-${++sent}`, actor: 'test', correlationId: 'test' };
    position = (await commands.execute(command, context)).position;
  }
  return position;
}
