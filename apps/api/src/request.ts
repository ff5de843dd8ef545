// What a request brings: who asks, for which association, under which key. Checked once, before any handler.
import { type AssociationId, refusals } from '@finsam/kernel';
import type { CommandRoute, Principal, Route } from '@finsam/platform';
import type { Request } from 'express';

export interface ApiRequest extends Request {
  principal?: Principal;
  association?: AssociationId;
  correlationId?: string;
}

export const refuse = refusals({
  'access/foreign-association': { status: 404, text: 'Förbundet finns inte.' },
  'access/not-allowed': { status: 403, text: 'Du har inte rätt att göra detta.' },
  'http/no-idempotency-key': {
    status: 422,
    text: 'Skicka Idempotency-Key: ett eget id för begäran (8–100 tecken), så att den kan upprepas utan risk.',
  },
  'http/bad-if-match': { status: 422, text: 'If-Match ska vara den version du läste, till exempel "3".' },
  'http/no-object': { status: 422, text: 'Innehållet ska vara ett JSON-objekt.' },
  'http/no-precondition': {
    status: 422,
    text: 'If-Match går inte att använda här: begäran bygger inte på någon version.',
  },
  'http/bad-path': { status: 404, text: 'Adressen finns inte: {name} har inte rätt form.' },
  'http/beyond-log': {
    status: 422,
    text: 'Loggen har inte kommit så långt. Ange en position som du har fått i ett svar.',
  },
  'http/at-and-known': { status: 422, text: 'Ange antingen at eller known, inte båda.' },
  'http/field-twice': { status: 422, text: 'Fältet står två gånger.' },
  'http/unsafe-name': { status: 422, text: 'Ett fält kan inte heta så.' },
  'http/too-deep': { status: 422, text: 'Innehållet har fler nivåer än någon uppgift har.' },
  'http/too-many-calls': {
    status: 429,
    text: 'Det var för många anrop från samma adress. Försök igen om {retryAfterSeconds} sekunder.',
  },
  'http/file-too-large': { status: 413, text: 'Filen får ha högst {maxBytes} byte.' },
  'http/file-type': { status: 415, text: 'Skicka filen som den är, med Content-Type: {types}.' },
  'http/file-empty': { status: 422, text: 'Filen är tom.' },
  'http/reserved-field': { status: 422, text: 'Fältet {field} sätts av tjänsten och kan inte skickas.' },
});

/** The sender's own id of the request. */
export function commandIdOf(request: Request): string {
  const key = request.header('idempotency-key');
  if (key === undefined || !/^[\x21-\x7e]{8,100}$/.test(key)) throw refuse('http/no-idempotency-key');
  return key;
}

/** What the path names, as text. A text that no id can be is answered as an address that does not exist. */
export function pathTextsOf(request: Request, names: readonly string[]): Record<string, string> {
  const texts = names.map((name) => [name, String(request.params[name])] as const);
  const bad = texts.find(([, text]) => !/^[\w.~-]{1,100}$/.test(text));
  if (bad) throw refuse('http/bad-path', { name: bad[0], pointer: `/${bad[0]}` });
  return Object.fromEntries(texts);
}

/** As the command or the query takes them: whole numbers where the route says so. */
export function pathParameters(route: Route, request: Request): Record<string, unknown> {
  const { params = {} } = route;
  return Object.fromEntries(
    Object.entries(pathTextsOf(request, Object.keys(params))).map(([name, text]) => {
      return [name, params[name] === 'integer' && /^\d{1,9}$/.test(text) ? Number(text) : text];
    }),
  );
}

/** `If-Match: "3"` → 3. Undefined when the sender does not mind. */
export function expectedRevisionOf(request: Request): number | undefined {
  const text = request.header('if-match');
  if (text === undefined) return undefined;
  const match = /^"?(\d{1,9})"?$/.exec(text);
  if (!match) throw refuse('http/bad-if-match');
  return Number(match[1]);
}

export function objectBodyOf(request: Request): Readonly<Record<string, unknown>> {
  const body: unknown = request.body ?? {};
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw refuse('http/no-object');
  return body as Record<string, unknown>;
}

/** What the path or the service says is not for the body to say. */
export function refuseReserved(route: CommandRoute, body: object): void {
  const reserved = [
    ...Object.keys(route.params ?? {}),
    ...(route.creates === undefined ? [] : [route.creates]),
    'facts',
  ];
  const field = reserved.find((name) => Object.hasOwn(body, name));
  if (field !== undefined) throw refuse('http/reserved-field', { field, pointer: `/${field}` });
}
