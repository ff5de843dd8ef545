// A report is reconciled before it is decided on: an error stops it until it is put right, or stands for a reason that
// the report prints. What is booked afterwards is another error.
import { reconciliationAs } from '@finsam/cli';
import { faultsOf } from './world/refusal';
import { decided, openBooks, type SmallAssociation, smallAssociation } from './world/small-association';
import { reportDone } from './world/world';

const PERIOD = '2024-H1';
const REASON = 'Räntekostnaden är av mindre betydelse och visas i årsredovisningen';
const PLACE = 'resultatrakning/konto-8410/utfall';

interface Answer {
  readonly open: number;
  readonly findings: readonly { readonly place: string; readonly difference: number; readonly accepted: unknown }[];
}

let lillan: SmallAssociation;
/** Reports by what they are an example of. */
const reports = new Map<string, string>();

beforeAll(async () => {
  lillan = await smallAssociation('lillan');
  await openBooks(lillan);
  await lillan.post('fiscal-years/2024/accounts', { accounts: [{ account: 8410, name: 'Räntekostnader' }] });
  await lillan.book('contributions', 3530, 500_000, { memberId: 'staten' });
}, 60_000);

afterAll(() => lillan.service.stop(), 30_000);

const QUERY = `/statements/reconciliation?period=${PERIOD}`;
const reconciled = async () => (await lillan.read(QUERY)) as unknown as Answer;
const accept = (difference: number, reason = REASON) => {
  const finding = { rule: 'omappat', place: PLACE, difference };
  return lillan.tryPost(`reconciliation/${PERIOD}/acceptances`, { ...finding, reason, ...decided(20) });
};
const decide = (report: string, what: 'adoption' | 'publication', paragraph: number) =>
  lillan.tryPost(`reports/${reports.get(report)}/${what}`, decided(paragraph));
const document = async (report: string, format: string) =>
  (await lillan.get(`/reports/${reports.get(report)}/document?format=${format}`)).text;

async function order(name: string): Promise<void> {
  const answer = await lillan.tryPost('reports', { type: 'delarsrapport', period: PERIOD });
  const { reportId, location } = answer.json as { reportId: string; location: string };
  await reportDone(lillan.service, location);
  reports.set(name, reportId);
}

it('finds nothing in sound books', async () => {
  expect(await reconciled()).toEqual({ period: PERIOD, open: 0, findings: [] });
});

it('finds what is booked on an account that no line shows', async () => {
  await lillan.book('costs', 8410, 1_000);
  expect(await reconciled()).toEqual({
    period: PERIOD,
    open: 1,
    findings: [
      {
        rule: 'omappat',
        severity: 'fel',
        place: PLACE,
        message: expect.stringContaining('konto 8410 med 1\u00a0000,00 kr finns inte på någon rad.') as string,
        cause: null,
        difference: 1_000_00,
        figures: [],
        accepted: null,
      },
    ],
  });
});

it('prints the error in the report, which is not adopted', async () => {
  await order('with an error');
  expect(await document('with an error', 'html')).toMatch(/<h2>Avstämning<\/h2>[^]*Fel att rätta: [^]*konto 8410/);
  const answer = await decide('with an error', 'adoption', 8);
  expect(faultsOf(answer, { status: 409, type: 'report/not-reconciled', pointer: '/reportId' })).toEqual([]);
  expect(answer.json).toMatchObject({ errors: [{ rule: 'omappat', place: PLACE }] });
});

it('takes a reason for the finding as it is, and for no other', async () => {
  const other = { status: 409, type: 'reconciliation/other-difference', pointer: '/difference' };
  expect(faultsOf(await accept(1_000_01), other)).toEqual([]);
  expect((await accept(1_000_00)).status).toBe(201);
  expect((await accept(1_000_00)).status).toBe(200);
  expect(await reconciled()).toMatchObject({ open: 0, findings: [{ place: PLACE, accepted: { reason: REASON } }] });
});

it('does not change the report that was made before', async () => {
  const answer = await decide('with an error', 'adoption', 8);
  expect(faultsOf(answer, { status: 409, type: 'report/not-reconciled' })).toEqual([]);
});

it('prints the reason in a new report, which is adopted and published', async () => {
  await order('accepted');
  const [page, record] = [await document('accepted', 'html'), await document('accepted', 'json')];
  expect(page).toContain(`Godtas genom beslut av styrelsen 2024-02-09, § 20. Skäl: ${REASON}.`);
  expect(page).not.toContain('Fel att rätta');
  expect(JSON.parse(record)).toMatchObject({ schema: 'finsambok/report/3', reconciliation: [{ rule: 'omappat' }] });
  expect((await decide('accepted', 'adoption', 9)).status).toBe(201);
  expect((await decide('accepted', 'publication', 10)).status).toBe(201);
});

it('says the same in a terminal', async () => {
  await lillan.read(QUERY);
  const asked = (format: string) =>
    reconciliationAs(format, { ...lillan.service, ...lillan.service.service }, 'lillan', PERIOD);
  const { output, open } = await asked('text');
  expect(open).toBe(0);
  expect(output).toContain('Avstämning av lillan, 2024-H1: 0 fel, 0 varningar, 0 upplysningar, 1 godtagen');
  expect(output).toContain(`GODTAGEN  omappat  ${PLACE}`);
  expect(output).toContain(`Skäl: ${REASON}`);
  expect(JSON.parse((await asked('json')).output)).toEqual(await reconciled());
  await expect(reconciliationAs('text', lillan.service.service, 'okand', PERIOD)).rejects.toThrow('okand finns inte');
});

it('covers nothing more once more is booked', async () => {
  const before = lillan.position();
  await lillan.book('costs', 8410, 0.01);
  expect(await reconciled()).toMatchObject({ open: 1, findings: [{ difference: 1_000_01, accepted: null }] });
  expect((await lillan.get(`${QUERY}&at=${before}`)).json).toMatchObject({ open: 0 });
  await order('booked more');
  const answer = await decide('booked more', 'adoption', 11);
  expect(faultsOf(answer, { status: 409, type: 'report/not-reconciled' })).toEqual([]);
});

it('covers it again when it is put right, until the acceptance is withdrawn', async () => {
  await lillan.book('incomes', 8410, 0.01);
  expect(await reconciled()).toMatchObject({ open: 0 });
  const withdrawal = { rule: 'omappat', place: PLACE, difference: 1_000_00, ...decided(21) };
  await lillan.post(`reconciliation/${PERIOD}/withdrawals`, withdrawal);
  expect(await reconciled()).toMatchObject({ open: 1 });
});

it('tells of agreed amounts that are not the law’s shares, and lets the report be', async () => {
  for (const [memberId, kronor] of Object.entries({ staten: 400, regionen: 210, kommunen: 200 })) {
    const agreement = { memberId, amountOre: kronor * 1_000_00, ...decided(22) };
    await lillan.post('contributions/2024/agreements', agreement);
  }
  const { open, findings } = await reconciled();
  expect(open).toBe(1);
  expect(findings.at(-1)).toMatchObject({ rule: 'finansiering', severity: 'varning', place: 'bidrag/region/2024' });
});

it('finds that the year before was booked on after its balances were carried forward', async () => {
  const next = async () =>
    ((await lillan.read('/statements/reconciliation?period=2025-H1')) as unknown as Answer).findings;
  await lillan.post('fiscal-years', { year: 2025, books: 'own', chart: 'previous-year' });
  expect(await next()).toMatchObject([
    { rule: 'ingaende-utgaende', place: 'bokforing/eget-kapital/ingaende-2025' },
    {
      rule: 'ingaende-utgaende',
      place: 'bokforing/konto-1910/ingaende-2025',
      cause: expect.stringContaining('inga') as string,
    },
  ]);
  const carry = () => lillan.post('fiscal-years/2025/carried-forward', { equityAccount: 2010 });
  await carry();
  expect(await next()).toEqual([]);
  await lillan.book('costs', 6010, 70, { date: '2024-12-31' });
  expect((await next()).map(({ place, difference }) => [place, difference])).toEqual([
    ['bokforing/eget-kapital/ingaende-2025', -70_00],
    ['bokforing/konto-1910/ingaende-2025', 70_00],
  ]);
  await carry();
  expect(await next()).toEqual([]);
});
