import { ore } from '@finsam/kernel';
import fc from 'fast-check';
import { kinds } from '../testing';
import type { BudgetKind } from './budget-kinds.events';
import { type BookedSum, outcomeByPost, positiveFor, type PostKey } from './outcome-by-post';

const booked = (account: number, amount: number, activity: string | null = 'kansli', member: string | null = null) => ({
  account,
  activity,
  member,
  amountOre: ore(amount),
});
const post = (activity: string, kind: string, member: string | null = null): PostKey => ({ activity, kind, member });
const outcomes = (...of: Parameters<typeof outcomeByPost>) =>
  outcomeByPost(...of).posts.map(({ activity, kind, member, outcomeOre }) => [activity, kind, member, outcomeOre]);

it('is positive for what each post is', () => {
  const rows = [booked(3510, -70), booked(5010, 30), booked(6100, 5), booked(5010, -1)];
  expect(outcomes([post('kansli', 'bidrag'), post('kansli', 'kostnad')], kinds, rows)).toEqual([
    ['kansli', 'bidrag', null, 70],
    ['kansli', 'kostnad', null, 34],
  ]);
});

it('is zero where nothing is booked, and not known where no accounts are said to fall on the kind', () => {
  const [bidrag] = kinds;
  const withoutAccounts: BudgetKind = { kind: 'ranta', label: 'Ränta', side: 'income' };
  const posts = [post('kansli', 'bidrag'), post('kansli', 'ranta'), post('kansli', 'okant')];
  expect(outcomeByPost(posts, [bidrag!, withoutAccounts], [booked(8310, -7)])).toEqual({
    posts: [
      { ...posts[0], side: 'income', outcomeOre: 0, debitOre: 0, creditOre: 0 },
      { ...posts[1], side: 'income', outcomeOre: null, debitOre: 0, creditOre: 0 },
      { ...posts[2], side: null, outcomeOre: null, debitOre: 0, creditOre: 0 },
    ],
    onNoPost: [booked(8310, -7)],
  });
});

it('lists what falls on no post: another activity, none, an account that no kind covers', () => {
  const outside = [booked(5010, 1, 'stegen'), booked(5010, 2, null), booked(8310, -3)];
  const { posts, onNoPost } = outcomeByPost([post('kansli', 'kostnad')], kinds, [...outside, booked(5010, 4)]);
  expect([posts[0]!.outcomeOre, onNoPost]).toEqual([4, outside]);
});

it('takes the accounts at both ends of a range, and none beyond', () => {
  const rows = [booked(3499, -1), booked(3500, -2), booked(3599, -4), booked(3600, -8)];
  const { posts, onNoPost } = outcomeByPost([post('kansli', 'bidrag')], kinds, rows);
  expect([posts[0]!.outcomeOre, onNoPost]).toEqual([6, [rows[0], rows[3]]]);
});

it('goes to the kind that is declared first, whatever order the posts have', () => {
  const lon: BudgetKind = { kind: 'lon', label: 'Löner', side: 'cost', accounts: [[5000, 5999]] };
  const [bidrag, kostnad] = kinds;
  const posts = [post('kansli', 'kostnad'), post('kansli', 'lon'), post('stegen', 'kostnad')];
  const rows = [booked(5010, 10), booked(6100, 1), booked(5010, 100, 'stegen')];
  const amounts = (list: readonly BudgetKind[]) => outcomeByPost(posts, list, rows).posts.map((one) => one.outcomeOre);
  expect(amounts([bidrag!, lon, kostnad!])).toEqual([1, 10, 100]);
  expect(amounts([bidrag!, kostnad!, lon])).toEqual([11, 0, 100]);
});

it("goes to the post of the row's member, and else to one that names none", () => {
  const [osterby, all] = [post('kansli', 'bidrag', 'osterby'), post('kansli', 'bidrag')];
  const rows = [booked(3510, -1, 'kansli', 'osterby'), booked(3510, -2, 'kansli', 'vasterby'), booked(3510, -4)];
  const [ostOnly, both] = [outcomeByPost([osterby], kinds, rows), outcomeByPost([all, osterby], kinds, rows)];
  expect(ostOnly.posts.map((one) => one.outcomeOre)).toEqual([1]);
  expect(ostOnly.onNoPost).toEqual(rows.slice(1));
  expect(both.posts.map((one) => one.outcomeOre)).toEqual([6, 1]);
});

// Södra Dalarna, August 2024: the office is budgeted net, at 1 515 tkr, and shown gross in the resultaträkning.
it('is net where the kind holds income and cost, and keeps the two apart', () => {
  const tkr = (amount: number) => amount * 100_000;
  const netto: BudgetKind = {
    kind: 'netto',
    label: 'Nettokostnad',
    side: 'cost',
    accounts: [
      [3600, 3699],
      [4000, 8999],
    ],
  };
  const rows = [booked(5010, tkr(764)), booked(6900, tkr(149)), booked(3690, tkr(-190)), booked(8310, tkr(-104))];
  const [office] = outcomeByPost([post('kansli', 'netto')], [netto], rows).posts;
  expect(office).toMatchObject({ outcomeOre: tkr(619), debitOre: tkr(913), creditOre: tkr(-294) });
});

const code = fc.constantFrom('a', 'b', 'c');
const account = fc.integer({ min: 3000, max: 3005 });
const anyKind = fc.record({
  kind: code,
  label: fc.constant('Slag'),
  side: fc.constantFrom('income' as const, 'cost' as const),
  ranges: fc.array(fc.tuple(account, account), { maxLength: 2 }),
});
const anyKinds = fc.uniqueArray(anyKind, { selector: ({ kind }) => kind, maxLength: 3 }).map((list) =>
  list.map(({ ranges, ...kind }): BudgetKind => {
    const accounts = ranges.map(([a, b]): [number, number] => [Math.min(a, b), Math.max(a, b)]);
    return { ...kind, ...(accounts.length > 0 && { accounts }) };
  }),
);
const member = fc.constantFrom(null, 'm', 'n');
const anyPosts = fc.uniqueArray(fc.record({ activity: code, kind: code, member }), {
  selector: (one) => Object.values(one).join(),
  maxLength: 8,
});
const anyRows = fc.array(
  fc.record({
    account,
    activity: fc.option(code),
    member,
    amountOre: fc.integer({ min: -1_000, max: 1_000 }).map(ore),
  }),
  { maxLength: 12 },
);

it('loses no öre, whatever the kinds and the posts are', () => {
  const met = { onPost: 0, onNone: 0 };
  fc.assert(
    fc.property(anyPosts, anyKinds, anyRows, (posts, list, rows) => {
      const { posts: found, onNoPost } = outcomeByPost(posts, list, rows);
      const sum = (all: readonly BookedSum[]) => all.reduce((total, { amountOre }) => total + amountOre, 0);
      const onPosts = found.reduce((total, { debitOre, creditOre }) => total + debitOre + creditOre, 0);
      expect(onPosts + sum(onNoPost)).toBe(sum(rows));
      for (const { side, outcomeOre, debitOre, creditOre } of found) {
        // What has no outcome has taken nothing.
        const expected = outcomeOre === null ? 0 : Number(positiveFor(side!, outcomeOre));
        expect(expected).toBe(debitOre + creditOre);
      }
      for (const row of onNoPost) expect(rows).toContain(row);
      met.onPost += rows.length - onNoPost.length;
      met.onNone += onNoPost.length;
    }),
    { numRuns: 500 },
  );
  expect([met.onPost > 100, met.onNone > 100]).toEqual([true, true]);
});
