// A year of a small association, told over HTTP: its registration, its bookings and plans, and those who take part.
import {
  decided,
  NAME,
  openBooks,
  rowOf,
  type Said,
  type SmallAssociation,
  smallAssociation,
} from './world/small-association';

let lillan: SmallAssociation;
const PERIOD = '/statements?period=2024-H1';

beforeAll(async () => {
  lillan = await smallAssociation('lillan');
}, 60_000);

afterAll(() => lillan.service.stop(), 30_000);

const statements = async () => (await lillan.read(PERIOD))['statements'];

it('is registered, with members and books of its own', async () => {
  await openBooks(lillan);
  expect(await lillan.read('')).toMatchObject({ slug: 'lillan', name: NAME, participant_mode: 'aggregates' });
  const members = (await lillan.read('/members'))['members'] as Said[];
  expect(members.map((member) => member['member_id'])).toEqual(['staten', 'regionen', 'kommunen']);
  expect((await lillan.read('/layouts'))['layouts']).toHaveLength(2);
  const open = { fiscal_year: 2024, status: 'open', activities: [{ activity: 'kansli', name: 'Kansli' }] };
  expect((await lillan.read('/fiscal-years'))['fiscalYears']).toMatchObject([open]);
});

it('sees each booking as soon as it is made', async () => {
  const bank = async () => {
    const balances = (await lillan.read('/fiscal-years/2024/balances'))['balances'] as Said[];
    return balances.find(({ account }) => account === 1910)!['amountOre'];
  };
  expect(await bank()).toBe(90_000_00);
  await lillan.book('contributions', 3530, 500_000, { memberId: 'staten' });
  expect(await bank()).toBe(590_000_00);
  await lillan.book('contributions', 3510, 250_000, { memberId: 'regionen' });
  await lillan.book('contributions', 3510, 250_000, { memberId: 'kommunen' });
  await lillan.book('interest', 8310, 1_234.56);
  await lillan.book('costs', 5010, 300_000.5);
  expect(await bank()).toBe(791_234_06);
});

it('takes a voucher of a thousand rows, and keeps its text as it is read', async () => {
  const rows = Array.from({ length: 1_000 }, (_, n) => ({ account: 1910, amountOre: n % 2 ? 5 : -5 }));
  await lillan.post('fiscal-years/2024/vouchers', { date: '2024-04-01', text: 'Omföring fo\u0308r A\u030arsta', rows });
  const vouchers = (await lillan.read('/fiscal-years/2024/vouchers'))['vouchers'] as Said[];
  expect(vouchers.at(-1)!['text']).toBe('Omföring för Årsta');
  expect(vouchers.at(-1)!['rows']).toHaveLength(1_000);
});

it('corrects a mistake with a voucher of its own', async () => {
  const { id: wrong } = await lillan.book('costs', 6010, 99_000);
  const { id: counter } = await lillan.post(`fiscal-years/2024/vouchers/${String(wrong)}/corrections`, {
    date: '2024-04-02',
    text: 'Rättelse: omkastade siffror',
  });
  await lillan.book('costs', 6010, 90_000, { date: '2024-04-02' });
  const vouchers = (await lillan.read('/fiscal-years/2024/vouchers'))['vouchers'] as Said[];
  expect(vouchers.map(({ series, number }) => `${series}${number}`)).toEqual(vouchers.map((_, n) => `A${n + 1}`));
  expect(vouchers.find(({ voucherId }) => voucherId === wrong)).toMatchObject({ correctedBy: counter, corrects: null });
  expect(vouchers.find(({ voucherId }) => voucherId === counter)).toMatchObject({
    corrects: wrong,
    kind: 'VoucherCorrected',
  });
  expect(rowOf(await statements(), 'resultatrakning', 'kansli')[0]).toBe(390_000_50);
});

it('holds what has come in against what is agreed, and the outcome against budget and forecast', async () => {
  await lillan.post('contributions/2024/agreements', { memberId: 'staten', amountOre: 500_000_00, ...decided(3) });
  await lillan.post('contributions/2024/agreements', { memberId: 'kommunen', amountOre: 300_000_00, ...decided(3) });
  const posts = (income: number) => [
    { activity: 'kansli', kind: 'bidrag', amountOre: income },
    { activity: 'kansli', kind: 'kostnad', amountOre: 780_001_00 },
  ];
  await lillan.post('budgets/2024', { posts: posts(1_100_000_00), ...decided(4) });
  await lillan.post('forecasts/2024', { asOf: '2024-06-30', posts: posts(1_050_000_00) });
  const status = (await lillan.read('/contributions/2024'))['contributions'] as Said[];
  expect(status.map(({ memberId, remainingOre }) => [memberId, remainingOre])).toEqual([
    ['kommunen', 50_000_00],
    ['regionen', null],
    ['staten', 0],
  ]);
  expect(rowOf(await statements(), 'resultatrakning', 'bidrag').slice(0, 3)).toEqual([
    1_001_234_56, 1_100_000_00, 1_050_000_00,
  ]);
  expect(rowOf(await statements(), 'balansrakning', 'bank')).toEqual(
    rowOf(await statements(), 'balansrakning', 'eget-kapital'),
  );
});

it('follows up an insats without knowing who takes part', async () => {
  await lillan.post('participant-mode/records', { legalGround: '7 § lag (2003:1210)', ...decided(5) });
  const insats = { insatsId: 'stegen', name: 'Stegen', insatsKind: 'individ', followUp: 'individ', esf: false };
  await lillan.post('insatser', { ...insats, startsOn: '2024-01-01' });
  await lillan.post('exit-reasons', {
    reasons: [{ code: 'jobb', label: 'Arbete', national: 'arbete' }],
    ...decided(6),
  });
  const enrol = (gender: string, more = {}) =>
    lillan.post('insatser/stegen/participations', { gender, enrolledOn: '2024-02-01', ...more });
  const { id } = await enrol('kvinna', { participantId: 'd45e98902b3e34e2' });
  await enrol('man', { participantId: 'ddae988205811ffc' });
  await enrol('kvinna');
  const { id: mistake } = await enrol('man');
  await lillan.post(`participations/${String(id)}/exit`, { exitedOn: '2024-05-31', reason: 'jobb' });
  await lillan.post(`participations/${String(mistake)}/void`, {});
  const { total } = (await lillan.read('/participants?period=2024-H1')) as {
    total: Record<string, Record<string, unknown>>;
  };
  expect(total['participationsInklAnonyma']).toMatchObject({
    participating: { kvinna: 2, man: 1, total: 3 },
    exited: { kvinna: 1, man: 0, total: 1 },
    exitsByReason: [{ reason: 'jobb', participations: 1 }],
  });
});
