import type { ByGender, Counts, ParticipantCounts } from '@finsam/insatser';
import { contributionCheck } from '@finsam/funding';
import { ore, parsePeriod } from '@finsam/kernel';
import { participantTable } from '../../../rendering/participant-table';
import { deviatingFindings } from './financing';
import { differingFindings } from './opening';
import { participantFindings } from './participants';
import { plain } from '../testing';

describe('the participants', () => {
  const by = (kvinna: number, man: number, unstated = 0): ByGender => ({
    kvinna,
    man,
    'uppgift-saknas': unstated,
    total: kvinna + man + unstated,
  });
  const counts = (exits: Record<string, number>): Counts => {
    const participations = {
      presentAtStart: by(1, 0),
      started: by(2, 2, 1),
      participating: by(3, 2, 1),
      exited: by(1, 1),
      presentAtEnd: by(2, 1, 1),
      exitsByReason: Object.entries(exits).map(([reason, count]) => ({ reason, participations: count })),
    };
    return {
      participations,
      anonymousParticipations: participations,
      participationsInklAnonyma: participations,
      uniqueParticipants: by(1, 1),
    };
  };
  const all = (exits = { jobb: 1, 'avslutade-studier': 1 }): ParticipantCounts => ({
    reasons: [
      { code: 'jobb', label: 'Jobb', national: 'arbete' },
      { code: 'avslutade-studier', label: 'Studier', national: 'studier' },
      { code: 'vid-start', label: 'Aldrig börjat', national: 'ovrigt' },
    ],
    insatser: [{ ...counts(exits), insats: { insats_id: 'totalt', name: 'Stegen' } as never }],
    total: counts(exits),
  });
  const sound = { counts: all(), table: participantTable(all(), parsePeriod('2024-H1')) };
  const found = (of: typeof sound) => participantFindings(of).map(({ rule, place }) => `${rule} ${place}`);
  const with1 = (row: string, column: number) => {
    const rows = sound.table!.rows.map((one) =>
      one.id === row ? { ...one, cells: one.cells.with(column, Number(one.cells[column]) + 1) } : one,
    );
    return { ...sound, table: { ...sound.table!, rows } };
  };

  it('add up, whatever the codes of reasons and insatser', () => {
    expect(found(sound)).toEqual([]);
    expect(found({ ...sound, table: null })).toEqual([]);
  });

  it('are told where genders, reasons or columns do not', () => {
    expect(found(with1('deltagande-man', 0))).toEqual([
      'kon-totalt deltagare/deltagande-totalt/insats-totalt',
      'summa deltagare/deltagande-man/totalt',
    ]);
    expect(found(with1('avslutade-kvinnor', 1))).toEqual([
      'kon-totalt deltagare/avslutade-totalt/totalt',
      'summa deltagare/avslutade-kvinnor/totalt',
    ]);
    expect(found(with1('avslutade-studier', 1))).toContain('orsaker-avslut deltagare/avslutade-totalt/totalt');
    const wrong = {
      ...all(),
      total: {
        ...all().total,
        participationsInklAnonyma: { ...all().total.participationsInklAnonyma, presentAtEnd: by(9, 0) },
      },
    };
    expect(found({ ...sound, counts: wrong })).toContain('in-ut deltagare/vid-slut/totalt');
  });

  it('name an exit that no reason in the table has', () => {
    const lost = all({ jobb: 1, 'avslutade-studier': 0 });
    const [finding] = participantFindings({ counts: lost, table: participantTable(lost, parsePeriod('2024-H1')) });
    expect(finding).toMatchObject({ rule: 'orsaker-avslut', severity: 'fel', difference: 100 });
    expect(plain(finding!.message)).toContain('tryckt 2, men delarna ger 1. Skillnad 1.');
  });
});

describe('what a year opens with', () => {
  const closing = new Map([
    ['konto-1910', 700],
    ['eget-kapital', -700],
  ]);
  const told = (...opening: [string, number][]) => differingFindings(2024, closing, new Map(opening), 'preliminary');

  it('is what the year before closed with, account by account', () => {
    expect(told(...closing)).toEqual([]);
    const [bank, ...more] = told(['konto-1910', 650], ['eget-kapital', -700], ['konto-2440', 0]);
    expect(told(...closing, ['konto-2440', 5]).map(({ place }) => place)).toEqual([
      'bokforing/konto-2440/ingaende-2024',
    ]);
    expect(more).toEqual([]);
    expect(bank).toMatchObject({
      rule: 'ingaende-utgaende',
      severity: 'fel',
      place: 'bokforing/konto-1910/ingaende-2024',
      difference: -50,
    });
    expect(plain(bank!.message)).toBe(
      'Konto 1910: 2024 ingår med 6,50 kr, men 2023 utgick med 7,00 kr. Skillnad -0,50 kr.',
    );
    expect(bank!.cause).toContain('för över dem igen');
  });

  it('says that nothing was carried forward', () => {
    const causes = differingFindings(2024, closing, new Map(), 'none').map(({ cause }) => cause);
    expect(causes).toEqual(Array(2).fill('Året har inga ingående balanser: för över dem från året före.'));
  });
});

describe('the law’s shares of what is agreed', () => {
  const members = (['stat', 'region', 'kommun'] as const).map((kind) => ({ memberId: kind, name: kind, kind }));
  const told = (...amounts: number[]) => {
    const agreed = amounts.map((amount, index) => ({
      memberId: members[index]!.memberId,
      amountOre: ore(amount * 100),
    }));
    return deviatingFindings(2024, contributionCheck(members, agreed, null));
  };

  it('are a warning where they are not kept, and skipped where something is not agreed', () => {
    expect(told(400, 200, 200)).toEqual([]);
    expect(told(400, 200)).toEqual([]);
    const [finding, ...more] = told(400, 210, 200);
    expect(more).toEqual([]);
    expect(finding).toMatchObject({
      rule: 'finansiering',
      severity: 'varning',
      place: 'bidrag/region/2024',
      difference: 1000,
    });
    expect(plain(finding!.message)).toBe(
      'Regionens fjärdedel av bidragen för 2024: avtalat är 210,00 kr, men delen är 200,00 kr. Skillnad 10,00 kr.',
    );
  });
});
