// The demo files checked by themselves: their paths exist, their books balance, and nobody is named.
import { routes } from '@finsam/assembly';
import { type Demo, type DemoRequest, demoText, readDemo, SLUGS } from './demo-files';
import { edgeOf } from './edges';
import { added, pencilBalances, pencilVouchers } from './pencil';

describe.each(SLUGS.map((slug) => [slug, readDemo(slug)] as const))('%s', (slug, demo) => {
  it('asks only at paths that the service has', () => {
    const known = routes.filter((route) => route.kind === 'command');
    for (const { path } of demo.requests) {
      const { edge } = edgeOf(path.replace(/[{}]/g, ''));
      const route = known.find((candidate) => candidate.command.type === edge.command.type);
      expect(route?.path.replace(/:\w+/g, ':')).toBe(edge.path.replace(/:\w+/g, ':'));
      expect(route?.creates).toBe(edge.creates);
    }
  });

  it('has only whole öre', () => {
    const amounts = [...demoText(`${slug}.json`).matchAll(/"amountOre": ([^,}\s]+)/g)].map(([, text]) => text!);
    expect(amounts.length).toBeGreaterThan(100);
    expect(amounts.filter((text) => !/^(0|-?[1-9]\d{0,10})$/.test(text))).toEqual([]);
  });

  it('has vouchers that balance, one after the other in the days of 2024', () => {
    const vouchers = pencilVouchers(demo);
    const sums = vouchers.map(({ rows }) => rows.reduce((sum, { amountOre }) => sum + amountOre, 0));
    expect(sums).toEqual(vouchers.map(() => 0));
    expect(vouchers.map(({ date }) => date)).toEqual([...vouchers.map(({ date }) => date)].sort());
    const [report] = demo.reports;
    const last = report!.period.endsWith('H1') ? '2024-06-30' : report!.period.slice(-10);
    expect(vouchers.filter(({ date }) => date < '2024-01-01' || date > last)).toEqual([]);
  });

  it('opens and closes on accounts that sum to zero', () => {
    const sum = (balances: Record<number, number>) => Object.values(balances).reduce((a, b) => a + b, 0);
    const { body } = demo.requests.find(({ path }) => path.endsWith('/opening-balances'))!;
    const opening = body['balances'] as { account: number; amountOre: number }[];
    expect(sum(added(opening.map(({ account, amountOre }) => [account, amountOre])))).toBe(0);
    expect(sum(pencilBalances(demo))).toBe(0);
  });

  it('has one cost with digits turned about, its counter-voucher, and the cost booked anew', () => {
    const vouchers = pencilVouchers(demo);
    expect(vouchers.filter(({ corrects }) => corrects !== null)).toHaveLength(1);
    const [at] = vouchers.flatMap(({ corrects }, index) => (corrects === null ? [] : [index]));
    const [wrong, right] = [vouchers[at!]!.rows[0]!, vouchers[at! + 1]!.rows[0]!];
    expect([right.account, right.activity]).toEqual([wrong.account, wrong.activity]);
    const digits = (amountOre: number) => [...String(Math.abs(amountOre))].sort().join('');
    expect(digits(right.amountOre)).toBe(digits(wrong.amountOre));
    expect(right.amountOre).not.toBe(-wrong.amountOre);
  });

  it('promises half from the state, a quarter from the region and a quarter from the kommuner (5 §)', () => {
    const kinds = new Map(bodies(demo, 'members').map((body) => [body['memberId'], String(body['kind'])]));
    const agreements = bodies(demo, 'contributions/2024/agreements');
    const { stat, region, kommun } = added(
      agreements.map((body) => [kinds.get(body['memberId'])!, Number(body['amountOre'])] as const),
    );
    expect([stat, kommun]).toEqual([2 * region!, region]);
  });

  it('holds nothing that could be a number of a person', () => {
    // A hash may hold ten digits in a row; a number that means something stands between other signs.
    expect(demoText(`${slug}.json`)).not.toMatch(/(?<![\da-f])(?:19|20)?\d{6}[-+ ]?\d{4}(?![\da-f])/);
  });
});

function bodies({ requests }: Demo, path: string): DemoRequest['body'][] {
  return requests.filter((request) => request.path === path).map(({ body }) => body);
}
