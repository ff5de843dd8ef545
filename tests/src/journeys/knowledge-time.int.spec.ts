// Knowledge time over HTTP: an office makes a report, corrects a voucher afterwards, and asks what was known when.
import { setTimeout as delay } from 'node:timers/promises';
import {
  decided,
  openBooks,
  rowOf,
  type Said,
  type SmallAssociation,
  smallAssociation,
} from './world/small-association';
import { smallStatement } from './world/layouts';

let lillan: SmallAssociation;
/** When the report was made, between two events. */
let reported: { readonly position: number; readonly at: string };

/** An instant that lies strictly between what is recorded before and after. */
async function pause(): Promise<string> {
  await delay(5);
  const instant = new Date().toISOString();
  await delay(5);
  return instant;
}

beforeAll(async () => {
  lillan = await smallAssociation('lillan');
  await openBooks(lillan);
  await lillan.book('contributions', 3530, 500_000, { memberId: 'staten' });
  const { id } = await lillan.book('costs', 5010, 28_000);
  await lillan.post('budgets/2024', {
    posts: [{ activity: 'kansli', kind: 'kostnad', amountOre: 300_000_00 }],
    ...decided(3),
  });
  reported = { position: lillan.position(), at: await pause() };
  await lillan.post(`fiscal-years/2024/vouchers/${String(id)}/corrections`, { date: '2024-04-02', text: 'Rättelse' });
  await lillan.book('costs', 5010, 28_500, { text: 'Lön, rätt belopp' });
}, 60_000);
afterAll(() => lillan?.service.stop(), 30_000);

const cost = async (query: string) => {
  const answer = await lillan.get(`/statements?period=2024-H1&${query}`);
  const { statements } = answer.json as Said;
  return [Number(answer.headers.get('finsam-position')), rowOf(statements, 'resultatrakning', 'kansli')[0]];
};
const changes = async (query: string) => (await lillan.read(`/statements/compare?period=2024-H1&${query}`)) as never;
const refusal = async (path: string) => {
  const { status, json } = await lillan.get(path);
  const { type, errors } = json as { type: string; errors: { pointer: string }[] };
  return [status, type.replace('urn:finsambok:', ''), errors[0]!.pointer];
};

describe('a statement', () => {
  it('is what was known at an instant, and the answer says at which position that was', async () => {
    expect(await cost(`atLeast=${lillan.position()}`)).toEqual([lillan.position(), 28_500_00]);
    expect(await cost(`known=${reported.at}`)).toEqual([reported.position, 28_000_00]);
    expect(await cost(`at=${reported.position}`)).toEqual([reported.position, 28_000_00]);
  });

  it('is what was known when a day was over in Sweden, which has not happened to a day to come', async () => {
    for (const known of ['2199-12-31', '2099-06-30', '2199-12-31T23:59:59Z']) {
      expect(await cost(`known=${known}`)).toEqual([lillan.position(), 28_500_00]);
    }
  });

  it('is none before anything was known', async () => {
    for (const known of ['2000-01-01', '2000-01-01T00:00:00Z']) {
      const answer = await lillan.get(`/statements?period=2024-H1&known=${known}`);
      expect([answer.headers.get('finsam-position'), answer.json]).toEqual(['0', { statements: [] }]);
    }
  });

  it('counts what was recorded at the very instant in', async () => {
    const { registeredAt } = ((await lillan.read('/fiscal-years/2024/vouchers')) as { vouchers: never[] }).vouchers.at(
      -1,
    )! as { registeredAt: string };
    const before = new Date(Date.parse(registeredAt) - 1).toISOString();
    expect(await cost(`known=${registeredAt}`)).toEqual([lillan.position(), 28_500_00]);
    expect((await cost(`known=${before}`))[0]).toBeLessThan(lillan.position());
  });

  it('is asked for in one way at a time, in a form that says when', async () => {
    const invalid = [422, 'http/invalid-fields', '/known'];
    for (const known of ['igar', '2024-02-30', '2024-09-30T12:00:00', '17', '']) {
      expect(await refusal(`/statements?period=2024-H1&known=${known}`)).toEqual(invalid);
    }
    expect(await refusal('/statements?period=2024-H1&known=2024-09-30&at=3')).toEqual([
      422,
      'http/at-and-known',
      '/known',
    ]);
  });
});

describe('two knowledge times', () => {
  it('are told apart cell by cell, each with its vouchers', async () => {
    const told = await changes(`from=${reported.position}`);
    expect(told).toMatchObject({ count: 6, next: null, layouts: [], to: { position: lillan.position() } });
    const { changes: cells } = told as { changes: Said[] };
    const [kansli] = cells;
    expect(kansli).toMatchObject({
      table: 'resultatrakning',
      row: 'kansli',
      column: 'utfall',
      label: 'Kansli',
      before: { ore: 28_000_00, printed: '28\u00a0000' },
      after: { ore: 28_500_00, printed: '28\u00a0500' },
      differenceOre: 500_00,
      because: [{ kind: 'ledger', sign: 1, differenceOre: 500_00, count: 2 }],
    });
    const [{ lines }] = kansli!['because'] as [{ lines: Said[] }];
    expect(lines).toMatchObject([
      {
        position: reported.position + 1,
        amountOre: -28_000_00,
        date: '2024-04-02',
        recorded: { type: 'VoucherCorrected' },
      },
      { position: lillan.position(), amountOre: 28_500_00, text: 'Lön, rätt belopp', recorded: { type: 'CostBooked' } },
    ]);
    expect(cells.map(({ table, row, column }) => `${table}/${row}/${column}`)).toEqual([
      'resultatrakning/kansli/utfall',
      'resultatrakning/kansli/andel',
      'resultatrakning/resultat/utfall',
      'resultatrakning/resultat/andel',
      'balansrakning/bank/utfall',
      'balansrakning/eget-kapital/utfall',
    ]);
    expect(cells[2]).toMatchObject({
      differenceOre: -500_00,
      because: [{ kind: 'cells', reckoned: 'sum', parts: [{ row: 'kansli', sign: -1, differenceOre: 500_00 }] }],
    });
  });

  it('are the same by position, by instant and by day, a page at a time', async () => {
    const whole = (await changes(`from=${reported.position}`)) as { changes: Said[] };
    expect(await changes(`from=${reported.at}&to=2199-12-31`)).toEqual(whole);
    const page = await changes(`from=${reported.position}&after=1&limit=2`);
    expect(page).toMatchObject({ count: 6, next: 3, changes: whole.changes.slice(1, 3) });
    expect(await changes('from=2199-12-31')).toMatchObject({ count: 0, changes: [] });
  });

  it('tell rows and columns that came with another layout, and the decision on it', async () => {
    const from = lillan.position();
    const columns = smallStatement.columns.filter(({ id }) => id !== 'prognos');
    const rows = smallStatement.rows.map((row) =>
      row.id === 'bidrag' ? { ...row, showIn: ['utfall', 'budget'] } : row,
    );
    const layout = { ...smallStatement, version: 2, unit: 'tkr', columns, rows };
    await lillan.post('layouts', { layout, ...decided(9) });
    const told = await changes(`from=${from}`);
    expect(told).toMatchObject({
      layouts: [
        {
          table: 'resultatrakning',
          version: { before: 1, after: 2 },
          unit: { before: 'kr', after: 'tkr' },
          rows: { came: [], went: [] },
          columns: { came: [], went: ['prognos'] },
          events: [{ position: from + 1, type: 'LayoutAdopted', decision: { paragraph: '9' } }],
        },
      ],
    });
    const { changes: cells } = told as { changes: Said[] };
    const kansli = cells.find(({ row, column }) => row === 'kansli' && column === 'utfall');
    expect(kansli).toMatchObject({
      before: { printed: '28\u00a0500' },
      after: { printed: '29' },
      differenceOre: 0,
      because: [{ kind: 'layout', differenceOre: 0 }],
    });
  });

  it('are a budget and the one that replaced it, post by post with its decision', async () => {
    const from = lillan.position();
    const posts = [{ activity: 'kansli', kind: 'kostnad', amountOre: 310_000_00 }];
    await lillan.post('budgets/2024', { posts, ...decided(11) });
    const { changes: cells } = (await changes(`from=${from}`)) as { changes: Said[] };
    expect(cells.find(({ row, column }) => row === 'kansli' && column === 'budget')).toMatchObject({
      differenceOre: 10_000_00,
      because: [
        {
          kind: 'budget',
          events: [{ type: 'BudgetAdopted', decision: { paragraph: '11' } }],
          posts: [{ activity: 'kansli', kind: 'kostnad', beforeOre: 300_000_00, afterOre: 310_000_00 }],
        },
      ],
    });
  });

  it('are asked for the earlier first, and within what is known', async () => {
    const path = '/statements/compare?period=2024-H1';
    expect(await refusal(`${path}&from=9&to=3`)).toEqual([422, 'statement/not-later', '/from']);
    expect(await refusal(`${path}&from=3&to=9&at=5`)).toEqual([422, 'statement/not-known', '/to']);
    expect(await refusal(`${path}&from=3&to=99999`)).toEqual([422, 'http/beyond-log', '/to']);
    expect(await refusal(path)).toEqual([422, 'http/invalid-fields', '/from']);
    expect(await refusal(`${path}&from=igar`)).toEqual([422, 'http/invalid-fields', '/from']);
  });
});
