import { DomainError, fold, ore } from '@finsam/kernel';
import { deciderSpec, projectionSpec } from '@finsam/kernel/testing';
import fc from 'fast-check';
import { day } from '../testing';
import { AgreeStaffing, RecordVacancy, type StaffingCommand, staffingDecider } from './staffing.decider';
import { type Position, StaffingAgreed, type StaffingEvent, VacancyRecorded } from './staffing.events';
import { type InsatsStaffing, staffing } from './staffing.projection';
import { vacancyCostOre } from './vacancy-cost';

const { given } = deciderSpec(staffingDecider);

const coach: Position = {
  position: 'coach-1',
  employer: 'osterby',
  shareBasisPoints: 5_000,
  monthlyCostOre: ore(3_000),
  from: day('2024-01-01'),
};
const helper: Position = { ...coach, position: 'coach-2', monthlyCostOre: ore(6_200), to: day('2024-10-31') };
const facts = { members: ['osterby'], registered: true };
const agreement = (positions = [coach, helper]) => ({ insatsId: 'stegen', positions });
const agree = (positions = [coach, helper], more: Partial<typeof facts> = {}) =>
  AgreeStaffing({ ...agreement(positions), facts: { ...facts, ...more } });
const agreed = (positions = [coach, helper]) => StaffingAgreed(agreement(positions));
const empty = (position: string, from: string, to?: string) => ({
  insatsId: 'stegen',
  position,
  from: day(from),
  ...(to !== undefined && { to: day(to) }),
});
const record = (...of: Parameters<typeof empty>) => RecordVacancy(empty(...of));
const recorded = (...of: Parameters<typeof empty>) => VacancyRecorded(empty(...of));

function pointerTo(command: StaffingCommand, ...past: StaffingEvent[]): unknown {
  try {
    staffingDecider.decide(command, fold(staffingDecider, past));
  } catch (error) {
    if (error instanceof DomainError) return error.details.pointer;
  }
  throw new Error('was not refused');
}

describe('the positions of an insats', () => {
  it('are agreed once, and replaced as a whole', () => {
    given().when(agree()).then(agreed());
    given(agreed())
      .when(agree([coach]))
      .then(agreed([coach]));
  });

  it('belong to an insats that there is, once each, with employers that are members', () => {
    given()
      .when(agree([coach], { registered: false }))
      .thenRefused('insatser/unknown-insats');
    given()
      .when(agree([coach, coach]))
      .thenRefused('insatser/position-repeated');
    given()
      .when(agree([coach], { members: [] }))
      .thenRefused('insatser/unknown-member');
    given()
      .when(agree([{ ...coach, to: day('2023-12-31') }]))
      .thenRefused('insatser/ends-before-start');
    expect(pointerTo(agree([coach, coach]))).toBe('/positions/1/position');
    expect(pointerTo(agree([coach], { members: [] }))).toBe('/positions/0/employer');
    expect(pointerTo(agree([{ ...coach, to: day('2023-12-31') }]))).toBe('/positions/0/to');
  });

  it('cost something, and are at most full time', () => {
    const accepts = (changes: object) =>
      AgreeStaffing.schema.safeParse({ ...agreement([{ ...coach, ...changes }]), facts }).success;
    expect([accepts({}), accepts({ employer: undefined })]).toEqual([true, true]);
    for (const wrong of [0, 10_001, 0.5]) expect(accepts({ shareBasisPoints: wrong })).toBe(false);
    for (const wrong of [0, -1, 0.5]) expect(accepts({ monthlyCostOre: wrong })).toBe(false);
    expect(accepts({ holder: 'någon' })).toBe(false);
  });
});

describe('a vacancy', () => {
  it('is of a position that there is', () => {
    given().when(record('coach-1', '2024-03-01')).thenRefused('insatser/unknown-position');
    given(agreed()).when(record('coach-3', '2024-03-01')).thenRefused('insatser/unknown-position');
    given(agreed()).when(record('coach-1', '2024-03-01')).then(recorded('coach-1', '2024-03-01'));
  });

  it('gets its last day when it is known', () => {
    given(agreed(), recorded('coach-1', '2024-03-01'))
      .when(record('coach-1', '2024-03-01', '2024-05-31'))
      .then(recorded('coach-1', '2024-03-01', '2024-05-31'));
    given(agreed())
      .when(record('coach-1', '2024-03-01', '2024-02-29'))
      .thenRefused('insatser/ends-before-start');
  });

  it('does not overlap another of the same position', () => {
    const past = given(agreed(), recorded('coach-1', '2024-03-01', '2024-05-31'));
    past.when(record('coach-1', '2024-05-31')).thenRefused('insatser/vacancy-overlaps');
    past.when(record('coach-1', '2024-01-01')).thenRefused('insatser/vacancy-overlaps');
    past.when(record('coach-1', '2024-06-01')).then(recorded('coach-1', '2024-06-01'));
    past.when(record('coach-1', '2024-01-01', '2024-02-29')).then(recorded('coach-1', '2024-01-01', '2024-02-29'));
    past.when(record('coach-2', '2024-04-01')).then(recorded('coach-2', '2024-04-01'));
  });
});

it('stand with their vacancies, in order, under the activity of the insats unless another is named', () => {
  const row = { insats_id: 'stegen', activity: 'stegen', post_kind: null, positions: [coach, helper], vacancies: [] };
  projectionSpec(staffing).given(agreed()).then(row);
  projectionSpec(staffing)
    .given(StaffingAgreed({ ...agreement(), activity: 'kansli', kind: 'lon' }))
    .then({ ...row, activity: 'kansli', post_kind: 'lon' });
  projectionSpec(staffing)
    .given(agreed(), recorded('coach-2', '2024-04-01'), recorded('coach-1', '2024-03-01'), agreed([coach]))
    .then({
      ...row,
      positions: [coach],
      vacancies: [
        { position: 'coach-1', from: '2024-03-01', to: null },
        { position: 'coach-2', from: '2024-04-01', to: null },
      ],
    });
  projectionSpec(staffing)
    .given(agreed(), recorded('coach-1', '2024-03-01'), recorded('coach-1', '2024-03-01', '2024-05-31'))
    .then({ ...row, vacancies: [{ position: 'coach-1', from: '2024-03-01', to: '2024-05-31' }] });
});

describe('what vacancies save', () => {
  const with_ = (...vacancies: InsatsStaffing['vacancies'][number][]): InsatsStaffing => ({
    insatsId: 'stegen',
    activity: 'stegen',
    kind: null,
    positions: [coach, helper],
    vacancies,
  });
  const vacancy = (position: string, from: string, to: string | null = null) => ({
    position,
    from: day(from),
    to: to === null ? null : day(to),
  });
  const rest = { from: day('2024-07-01'), to: day('2024-12-31') };

  it('is the monthly cost of the days that are left', () => {
    expect(vacancyCostOre(with_(vacancy('coach-1', '2024-03-01')), rest)).toBe(6 * 3_000);
    expect(vacancyCostOre(with_(vacancy('coach-1', '2024-09-16')), rest)).toBe(1_500 + 3 * 3_000);
    expect(vacancyCostOre(with_(vacancy('coach-1', '2024-03-01', '2024-07-31')), rest)).toBe(3_000);
    expect(vacancyCostOre(with_(vacancy('coach-1', '2024-03-01', '2024-06-30')), rest)).toBe(0);
    expect(vacancyCostOre(with_(vacancy('coach-1', '2025-01-01')), rest)).toBe(0);
  });

  it('ends with the position, and is nothing for one that there is no longer', () => {
    expect(vacancyCostOre(with_(vacancy('coach-2', '2024-10-21')), rest)).toBe(2_200);
    expect(vacancyCostOre(with_(vacancy('coach-3', '2024-07-01')), rest)).toBe(0);
  });

  it('adds up over positions, and never to more than they cost', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 }), (a, b) => {
        const month = (of: number) => day(`2024-${String(of).padStart(2, '0')}-01`);
        const one = with_({ position: 'coach-1', from: month(a), to: null });
        const two = with_({ position: 'coach-2', from: month(b), to: null });
        const both = with_(...one.vacancies, ...two.vacancies);
        const year = { from: day('2024-01-01'), to: day('2024-12-31') };
        expect(vacancyCostOre(both, year)).toBe(vacancyCostOre(one, year) + vacancyCostOre(two, year));
        expect(vacancyCostOre(one, year)).toBe((13 - a) * 3_000);
        expect(vacancyCostOre(two, year)).toBe(Math.max(0, 11 - b) * 6_200);
      }),
    );
  });
});

it('has a stream for each insats', () => {
  expect(staffingDecider.stream(agree())).toBe('staffing-stegen');
});
