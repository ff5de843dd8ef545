import { ManyFaults } from '@finsam/kernel';
import { readReport } from '../typed/read-report';
import { readGrid } from './read-grid';
import { writeGrid } from './write-grid';

const read = (...lines: string[]) => readReport(lines.join('\n'));
const table = ['Rapport;R', 'Tabell;t;Tabell;kr', 'rad;text;summa av;A;B', 'a;Del a;;1;2', 'b;Del b;;3;4', 'c;;;4;6'];

/** `rad 3, kolumn B: …` of everything that is wrong. */
function faultsIn(...lines: string[]): string[] {
  try {
    read(...lines);
  } catch (error) {
    if (error instanceof ManyFaults) return error.faults.map(({ text }) => text);
    throw error;
  }
  return [];
}

/** A good report with one line more, or with one of its lines in another form. */
const faultsWith = (...more: string[]) => faultsIn(...table, ...more);
const faultsFor = (line: number, text: string) => faultsIn(...table.with(line - 1, text));

describe('what is wrong with it', () => {
  it('is told all at once, in the order of the file', () => {
    const lines = ['Tabell;u;;mil', 'rad;text;A', 'x;X;ett', 'x;X;2', 'Regel;summma;t/x;t/y', 'Text;;1;kr;t/a/a'];
    expect(faultsWith(...lines)).toEqual([
      'Rad 7, kolumn C: saknas.',
      'Rad 7, kolumn D: är ingen enhet. Möjligt är: kr, tkr, mkr, antal, procent, månader, år.',
      'Rad 9, kolumn C: är inget tal. Skriv det som det är tryckt.',
      'Rad 10, kolumn A: två rader i tabellen får namnet x. Skriv ett eget namn i kolumnen rad.',
      expect.stringMatching(/^Rad 11, kolumn B: är ingen regel\. Möjligt är: summa, avvikelse, /),
      'Rad 11, kolumn C: t/x/a finns inte i rapporten.',
      'Rad 11, kolumn D: t/y/a finns inte i rapporten.',
      'Rad 12, kolumn B: saknas.',
    ]);
  });

  it.each([
    [
      'something before the title',
      faultsIn('Tabell;t;T;kr', ...table.slice(2)),
      /^Rad 1, kolumn A: först ska stå Rapport/,
    ],
    ['two titles', faultsWith('Rapport;Igen'), 'Rad 7, kolumn A: Rapport ska stå en enda gång.'],
    ['a line of no kind', faultsWith('Regel;summa;t/c;t/a', 'x;y'), /^Rad 8, kolumn A: ska vara Rapport, Tabell/],
    ['a table without heads', faultsWith('Tabell;u;U;kr'), 'Rad 7: tabellen har ingen rubrikrad.'],
    [
      'two tables of one name',
      faultsWith('Tabell;t;U;kr', 'rad;text;A', 'x;;1'),
      'Rad 7, kolumn B: två tabeller heter t.',
    ],
    ['heads of another kind', faultsFor(3, 'text;rad;summa av;A;B'), /^Rad 3, kolumn A: rubrikraden/],
    ['no column of texts', faultsFor(3, 'rad;A;B;C;D'), /^Rad 3, kolumn B: kolumnen text saknas/],
    ['no printed column', faultsFor(3, 'rad;text;summa av'), 'Rad 3: tabellen har inga tryckta kolumner.'],
    ['two columns of one name', faultsFor(3, 'rad;text;summa av;A;a'), /^Rad 3, kolumn E: två kolumner får namnet a\./],
    ['a figure without a head', faultsFor(4, 'a;;;1;2;3'), 'Rad 4, kolumn F: står till höger om tabellen.'],
    [
      'a figure in a gap',
      faultsIn(...table.slice(0, 2), 'rad;text;;B', 'a;;1;2'),
      'Rad 4, kolumn C: har ingen rubrik.',
    ],
    ['a row without a name', faultsFor(4, ';;;1;2'), /^Rad 4, kolumn A: är inget namn/],
    ['a role that is none', faultsIn(...table.slice(0, 2), 'rad;text;roll;A', 'a;;chef;1'), /^Rad 4, kolumn C: /],
    ['a line under the heads that says nothing', faultsFor(4, 'typ:;;;1;2'), /^Rad 4, kolumn A: ska vara kolumn:/],
    ['a year that is none', faultsFor(4, 'år:;;;1850;2024'), 'Rad 4, kolumn D: är inget årtal.'],
    ['a sum of what is not there', faultsFor(6, 'c;;a+x;4;6'), /^Rad 6, kolumn C: raden x finns inte i tabellen\./],
    ['a minus without its space', faultsFor(6, 'c;;a-b;4;6'), /mellanslag/],
    ['a sum with nothing in it', faultsFor(6, 'c;;a + + b;4;6'), /med \+ eller - emellan/],
    ['a range upside down', faultsFor(6, 'c;;b..a;4;6'), /den översta först/],
    [
      'a rule of a table that is not there',
      faultsWith('Regel;summa;x/c;t/a'),
      'Rad 7, kolumn C: tabellen x finns inte i rapporten.',
    ],
    ['a rule of two totals', faultsWith('Regel;summa;t/a + t/b;t/a'), /^Rad 7, kolumn C: ska vara en enda plats/],
    ['a part that is not there', faultsWith('Regel;summa;t/c;t/a/x'), 'Rad 7, kolumn D: t/a/x finns inte i rapporten.'],
    ['a share that is none', faultsWith('Regel;andel;t/c/a;t/a'), /^Rad 7, kolumn D: ska vara en andel/],
    ['a condition that is none', faultsWith('Regel;summa;t/c;t/a;kanske: a'), /^Rad 7, kolumn E: är inget villkor/],
    [
      'a column that is not there, in a condition',
      faultsWith('Regel;summa;t/c;t/a;bara: x'),
      'Rad 7, kolumn C: t/c: x finns inte i rapporten.',
    ],
    [
      'a place in the text that is not there',
      faultsWith('Text;Sid;1;kr;t/a/x'),
      'Rad 7, kolumn E: t/a/x finns inte i rapporten.',
    ],
    ['a claim of no figure', faultsWith('Text;Sid;ett;kr;t/a/a'), /^Rad 7, kolumn C: är inget tal/],
    ['a claim of nothing', faultsWith('Text;Sid;1;kr;hundra'), /^Rad 7, kolumn E: är varken en plats/],
    [
      'a comparison of another kind',
      faultsWith('Jämför;Sid;t/a/a;lika med;t/b/a'),
      /^Rad 7, kolumn D: ska vara mer än/,
    ],
  ])('is told: %s', (_, faults, expected) => {
    expect(faults).toEqual([typeof expected === 'string' ? expected : expect.stringMatching(expected)]);
  });

  it('is told of cells that a spreadsheet has reckoned itself', () => {
    const rows = writeGrid(read(...table));
    const at = rows.findIndex((cells) => cells[0]?.kind === 'text' && cells[0].text === 'a');
    const formula = rows.with(at, [...rows[at]!.slice(0, 5), { kind: 'refused', why: 'formula' }]);
    expect(() => readGrid([{ readAs: '', rows: formula }])).toThrow(
      expect.objectContaining({ faults: [expect.objectContaining({ column: 'F', row: at + 1 })] }),
    );
  });

  it('is an empty file, a file of another kind, or one that is neither', () => {
    expect(() => readGrid([{ readAs: '', rows: [] }])).toThrow('Filen är tom.');
    expect(() => readReport('a;b\nc;d')).toThrow(/^Filen har 2 fel\./);
    expect(() => readReport(Buffer.from('%PDF-1.7'))).toThrow('Filen är varken CSV eller XLSX, vad den än heter.');
  });
});
