// Which positions an insats has and which of them are empty: what a forecast by vacancies is reckoned from.
import {
  canonicalJson,
  codeSchema,
  type CommandsOf,
  type Decider,
  defineCommand,
  type EventOf,
  refusals,
  unreachable,
} from '@finsam/kernel';
import { z } from 'zod';
import {
  type StaffingAgreed,
  type StaffingEvent,
  staffingEvents,
  staffingSchema,
  type VacancyRecorded,
  vacancySchema,
} from './staffing.events';

export const AgreeStaffing = defineCommand(
  'AgreeStaffing',
  // `facts`: the members, and whether the insats is registered, read by the edge from their own streams.
  staffingSchema.extend({ facts: z.strictObject({ members: z.array(codeSchema), registered: z.boolean() }) }),
);
export const RecordVacancy = defineCommand('RecordVacancy', vacancySchema);

const commands = [AgreeStaffing, RecordVacancy] as const;
export type StaffingCommand = CommandsOf<typeof commands>;

type Agreement = EventOf<typeof StaffingAgreed>['data'];
type Vacancy = EventOf<typeof VacancyRecorded>['data'];

interface Staffing {
  readonly agreed: Agreement | null;
  /** By position and first day. */
  readonly vacancies: Map<string, Vacancy>;
}

const refuse = refusals({
  'insatser/unknown-insats': { status: 404, text: 'Insatsen {insatsId} finns inte.' },
  'insatser/unknown-member': { status: 422, text: '{member} är inte medlem i förbundet.' },
  'insatser/position-repeated': { status: 422, text: 'Tjänsten {position} står två gånger.' },
  'insatser/unknown-position': { status: 404, text: 'Insatsen har ingen tjänst {position}.' },
  'insatser/ends-before-start': { status: 422, text: 'Sista dagen, {to}, ligger före den första, {from}.' },
  'insatser/vacancy-overlaps': { status: 409, text: 'Tjänsten {position} är redan vakant under en del av tiden.' },
});

export const staffingDecider: Decider<Staffing, StaffingCommand, StaffingEvent> = {
  name: 'insatser/staffing',
  commands,
  events: staffingEvents,
  stream: ({ data }) => `staffing-${data.insatsId}`,
  initialState: () => ({ agreed: null, vacancies: new Map() }),
  evolve: (state, { type, data }) => {
    if (type === 'StaffingAgreed') return { ...state, agreed: data };
    state.vacancies.set(keyOf(data), data);
    return state;
  },
  decide: ({ type, data }, state) => {
    switch (type) {
      case 'AgreeStaffing':
        return agree(data, state);
      case 'RecordVacancy':
        return recordVacancy(data, state);
      default:
        return unreachable(type);
    }
  },
};

function agree({ facts, ...agreement }: ReturnType<typeof AgreeStaffing>['data'], { agreed }: Staffing) {
  const { insatsId, positions } = agreement;
  if (!facts.registered) throw refuse('insatser/unknown-insats', { insatsId, pointer: '/insatsId' });
  const codes = positions.map(({ position }) => position);
  positions.forEach(({ position, employer, from, to }, index) => {
    const at = `/positions/${index}`;
    if (codes.indexOf(position) < index) {
      throw refuse('insatser/position-repeated', { position, pointer: `${at}/position` });
    }
    if (employer !== undefined && !facts.members.includes(employer)) {
      throw refuse('insatser/unknown-member', { member: employer, pointer: `${at}/employer` });
    }
    if (to !== undefined && to < from) throw refuse('insatser/ends-before-start', { from, to, pointer: `${at}/to` });
  });
  const same = agreed !== null && canonicalJson(agreed) === canonicalJson(agreement);
  return same ? [] : [{ type: 'StaffingAgreed' as const, data: agreement }];
}

function recordVacancy(vacancy: Vacancy, { agreed, vacancies }: Staffing): StaffingEvent[] {
  const { position, from, to } = vacancy;
  if (!agreed?.positions.some((one) => one.position === position)) {
    throw refuse('insatser/unknown-position', { position, pointer: '/position' });
  }
  if (to !== undefined && to < from) throw refuse('insatser/ends-before-start', { from, to, pointer: '/to' });
  const known = vacancies.get(keyOf(vacancy));
  if (known && canonicalJson(known) === canonicalJson(vacancy)) return [];
  const others = [...vacancies.values()].filter((one) => one.position === position && one !== known);
  if (others.some((one) => overlap(one, vacancy))) {
    throw refuse('insatser/vacancy-overlaps', { position, pointer: '/from' });
  }
  return [{ type: 'VacancyRecorded', data: vacancy }];
}

function overlap(a: Vacancy, b: Vacancy): boolean {
  return (a.to === undefined || b.from <= a.to) && (b.to === undefined || a.from <= b.to);
}

function keyOf({ position, from }: Vacancy): string {
  return `${position} ${from}`;
}
