// Files of an accounting office for 2022, a year whose books come from there, and what is said of their vouchers.
import type { Example } from './example';

const year2022 = { params: { year: '2022' } } as const;

/** The year to date with one contribution, as a file of type 4E. */
const file = (kronor: string, more = '') =>
  `#FLAGGA 0
#PROGRAM "Ekonomisystemet" 7
#FORMAT PC8
#GEN 20220201
#SIETYP 4
#FNAMN "Samordningsforbundet Exempel"
#RAR 0 20220101 20221231
#KONTO 1910 "Bank"
#KONTO 3530 "Bidrag"
#IB 0 1910 0.00
#UB 0 1910 ${kronor}
#RES 0 3530 -${kronor}
#VER A 1 20220115 "Bidrag"
{
#TRANS 1910 {} ${kronor}
#TRANS 3530 {6 "KANSLI"} -${kronor}
}
${more}`;

const sent = (text: string) => ({ type: 'text/plain', text, other: `${text}#PROSA x\n` });
const mapping = { dimension: 6, to: 'activity', objects: [{ object: 'STEGEN', code: 'stegen' }], others: 'unmapped' };
/** Both follow from what stands in the file. */
const voucherId = 'f64a79fb47552dc3180ab500';
const contentHash = 'ccf21a69343f9d01d2714feae85c147e7cca9c4fa4f33f1eabd4531677ffe5d1';

export const exampleSie: readonly Example[] = [
  {
    operation: 'ledger.adopt-sie-mapping',
    body: { dimensions: [mapping], accounts: [{ from: 3500, to: 3599, activity: 'bidrag', member: 'staten' }] },
    other: { accounts: [] },
  },
  {
    ...year2022,
    operation: 'ledger.import-sie',
    body: {},
    file: sent(file('100.00')),
    query: 'prov=nej&teckenkod=cp437',
    other: null,
    events: 4,
    needs: [{ operation: 'ledger.open-year', body: { year: 2022, books: 'imported' } }],
  },
  {
    params: { year: '2022', voucherId },
    operation: 'ledger.classify-voucher',
    body: { rows: [{ row: 0, dimensions: { projekt: 'start' } }] },
    other: { rows: [{ row: 0, dimensions: { projekt: 'slut' } }] },
  },
  {
    params: { year: '2022', voucherId },
    operation: 'ledger.link-contribution',
    body: { memberId: 'staten', movement: 'received', row: 1 },
    other: { movement: 'invoiced' },
  },
  {
    ...year2022,
    operation: 'ledger.resolve-sie-conflict',
    body: { series: 'A', number: 1, contentHash, decision: 'replace', reason: 'Rättat av ekonomikontoret' },
    other: { reason: 'Något annat' },
    needs: [
      {
        operation: 'ledger.import-sie',
        params: { year: '2022' },
        body: {},
        file: sent(file('120.00')),
      },
    ],
  },
];
