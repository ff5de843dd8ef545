// Insatser and participations over HTTP.
import { associationState, memberFacts } from '@finsam/associations';
import { parsePeriod, periodCodeSchema } from '@finsam/kernel';
import { commandRoute, type Edge, queryRoute, type Route } from '@finsam/platform';
import { z } from 'zod';
import {
  AdoptExitReasons,
  exitReasonCodes,
  exitReasonsDecider,
  exitReasonsStream,
} from './exit-reasons/exit-reasons.decider';
import { EndInsats, insatsDecider, insatsFacts, insatsStream, RegisterInsats } from './insats/insats.decider';
import { participantCounts } from './participant-counts.projection';
import { EnrolParticipant, ExitParticipant, VoidParticipation } from './participation/commands';
import { insatserGroup } from './room';
import { AgreeStaffing, RecordVacancy } from './staffing/staffing.decider';
import { staffingAt } from './staffing/staffing.projection';

const ofParticipation = { params: { participationId: 'text' } } as const;
const countsQuery = z.strictObject({ period: periodCodeSchema });

async function enrolmentFacts(edge: Edge, { insatsId }: Readonly<Record<string, unknown>>) {
  const { participantMode } = await associationState(edge);
  const insats = await edge.commands.stateOf(insatsDecider, edge.association, insatsStream(String(insatsId)));
  return { participantMode, insats: insatsFacts(insats) };
}

async function staffingFacts(edge: Edge, { insatsId }: Readonly<Record<string, unknown>>) {
  const insats = await edge.commands.stateOf(insatsDecider, edge.association, insatsStream(String(insatsId)));
  return { ...(await memberFacts(edge)), registered: insats.registered !== null };
}

async function exitFacts({ commands, association }: Edge) {
  return { reasons: exitReasonCodes(await commands.stateOf(exitReasonsDecider, association, exitReasonsStream)) };
}

export const insatserRoutes: readonly Route[] = [
  commandRoute({
    operation: 'insatser.register',
    path: 'insatser',
    summary: 'Registrera en insats',
    command: RegisterInsats,
  }),
  commandRoute({
    params: { insatsId: 'text' },
    operation: 'insatser.end',
    path: 'insatser/:insatsId/end',
    summary: 'Avsluta en insats',
    command: EndInsats,
  }),
  commandRoute({
    operation: 'insatser.adopt-exit-reasons',
    path: 'exit-reasons',
    summary: 'Anta förbundets lista över avslutsorsaker',
    command: AdoptExitReasons,
  }),
  commandRoute({
    params: { insatsId: 'text' },
    operation: 'insatser.enrol',
    path: 'insatser/:insatsId/participations',
    summary: 'Skriv in en deltagare',
    command: EnrolParticipant,
    creates: 'participationId',
    facts: enrolmentFacts,
  }),
  commandRoute({
    ...ofParticipation,
    operation: 'insatser.exit',
    path: 'participations/:participationId/exit',
    summary: 'Avsluta ett deltagande',
    command: ExitParticipant,
    facts: exitFacts,
  }),
  commandRoute({
    ...ofParticipation,
    operation: 'insatser.void',
    path: 'participations/:participationId/void',
    summary: 'Stryk en felregistrering',
    command: VoidParticipation,
  }),
  commandRoute({
    params: { insatsId: 'text' },
    operation: 'insatser.agree-staffing',
    path: 'insatser/:insatsId/staffing',
    summary: 'Anteckna insatsens bemanning: tjänster, aldrig personer',
    command: AgreeStaffing,
    facts: staffingFacts,
  }),
  commandRoute({
    params: { insatsId: 'text' },
    operation: 'insatser.record-vacancy',
    path: 'insatser/:insatsId/vacancies',
    summary: 'Anteckna att en tjänst är vakant',
    command: RecordVacancy,
  }),
  queryRoute({
    operation: 'insatser.staffing',
    path: 'staffing',
    summary: 'Insatsernas bemanning och vakanser',
    groups: [insatserGroup],
    answer: async (view) => ({ staffing: await staffingAt(view) }),
  }),
  queryRoute({
    operation: 'insatser.participants',
    path: 'participants',
    summary: 'Deltagare, avslut och orsaker under en period',
    groups: [insatserGroup],
    query: countsQuery,
    answer: (view, { period }: z.output<typeof countsQuery>) => participantCounts(view, parsePeriod(period)),
  }),
];
