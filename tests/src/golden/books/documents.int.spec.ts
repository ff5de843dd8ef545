// Three published documents made again from books and plans, on one service, and held against their prints.
import { type TestService, testService } from '../../service';
import { describeArsredovisning2023 } from './arsredovisning-2023';
import { describeBehindCells } from './behind-cells';
import { type Book, seedBook } from './book-service';
import { describeDelarsredovisning2021 } from './delarsredovisning-2021';
import { describeThreeViews } from './three-views';
import { describeVerksamhetsplan2022 } from './verksamhetsplan-2022';

const SLUGS = ['sodra-vatterbygden-bokslut', 'sodra-vatterbygden-plan', 'vastra-ostergotland'] as const;
let service: TestService;
let books: Readonly<Record<(typeof SLUGS)[number], Book>>;

beforeAll(async () => {
  service = await testService();
  const seeded = await Promise.all(SLUGS.map(async (slug) => [slug, await seedBook(service, slug)] as const));
  books = Object.fromEntries(seeded) as typeof books;
}, 120_000);
afterAll(() => service?.stop());

it('each document has an association of its own, with books of the years that it has figures of', async () => {
  const yearsOf = async (slug: (typeof SLUGS)[number]) => {
    const { fiscalYears } = (await books[slug].get('fiscal-years')) as { fiscalYears: { fiscal_year: number }[] };
    return fiscalYears.map(({ fiscal_year }) => fiscal_year);
  };
  expect(await Promise.all(SLUGS.map(yearsOf))).toEqual([[2022, 2023], [], [2021]]);
});

describe('Verksamhetsplan 2022, Södra Vätterbygden', () =>
  describeVerksamhetsplan2022(() => books['sodra-vatterbygden-plan']));

describe('Delårsredovisning augusti 2021, Västra Östergötland', () =>
  describeDelarsredovisning2021(() => books['vastra-ostergotland']));

describe('Årsredovisning 2023, Södra Vätterbygden', () =>
  describeArsredovisning2023(() => books['sodra-vatterbygden-bokslut']));

describe('Three views of one ledger', () => describeThreeViews(() => books['sodra-vatterbygden-bokslut']));

describe('Behind the cells', () => describeBehindCells(() => books['sodra-vatterbygden-bokslut']));
