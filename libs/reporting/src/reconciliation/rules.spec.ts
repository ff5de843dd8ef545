import { reconcile } from './reconcile';
import { LINEAR_RULES } from './rules';
import { changed, report } from './testing';

const columns = ['utfall: 2024', 'fjol: 2023'];

/** A sound report for each rule, the cell that is changed, and what to. */
const sound = (rule: string) =>
  report(
    { ett: { columns, rows: { a: ['1 000', '700'], b: ['-400', ''], tva: ['600', '700'] } } },
    { relations: [{ rule, total: 'ett/tva', parts: ['ett/a', 'ett/b'], blank: 'all' }] },
  );

describe.each(LINEAR_RULES)('the rule %s', (rule) => {
  it('is silent about a sound report, and speaks when one cell is changed', () => {
    expect(reconcile(sound(rule))).toEqual([]);
    const findings = reconcile(changed(sound(rule), 'ett/a/utfall', '1 010'));
    expect(findings).toMatchObject([{ rule, severity: 'fel', place: 'ett/tva/utfall' }]);
    expect(findings[0]?.message.replaceAll('\u00a0', ' ')).toBe(
      'ett, tva, 2024: tryckt 600 kr, men delarna ger 610 kr. Skillnad −10 kr.',
    );
  });
});

describe('a balance', () => {
  const balance = report({
    br: {
      columns,
      rows: { tillgangar: [900, 800], skulder: [900, 800] },
      roles: { tillgangar: 'tillgangar', skulder: 'eget-kapital-och-skulder' },
    },
  });

  it('is asked without anybody saying so', () => {
    expect(reconcile(balance)).toEqual([]);
    expect(reconcile(changed(balance, 'br/skulder/fjol', 810))).toMatchObject([
      { rule: 'balans', place: 'br/skulder/fjol' },
    ]);
  });
});

describe('a stated percent', () => {
  const share = report(
    {
      t: { unit: 'procent', columns, rows: { andel: ['43 %', '50 %'] } },
      n: { unit: 'antal', columns, rows: { mal: [3, 4], av: [7, 8] } },
    },
    { relations: [{ rule: 'andel', share: 't/andel', of: ['n/mal'], against: ['n/av'] }] },
  );

  it('must be the one that can be reckoned', () => {
    expect(reconcile(share)).toEqual([]);
    expect(reconcile(changed(share, 't/andel/fjol', '49 %'))).toMatchObject([{ rule: 'andel', place: 't/andel/fjol' }]);
  });

  it('may be cut off, which is worth a remark and no more', () => {
    expect(reconcile(changed(changed(share, 'n/mal/utfall', 2), 't/andel/utfall', '28 %'))).toMatchObject([
      { severity: 'upplysning', place: 't/andel/utfall' },
    ]);
    expect(reconcile(changed(changed(share, 'n/mal/utfall', 2), 't/andel/utfall', '27 %'))).toMatchObject([
      { severity: 'fel', place: 't/andel/utfall' },
    ]);
  });

  it('is wrong, not cut off, when it is rounded up too far', () => {
    expect(reconcile(changed(changed(share, 'n/mal/utfall', 1), 't/andel/utfall', '15 %'))).toMatchObject([
      { severity: 'fel', place: 't/andel/utfall' },
    ]);
  });

  it('is left alone when the parts, as rounded, may give it', () => {
    const rounded = report(
      {
        d: { unit: 'tkr', columns: ['u', 'b'], rows: { a: ['-2', '10'] } },
        p: { unit: 'procent', columns: ['f'], rows: { a: ['-16 %'] } },
      },
      { relations: [{ rule: 'andel', share: 'p/a/f', of: ['d/a/u'], against: ['d/a/b'] }] },
    );
    expect(reconcile(rounded)).toEqual([]);
  });
});

describe('a figure in the text', () => {
  const claims = (figure: string, says: string) =>
    report(
      { t: { columns, rows: { bidrag: ['11 148 000', '8 892 000'], kostnad: ['432 000', '460 000'] } } },
      {
        claims: [
          { place: 'Avsnitt 4', figure, unit: 'mkr', is: 't/bidrag/utfall' },
          { place: 'Avsnitt 5', says, left: 't/kostnad/utfall', right: 't/kostnad/fjol' },
        ],
      },
    );

  it('must follow from the cell that it cites', () => {
    expect(reconcile(claims('11,1', 'mindre-an'))).toEqual([]);
    expect(reconcile(claims('11,4', 'mindre-an'))).toMatchObject([
      { rule: 'text', severity: 'fel', place: 'Avsnitt 4' },
    ]);
  });

  it('must be right about which is larger', () => {
    for (const says of ['mindre-an', 'hogst']) expect(reconcile(claims('11,1', says))).toEqual([]);
    for (const says of ['mer-an', 'minst'])
      expect(reconcile(claims('11,1', says))).toMatchObject([{ rule: 'text', place: 'Avsnitt 5' }]);
  });

  it('is not larger or smaller than what it equals', () => {
    const counts = (says: string, left: number, right: number) =>
      reconcile(
        report(
          { t: { unit: 'antal', columns, rows: { n: [left, right] } } },
          { claims: [{ place: 'P', says, left: 't/n/utfall', right: 't/n/fjol' }] },
        ),
      ).length;
    expect(['mer-an', 'mindre-an', 'minst', 'hogst'].map((says) => counts(says, 5, 5))).toEqual([1, 1, 0, 0]);
    expect(['mer-an', 'mindre-an', 'minst', 'hogst'].map((says) => counts(says, 6, 5))).toEqual([0, 1, 0, 1]);
    expect(['mer-an', 'mindre-an', 'minst', 'hogst'].map((says) => counts(says, 4, 5))).toEqual([1, 0, 1, 0]);
  });

  it('may be a part of a year of what it cites', () => {
    const months = (figure: string) =>
      report(
        { t: { columns, rows: { bidrag: ['13 432 000', ''] } } },
        { claims: [{ place: 'P', figure, unit: 'tkr', is: { sum: [{ cell: 't/bidrag/utfall', times: [8, 12] }] } }] },
      );
    expect(reconcile(months('8 955'))).toEqual([]);
    expect(reconcile(months('8 965'))).toHaveLength(1);
  });

  it('may be rounded more than its digits say', () => {
    const about = (figure: string) =>
      report(
        { t: { unit: 'tkr', columns, rows: { a: ['1 657', ''], b: ['-1 192', ''] } } },
        { claims: [{ place: 'P', figure, unit: 'tkr', step: '100', is: { sum: ['t/a/utfall', 't/b/utfall'] } }] },
      );
    expect(reconcile(about('500'))).toEqual([]);
    expect(reconcile(about('400'))).toMatchObject([{ severity: 'upplysning' }]);
    expect(reconcile(about('600'))).toMatchObject([{ severity: 'fel' }]);
  });
});

describe('heads and units', () => {
  it('finds two columns with one head, a head of another year and a unit that is not the table’s', () => {
    const twice = report({ t: { columns: ['a: Utfall 2023', 'b: Utfall 2023'], rows: { r: [1, 2] } } });
    expect(reconcile(twice)).toMatchObject([{ rule: 'etikett', severity: 'varning', place: 't/*/b' }]);
    const other = report({ t: { columns: ['a: Utfall 2023', 'b: Utfall 2024'], rows: { r: [1, 2] } } });
    expect(reconcile(other)).toEqual([]);
    other.tables[0]!.columns[1]!.year = 2025;
    expect(reconcile(other)).toMatchObject([{ rule: 'etikett', place: 't/*/b' }]);
    const months = report({ t: { unit: 'månader', columns: ['a'], rows: { r: ['16,3 år'] } } });
    expect(reconcile(months)).toMatchObject([{ rule: 'enhet', place: 't/r/a' }]);
    expect(reconcile(changed(months, 't/r/a', '16,3 mån'))).toEqual([]);
  });
});

describe('what is no finding', () => {
  it('skips a blank total, and a blank part unless blanks are nothing', () => {
    const strict = sound('summa');
    const [relation] = strict.relations;
    if (relation?.rule === 'summa') relation.blank = 'any';
    expect(reconcile(changed(strict, 'ett/tva/fjol', '999'))).toEqual([]);
    expect(reconcile(changed(sound('summa'), 'ett/tva/fjol', '999'))).toMatchObject([{ place: 'ett/tva/fjol' }]);
    expect(reconcile(changed(sound('summa'), 'ett/tva/fjol', null))).toEqual([]);
  });

  it('lets rounding be rounding: half a step for each printed figure', () => {
    expect(reconcile(changed(sound('summa'), 'ett/tva/utfall', '601'))).toEqual([]);
    expect(reconcile(changed(sound('summa'), 'ett/tva/utfall', '602'))).toHaveLength(1);
  });

  it('refuses places that the report does not have, and cells that are no figures', () => {
    const lost = report(
      { t: { columns, rows: { a: [1, 2] } } },
      { relations: [{ rule: 'summa', total: 't/a', parts: ['t/b'] }] },
    );
    expect(() => reconcile(lost)).toThrow('t/b/utfall finns inte i rapporten.');
    expect(() => reconcile(changed(sound('summa'), 'ett/a/utfall', 'tolv'))).toThrow('ett/a/utfall är inget tal');
  });
});
