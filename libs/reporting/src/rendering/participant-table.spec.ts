import type { ByGender, Counts, ParticipantCounts, ParticipationCounts } from '@finsam/insatser';
import { parsePeriod } from '@finsam/kernel';
import { participantTable, publishedParticipants } from './participant-table';

const by = (kvinna: number, man: number, unstated = 0): ByGender => ({
  kvinna,
  man,
  'uppgift-saknas': unstated,
  total: kvinna + man + unstated,
});
const none = by(0, 0);

const participations = (
  participating: ByGender,
  exited = none,
  exits: Record<string, number> = {},
): ParticipationCounts => ({
  participating,
  presentAtStart: none,
  started: participating,
  exited,
  presentAtEnd: none,
  exitsByReason: Object.entries(exits).map(([reason, count]) => ({ reason, participations: count })),
});

/** `unique`: persons; `anonymous` of the participations are of nobody in particular. */
const counts = (all: ParticipationCounts, unique = all.participating.total, anonymous = 0): Counts => ({
  participations: participations(none),
  anonymousParticipations: participations(by(anonymous, 0)),
  participationsInklAnonyma: all,
  uniqueParticipants: by(unique, 0),
});

const reasons: ParticipantCounts['reasons'] = [
  { code: 'jobb', label: 'Jobb', national: 'arbete' },
  { code: 'nystartsjobb', label: 'Nystartsjobb', national: 'arbete' },
  { code: 'sjuk', label: 'Sjukdom', national: 'sjukdom' },
];
const column = (insatsId: string, name: string, of: Counts): ParticipantCounts['insatser'][number] => ({
  ...of,
  insats: {
    insats_id: insatsId,
    name,
    insats_kind: 'individ',
    follow_up: 'individ',
    esf: false,
    starts_on: parsePeriod('2022').from,
    ends_on: null,
    registered_at: 1,
  },
});

const stegen = counts(participations(by(3, 2), by(1, 1), { jobb: 1, sjuk: 1 }));
const verkstan = counts(participations(by(1, 0), by(1, 0), { nystartsjobb: 1 }));
const total = participations(by(4, 2), by(2, 1), { jobb: 1, nystartsjobb: 1, sjuk: 1 });
const all = (of: Partial<ParticipantCounts> = {}): ParticipantCounts => ({
  reasons,
  insatser: [column('stegen', 'Stegen', stegen), column('verkstan', 'Verkstan', verkstan)],
  total: counts(total),
  ...of,
});
const [half, empty] = [parsePeriod('2024-H1'), { insatser: [], total: counts(participations(none)) }];

const printed = (of: ParticipantCounts) =>
  participantTable(of, half)!.rows.map(({ label, cells }) => [label, ...cells].join(' · '));

it('is set out as associations print it: a column per insats, exits by reason', () => {
  const table = participantTable(all(), half)!;
  expect(table.title).toBe('Deltagare januari–juni 2024');
  expect(table.columns.map(({ label }) => label)).toEqual(['Stegen', 'Verkstan', 'Totalt']);
  expect(printed(all())).toEqual([
    'Deltagande män · 2 · 0 · 2',
    'Deltagande kvinnor · 3 · 1 · 4',
    'Avslutade män · 1 · 0 · 1',
    'Avslutade kvinnor · 1 · 1 · 2',
    'Avslutsorsaker',
    'Jobb · 1 · 0 · 1',
    'Nystartsjobb · 0 · 1 · 1',
    'Sjukdom · 1 · 0 · 1',
  ]);
});

it('is not there when there is no insats, for missing is not zero', () => {
  expect(participantTable(all(empty), half)).toBeNull();
  expect(publishedParticipants(all(empty))).toBeNull();
});

it('says zero for an insats that nobody took part in', () => {
  const quiet = counts(participations(none));
  expect(printed(all({ insatser: [column('stegen', 'Stegen', quiet)], total: quiet }))[0]).toBe(
    'Deltagande män · 0 · 0',
  );
});

it('has rows for those whose gender is not stated only when there are any', () => {
  const unstated = counts(participations(by(1, 0, 2)));
  expect(printed(all({ insatser: [column('stegen', 'Stegen', unstated)], total: unstated }))).toEqual(
    expect.arrayContaining(['Deltagande, kön saknas · 2 · 2', 'Avslutade, kön saknas · 0 · 0']),
  );
  const left = counts(participations(by(1, 0), by(0, 0, 1)));
  expect(printed(all({ insatser: [column('stegen', 'Stegen', stegen)], total: left }))).toContain(
    'Avslutade, kön saknas · 0 · 1',
  );
});

describe('the notes', () => {
  const notes = (unique: number, anonymous: number) =>
    participantTable(all({ total: counts(total, unique, anonymous) }), half)!.notes.slice(1);

  it('say what is counted', () => {
    expect(participantTable(all(), half)!.notes).toEqual([
      'Tabellen räknar deltaganden: den som deltar i två insatser räknas två gånger. 6 deltaganden.',
    ]);
  });

  it('say how many persons there are when somebody was counted more than once', () => {
    expect(notes(5, 0)).toEqual(['Unika deltagare i hela förbundet: 5.']);
    expect(notes(4, 2)).toEqual(['Varav anonyma: 2. De ingår i tabellen men inte bland unika deltagare.']);
    expect(notes(3, 2)).toHaveLength(2);
  });
});

it('gives the nation the totals, own reasons under the national ones', () => {
  const unstated = { ...total, participating: by(4, 2, 1) };
  expect(publishedParticipants(all({ total: counts(unstated, 5, 2) }))).toEqual({
    women: 4,
    men: 2,
    unstated: 1,
    exits: 3,
    exitsByReason: { arbete: 2, sjukdom: 1 },
  });
});
