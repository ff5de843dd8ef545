// The demo's participants, counted off the file, come to the printed margins.
import { printedTables } from '../printed';
import { type Demo, readDemo } from './demo-files';

describe('the participants of Södra Vätterbygden', () => {
  const table = printedTables.find(({ table: id }) => id === 'deltagare')!;
  const printedRow = (id: string) => table.rows.find((row) => row.id === id)!.cells.map(Number);
  const participations = participationsOf(readDemo('sodra-vatterbygden'));
  const inPeriod = participations.filter(
    ({ enrolledOn, exitedOn }) => enrolledOn <= '2024-06-30' && (exitedOn ?? '2024-01-01') >= '2024-01-01',
  );
  const left = inPeriod.filter(({ exitedOn }) => exitedOn !== undefined && exitedOn <= '2024-06-30');
  const margin = (of: typeof participations) => [
    ...table.columns.slice(0, -1).map(({ id }) => of.filter(({ insatsId }) => insatsId === id).length),
    of.length,
  ];

  it('are present as printed, men and women', () => {
    for (const [gender, row] of [
      ['man', 'deltagande-man'],
      ['kvinna', 'deltagande-kvinnor'],
    ] as const) {
      expect(margin(inPeriod.filter((one) => one.gender === gender))).toEqual(printedRow(row));
    }
  });

  it('leave as printed, men and women, and each for a printed reason', () => {
    for (const [gender, row] of [
      ['man', 'avslutade-man'],
      ['kvinna', 'avslutade-kvinnor'],
    ] as const) {
      expect(margin(left.filter((one) => one.gender === gender))).toEqual(printedRow(row));
    }
    for (const reason of ['arbete-eller-studier', 'fortsatt-arbetsrehab', 'sjukdom', 'ovriga']) {
      expect(margin(left.filter((one) => one.reason === reason))).toEqual(printedRow(reason));
    }
  });

  it('are 186 persons in 193 participations, beside three that the half-year does not touch', () => {
    expect(new Set(inPeriod.map(({ participantId }) => participantId)).size).toBe(186);
    expect([inPeriod.length, participations.length]).toEqual([193, 196]);
  });

  it('begin and leave on the first and last days of the period too, and just outside it', () => {
    expect(inPeriod.filter(({ enrolledOn }) => enrolledOn === '2024-01-01')).toHaveLength(1);
    expect(left.filter(({ exitedOn }) => exitedOn === '2024-06-30')).toHaveLength(1);
    expect(participations.filter(({ exitedOn }) => exitedOn === '2023-12-31')).toHaveLength(1);
    expect(participations.filter(({ enrolledOn }) => enrolledOn === '2024-07-01')).toHaveLength(1);
  });

  it('are of one gender each', () => {
    const genders = new Map(participations.map(({ participantId, gender }) => [participantId, gender]));
    expect(participations.filter(({ participantId, gender }) => genders.get(participantId) !== gender)).toEqual([]);
  });
});

interface Participation {
  readonly insatsId: string;
  readonly participantId: string;
  readonly gender: string;
  readonly enrolledOn: string;
  readonly exitedOn?: string;
  readonly reason?: string;
}

function participationsOf({ requests }: Demo): Participation[] {
  const exits = new Map(
    requests.filter(({ path }) => path.endsWith('/exit')).map(({ path, body }) => [path.split('/')[1], body]),
  );
  return requests
    .filter(({ path }) => /^insatser\/[^/]+\/participations$/.test(path))
    .map(({ path, as, body }) => {
      const exit = exits.get(`{${as}}`);
      return { insatsId: path.split('/')[1], ...body, ...exit } as unknown as Participation;
    });
}
