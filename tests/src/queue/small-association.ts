// An association that is just large enough to have a report: a year, two accounts and one statement.
import { issueToken, type Scope } from '@finsam/platform';

export interface Answered {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface Sender {
  get(path: string): Promise<Answered>;
  post(path: string, body: object, key: string): Promise<Answered>;
}

/** Speaks to the API as the owner of the scope. An answer that does not come within the patience is an error. */
export function senderTo(base: string, config: { readonly secret: string }, scope: Scope, patienceMs = 20_000): Sender {
  const authorization = `Bearer ${issueToken(config, scope)}`;
  const send = async (path: string, init: { method?: string; headers?: object; body?: string } = {}) => {
    const headers = { authorization, ...init.headers };
    const response = await fetch(`${base}${path}`, { ...init, headers, signal: AbortSignal.timeout(patienceMs) });
    return { status: response.status, body: (await response.json()) as Answered['body'] };
  };
  return {
    get: (path) => send(path),
    post: (path, body, key) => {
      const headers = { 'content-type': 'application/json', 'idempotency-key': key };
      return send(path, { method: 'POST', headers, body: JSON.stringify(body) });
    },
  };
}

const decision = { body: 'styrelse', on: '2024-11-22', paragraph: '7' };

const layout = {
  id: 'resultatrakning',
  version: 1,
  title: 'Resultaträkning {year}',
  statement: 'flow',
  unit: 'kr',
  columns: [{ id: 'utfall', label: 'Utfall {year}', kind: 'actual', period: 'report' }],
  rows: [{ kind: 'line', id: 'kostnader', label: 'Kostnader', level: 1, sign: -1, accounts: [[4000, 7999]] }],
};

export const COST_ACCOUNT = 4510;
export const BANK_ACCOUNT = 1910;

export const aCost = (amountOre: number, text = 'Rekvisition') => ({
  date: '2025-03-14',
  text,
  activity: 'stod',
  account: COST_ACCOUNT,
  against: BANK_ACCOUNT,
  amountOre,
});

const YEAR = 'fiscal-years/2025';
const REQUESTS: readonly (readonly [path: string, body: object])[] = [
  ['fiscal-years', { year: 2025, books: 'own' }],
  [
    `${YEAR}/accounts`,
    {
      accounts: [
        { account: COST_ACCOUNT, name: 'Insatser' },
        { account: BANK_ACCOUNT, name: 'Bank' },
      ],
    },
  ],
  [`${YEAR}/activities`, { activities: [{ activity: 'stod', name: 'Stöd' }] }],
  ['layouts', { layout, decision }],
  [`${YEAR}/costs`, aCost(12_345)],
];

/** Registers it and books 123,45 kr in 2025; returns who may speak for it. `layouts`: whether it has any. */
export async function makeAssociation(
  base: string,
  config: { readonly secret: string },
  slug: string,
  { layouts = true } = {},
): Promise<Sender> {
  const operator = senderTo(base, config, 'operator');
  await accepted(operator.post('/v1/associations', { slug, name: `Förbundet ${slug}` }, `make-${slug}`));
  const own = senderTo(`${base}/v1/associations/${slug}/`, config, `association:${slug}`);
  for (const [index, [path, body]] of REQUESTS.entries()) {
    if (path === 'layouts' && !layouts) continue;
    await accepted(own.post(path, body, `make-${slug}-${index}`));
  }
  return own;
}

export async function accepted(answer: Promise<Answered>): Promise<Answered['body']> {
  const { status, body } = await answer;
  if (status >= 300) throw new Error(`refused with ${status}: ${JSON.stringify(body)}`);
  return body;
}
