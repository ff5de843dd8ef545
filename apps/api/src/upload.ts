// A route may take a file: its bytes as they are, read when it is known who sends them, and never more than allowed.
import type { Route, Upload } from '@finsam/platform';
import express, { type NextFunction, type Request, type Response } from 'express';
import { refuse } from './request';

/** Whether a request goes to a route that takes a file, known from its address before any route has been found. */
export function uploadsAmong(routes: readonly Route[]): (request: Pick<Request, 'method' | 'path'>) => boolean {
  const addresses = routes
    .filter((route) => route.kind === 'action' && route.upload)
    .map(({ audience, path }) =>
      addressOf(audience === 'association' ? `/v1/associations/:slug/${path}` : `/v1/${path}`),
    );
  return ({ method, path }) => method === 'POST' && addresses.some((address) => address.test(path));
}

// As the router reads addresses: in any case, with or without a slash at the end.
const addressOf = (path: string) => new RegExp(`^${path.replace(/:\w+/g, '[^/]+')}/?$`, 'i');

/** The whole file. One that is too large, empty, packed or cut short is refused, and nothing of it is kept. */
export async function fileOf(request: Request, response: Response, { maxBytes, types }: Upload): Promise<Buffer> {
  const told = { types: types.join(', ') };
  if (request.header('content-encoding') !== undefined) throw refuse('http/file-type', told);
  if (hasBody(request) && !request.is([...types])) throw refuse('http/file-type', told);
  const read = express.raw({ type: () => true, limit: maxBytes, inflate: false });
  await new Promise<void>((done, fail) => {
    read(request, response, (error?: unknown) => (error === undefined ? done() : fail(error as Error)));
  }).catch((error: { status?: unknown }) => {
    throw error.status === 413 ? refuse('http/file-too-large', { maxBytes }) : error;
  });
  const bytes: unknown = request.body;
  if (!Buffer.isBuffer(bytes) || bytes.length === 0) throw refuse('http/file-empty');
  return bytes;
}

export function hasBody(request: Request): boolean {
  return Number(request.header('content-length') ?? 0) > 0 || request.header('transfer-encoding') !== undefined;
}

/** Who has not sent the whole body in time is cut off, but for those that `except` lets take longer. */
export function cutSlowBodies(ms: number, except: (request: Request) => boolean) {
  return (request: Request, response: Response, next: NextFunction): void => {
    if (hasBody(request) && !except(request)) {
      const timer = setTimeout(() => {
        if (!request.complete && !response.headersSent) response.writeHead(408, { connection: 'close' }).end();
      }, ms);
      timer.unref();
      response.once('close', () => clearTimeout(timer));
    }
    next();
  };
}
