import { ore, ORE_LIMIT, parsePeriod } from '@finsam/kernel';
import type { PublishedFigures } from '@finsam/reporting';
import * as fc from 'fast-check';
import { nationalTable } from './national-table';

type Participants = NonNullable<PublishedFigures['participants']>;

const participants = (women: number, men: number, exitsByReason: Record<string, number> = {}): Participants => ({
  women,
  men,
  unstated: 1,
  exits: Object.values(exitsByReason).reduce((sum, exits) => sum + exits, 0),
  exitsByReason,
});

function published(slug: string, period: string, changes: Partial<PublishedFigures> = {}): PublishedFigures {
  const { from, to } = parsePeriod(period);
  const figures = { income: ore(1_000), cost: ore(600) };
  return { slug, name: slug, type: 'delarsrapport', period, from, to, figures, participants: null, ...changes };
}

const table = (...list: PublishedFigures[]) => nationalTable(2024, 'delarsrapport', list);

describe('the figures of the nation', () => {
  it('are the sums of what the associations state', () => {
    const north = published('norr', '2024-H1', { figures: { income: ore(1_000), result: ore(-50) } });
    const south = published('soder', '2024-H1', { figures: { income: ore(25), result: ore(7) } });
    expect(table(north, south)).toEqual({
      year: 2024,
      type: 'delarsrapport',
      associations: 2,
      cutOffs: [{ to: '2024-06-30', associations: 2 }],
      figures: { income: { sum: 1_025, associations: 2 }, result: { sum: -43, associations: 2 } },
      participants: null,
    });
  });

  it('count a figure that is not stated as missing, and one that is zero as zero', () => {
    const figures = table(
      published('a', '2024-H1', { figures: { income: ore(10), grants: null } }),
      published('b', '2024-H1', { figures: { income: ore(0) } }),
      published('c', '2024-H1', { figures: {} }),
    ).figures;
    expect(figures).toEqual({ income: { sum: 10, associations: 2 }, grants: { sum: 0, associations: 0 } });
  });

  it('may have any code for a name', () => {
    const odd = { constructor: ore(3) };
    expect(table(published('a', '2024-H1', { figures: odd }), published('b', '2024-H1')).figures).toEqual({
      constructor: { sum: 3, associations: 1 },
      cost: { sum: 600, associations: 1 },
      income: { sum: 1_000, associations: 1 },
    });
  });

  it('are exact for as many associations as there can be, in whatever order they come', () => {
    const amounts = fc.array(fc.integer({ min: -ORE_LIMIT, max: ORE_LIMIT }), { maxLength: 300 });
    fc.assert(
      fc.property(amounts, (list) => {
        const all = list.map((amount, n) => published(`a${n}`, '2024-H1', { figures: { income: ore(amount) } }));
        const sum = list.reduce((total, amount) => total + BigInt(amount), 0n);
        expect(table(...all)).toEqual(table(...[...all].reverse()));
        expect(BigInt(table(...all).figures['income']?.sum ?? 0)).toBe(sum);
      }),
      { numRuns: 30 },
    );
  });
});

describe('one publication per association', () => {
  const june = published('norr', '2024-H1', { figures: { income: ore(1) } });
  const august = published('norr', '2024-01-01..2024-08-31', { figures: { income: ore(2) } });
  const other = published('soder', '2024-H1', { figures: { income: ore(10) } });

  it('counts: the one with the latest cut-off, whichever comes first', () => {
    for (const list of [
      [june, august, other],
      [other, august, june],
    ]) {
      expect(table(...list)).toMatchObject({ associations: 2, figures: { income: { sum: 12, associations: 2 } } });
    }
  });

  it('says which cut-off dates the sums are made of', () => {
    expect(table(june, august, other).cutOffs).toEqual([
      { to: '2024-06-30', associations: 1 },
      { to: '2024-08-31', associations: 1 },
    ]);
  });

  it('belongs to the year it ends in, and to its own kind of report', () => {
    const rolling = published('norr', '2024-06-R12');
    const years = [published('norr', '2023'), published('norr', '2025-H1'), published('norr', '2023-12-R12')];
    expect(table(...years)).toMatchObject({ associations: 0, cutOffs: [], figures: {} });
    expect(table(rolling, ...years).associations).toBe(1);
    expect(table(published('norr', '2024', { type: 'arsredovisning' })).associations).toBe(0);
  });
});

describe('the participants of the nation', () => {
  it('are the sums of those that associations state, and nothing where none does', () => {
    const all = table(
      published('a', '2024-H1', { participants: participants(3, 2, { arbete: 1, sjukdom: 1 }) }),
      published('b', '2024-H1', { participants: participants(4, 0, { arbete: 2, sjukdom: 0 }) }),
      published('c', '2024-H1'),
    );
    expect(all.associations).toBe(3);
    expect(all.participants).toEqual({
      women: { sum: 7, associations: 2 },
      men: { sum: 2, associations: 2 },
      unstated: { sum: 2, associations: 2 },
      exits: { sum: 4, associations: 2 },
      exitsByReason: { arbete: { sum: 3, associations: 2 }, sjukdom: { sum: 1, associations: 2 } },
    });
    expect(table(published('c', '2024-H1')).participants).toBeNull();
  });

  it('are missing under a reason that an association does not tell apart, not zero', () => {
    const reasons = table(
      published('a', '2024-H1', { participants: participants(1, 1, { arbete: 2, studier: 0 }) }),
      published('b', '2024-H1', { participants: participants(1, 1, { 'arbete-eller-studier': 5 }) }),
    ).participants?.exitsByReason;
    expect(reasons).toEqual({
      arbete: { sum: 2, associations: 1 },
      'arbete-eller-studier': { sum: 5, associations: 1 },
      studier: { sum: 0, associations: 1 },
    });
  });
});

it('is the same for the same publications', () => {
  const list = [published('b', '2024-H1'), published('a', '2024-T2'), published('a', '2024-H1')];
  expect(JSON.stringify(table(...list))).toBe(JSON.stringify(table(...[...list].reverse())));
});
