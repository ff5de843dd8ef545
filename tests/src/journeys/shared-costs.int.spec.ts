// Two offices share a chef: one books the costs and invoices, the other receives the basis by a decision of its own.
import type { AssociationId } from '@finsam/kernel';
import { findAssociation } from '@finsam/platform';
import type { Answer, TestService } from '../service';
import { testService } from '../service';
import { decided, type Said } from './world/small-association';

const [SELLER, BUYER, STRANGER] = ['vatterbygden', 'finnveden', 'enkoping'];
const at = (slug: string) => `/v1/associations/${slug}`;

let service: TestService;
const positions = new Map<string, number>();

async function post(slug: string, path: string, body: object, key?: string): Promise<Answer> {
  const headers = key === undefined ? {} : { 'idempotency-key': key };
  const answer = await service.call(`association:${slug}`, 'POST', `${at(slug)}/${path}`, { body, headers });
  positions.set(slug, Math.max(positions.get(slug) ?? 0, Number((answer.json as Said)['position'] ?? 0)));
  return answer;
}

async function done(...of: Parameters<typeof post>): Promise<Said> {
  const answer = await post(...of);
  expect([of[1], answer.text, answer.status < 300]).toEqual([of[1], answer.text, true]);
  return answer.json as Said;
}

async function read(slug: string, path: string, query = ''): Promise<Said> {
  const address = `${at(slug)}/${path}?atLeast=${positions.get(slug)}${query}`;
  const answer = await service.call(`association:${slug}`, 'GET', address);
  expect([path, answer.text, answer.status]).toEqual([path, answer.text, 200]);
  return answer.json as Said;
}

const table = (slug = SELLER!, agreement = 'chef-till-finnveden', period = '2024-H1') =>
  read(slug, `shared-costs/${agreement}`, `&period=${period}`);

interface Waiting {
  readonly sender: string;
  readonly sha256: string;
  readonly basis: { readonly basisId: string; readonly amountOre: number; readonly through: string };
}

/** What lies there once what the sender has done is folded: the exchange is written with its read models. */
async function inbox(slug = BUYER!): Promise<readonly Waiting[]> {
  await read(SELLER!, 'shared-costs');
  const answer = await service.call(`association:${slug}`, 'GET', `${at(slug)}/shared-cost-inbox`);
  return (answer.json as { waiting: readonly Waiting[] }).waiting;
}

const cost = (date: string, kronor: number, dimensions = {}) =>
  done(SELLER!, 'fiscal-years/2024/costs', {
    date,
    text: 'Lön',
    activity: 'kansli',
    account: 5010,
    against: 1910,
    amountOre: kronor * 100,
    dimensions,
  });
const chef = { position: 'forbundschef' };

beforeAll(async () => {
  service = await testService();
  for (const slug of [SELLER, BUYER, STRANGER]) {
    const answer = await service.call('operator', 'POST', '/v1/associations', { body: { slug, name: slug } });
    expect(answer.status).toBe(201);
  }
  await done(SELLER!, 'fiscal-years', { year: 2024, books: 'own' });
  const accounts = [1910, 5010].map((account) => ({ account, name: `Konto ${account}` }));
  await done(SELLER!, 'fiscal-years/2024/accounts', { accounts });
  await done(SELLER!, 'fiscal-years/2024/activities', { activities: [{ activity: 'kansli', name: 'Kansli' }] });
  for (const month of ['01', '02', '03', '04', '05', '06']) {
    await cost(`2024-${month}-25`, 80_000, chef);
    await cost(`2024-${month}-26`, 30_000);
  }
}, 60_000);

afterAll(() => service.stop(), 30_000);

it('is agreed on by both, each in its own log', async () => {
  const parts = [
    { key: 'chef', label: 'Förbundschef', dimensions: chef, shareBasisPoints: 3_500 },
    { key: 'administration', label: 'övrig administration', activities: ['kansli'], shareBasisPoints: 5_000 },
  ];
  const terms = { from: '2024-01', parts, ...decided(1) };
  const [sells, buys] = [{ slug: BUYER }, { slug: SELLER }];
  await done(SELLER!, 'shared-costs', {
    ...terms,
    agreementId: 'chef-till-finnveden',
    partner: sells,
    direction: 'sells',
  });
  await done(BUYER!, 'shared-costs', {
    ...terms,
    agreementId: 'chef-av-vatterbygden',
    partner: buys,
    direction: 'buys',
  });
  expect((await read(BUYER!, 'shared-costs'))['agreements']).toMatchObject([{ partner: SELLER, direction: 'buys' }]);
});

it('is reckoned from what is booked, month by month, before anything is invoiced', async () => {
  expect(await table()).toMatchObject({
    allocationKey: 'Förbundschef 35 %, övrig administration 50 %',
    asOf: '2024-06-30',
    baseOre: 660_000_00,
    shareOre: 258_000_00,
    invoicedOre: 0,
    toAccrueOre: 258_000_00,
  });
});

it('is invoiced through May, so that June is accrued', async () => {
  const before = positions.get(SELLER!)!;
  const { id } = await done(SELLER!, 'shared-costs/chef-till-finnveden/bases', { through: '2024-05' }, 'basis-may-1');
  const again = await done(SELLER!, 'shared-costs/chef-till-finnveden/bases', { through: '2024-05' }, 'basis-may-1');
  expect(again['id']).toBe(id);
  const { parts, ...told } = await table();
  expect(told).toMatchObject({
    invoicedOre: 215_000_00,
    toAccrueOre: 43_000_00,
    gross: { costOre: 660_000_00, incomeOre: 258_000_00 },
    net: { costOre: 402_000_00 },
  });
  const months = (parts as { months: { month: string; toAccrueOre: number }[] }[])[0]!.months;
  expect(months.map(({ toAccrueOre }) => toAccrueOre)).toEqual([0, 0, 0, 0, 0, 28_000_00]);
  // And as it was known before.
  expect(await read(SELLER!, 'shared-costs/chef-till-finnveden', `&period=2024-H1&at=${before}`)).toMatchObject({
    invoicedOre: 0,
    toAccrueOre: 258_000_00,
  });
});

it('invoices no month twice, whoever asks again', async () => {
  for (const through of ['2024-05', '2024-03']) {
    const answer = await post(SELLER!, 'shared-costs/chef-till-finnveden/bases', { through });
    expect([answer.status, (answer.json as Said)['type']]).toEqual([409, 'urn:finsambok:funding/month-invoiced']);
  }
  const ten = await Promise.all(
    Array.from({ length: 10 }, (_, n) =>
      post(SELLER!, 'shared-costs/chef-till-finnveden/bases', { through: '2024-06' }, `basis-june-${n}`),
    ),
  );
  expect(ten.map(({ status }) => status).sort()).toEqual([201, ...Array.from({ length: 9 }, () => 409)]);
  expect(await table()).toMatchObject({ invoicedOre: 258_000_00, toAccrueOre: 0 });
});

it('takes along what was booked late in the basis that comes next', async () => {
  await cost('2024-03-31', 1_000, chef);
  expect(await table()).toMatchObject({ invoicedOre: 258_000_00, toAccrueOre: 350_00 });
  await done(SELLER!, 'shared-costs/chef-till-finnveden/bases', { through: '2024-07' });
  expect(await table(SELLER!, 'chef-till-finnveden', '2024')).toMatchObject({
    invoicedOre: 258_350_00,
    toAccrueOre: 0,
  });
});

describe('the basis', () => {
  const receive = (slug: string, { sender, sha256, basis }: Waiting, more = {}) =>
    post(slug, `shared-cost-inbox/${sender}/${basis.basisId}`, {
      agreementId: 'chef-av-vatterbygden',
      sha256,
      ...decided(2),
      ...more,
    });

  it('waits in the buyer’s inbox, and in nobody else’s', async () => {
    const waiting = await inbox();
    expect(waiting.map(({ sender, basis }) => [sender, basis.through, basis.amountOre]).sort()).toEqual([
      [SELLER, '2024-05', 215_000_00],
      [SELLER, '2024-06', 43_000_00],
      [SELLER, '2024-07', 350_00],
    ]);
    expect(await inbox(STRANGER)).toEqual([]);
    expect(await inbox(SELLER)).toEqual([]);
    expect((await receive(STRANGER!, waiting[0]!)).status).toBe(404);
  });

  it('is not shown when it says that it comes from somebody else, or is meant for somebody else', async () => {
    const { databases } = service.database;
    const numbers = await Promise.all([STRANGER!, SELLER!, BUYER!].map((slug) => findAssociation(databases, slug)));
    const [stranger, seller, buyer] = numbers as AssociationId[];
    const { basis } = (await inbox())[0]!;
    const put = (sender: AssociationId, key: string, body: object) =>
      databases.association(sender).query(
        `insert into exchange.message (association_id, receiver, kind, key, position, body)
          values ($1, $2, 'shared-cost-basis', $3, 1, $4)`,
        [sender, String(buyer), key, JSON.stringify({ ...basis, basisId: key, ...body })],
      );
    await put(stranger!, 'forged-seller', {});
    await put(seller!, 'forged-buyer', { buyer: STRANGER });
    await put(seller!, 'forged-form', { amountOre: 'mycket' });
    expect(await inbox()).toHaveLength(3);
    await put(stranger!, 'said-openly', { seller: STRANGER });
    expect((await inbox()).map(({ sender }) => sender).sort()).toEqual([STRANGER, SELLER, SELLER, SELLER]);
    const remaining = (await inbox()).find(({ sender }) => sender === STRANGER)!;
    const answer = await receive(BUYER!, remaining);
    expect([answer.status, (answer.json as Said)['type']]).toEqual([422, 'urn:finsambok:funding/no-agreement-to-buy']);
  });

  it('is not received as anything but what was sent, nor under another’s agreement', async () => {
    const first = (await inbox()).find(({ sender }) => sender === SELLER);
    const refused = async (more: object) => {
      const answer = await receive(BUYER!, first!, more);
      return [answer.status, (answer.json as Said)['type']];
    };
    expect(await refused({ sha256: '0'.repeat(64) })).toEqual([409, 'urn:finsambok:funding/basis-not-as-sent']);
    expect(await refused({ agreementId: 'annat' })).toEqual([422, 'urn:finsambok:funding/no-agreement-to-buy']);
    expect(await inbox()).toHaveLength(4);
  });

  it('is the buyer’s own once the buyer has decided so, and is then explained there', async () => {
    for (const one of (await inbox()).filter(({ sender }) => sender === SELLER)) {
      expect((await receive(BUYER!, one)).status).toBe(201);
    }
    expect((await inbox()).map(({ sender }) => sender)).toEqual([STRANGER]);
    expect(await table(BUYER!, 'chef-av-vatterbygden', '2024')).toMatchObject({
      direction: 'buys',
      invoicedOre: 258_350_00,
      toAccrueOre: null,
      net: { costOre: 258_350_00 },
    });
  });

  it('posts nothing, with either', async () => {
    const { vouchers } = (await read(SELLER!, 'fiscal-years/2024/vouchers')) as { vouchers: Said[] };
    expect(vouchers.map(({ kind }) => kind)).toEqual(vouchers.map(() => 'CostBooked'));
    expect((await read(BUYER!, 'fiscal-years'))['fiscalYears']).toEqual([]);
  });
});

it('ends with a month, and nothing is invoiced after it', async () => {
  await done(SELLER!, 'shared-costs/chef-till-finnveden/end', { to: '2024-09', ...decided(3) });
  const answer = await post(SELLER!, 'shared-costs/chef-till-finnveden/bases', { through: '2024-10' });
  expect([answer.status, (answer.json as Said)['type']]).toEqual([422, 'urn:finsambok:funding/after-shared-costs']);
});
