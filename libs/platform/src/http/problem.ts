// Every refusal and failure as an RFC 9457 problem document in Swedish, naming the field where there is one.
import { DomainError, ManyFaults } from '@finsam/kernel';
import { ZodError } from 'zod';
import { UnstorableEvent } from '../event-store/event-store';
import { jsonPointer } from './json-pointer';
import './swedish-zod';

export interface Problem {
  /** `urn:finsambok:` and a stable code. */
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail?: string;
  /** JSON pointers to the fields at fault. */
  readonly errors?: readonly { readonly pointer: string; readonly detail: string; readonly [fact: string]: unknown }[];
  /** To find the request in the log. */
  readonly correlationId?: string;
  readonly [extension: string]: unknown;
}

const TITLES: Record<number, string> = {
  400: 'Begäran går inte att läsa',
  401: 'Inloggning saknas eller gäller inte',
  403: 'Det är inte tillåtet',
  404: 'Finns inte',
  405: 'Metoden går inte att använda här',
  409: 'Går inte ihop med vad som redan har hänt',
  412: 'Uppgiften har ändrats',
  413: 'Begäran är för stor',
  415: 'Fel slags innehåll',
  422: 'Uppgifterna kan inte godtas',
  429: 'För många anrop',
  500: 'Fel i tjänsten',
  503: 'Tjänsten är inte tillgänglig just nu',
};

export function problem(code: string, status: number, detail?: string, extensions: object = {}): Problem {
  return {
    type: `urn:finsambok:${code}`,
    title: TITLES[status] ?? 'Fel',
    status,
    ...(detail !== undefined && { detail }),
    ...extensions,
  };
}

/** The problem for anything that was thrown. What we did not foresee becomes a 500 that tells nothing of the inside. */
export function problemOf(error: unknown): Problem {
  if (error instanceof ManyFaults) return ofManyFaults(error);
  if (error instanceof DomainError) return ofDomainError(error);
  if (error instanceof ZodError) return ofZodError(error);
  if (error instanceof UnstorableEvent) {
    return problem('command/unstorable', 422, 'Uppgifterna är för många för en enda händelse. Dela upp dem på flera.');
  }
  const status = statusOf(error);
  if (status === 401) return problem('http/no-token', 401, 'Skicka en giltig token i huvudet Authorization: Bearer.');
  if (status === 413) return problem('http/too-large', 413, 'Skicka högst 1 MiB åt gången.');
  if (status === 415)
    return problem('http/unsupported-media-type', 415, 'Skicka JSON med Content-Type: application/json.');
  if (status === 404) return problem('http/not-found', 404, 'Adressen finns inte.');
  if (status !== undefined && status >= 400 && status < 500) {
    const unreadable = 'Adressen eller innehållet går inte att läsa. Innehållet ska vara giltig JSON i UTF-8.';
    return problem('http/unreadable', status, status === 400 ? unreadable : 'Begäran går inte att utföra.');
  }
  if (isUnavailable(error)) return problem('http/unavailable', 503, 'Databasen svarar inte. Försök igen om en stund.');
  return problem('http/internal', 500, 'Felet är antecknat. Försök igen, och hör av dig om det återkommer.');
}

function ofDomainError({ code, status, message, details }: DomainError): Problem {
  const { pointer, ...facts } = details;
  return problem(code, status, message, {
    ...(pointer !== undefined && { errors: [{ pointer, detail: message }] }),
    ...(Object.keys(facts).length > 0 && { facts }),
  });
}

const ERRORS_MAX = 50;

/** As many as a person can put right before asking again; the sentence says how many there are. */
const FAULTS_MAX = 100;

function ofManyFaults({ code, status, message, details, faults }: ManyFaults): Problem {
  const errors = faults
    .slice(0, FAULTS_MAX)
    .map(({ pointer, text, ...facts }) => ({ pointer, detail: text, ...facts }));
  return problem(code, status, message, { errors, facts: details });
}

function ofZodError(error: ZodError): Problem {
  const errors = error.issues.slice(0, ERRORS_MAX).flatMap((issue) => {
    if (issue.code !== 'unrecognized_keys') return [{ pointer: jsonPointer(issue.path), detail: issue.message }];
    // An unknown field is named itself, not the object that it stands in. zod's sentence lists them all, for each.
    const names = issue.keys.slice(0, ERRORS_MAX);
    return names.map((name) => ({ pointer: jsonPointer([...issue.path, name]), detail: 'Fältet är okänt.' }));
  });
  // A field that has the wrong form may also be refused for what it says, in a sentence that repeats it.
  const firsts = errors.filter(
    ({ pointer }, index) => errors.findIndex((error) => error.pointer === pointer) === index,
  );
  return problem('http/invalid-fields', 422, 'Ett eller flera fält har fel form.', {
    errors: firsts.slice(0, ERRORS_MAX),
  });
}

function statusOf(error: unknown): number | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  const candidate = error as { getStatus?: () => number; status?: unknown; statusCode?: unknown };
  if (typeof candidate.getStatus === 'function') return candidate.getStatus();
  const status = candidate.status ?? candidate.statusCode;
  return typeof status === 'number' ? status : undefined;
}

const CONNECTION_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  '57P01',
  '57P02',
  '57P03',
  '08006',
  '08001',
  '53300',
]);

function isUnavailable(error: unknown): boolean {
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown };
  if (typeof code === 'string' && CONNECTION_CODES.has(code)) return true;
  return typeof message === 'string' && /Connection terminated|timeout exceeded when trying to connect/.test(message);
}
