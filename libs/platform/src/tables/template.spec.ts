import { ManyFaults } from '@finsam/kernel';
import { code, day, positiveAmount } from './cell-forms';
import { parseTable } from './parse-table';
import { Sheet } from './template';

const columns = {
  member: { heading: 'medlem', form: code, needed: true },
  amountOre: { heading: 'belopp', form: positiveAmount, needed: true },
  group: { heading: 'grupp', form: code, needed: false },
  dueOn: { heading: 'förfaller', form: day, needed: false, repeated: true },
} as const;

const sheet = (csv: string, most = 100) => new Sheet(columns, parseTable(Buffer.from(csv)), most);
const rowsOf = (csv: string) => {
  const read = sheet(csv);
  read.check();
  return read.rows;
};

/** Pointer and text of each fault. */
function faultsOf(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    if (error instanceof ManyFaults) return error.faults.map(({ pointer, text }) => [pointer, text]);
    throw error;
  }
  return [];
}

describe('a filled-in file', () => {
  it('has a row of headings in any order and letters, and rows numbered as the file numbers them', () => {
    expect(
      rowsOf('\ufeffBelopp; MEDLEM ;Förfaller 2;förfaller 1\n\n100;osterby;2026-06-30;2026-01-31\n\n50;vasterby'),
    ).toEqual([
      {
        row: 3,
        values: { member: 'osterby', amountOre: 100_00, group: undefined, dueOn: ['2026-06-30', '2026-01-31'] },
      },
      { row: 5, values: { member: 'vasterby', amountOre: 50_00, group: undefined, dueOn: [] } },
    ]);
  });

  it('is refused for headings that are unknown, missing or there twice, all at once', () => {
    expect(faultsOf(() => sheet('medlem;medlem;summa;förfaller 0\nx;y'))).toEqual([
      ['/rader/1/B', 'Rad 1, kolumn B: rubriken står två gånger.'],
      ['/rader/1/C', 'Rad 1, kolumn C: okänd rubrik.'],
      ['/rader/1/D', 'Rad 1, kolumn D: okänd rubrik.'],
      ['/rader/1/belopp', 'Rad 1: rubriken belopp saknas.'],
    ]);
    expect(faultsOf(() => sheet(''))).toHaveLength(2);
  });

  it('is refused for every cell that is wrong, in order of rows and columns, without what stood in it', () => {
    const csv = 'medlem;grupp;belopp\nosterby;;0\nÖsterby;=1;1,234\n\n;;7;Hemligt-7f3\n-1;x;';
    expect(faultsOf(() => rowsOf(csv))).toEqual([
      ['/rader/2/belopp', 'Rad 2, kolumn C (belopp): ska vara mer än noll.'],
      ['/rader/3/medlem', 'Rad 3, kolumn A (medlem): är ingen kod: a–z, 0–9 och bindestreck.'],
      ['/rader/3/grupp', 'Rad 3, kolumn B (grupp): är ingen kod: a–z, 0–9 och bindestreck.'],
      ['/rader/3/belopp', expect.stringContaining('Rad 3, kolumn C (belopp): kan läsas på två sätt.')],
      ['/rader/5', 'Rad 5: Kolumn D har ingen rubrik.'],
      ['/rader/5/medlem', 'Rad 5, kolumn A (medlem): saknas.'],
      ['/rader/6/medlem', 'Rad 6, kolumn A (medlem): är ingen kod: a–z, 0–9 och bindestreck.'],
      ['/rader/6/belopp', 'Rad 6, kolumn C (belopp): saknas.'],
    ]);
  });

  it('is refused, too, for what only somebody who knows more can see', () => {
    const read = sheet('medlem;belopp\nosterby;0\nnorrby;1');
    read.fault(3, 'member', 'finns inte.');
    expect(faultsOf(() => read.check())).toEqual([
      ['/rader/2/belopp', 'Rad 2, kolumn B (belopp): ska vara mer än noll.'],
      ['/rader/3/medlem', 'Rad 3, kolumn A (medlem): finns inte.'],
    ]);
  });

  it('has rows, but not without end', () => {
    expect(() => sheet('medlem;belopp\n;')).toThrow('inga rader');
    expect(() => sheet('medlem;belopp\na;1\nb;2', 1)).toThrow('fler än 1 ifyllda');
    expect(sheet('medlem;belopp\na;1\nb;2', 2).rows).toHaveLength(2);
  });
});
