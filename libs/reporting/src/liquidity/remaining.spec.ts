import { type GrantView, outcomeByPost } from '@finsam/funding';
import { ore } from '@finsam/kernel';
import { booked, kinds, post } from '../forecast/testing';
import { bookedFromOre, followed, type FollowedPost, remainingCostOre, remainingIncomeOre } from './remaining';

const follow = (posts: ReturnType<typeof post>[], ...rows: ReturnType<typeof booked>[]) =>
  followed(posts, outcomeByPost(posts, kinds, rows).posts);
const known = (...of: Parameters<typeof follow>): FollowedPost[] => follow(...of)!;

/** A grant to an activity for 2024: granted, paid, paid back and what its end set free. */
const grant = (activity: string, granted: number, paid = 0, repaid = 0, released = 0) =>
  ({
    activity,
    years: [
      {
        year: 2024,
        grantedOre: ore(granted),
        paidOre: ore(paid),
        repaidOre: ore(repaid),
        releasedOre: ore(released),
      },
    ],
  }) as unknown as GrantView;

it('follows no plan where a side or an outcome is unknown, but equity needs none', () => {
  expect(follow([post('kansli', 'kostnad', 1), post('kansli', 'balanserat-resultat', 1)])).toHaveLength(1);
  expect(follow([post('kansli', 'kostnad', 1), post('kansli', 'utan-konton', 1)])).toBeNull();
  expect(follow([post('kansli', 'kostnad', 1), post('kansli', 'okant', 1)])).toBeNull();
});

it('leaves of the budget what is not booked, and nothing where more is', () => {
  const posts = [post('kansli', 'lon', 100), post('kansli', 'kostnad', 50), post('styrelse', 'kostnad', 5)];
  expect(remainingCostOre(known(posts), [], 2024)).toBe(155);
  expect(remainingCostOre(known(posts, booked(5010, 60)), [], 2024)).toBe(95);
  expect(remainingCostOre(known(posts, booked(5010, 60), booked(6100, 9, 'styrelse')), [], 2024)).toBe(90);
});

it('expects all that is granted to be paid, in place of what is budgeted', () => {
  const posts = [post('stegen', 'kostnad', 90), post('kansli', 'kostnad', 10)];
  const left = (grants: GrantView[], ...rows: ReturnType<typeof booked>[]) =>
    remainingCostOre(known(posts, ...rows), grants, 2024);
  expect(left([grant('stegen', 100)])).toBe(110);
  expect(left([grant('stegen', 100, 60, 10)])).toBe(60);
  expect(left([grant('stegen', 100, 60)], booked(6100, 70, 'stegen'))).toBe(40);
  expect(left([grant('stegen', 100, 60, 0, 25)])).toBe(25);
  expect(left([grant('stegen', 100, 130)])).toBe(10);
  expect(left([grant('stegen', 100), grant('stegen', 20, 20)])).toBe(110);
  // Granted outside the budget: it will be paid all the same.
  expect(left([grant('verkstan', 7)])).toBe(107);
});

it("counts as a member's contribution what its rows on income accounts say, not what it is paid for", () => {
  const rows = [
    booked(3510, -100, 'kansli', 'staten'),
    booked(3510, 30, null, 'staten'),
    booked(3510, -7, 'kansli', 'kommunen'),
    booked(4510, 50, 'stegen', 'staten'),
  ];
  expect(bookedFromOre('staten', kinds, rows)).toBe(70);
  expect(bookedFromOre('regionen', kinds, rows)).toBe(0);
});

it('counts income beside the contributions once, whatever posts they stand on', () => {
  const left = (posts: ReturnType<typeof post>[], agreed: number, came: number, ...rows: ReturnType<typeof booked>[]) =>
    remainingIncomeOre(known(posts, ...rows), { agreedOre: ore(agreed), bookedOre: ore(came) });
  const posts = [post('kansli', 'bidrag', 100), post('kansli', 'ovrigt', 30)];
  expect(left(posts, 100, 0)).toBe(30);
  expect(left(posts, 100, 50, booked(3510, -50), booked(3690, -10))).toBe(20);
  expect(left(posts, 100, 50, booked(3510, -50), booked(3690, -40))).toBe(0);
  expect(left(posts, 0, 0)).toBe(130);
  expect(left(posts, 200, 0)).toBe(0);
  // Contributions that stand in no post.
  expect(left([post('kansli', 'ovrigt', 130)], 100, 50)).toBe(30);
});
