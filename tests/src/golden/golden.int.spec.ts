// Two published half-year reports, made again from their demo associations and held against the print, cell by cell.
// UPDATE_GOLDEN=1 writes the tables anew; read what changed before you keep it.
import { describeAsPrinted } from './as-printed';
import { type Cells, numberIn, printedCells, reportCells } from './cells';
import { readDemo, type Slug, SLUGS } from './demo/demo-files';
import { demoReports } from './demo-reports';
import { differences, repeated } from './differences';
import { fromScratch, type ReportTables } from './from-scratch';
import { goldenText, tablesText, writeGolden } from './golden-files';
import { printedTables } from './printed';

let reports: Readonly<Record<Slug, ReportTables>>;
let ours: Cells;
const printed = printedCells(printedTables);

beforeAll(async () => {
  reports = await demoReports();
  ours = reportCells(reports);
}, 120_000);

describe.each(SLUGS)('%s', (slug) => {
  it('is the golden file, sign by sign', () => {
    const text = tablesText(reports[slug]);
    if (process.env['UPDATE_GOLDEN']) writeGolden(slug, text);
    expect(text).toBe(goldenText(slug));
  });

  it('is what a fold of every event from the first gives', () => {
    const { statements, participants } = fromScratch(readDemo(slug));
    expect(reports[slug].statements).toEqual(statements);
    expect(reports[slug].participants?.columns).toEqual(participants?.columns);
    expect(reports[slug].participants?.rows).toEqual(participants?.rows);
  });
});

describeAsPrinted(() => ours, {
  printed,
  differences,
  repeated,
  // The result that a balansräkning left out.
  added: ['sodra-dalarna/balansrakning/periodens-resultat/'],
});

describe('beside the tables', () => {
  it('000-2 the contributions rise from 8,9 to 11,1 million, not to the 11,4 of the text', () => {
    const rows = printedTables[0]!.rows.filter(({ id }) => /-kommun$|^region-|^staten$/.test(id));
    const contributions = (column: string) =>
      rows.reduce((sum, { id }) => sum + numberIn(ours.get(`sodra-vatterbygden/resultatrakning/${id}/${column}`)), 0);
    expect([contributions('utfall-foregaende-ar'), contributions('prognos')]).toEqual([8_892_000, 11_148_000]);
  });

  it('004-4 is told under our note: which income the print leaves out', () => {
    const note = reports['sodra-dalarna'].statements.find(({ layout }) => layout.id === 'noter-resultat');
    expect(note?.unmapped).toMatchObject([{ account: 3690, lines: [], amountOre: -190_000_00 }]);
    expect(note?.notes.filter((sentence) => sentence.includes('konto 3690'))).toHaveLength(1);
  });

  it('004-11 the text foresees an equity of 600 tkr; the two forecasts give 369 and 465', () => {
    const dalarna = (at: string) => numberIn(printed.get(`sodra-dalarna/${at}`));
    const opening = dalarna('balansrakning/ingaende-eget-kapital/utfall');
    const result = dalarna('resultatrakning/arets-resultat/prognos');
    const total = dalarna('driftredovisning/totalt-verksamhet/prognos');
    expect([opening + result, opening - total]).toEqual([369, 465]);
  });

  it('004 the drift budget, net, and the budget of the resultaträkning, gross, are one budget in two views', () => {
    const budget = (row: string) => numberIn(ours.get(`sodra-dalarna/${row}/budget`));
    const drift = printedTables.find(({ slug, table }) => slug === 'sodra-dalarna' && table === 'driftredovisning')!;
    const costs = drift.rows.filter(({ id }) => id !== 'medlemsbidrag' && id !== 'totalt-verksamhet');
    const net = costs.reduce((sum, { id }) => sum + budget(`driftredovisning/${id}`), 0);
    const gross = -budget('resultatrakning/verksamhetens-kostnader');
    const setOff = budget('resultatrakning/verksamhetens-intakter') + budget('driftredovisning/medlemsbidrag');
    expect([net, gross, setOff]).toEqual([7_700, 8_065, 365]);
    expect(budget('driftredovisning/totalt-verksamhet')).toBe(-budget('resultatrakning/arets-resultat'));
  });
});
