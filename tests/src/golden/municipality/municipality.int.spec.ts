// A kommun is no förbund: other rows, another chart, millions with a decimal. Its two statements were written from
// docs/layouts.md alone, adopted and booked over HTTP, and stand here as they were reckoned by hand. It took no code.
import type { ReportDocument } from '@finsam/reporting';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decided, type SmallAssociation, smallAssociation } from '../../journeys/world/small-association';
import { describeAsPrinted } from '../as-printed';
import { type Cells, printedCells, reportCells } from '../cells';
import { typed } from '../printed-table';

const SLUG = 'kommunen-vid-viken';

// By hand, in thousands of kronor. 2024: 372 449 − 1 628 551 − 35 960 = −1 292 062; with 951 349 and 327 049 that is
// −13 664; with 11 551 − 1 149 it is −3 262. 2023: 351 250 − 1 540 125 − 33 000 = −1 221 875; + 922 700 + 311 075 =
// 11 900; + 12 649 − 10 549 = 14 000; − 250 = 13 750. Budget: 335 600 − 1 628 450 − 35 900 = −1 328 750; + 951 000 +
// 327 000 = −50 750; + 11 600 − 1 100 = −40 250.
const printed = [
  typed(
    SLUG,
    'resultatrakning',
    `
Resultaträkning 2024
utfall: Utfall 2024 | budget: Budget 2024 | avvikelse: Avvikelse | utfall-foregaende-ar: Utfall 2023
verksamhetens-intakter   | Verksamhetens intäkter Not 1        |    372,4 |    335,6 |  36,8 |    351,3
verksamhetens-kostnader  | Verksamhetens kostnader Not 2       | -1 628,6 | -1 628,5 |  -0,1 | -1 540,1
avskrivningar            | Avskrivningar                       |    -36,0 |    -35,9 |  -0,1 |    -33,0
nettokostnader           | Verksamhetens nettokostnader        | -1 292,1 | -1 328,8 |  36,7 | -1 221,9
skatteintakter           | Skatteintäkter                      |    951,3 |    951,0 |   0,3 |    922,7
generella-statsbidrag    | Generella statsbidrag och utjämning |    327,0 |    327,0 |   0,0 |    311,1
verksamhetens-resultat   | Verksamhetens resultat              |    -13,7 |    -50,8 |  37,1 |     11,9
finansiella-intakter     | Finansiella intäkter                |     11,6 |     11,6 |   0,0 |     12,6
finansiella-kostnader    | Finansiella kostnader               |     -1,1 |     -1,1 |   0,0 |    -10,5
efter-finansiella-poster | Resultat efter finansiella poster   |     -3,3 |    -40,3 |  37,0 |     14,0
extraordinara-poster     | Extraordinära poster                |      0,0 |      0,0 |   0,0 |     -0,3
arets-resultat           | Årets resultat                      |     -3,3 |    -40,3 |  37,0 |     13,8
`,
  ),
  // 2024: −3 262 − 2 349 − 1 249 = −6 860, and 7 000 from the reserve: 140. 2023: 13 750 − 800 − 0 = 12 950, of which
  // 9 000 are set aside: 3 950. −3 262 of 1 278 398 is −0,26 per cent, 13 750 of 1 233 775 is 1,11.
  typed(
    SLUG,
    'balanskravsutredning',
    `
Balanskravsutredning 2024
utfall: 2024 | utfall-foregaende-ar: 2023
arets-resultat       | Årets resultat enligt resultaträkningen                     |    -3,3 |    13,8
realisationsvinster  | Avgår samtliga realisationsvinster                          |    -2,3 |    -0,8
orealiserade-vinster | Avgår orealiserade vinster i värdepapper                    |    -1,2 |     0,0
efter-justeringar    | Årets resultat efter balanskravsjusteringar                 |    -6,9 |    13,0
resultatreserv       | Reservering till (–) eller användning av (+) resultatreserv |     7,0 |    -9,0
balanskravsresultat  | Årets balanskravsresultat                                   |     0,1 |     4,0
skatteintakter       | Skatteintäkter                                              |   951,3 |   922,7
statsbidrag          | Generella statsbidrag och utjämning                         |   327,0 |   311,1
skatter-och-bidrag   | Summa skatteintäkter och statsbidrag                        | 1 278,4 | 1 233,8
resultatmal          | Årets resultat, andel av skatter och statsbidrag            |  -0,3 % |   1,1 %
`,
  ),
];

/** By account, in thousands of kronor, debit positive: what is not said here is nothing. */
const BOOKED: Readonly<Record<number, Readonly<Record<number, number>>>> = {
  2023: {
    3110: -350_450,
    3820: -800,
    5010: 900_125,
    6110: 640_000,
    7910: 33_000,
    8010: -922_700,
    8210: -311_075,
    8410: -12_649,
    8510: 10_549,
    8710: 250,
    2010: 9_000,
    2081: -9_000,
  },
  2024: {
    3110: -370_100,
    3820: -2_349,
    5010: 928_551,
    6110: 700_000,
    7910: 35_960,
    8010: -951_349,
    8210: -327_049,
    8410: -10_302,
    8480: -1_249,
    8510: 1_149,
    2010: -7_000,
    2081: 7_000,
  },
};
const ACCOUNTS = [1910, 2010, 2081, 3110, 3820, 5010, 6110, 7910, 8010, 8210, 8410, 8480, 8510, 8710];
const BUDGET = {
  intakt: 335_600,
  kostnad: 1_628_450,
  avskrivning: 35_900,
  skatt: 951_000,
  statsbidrag: 327_000,
  ranta: 11_600,
  rantekostnad: 1_100,
  extraordinar: 0,
};

let kommun: SmallAssociation;
let ours: Cells;
let notes: readonly (readonly string[])[];
let unmapped: unknown[];

beforeAll(async () => {
  kommun = await smallAssociation(SLUG);
  await kommun.post('', { name: 'Kommunen vid viken', slug: SLUG });
  for (const file of ['resultatrakning', 'balanskravsutredning']) {
    const layout: unknown = JSON.parse(readFileSync(join(__dirname, `${file}.json`), 'utf8'));
    await kommun.post('layouts', { layout, ...decided(1) });
  }
  for (const [year, amounts] of Object.entries(BOOKED)) {
    await kommun.post('fiscal-years', { year: Number(year), books: 'own' });
    const accounts = ACCOUNTS.map((account) => ({ account, name: `Konto ${account}` }));
    await kommun.post(`fiscal-years/${year}/accounts`, { accounts });
    const balances = Object.entries(amounts).map(([account, thousands]) => ({
      account: Number(account),
      amountOre: thousands * 1_000_00,
    }));
    const bank = { account: 1910, amountOre: -balances.reduce((sum, { amountOre }) => sum + amountOre, 0) };
    const voucher = { date: `${year}-12-31`, text: 'Hela året' };
    await kommun.post(`fiscal-years/${year}/vouchers`, { ...voucher, rows: [...balances, bank] });
  }
  const posts = Object.entries(BUDGET).map(([kind, thousands]) => ({
    activity: 'kommunen',
    kind,
    amountOre: thousands * 1_000_00,
  }));
  await kommun.post('budgets/2024', { posts, ...decided(2) });
  const { statements } = (await kommun.read('/statements?period=2024')) as unknown as Pick<
    ReportDocument,
    'statements'
  >;
  ours = reportCells({ [SLUG]: { statements, participants: null } });
  notes = statements.map((table) => table.notes);
  unmapped = statements.flatMap((table) => table.unmapped);
}, 60_000);

afterAll(() => kommun.service.stop(), 30_000);

describeAsPrinted(() => ours, { printed: printedCells(printed), differences: [] });

it('every account of a chart of its own is on one line, and the rounding is told of', () => {
  expect(unmapped).toEqual([]);
  expect(notes[0]![0]).toBe('En avvikelse är positiv när den är gynnsam.');
  for (const under of notes) expect(under.some((note) => note.startsWith('Summor är beräknade på öre'))).toBe(true);
});
