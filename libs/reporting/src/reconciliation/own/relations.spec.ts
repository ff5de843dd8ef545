import type { Layout, LayoutRow, LineRow } from '@finsam/associations';
import type { ColumnFigures } from '../../statements/figures';
import {
  bidrag,
  budget,
  derived,
  flow,
  kansli,
  ledger,
  none,
  posts,
  reported,
  resultat,
  utfall,
} from '../../statements/testing';
import { tableFindings } from './reconcile-own';
import { found, made, plain, tampered } from './testing';

const booked = ledger([3510, -900_000], [4010, 250_000, 'kansli'], [5010, 50_000, 'enter']);
const planned = posts(['bidrag', 1_000_000], ['kostnad', 800_000]);
const line = (id: string, sign: 1 | -1, accounts: LineRow['accounts'], more: Partial<LineRow> = {}): LineRow => ({
  kind: 'line',
  id,
  label: id,
  sign,
  accounts,
  ...more,
});
const sum = (id: string, ...of: readonly string[]): LayoutRow => ({
  kind: 'sum',
  id,
  label: id,
  of: of.map((row) => (row.startsWith('-') ? { row: row.slice(1), sign: -1 } : { row })),
  blank: 'any',
});
const figures: Layout['figures'] = [
  { code: 'income', of: [{ row: 'bidrag' }] },
  { code: 'cost', of: [{ row: 'kansli' }] },
  { code: 'result', of: [{ row: 'resultat' }] },
];
const rows = [bidrag, kansli, resultat];
const income: Layout = flow(rows, { id: 'rr', figures });

describe('columns that are reckoned from others', () => {
  it.each(['deviation', 'remaining'] as const)('%s is the difference of its two, row by row', (kind) => {
    const all = made([flow(rows, { columns: [utfall, budget, derived(kind)] }), { utfall: booked, budget: planned }]);
    expect(found(all)).toEqual([]);
    for (const row of ['bidrag', 'kansli', 'resultat']) {
      expect(found(tampered(all, `liten/${row}/skillnad`))).toEqual([`avvikelse liten/${row}/skillnad`]);
    }
  });

  it('a consumed share is the one that can be reckoned', () => {
    const layout = flow(rows, { columns: [utfall, budget, derived('consumed-share')] });
    const all = made([layout, { utfall: booked, budget: planned }]);
    expect(found(all)).toEqual([]);
    expect(found(tampered(all, 'liten/bidrag/budget', 70_000))).toContain('andel liten/bidrag/skillnad');
  });

  it('a share of a row is the one that can be reckoned', () => {
    const share: LayoutRow = { kind: 'share', id: 'andel', label: 'Andel', part: 'kansli', whole: 'bidrag' };
    const all = made([flow([...rows, share]), { utfall: booked, budget: planned }]);
    expect(found(all)).toEqual([]);
    expect(found(tampered(all, 'liten/kansli/utfall', 90_000))).toContain('andel liten/andel/utfall');
  });
});

describe('one figure in two places', () => {
  it('is the same where one is taken from the other', () => {
    const taken = line('fran-rr', 1, undefined, {
      given: { utfall: { table: 'rr', row: 'kansli', column: 'utfall' } },
    });
    const all = made(
      [income, { utfall: booked, budget: planned }],
      [flow([taken], { id: 'not', covers: [[9000, 9999]] }), { utfall: none, budget: none }],
    );
    expect(found(all)).toEqual([]);
    expect(found(tampered(all, 'not/fran-rr/utfall'))).toEqual(['samma-uppgift not/fran-rr/utfall']);
  });

  it('is the same where two lines of different tables select the same, whatever their names and signs', () => {
    const turned = line(
      'personal',
      -1,
      [
        [4000, 5999],
        [6000, 7999],
      ],
      { posts: [{ kinds: ['kostnad'], sign: -1 }] },
    );
    const note = flow([turned], { id: 'not', covers: [[4000, 7999]] });
    const all = made([income, { utfall: booked, budget: planned }], [note, { utfall: booked, budget: planned }]);
    expect(found(all)).toEqual(['omappat not/post-kansli-bidrag/budget']);
    for (const column of ['utfall', 'budget']) {
      expect(found(tampered(all, `not/personal/${column}`))).toContain(`samma-uppgift not/personal/${column}`);
    }
  });

  it('is not the same where they select other activities, or other days', () => {
    const other = line('enter', 1, [[4000, 7999]], { activities: ['enter'] });
    const later = { ...utfall, period: 'previous-year' as const };
    const all = made(
      [income, { utfall: booked, budget: planned }],
      [flow([other], { id: 'del', columns: [utfall], covers: [[9000, 9999]] }), { utfall: booked }],
      [flow([kansli], { id: 'fjol', columns: [later], covers: [[9000, 9999]] }), { utfall: ledger([4010, 7]) }],
    );
    expect(found(all)).toEqual([]);
  });

  it('is what a balance shows as the year’s result', () => {
    const [br, rr] = [line('arets', -1, [[3000, 8999]]), line('allt', -1, [[3000, 8999]])];
    const balance = flow([br], { id: 'br', statement: 'balance', columns: [utfall], covers: [[3000, 8999]] });
    const all = made([flow([rr], { id: 'rr', columns: [utfall] }), { utfall: booked }], [balance, { utfall: booked }]);
    expect(found(all)).toEqual([]);
    expect(found(tampered(all, 'br/arets/utfall'))).toEqual(['samma-uppgift br/arets/utfall']);
  });
});

it('asks nothing of a balance known only from what the next year opened with: the result is in its equity', () => {
  const before = { ...utfall, id: 'fjol', period: 'previous-year' as const };
  const rr = flow([line('allt', -1, [[3000, 8999]])], { id: 'rr', columns: [before] });
  const br = flow([line('arets', -1, [[3000, 8999]])], {
    id: 'br',
    statement: 'balance',
    columns: [before],
    covers: [[3000, 8999]],
  });
  const opened: ColumnFigures = { source: 'ledger', rows: [], span: { year: 2024, opening: 'only' } };
  const kept: ColumnFigures = { source: 'ledger', rows: [] };
  const of = (figures: ColumnFigures) => found(made([rr, { fjol: booked }], [br, { fjol: figures }]));
  expect([of(opened), of(kept)]).toEqual([[], ['samma-uppgift br/arets/fjol']]);
});

describe('the result', () => {
  const byActivity = ['kansli', 'enter', 'medel'].map((activity) =>
    line(activity, 1, [[3000, 8999]], { activities: [activity], posts: [{ activities: [activity] }] }),
  );
  const drift = flow([...byActivity, sum('totalt', 'kansli', 'enter', 'medel')], { id: 'drift', columns: [utfall] });
  const entries = ledger([3510, -900_000, 'medel'], [4010, 250_000, 'kansli'], [5010, 50_000, 'enter']);
  const all = made([income, { utfall: entries, budget: planned }], [drift, { utfall: entries }]);

  it('is one in the driftredovisning and the resultaträkning, shown with whichever sign', () => {
    expect(found(all)).toEqual([]);
    expect(found(tampered(all, 'drift/totalt/utfall'))).toContain('drift-resultat drift/totalt/utfall');
  });

  it('is held against each other once, however many ways it is found', () => {
    const whole = (id: string) => flow([line('allt', -1, [[3000, 8999]])], { id, columns: [utfall] });
    const twice = made([whole('ett'), { utfall: entries }], [whole('tva'), { utfall: entries }]);
    expect(found(twice)).toEqual([]);
    expect(found(tampered(twice, 'tva/allt/utfall'))).toEqual(['drift-resultat tva/allt/utfall']);
  });

  it('is not a subtotal that stands under it', () => {
    const under = { ...drift, rows: [drift.rows.at(-1)!, ...byActivity, sum('varav', 'kansli', 'enter')] };
    expect(found(made([income, { utfall: entries, budget: planned }], [under, { utfall: entries }]))).toEqual([]);
  });

  it('is not one where something is booked on no activity of the driftredovisning', () => {
    const lost = ledger([3510, -900_000, 'medel'], [4010, 250_000, 'kansli'], [5010, 50_000, 'okand']);
    const findings = found(made([income, { utfall: lost, budget: planned }], [drift, { utfall: lost }]));
    expect(findings).toEqual(['omappat drift/konto-5010/utfall', 'drift-resultat drift/totalt/utfall']);
  });

  it('is the published income less the published cost: a layout that publishes another row is found', () => {
    const interest = line('ranta', -1, [[8300, 8399]]);
    const published = flow([bidrag, kansli, resultat, interest, sum('arets', 'resultat', 'ranta')], {
      id: 'rr',
      columns: [utfall],
      figures: [{ code: 'income', of: [{ row: 'bidrag' }, { row: 'ranta' }] }, figures[1]!, figures[2]!],
    });
    const right = {
      ...published,
      figures: [...published.figures!.slice(0, 2), { code: 'result' as const, of: [{ row: 'arets' }] }],
    };
    const withInterest = ledger([3510, -900_000], [4010, 250_000], [8310, -70]);
    expect(found(made([right, { utfall: withInterest }]))).toEqual([]);
    expect(found(made([published, { utfall: withInterest }]))).toEqual(['summa rr/resultat/utfall']);
  });
});

describe('a forecast', () => {
  const prognos = { id: 'prognos', label: 'Prognos', kind: 'forecast', period: 'fiscal-year' } as const;
  const opening = { id: 'ib', label: '{to}', kind: 'actual', period: 'previous-year' } as const;
  const rr = { ...income, columns: [utfall, prognos] };
  const equity = line('eget', -1, [[2000, 2099]], { given: { prognos: { row: 'eget', column: 'utfall' } } });
  const result = line('arets', -1, [[3000, 8999]], {
    given: { prognos: { table: 'rr', row: 'resultat', column: 'prognos' } },
  });
  const br = (...columns: Layout['columns']) =>
    flow([line('bank', 1, [[1000, 1999]]), equity, result, sum('summa-eget', 'eget', 'arets')], {
      id: 'br',
      statement: 'balance',
      columns,
      figures: [{ code: 'equity', of: [{ row: 'summa-eget' }] }],
    });
  const balances = ledger([1910, 700_000], [2010, -100_000], [3510, -900_000], [4010, 300_000]);
  const rrFigures = { utfall: ledger([3510, -900_000], [4010, 300_000]), prognos: planned };
  const opened = ledger([1910, 100_000], [2010, -100_000]);

  it('has a result that is its income less its cost, told once', () => {
    const all = made([rr, rrFigures]);
    expect(found(all)).toEqual([]);
    expect(found(tampered(all, 'rr/resultat/prognos'))).toEqual(['prognos-resultat rr/resultat/prognos']);
  });

  it.each([
    ['what the year opened with', br(opening, utfall, prognos)],
    ['today’s less the result so far', br(utfall, prognos)],
  ])('has an equity that is %s, and its result', (_, layout) => {
    const columns = { ib: opened, utfall: balances, prognos: planned };
    const all = made([rr, rrFigures], [layout, columns]);
    expect(found(all)).toEqual([]);
    expect(found(tampered(all, 'br/summa-eget/prognos'))).toContain('prognos-eget-kapital br/summa-eget/prognos');
    // Today's equity is a part only where the year's opening is not shown.
    const hangsOn = found(tampered(all, 'br/summa-eget/utfall')).includes('prognos-eget-kapital br/summa-eget/prognos');
    expect(hangsOn).toBe(layout.columns.length === 2);
    // An equity that forgets the result, as a layout may.
    const forgetful = {
      ...layout,
      rows: layout.rows.map((row) => (row.kind === 'sum' ? { ...row, of: row.of.slice(0, 1) } : row)),
    };
    expect(found(made([rr, rrFigures], [forgetful, columns]))).toContain('prognos-eget-kapital br/summa-eget/prognos');
  });
});

describe('what an earlier document printed', () => {
  it('is a warning also where another table contradicts it', () => {
    const [one, two] = [300, 500].map((kansliOre) => reported('Bokslut', { kansli: kansliOre }));
    const note = flow([kansli], { id: 'not', covers: [[4000, 7999]] });
    const [finding] = tableFindings(
      made([income, { utfall: one!, budget: none }], [note, { utfall: two!, budget: none }]),
    );
    expect(finding).toMatchObject({ rule: 'samma-uppgift', severity: 'varning', difference: 200 });
    expect(plain(finding!.message)).toContain('återges ur ett tidigare dokument');
  });
});
