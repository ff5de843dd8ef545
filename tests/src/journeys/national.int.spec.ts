// The nation sees what associations have published, and nothing else: not over HTTP, and not in the database.
import { routes } from '@finsam/assembly';
import { makeDemoReport, readDemos, seedDemo } from '@finsam/cli';
import type { ReportDocument } from '@finsam/reporting';
import { type TestService, testService } from '../service';
import { faultsOf } from './world/refusal';
import { inLanes } from './world/world';

let service: TestService;
const published = new Map<string, ReportDocument['published']>();
const reports = new Map<string, string>();

const demos = readDemos();
const YEAR = '/v1/national/figures?year=2024&type=delarsrapport';

beforeAll(async () => {
  service = await testService();
  await Promise.all(demos.map((demo) => seedDemo(service.url, service.config, demo)));
  await Promise.all(
    demos.map(async ({ slug, reports: [report] }) => {
      const { reportId, json } = await makeDemoReport(service.service, slug, report!);
      reports.set(slug, reportId);
      published.set(slug, (JSON.parse(json) as ReportDocument).published);
    }),
  );
}, 120_000);

afterAll(() => service.stop(), 30_000);

interface Sum {
  readonly sum: number;
  readonly associations: number;
}

interface Figures {
  readonly associations: number;
  readonly cutOffs: readonly { readonly to: string; readonly associations: number }[];
  readonly figures: Readonly<Record<string, Sum>>;
  readonly participants: Readonly<Record<'women' | 'men' | 'exits', Sum>> & {
    readonly exitsByReason: Readonly<Record<string, Sum>>;
  };
}

const figures = async (path = YEAR) => (await service.call('national', 'GET', path)).json as Figures;

async function decide(slug: string, what: 'adoption' | 'publication'): Promise<void> {
  const demo = demos.find((one) => one.slug === slug)!;
  const address = `/v1/associations/${slug}/reports/${reports.get(slug)!}`;
  const answer = await service.call(`association:${slug}`, 'POST', `${address}/${what}`, {
    body: { decision: demo.reports[0]![what] },
  });
  expect([slug, what, answer.status]).toEqual([slug, what, 201]);
  const { position } = answer.json as { position: number };
  // The figures lie in the exchange once the decision has been folded.
  await service.call(`association:${slug}`, 'GET', `${address}/decisions?atLeast=${position}`);
}

const sumOf = (slugs: readonly string[], code: string): Sum => {
  const stated = slugs.map((slug) => published.get(slug)!.figures[code] ?? null).filter((amount) => amount !== null);
  return { sum: stated.reduce<number>((sum, amount) => sum + amount, 0), associations: stated.length };
};

const slugs = demos.map(({ slug }) => slug);
const [first, ...rest] = slugs as [string, ...string[]];
const NOTHING = { associations: 0, cutOffs: [], figures: {}, participants: null };

describe('the figures', () => {
  it('are not there before anybody publishes, adopted or not', async () => {
    expect(await figures()).toMatchObject(NOTHING);
    for (const slug of slugs) await decide(slug, 'adoption');
    expect(await figures()).toMatchObject(NOTHING);
  });

  it('are those of one association while only one has published', async () => {
    await decide(first, 'publication');
    const { associations, cutOffs, figures: sums } = await figures();
    expect([associations, cutOffs]).toEqual([1, [{ to: published.get(first)!.to, associations: 1 }]]);
    for (const code of Object.keys(published.get(first)!.figures)) expect(sums[code]).toEqual(sumOf([first], code));
  });

  it('are the sums of both when both have, to the öre', async () => {
    for (const slug of rest) await decide(slug, 'publication');
    const { associations, cutOffs, figures: sums } = await figures();
    expect([associations, cutOffs.map(({ to }) => to)]).toEqual([2, ['2024-06-30', '2024-08-31']]);
    const codes = new Set(slugs.flatMap((slug) => Object.keys(published.get(slug)!.figures)));
    expect(sums).toEqual(Object.fromEntries([...codes].map((code) => [code, sumOf(slugs, code)])));
    expect(sums['income']).toEqual({ sum: 8_361_316_20 + 5_722_350_00 + 104_490_00, associations: 2 });
  });

  it('count participants of those who state them, with reasons in the nation’s words', async () => {
    const { participants } = await figures();
    expect(participants).toMatchObject({ men: { sum: 97 }, women: { sum: 96 }, exits: { sum: 87 } });
    const { exitsByReason, men } = participants;
    expect(men.associations).toBe(slugs.filter((slug) => published.get(slug)!.participants).length);
    expect(Object.keys(exitsByReason)).toEqual([
      'arbete-eller-studier',
      'fortsatt-rehabilitering',
      'ovrigt',
      'sjukdom',
    ]);
    expect(Object.values(exitsByReason).reduce((sum, reason) => sum + reason.sum, 0)).toBe(87);
  });

  it('are of the year and the type that is asked for', async () => {
    expect(await figures('/v1/national/figures?year=2023')).toMatchObject(NOTHING);
    expect(await figures(`${YEAR.replace('delarsrapport', 'arsredovisning')}`)).toMatchObject(NOTHING);
    expect(await figures('/v1/national/figures?year=2024')).toEqual(await figures());
  });
});

it('reaches no other route with the nation’s token', async () => {
  const faults = await inLanes(routes, async ({ operation, path, audience, kind, ...route }) => {
    if (audience === 'national' || audience === 'anonymous') return [];
    const post = kind === 'command' || ('method' in route && route.method === 'post');
    const below = path.replace(':year', '2024').replace(/:\w+/g, reports.get(first)!);
    const address = `/v1/${audience === 'association' ? `associations/${first}/` : ''}${below}`.replace(/\/$/, '');
    const answer = await service.call('national', post ? 'POST' : 'GET', address, post ? { body: {} } : {});
    return faultsOf(answer, { status: audience === 'association' ? 404 : 403 }).map((fault) => `${operation} ${fault}`);
  });
  expect(faults.flat()).toEqual([]);
});
