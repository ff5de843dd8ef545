import { reconcile } from './reconcile';
import { changed, report } from './testing';

const cause = (form: ReturnType<typeof report>) =>
  reconcile(form).map((finding) => finding.cause?.replaceAll('\u00a0', ' '));

const sum = report(
  { n: { unit: 'tkr', columns: ['nu: 2024', 'da: 2023'], rows: { a: [500, 310], b: [120, 45], summa: [620, 355] } } },
  { relations: [{ rule: 'summa', total: 'n/summa', parts: ['n/a', 'n/b'] }] },
);

describe('the probable cause', () => {
  it('is the result that is missing from the equity', () => {
    const balance = report({
      rr: { unit: 'tkr', columns: ['nu', 'da'], rows: { resultat: ['1 816', 30] }, roles: { resultat: 'resultat' } },
      br: {
        unit: 'tkr',
        columns: ['nu', 'da'],
        rows: { tillgangar: ['4 696', 90], summa: ['2 880', 90] },
        roles: { tillgangar: 'tillgangar', summa: 'eget-kapital-och-skulder' },
      },
    });
    expect(cause(balance)).toEqual([
      'Skillnaden är lika med periodens resultat (1 816 tkr): resultatet saknas i eget kapital.',
    ]);
  });

  it('is not the result outside a balance, nor another amount in one', () => {
    const table = { unit: 'tkr' as const, columns: ['nu'] };
    const outside = report(
      { n: { ...table, rows: { a: [700], resultat: [90], summa: [790] }, roles: { resultat: 'resultat' } } },
      { relations: [{ rule: 'summa', total: 'n/summa', parts: ['n/a'] }] },
    );
    expect(cause(outside)).toEqual([
      'Skillnaden är lika med resultat (90 tkr): den kan fattas eller vara räknad två gånger.',
    ]);
    const twice = report({
      br: {
        ...table,
        rows: { tillgangar: [100], summa: [200] },
        roles: { tillgangar: 'tillgangar', summa: 'eget-kapital-och-skulder' },
      },
    });
    expect(cause(twice)).toEqual([
      'Skillnaden är lika med tillgangar (100 tkr): den kan fattas eller vara räknad två gånger.',
    ]);
  });

  it('is one sign turned', () => {
    expect(cause(changed(sum, 'n/b/nu', -120))).toEqual(['Ett omvänt tecken på b (−120 tkr) förklarar skillnaden.']);
  });

  it('is two columns that have changed places', () => {
    const swapped = changed(changed(sum, 'n/summa/nu', 355), 'n/summa/da', 620);
    expect(cause(swapped)).toEqual([
      'Det ser ut som om kolumnen 2024 och kolumnen 2023 har bytt plats.',
      'Det ser ut som om kolumnen 2023 och kolumnen 2024 har bytt plats.',
    ]);
  });

  it('is last year’s figure in this year’s column', () => {
    expect(cause(changed(sum, 'n/summa/nu', 355))).toEqual([
      'Beloppet är det som hör till kolumnen 2023: fel periods uppgift kan vara tryckt.',
    ]);
  });

  it('is one cell that was left out', () => {
    expect(cause(changed(sum, 'n/summa/nu', 500))).toEqual([
      'Skillnaden är lika med b (120 tkr): den kan fattas eller vara räknad två gånger.',
    ]);
  });

  it('is not guessed where nothing fits', () => {
    expect(cause(changed(sum, 'n/summa/nu', 647))).toEqual([undefined]);
  });
});
