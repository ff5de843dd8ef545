// The demo's books kept with a pencil: what each request debits and credits, read off the files and nothing else.
import type { Demo, DemoRequest } from './demo-files';

export interface PencilRow {
  readonly account: number;
  readonly activity: string | null;
  readonly amountOre: number;
}

export interface PencilVoucher {
  readonly date: string;
  readonly text: string;
  readonly rows: readonly PencilRow[];
  readonly corrects: string | null;
}

interface Body {
  readonly date: string;
  readonly text: string;
  readonly account: number;
  readonly against: number;
  readonly activity: string;
  readonly amountOre: number;
  /** What a claim or an accrual opens and settles. */
  readonly item?: string;
  readonly kind?: string;
  readonly rows: readonly { account: number; amountOre: number; dimensions?: { activity?: string } }[];
}

/** Which side the account stands on; the account against it stands on the other. */
const SIDES: Readonly<Record<string, 1 | -1>> = {
  costs: 1,
  incomes: -1,
  interest: -1,
  contributions: -1,
  'contribution-invoices': -1,
  'accrued-cost': 1,
  'prepaid-cost': -1,
};
const VOUCHERS = ['costs', 'incomes', 'interest', 'contributions', 'contribution-invoices', 'accruals', 'vouchers'];

export function pencilVouchers({ requests }: Demo): PencilVoucher[] {
  const named = new Map<string, readonly PencilRow[]>();
  const items = new Map<string, readonly PencilRow[]>();
  const vouchers: PencilVoucher[] = [];
  for (const request of requests) {
    const [place, , what = '', which, then] = request.path.split('/');
    if (place !== 'fiscal-years' || !VOUCHERS.includes(what)) continue;
    const { date, text, item } = request.body as unknown as Body;
    const corrects = then === 'corrections' ? which! : null;
    const takenBack = which === undefined ? undefined : (named.get(which) ?? items.get(which));
    const claim = what === 'contributions' && item !== undefined ? items.get(item) : undefined;
    const rows = takenBack ? takenBack.map(turned) : claim ? settling(claim, request) : rowsOf(what, request);
    if (request.as !== undefined) named.set(`{${request.as}}`, rows);
    if (item !== undefined && !claim) items.set(item, rows);
    vouchers.push({ date, text, rows, corrects });
  }
  return vouchers;
}

/** What stands on each account when everything is booked: debit positive, accounts at zero left out. */
export function pencilBalances(demo: Demo): Record<number, number> {
  const opening = demo.requests.filter(({ path }) => path.endsWith('/opening-balances'));
  const entries = [
    ...opening.flatMap(({ body }) => body['balances'] as { account: number; amountOre: number }[]),
    ...pencilVouchers(demo).flatMap(({ rows }) => rows),
  ];
  return added(entries.map(({ account, amountOre }) => [account, amountOre] as const));
}

/** Sums by key, without those that come to nothing. */
export function added<Key extends string | number>(parts: readonly (readonly [Key, number])[]): Record<Key, number> {
  const sums = new Map<Key, number>();
  for (const [key, part] of parts) sums.set(key, (sums.get(key) ?? 0) + part);
  return Object.fromEntries([...sums].filter(([, sum]) => sum !== 0)) as Record<Key, number>;
}

function rowsOf(what: string, { body }: DemoRequest): PencilRow[] {
  const { rows, kind = what, account, against, activity, amountOre } = body as unknown as Body;
  const side = SIDES[kind];
  if (side === undefined) return rows.map((row) => ({ ...row, activity: row.dimensions?.activity ?? null }));
  return [
    { account, activity, amountOre: side * amountOre },
    { account: against, activity: null, amountOre: -side * amountOre },
  ];
}

/** A payment of a claim: no income, that was the claim. */
function settling(claim: readonly PencilRow[], { body }: DemoRequest): PencilRow[] {
  const { against, amountOre } = body as unknown as Body;
  return [
    { account: claim[1]!.account, activity: null, amountOre: -amountOre },
    { account: against, activity: null, amountOre },
  ];
}

function turned(row: PencilRow): PencilRow {
  return { ...row, amountOre: -row.amountOre };
}
