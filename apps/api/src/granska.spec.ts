// What anybody may ask: the api alone, with no database at all, and every word that it logs.
import { Writable } from 'node:stream';
import type { Installation } from '@finsam/assembly';
import { issueToken } from '@finsam/platform';
import { pino } from 'pino';
import { type RunningApi, startApi } from './start-api';

const SECRET = 'Hemligt-7f3';
const SECRET_KEY = 's'.repeat(32);

jest.setTimeout(60_000);

const touched: PropertyKey[] = [];
/** Whoever asks it for anything fails, and is remembered. */
const nothing = new Proxy(
  {},
  {
    get: (_, name) => {
      touched.push(name);
      throw new Error('there is no database');
    },
  },
);

let logged = '';
const log = new Writable({
  write: (chunk, _, done) => {
    logged += String(chunk);
    done();
  },
});

const running: RunningApi[] = [];
afterAll(() => Promise.all(running.map((api) => api.close())));

async function apiWith(settings: { openCallsPerMinute?: number; trustedProxies?: number } = {}): Promise<string> {
  const config = { secret: SECRET_KEY, host: '127.0.0.1', port: 0, trustedProxies: 0, openCallsPerMinute: 1_000 };
  const installation = { config: { ...config, ...settings }, databases: nothing, store: nothing };
  const api = await startApi(installation as never as Installation, pino({ level: 'trace' }, log), 0);
  running.push(api);
  return `${api.url}/v1/granska`;
}

const report = (...cells: string[]) =>
  ['Rapport;R', 'Tabell;t;T;kr', 'rad;text;summa av;A', `a;${SECRET};;1`, `b;Summa;a;${cells.join()}`].join('\n');

async function send(url: string, body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) {
  const type = { 'content-type': 'text/csv' };
  const answer = await fetch(url, { method: 'POST', headers: { ...type, ...headers }, body });
  const text = await answer.text();
  return { status: answer.status, headers: answer.headers, text };
}

describe('a report from anybody', () => {
  let url: string;
  beforeAll(async () => {
    url = await apiWith();
  });
  beforeEach(() => {
    touched.length = 0;
    logged = '';
  });

  it('is reconciled without a token, a key or a database', async () => {
    const { status, text } = await send(url, report('9'));
    expect([status, JSON.parse(text)]).toMatchObject([
      200,
      {
        title: 'R',
        readAs: 'CSV i UTF-8 med semikolon',
        findings: [{ rule: 'summa', place: 't/b/a', severity: 'fel' }],
      },
    ]);
    expect(touched).toEqual([]);
  });

  it.each([
    ['text', /^R: 1 fel, 0 varningar, 0 upplysningar\n\nFEL {2}summa {2}t\/b\/a\n/, 'text/plain; charset=utf-8'],
    ['html', /<h2>fel · summa · t\/b\/a<\/h2>/, 'text/html; charset=utf-8'],
  ])('is answered as %s where that is asked for', async (format, body, type) => {
    const answer = await send(`${url}?format=${format}`, report('9'));
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, type]);
    expect(answer.text).toMatch(body);
  });

  it('never becomes markup', async () => {
    const { text } = await send(`${url}?format=html`, report('9').replace('Rapport;R', 'Rapport;<script>1</script>'));
    expect(text).toContain('&lt;script&gt;');
    expect(text).not.toContain('<script');
  });

  it('leaves no word of it in the log, whatever comes of it', async () => {
    const sent = [report('9'), report(SECRET), `{"${SECRET}":1}`, `"${SECRET}`, `Rapport;${SECRET}`, '%PDF-1.7', ''];
    const statuses = [];
    for (const body of sent) statuses.push((await send(url, body)).status);
    expect(statuses).toEqual([200, 422, 422, 422, 422, 415, 422]);
    expect(logged.split('\n').filter((line) => line.includes('"/v1/granska"'))).toHaveLength(sent.length);
    expect(logged).not.toContain(SECRET);
    // Nor who it was: an address is not needed to run the service.
    expect(logged).not.toContain('127.0.0.1');
    expect(touched).toEqual([]);
  });

  it('is told all that is wrong with it, by row and column', async () => {
    const { status, text } = await send(url, report('ett').replace('Tabell;t;T;kr', 'Tabell;t;T;mil'));
    const { errors } = JSON.parse(text) as { errors: object[] };
    expect([status, errors]).toMatchObject([
      422,
      [
        { pointer: '/rader/2/D', row: 2 },
        { pointer: '/rader/5/D', column: 'D' },
      ],
    ]);
  });

  it('is what its bytes say, whatever it is called', async () => {
    const json = {
      title: 'R',
      tables: [
        {
          id: 't',
          title: 'T',
          unit: 'kr',
          columns: [{ id: 'a', label: 'A' }],
          rows: [{ id: 'x', label: '', cells: ['1'] }],
        },
      ],
    };
    const template = await fetch(`${url}/mall?format=xlsx`);
    expect([template.status, template.headers.get('content-disposition')]).toEqual([
      200,
      'attachment; filename="granska.xlsx"',
    ]);
    const files = [JSON.stringify(json), report('1'), new Uint8Array(await template.arrayBuffer())];
    for (const type of ['text/csv', 'application/json', 'application/octet-stream']) {
      const read = [];
      for (const file of files) {
        const { text } = await send(url, file, { 'content-type': type });
        read.push(JSON.parse(text) as unknown);
      }
      expect(read).toMatchObject([
        { readAs: 'JSON', findings: [] },
        { readAs: 'CSV i UTF-8 med semikolon', findings: [] },
        { readAs: 'XLSX', findings: [] },
      ]);
    }
  });

  it('has a size, and is refused beyond it', async () => {
    const most = 1_048_576;
    const padded = (size: number) => Uint8Array.from(Buffer.from(`{"title":"${'x'.repeat(size - 12)}"}`));
    expect((await send(url, padded(most))).status).toBe(422);
    const { status, text } = await send(url, padded(most + 1));
    expect([status, JSON.parse(text)]).toMatchObject([413, { type: 'urn:finsambok:http/file-too-large' }]);
  });

  it('may come with a token, which then has to hold', async () => {
    const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
    expect((await send(url, report('1'), bearer(issueToken({ secret: SECRET_KEY }, 'operator')))).status).toBe(200);
    expect((await send(url, report('1'), bearer('fsd_nonsens'))).status).toBe(401);
    expect((await send(url, report('1'), { authorization: 'Basic x' })).status).toBe(401);
  });
});

describe('who asks too often', () => {
  const statusesOf = async (url: string, froms: readonly string[]) => {
    const statuses = [];
    for (const from of froms) statuses.push((await send(url, report('1'), { 'x-forwarded-for': from })).status);
    return statuses;
  };

  it('is told so in words, and when to come back', async () => {
    const url = await apiWith({ openCallsPerMinute: 2 });
    expect((await fetch(`${url}/mall?format=csv`)).status).toBe(200);
    expect((await send(url, report('1'))).status).toBe(200);
    const { status, headers, text } = await send(url, report('1'));
    expect(status).toBe(429);
    expect(headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(50);
    expect(JSON.parse(text)).toMatchObject({
      type: 'urn:finsambok:http/too-many-calls',
      title: 'För många anrop',
      detail: `Det var för många anrop från samma adress. Försök igen om ${headers.get('retry-after')} sekunder.`,
    });
  });

  it('is who has called, whatever the call says of that', async () => {
    const url = await apiWith({ openCallsPerMinute: 2 });
    expect(await statusesOf(url, ['192.0.2.1', '192.0.2.2', '192.0.2.3'])).toEqual([200, 200, 429]);
  });

  it('is who the trusted proxy says it was, and nobody before that', async () => {
    const url = await apiWith({ openCallsPerMinute: 2, trustedProxies: 1 });
    expect(await statusesOf(url, ['192.0.2.1', '192.0.2.1', '192.0.2.1'])).toEqual([200, 200, 429]);
    expect(await statusesOf(url, ['192.0.2.8, 192.0.2.1', '192.0.2.2'])).toEqual([429, 200]);
  });
});
