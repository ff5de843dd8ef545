import { type AssociationId } from '@finsam/kernel';
import { CommandRunner, type View, withView } from '@finsam/platform';
import { type TestDatabase, testDatabase } from '@finsam/platform/testing';
import { AdoptAccounts, AdoptActivities, BookVoucher, OpenFiscalYear } from './fiscal-year/commands';
import { journal } from './fiscal-year/views/journal';
import { ledgerDeciders, ledgerGroup } from './room';
import { accounts, activities, bank, correcting, cost, day, header, row, send } from './testing';

jest.setTimeout(120_000);

const catalogue = ledgerDeciders.flatMap(({ events }) => events);
const begin = (year: number) => [
  OpenFiscalYear({ year, books: 'own' }),
  AdoptAccounts({ year, accounts }),
  AdoptActivities({ year, activities }),
];
const book = (voucherId: string, year = 2024) => {
  const rows = [row(cost, 12_500, { activity: 'kansli' }), row(bank, -12_000), row(bank, -500)];
  return BookVoucher({ ...header(voucherId, { year, date: day(`${year}-03-01`) }), rows });
};

let db: TestDatabase;
let commands: CommandRunner;

beforeAll(async () => {
  db = await testDatabase([ledgerGroup]);
  commands = new CommandRunner(db.store, ledgerDeciders);
});
afterAll(() => db.close());

async function read<T>(association: AssociationId, work: (view: View) => Promise<T>, at?: number): Promise<T> {
  await db.project(association, catalogue);
  return withView(db.databases.association(association), [ledgerGroup], at === undefined ? {} : { at }, work);
}

const pageOf =
  (after: number, limit: number, year = 2024) =>
  (view: View) =>
    journal(view, { year, after, limit });

describe('the journal', () => {
  it('tells the vouchers of a year in the order they were booked, page by page', async () => {
    const association = await db.register('bladdrare');
    const ids = Array.from({ length: 7 }, (_, index) => `voucher-${index}`);
    await send(commands, association, ...begin(2023), ...begin(2024), ...ids.slice(0, 4).map((id) => book(id)));
    await send(commands, association, book('voucher-2023', 2023), ...ids.slice(4).map((id) => book(id)));
    const told: string[] = [];
    const sizes: number[] = [];
    for (let after: number | null = 0; after !== null;) {
      const page: Awaited<ReturnType<typeof journal>> = await read(association, pageOf(after, 3));
      sizes.push(page.vouchers.length);
      told.push(...page.vouchers.map(({ voucherId }) => voucherId));
      after = page.next;
    }
    expect(told).toEqual(ids);
    expect(sizes).toEqual([3, 3, 1]);
    const other = await read(association, pageOf(0, 50, 2023));
    expect(other.vouchers.map(({ voucherId, number }) => [voucherId, number])).toEqual([['voucher-2023', 1]]);
    expect(other.next).toBeNull();
    expect(await read(association, pageOf(0, 50, 2022))).toEqual({ vouchers: [], next: null });
  });

  it('tells each voucher with its rows as they were booked', async () => {
    const association = await db.register('rader');
    await send(commands, association, ...begin(2024), book('voucher-1'));
    const [booked] = await db.store.readStream({ owner: association, kind: 'record' }, 'fiscal-year-2024', 3);
    const [voucher] = (await read(association, pageOf(0, 50))).vouchers;
    expect(voucher).toEqual({
      voucherId: 'voucher-1',
      series: 'A',
      number: 1,
      date: '2024-03-01',
      registeredAt: booked!.recordedAt,
      kind: 'VoucherBooked',
      text: 'Köp av verksamhet',
      document: null,
      counterparty: null,
      corrects: null,
      correctedBy: null,
      attested: false,
      rows: [row(cost, 12_500, { activity: 'kansli' }), row(bank, -12_000), row(bank, -500)],
    });
  });

  it('links a correction and what it corrects in both directions, but not before it is made', async () => {
    const association = await db.register('rattelser');
    await send(commands, association, ...begin(2024), book('voucher-1'), book('voucher-2'));
    const before = await send(commands, association, correcting('voucher-1', 'voucher-3'));
    await send(commands, association, correcting('voucher-3', 'voucher-4'));
    const links = (at?: number, limit = 50) =>
      read(association, pageOf(0, limit), at).then(({ vouchers }) =>
        vouchers.map(({ voucherId, corrects, correctedBy }) => [voucherId, corrects, correctedBy]),
      );
    const [first, second] = [
      ['voucher-1', null, 'voucher-3'],
      ['voucher-2', null, null],
    ];
    expect(await links()).toEqual([
      first,
      second,
      ['voucher-3', 'voucher-1', 'voucher-4'],
      ['voucher-4', 'voucher-3', null],
    ]);
    expect(await links(undefined, 1)).toEqual([first]);
    expect(await links(before)).toEqual([first, second, ['voucher-3', 'voucher-1', null]]);
    expect(await links(before - 1)).toEqual([['voucher-1', null, null], second]);
  });
});
