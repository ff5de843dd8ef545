import { once } from 'node:events';
import type { Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import type { ActionRoute } from '@finsam/platform';
import express, { type NextFunction, type Request, type Response } from 'express';
import { cutSlowBodies, fileOf, uploadsAmong } from './upload';

const LIMIT = 1_000;
const SLOW_MS = 200;

const route: ActionRoute = {
  kind: 'action',
  method: 'post',
  audience: 'association',
  operation: 'test.import',
  path: 'files/:year/import',
  summary: 'Läs in en fil',
  upload: { maxBytes: LIMIT, types: ['text/csv', 'application/octet-stream'] },
  act: async () => ({ status: 200, body: null }),
};
const query: ActionRoute = { ...route, operation: 'test.show', path: 'files/:year', upload: undefined } as never;
const isUpload = uploadsAmong([route, query]);
const ADDRESS = '/v1/associations/exempel/files/2024/import';

let server: Server;
let url: string;
let started = false;
const taken: (Buffer | { code?: string; status?: number })[] = [];

beforeAll(async () => {
  const app = express();
  app.use(cutSlowBodies(SLOW_MS, isUpload));
  app.post('/v1/associations/:slug/files/:year/import', (request, response, next) => {
    started = true;
    fileOf(request, response, route.upload!).then((bytes) => {
      taken.push(bytes);
      response.json({ bytes: bytes.length });
    }, next);
  });
  app.use(express.json());
  app.post('/json', (_, response) => void response.json({}));
  app.use((error: { code?: string; status?: number }, _: Request, response: Response, _next: NextFunction) => {
    taken.push(error);
    response.status(error.status ?? 500).end(error.code);
  });
  server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => void server.close());
beforeEach(() => {
  taken.length = 0;
  started = false;
});

const post = async (body: Uint8Array<ArrayBuffer> | string | undefined, headers: Record<string, string> = {}) => {
  const sent = { method: 'POST', headers: { 'content-type': 'text/csv', ...headers }, ...(body && { body }) };
  const answer = await fetch(`${url}${ADDRESS}`, sent);
  return [answer.status, await answer.text()];
};

describe('a file', () => {
  it('arrives with its bytes as they are, to the last one allowed', async () => {
    const bytes = Uint8Array.from({ length: LIMIT }, (_, n) => n % 256);
    expect(await post(bytes, { 'content-type': 'application/octet-stream' })).toEqual([200, `{"bytes":${LIMIT}}`]);
    expect(Uint8Array.from(taken[0] as Buffer)).toEqual(bytes);
    expect(await post('{"a":1', { 'content-type': 'text/csv; charset=windows-1252' })).toEqual([200, '{"bytes":6}']);
  });

  it('is refused beyond its limit, whether it tells its size or not', async () => {
    expect(await post('x'.repeat(LIMIT + 1))).toEqual([413, 'http/file-too-large']);
    const [head, rest] = ['x'.repeat(LIMIT), 'x'];
    const chunks = [head, rest].map((chunk) => `${chunk.length.toString(16)}\r\n${chunk}\r\n`).join('');
    expect(await raw(`Transfer-Encoding: chunked\r\n\r\n${chunks}0\r\n\r\n`)).toMatch(/^HTTP\/1\.1 413 /);
    expect(taken.map((one) => ('status' in one ? one.status : 'taken'))).toEqual([413, 413]);
  });

  it('is refused when it is empty, packed or said to be something else', async () => {
    expect(await post(undefined)).toEqual([422, 'http/file-empty']);
    expect(await raw('Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n')).toMatch(/^HTTP\/1\.1 422 /);
    for (const type of ['application/json', 'multipart/form-data; boundary=x', 'text/html', 'nonsens']) {
      expect(await post('a;b', { 'content-type': type })).toEqual([415, 'http/file-type']);
    }
    expect(await post('a;b', { 'content-encoding': 'gzip' })).toEqual([415, 'http/file-type']);
  });

  it('that is cut short never arrives', async () => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    socket.write(`POST ${ADDRESS} HTTP/1.1\r\nHost: x\r\nContent-Type: text/csv\r\nContent-Length: 100\r\n\r\nhalf`);
    await until(() => started);
    socket.destroy();
    await until(() => taken.length > 0);
    expect(taken).toEqual([expect.objectContaining({ status: 400 })]);
  });

  it('may take longer than other bodies, which are cut off', async () => {
    const slow = (path: string, type: string) =>
      raw('Content-Length: 4\r\n\r\n[1', { path, type, then: ',2', afterMs: 2 * SLOW_MS });
    expect(await slow(ADDRESS, 'text/csv')).toMatch(/^HTTP\/1\.1 200 /);
    expect(await slow('/json', 'application/json')).toMatch(/^HTTP\/1\.1 408 /);
  });
});

it('knows an upload by method and address, as the router reads them', () => {
  const asked = (method: string, path: string) => isUpload({ method, path });
  for (const path of [ADDRESS, `${ADDRESS}/`, ADDRESS.toUpperCase()]) expect(asked('POST', path)).toBe(true);
  expect(asked('GET', ADDRESS)).toBe(false);
  for (const path of [`${ADDRESS}/x`, '/v1/associations/exempel/files/2024', `/x${ADDRESS}`, `${ADDRESS}//`]) {
    expect(asked('POST', path)).toBe(false);
  }
});

/** What is answered to a request whose head and body are written as they stand. */
async function raw(rest: string, { path = ADDRESS, type = 'text/csv', then = '', afterMs = 0 } = {}): Promise<string> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  let answer = '';
  socket.on('data', (data) => (answer += String(data))).on('error', () => undefined);
  socket.write(`POST ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: ${type}\r\n${rest}`);
  if (then !== '') setTimeout(() => socket.writable && socket.write(then), afterMs);
  await once(socket, 'close');
  return answer;
}

async function until(holds: () => boolean): Promise<void> {
  for (const deadline = Date.now() + 5_000; !holds() && Date.now() < deadline;) {
    await new Promise((done) => setTimeout(done, 20));
  }
}
