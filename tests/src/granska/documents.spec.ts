import { type Finding, reconcile } from '@finsam/reporting';
import { found, gradeA } from './audit';
import { type DocumentName, DOCUMENTS, typedDocument } from './documents';

const at = ({ rule, place }: Finding) => `${rule} ${place}`;
const findingsOf = (name: DocumentName) => reconcile(typedDocument(name));

describe.each(DOCUMENTS)('the printed document %s', (name) => {
  it('gives what the audit has found, each at its place, and no false alarm', () => {
    expect(findingsOf(name).map(at).sort()).toEqual(Object.values(found[name]).flat().sort());
  });
});

describe('the findings together', () => {
  it('are errors, but for labels, units and a figure that was cut off', () => {
    const findings = DOCUMENTS.flatMap(findingsOf);
    const mild = findings.filter(({ severity }) => severity !== 'fel').map((one) => `${one.severity}: ${at(one)}`);
    expect(mild).toEqual([
      'upplysning: samma-uppgift femarsoversikt/verksamhetens-intakter/ar-1',
      'varning: etikett resultatrakning/*/utfall',
      'varning: etikett resultatrakning/*/utfall-foregaende-ar',
      'varning: enhet tabell-4/tid/jan-dec-2022',
    ]);
  });

  const all = DOCUMENTS.flatMap((name) => Object.entries(found[name]));

  it('hold every item of grade A', () => {
    expect(gradeA).toHaveLength(25);
    expect(gradeA.filter((item) => !all.some(([number]) => number === item))).toEqual([]);
  });

  it('say that the result is missing from the equity where a balance differs by it', () => {
    const balances = findingsOf('delarsbokslut-2024-08').filter(({ rule }) => rule === 'balans');
    expect(balances.map(({ cause }) => cause?.replaceAll('\u00a0', ' '))).toEqual([
      'Skillnaden är lika med periodens resultat (1 816 tkr): resultatet saknas i eget kapital.',
      'Skillnaden är lika med periodens resultat (1 250 tkr): resultatet saknas i eget kapital.',
    ]);
  });

  it('say that a note shows last year’s figure', () => {
    const note = findingsOf('delarsbokslut-2024-08').find(
      (one) => at(one) === 'not-rad noter-balans/not-3-summa/utfall',
    );
    expect(note?.cause).toBe('Beloppet är det som hör till kolumnen 2023-08: fel periods uppgift kan vara tryckt.');
  });

  it('give the figures in the message', () => {
    const [first] = findingsOf('delarsrapport-2024-h1');
    expect(first?.message.replaceAll('\u00a0', ' ')).toBe(
      'Resultaträkning per 2024-06-30, Periodens resultat, Helårsprognos: ' +
        'tryckt −123 750 kr, men delarna ger −148 750 kr. Skillnad 25 000 kr.',
    );
  });
});

/** Every cell that a relation holds: changed by a lot, at least one rule speaks that did not before. */
describe.each(DOCUMENTS)('a change in %s', (name) => {
  it('of any total is found', () => {
    const form = typedDocument(name);
    const before = new Set(reconcile(form).map(({ message }) => message));
    const totals = form.relations.filter((relation) => relation.rule !== 'andel').map(({ total }) => total.split('/'));
    const silent = totals.filter(([table = '', row = '', column]) => {
      if (row === '*') return false;
      const copy = structuredClone(form);
      const target = copy.tables.find(({ id }) => id === table)!;
      const cells = target.rows.find(({ id }) => id === row)!.cells;
      const index = target.columns.findIndex(({ id }, place) =>
        column === undefined || column === '*'
          ? (cells[place] ?? '') !== '' && target.columns[place]?.unit !== 'procent'
          : id === column,
      );
      cells[index] = String(cells[index] ?? '0').startsWith('-') ? '-9 999 999' : '9 999 999';
      return reconcile(copy).every(({ message }) => before.has(message));
    });
    expect(silent).toEqual([]);
  });
});
