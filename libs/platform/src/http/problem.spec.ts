import { ManyFaults, refusals } from '@finsam/kernel';
import { HttpException, NotFoundException } from '@nestjs/common';
import { z } from 'zod';
import { UnstorableEvent } from '../event-store/event-store';
import { problem, problemOf } from './problem';

const refuse = refusals({
  'ledger/year-closed': { status: 409, text: 'Året {year} är stängt.' },
  'ledger/no-such-year': { status: 404, text: 'Året är inte öppnat.' },
});

const body = z.strictObject({
  amountOre: z.number().int(),
  kind: z.enum(['individ', 'struktur']).optional(),
  rows: z.array(z.strictObject({ account: z.number(), dimensions: z.record(z.string(), z.string()) })).optional(),
});
const faultsOf = (value: unknown) => problemOf(body.safeParse(value).error);
const pointers = (value: unknown) => faultsOf(value).errors?.map(({ pointer }) => pointer);

describe('a refusal', () => {
  it('tells its code, its sentence, the field and the facts', () => {
    expect(problemOf(refuse('ledger/year-closed', { year: 2024, pointer: '/date' }))).toEqual({
      type: 'urn:finsambok:ledger/year-closed',
      title: 'Går inte ihop med vad som redan har hänt',
      status: 409,
      detail: 'Året 2024 är stängt.',
      errors: [{ pointer: '/date', detail: 'Året 2024 är stängt.' }],
      facts: { year: 2024 },
    });
  });

  it('tells of many faults at once, but never without end', () => {
    const fault = (row: number) => ({ pointer: `/rader/${row}/belopp`, text: 'är inget belopp', row, column: 'C' });
    const many = (count: number) =>
      problemOf(
        new ManyFaults(
          refuse('ledger/no-such-year', { count }),
          Array.from({ length: count }, (_, n) => fault(n)),
        ),
      );
    expect(many(2)).toMatchObject({
      status: 404,
      errors: [0, 1].map((row) => ({ pointer: `/rader/${row}/belopp`, detail: 'är inget belopp', row, column: 'C' })),
      facts: { count: 2 },
    });
    expect(many(2_000).errors).toHaveLength(100);
    expect(JSON.stringify(many(2_000)).length).toBeLessThan(20_000);
  });

  it('names no field where there is none', () => {
    const told = problemOf(refuse('ledger/no-such-year'));
    expect(told).toEqual({
      type: 'urn:finsambok:ledger/no-such-year',
      title: 'Finns inte',
      status: 404,
      detail: 'Året är inte öppnat.',
    });
  });
});

describe('a body of the wrong form', () => {
  it('is answered with each field at fault, in Swedish, without what stood in it', () => {
    const told = faultsOf({ amountOre: 'hemligt', kind: 'hemlig', rows: [{ account: 1, dimensions: { a: 7 } }] });
    expect(told).toMatchObject({ type: 'urn:finsambok:http/invalid-fields', status: 422 });
    expect(told.errors?.map(({ pointer }) => pointer)).toEqual(['/amountOre', '/kind', '/rows/0/dimensions/a']);
    expect(JSON.stringify(told)).not.toContain('hemlig');
    for (const { detail } of told.errors ?? []) expect(detail).toMatch(/^(Ogiltig|Felaktig)/);
  });

  it('points at an unknown field itself, not at the object that it stands in', () => {
    expect(pointers({ amountOre: 1, tenantId: 7, id: 'x' })).toEqual(['/tenantId', '/id']);
    const row = { account: 1, dimensions: {}, attestedBy: 'x' };
    expect(pointers({ amountOre: 1, rows: [row, row] })).toEqual(['/rows/0/attestedBy', '/rows/1/attestedBy']);
    expect(pointers(JSON.parse('{"amountOre":1,"__proto__":1,"constructor":2}'))).toEqual([
      '/__proto__',
      '/constructor',
    ]);
  });

  it('escapes what a JSON pointer would misread, and points at the whole where the whole is wrong', () => {
    expect(pointers({ amountOre: 1, 'a/b~c': 1 })).toEqual(['/a~1b~0c']);
    expect(pointers('text')).toEqual(['']);
  });

  it('is answered in short, however much of it is wrong', () => {
    const unknown = Object.fromEntries(Array.from({ length: 20_000 }, (_, n) => [`field-${n}`, 1]));
    const rows = Array.from({ length: 5_000 }, () => ({ account: 'x', dimensions: {} }));
    for (const value of [
      { amountOre: 1, ...unknown },
      { amountOre: 1, rows },
      { amountOre: 1, ['x'.repeat(60_000)]: 1 },
    ]) {
      const told = faultsOf(value);
      expect(told.errors!.length).toBeLessThanOrEqual(50);
      expect(JSON.stringify(told).length).toBeLessThan(10_000);
    }
  });
});

describe('a request that was not understood', () => {
  it.each([
    [400, 'http/unreadable', 'Begäran går inte att läsa'],
    [401, 'http/no-token', 'Inloggning saknas eller gäller inte'],
    [403, 'http/unreadable', 'Det är inte tillåtet'],
    [404, 'http/not-found', 'Finns inte'],
    [405, 'http/unreadable', 'Metoden går inte att använda här'],
    [413, 'http/too-large', 'Begäran är för stor'],
    [415, 'http/unsupported-media-type', 'Fel slags innehåll'],
    [418, 'http/unreadable', 'Fel'],
  ])('keeps its status %i', (status, code, title) => {
    for (const error of [new HttpException('in English', status), Object.assign(new Error('in English'), { status })]) {
      const told = problemOf(error);
      expect(told).toMatchObject({ type: `urn:finsambok:${code}`, title, status, detail: expect.any(String) });
      expect(JSON.stringify(told)).not.toContain('English');
    }
    expect(problemOf({ statusCode: status }).status).toBe(status);
  });

  it('is known by the framework that refused it', () => {
    expect(problemOf(new NotFoundException('Cannot GET /x')).detail).toBe('Adressen finns inte.');
  });
});

it('says that a command is too large for one event', () => {
  const told = problemOf(new UnstorableEvent('VoucherBooked has 300000 bytes'));
  expect(told).toMatchObject({ type: 'urn:finsambok:command/unstorable', status: 422 });
});

describe('what we did not foresee', () => {
  const secrets = 'password=hemligt at /srv/app/x.ts';

  it('tells nothing of the inside', () => {
    const causes = [new Error(secrets), new TypeError(secrets), secrets, { message: secrets }, null, undefined, 7];
    const odd = [
      Object.assign(new Error(secrets), { status: 500 }),
      Object.assign(new Error(secrets), { status: '404' }),
    ];
    const database = Object.assign(new Error(secrets), { code: '22003', detail: secrets, table: 'log.event' });
    for (const error of [...causes, ...odd, database]) {
      expect(problemOf(error)).toEqual({
        type: 'urn:finsambok:http/internal',
        title: 'Fel i tjänsten',
        status: 500,
        detail: 'Felet är antecknat. Försök igen, och hör av dig om det återkommer.',
      });
    }
  });

  it('asks for another try when the database is away', () => {
    const coded = ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', '57P01', '57P03', '08006', '53300'];
    const away = coded.map((code) => Object.assign(new Error(secrets), { code }));
    const told = ['Connection terminated unexpectedly', 'timeout exceeded when trying to connect'].map(
      (m) => new Error(m),
    );
    for (const error of [...away, ...told]) {
      expect(problemOf(error)).toMatchObject({ type: 'urn:finsambok:http/unavailable', status: 503 });
      expect(JSON.stringify(problemOf(error))).not.toContain('hemligt');
    }
  });
});

it('has a title for a status that nobody foresaw, and room for more', () => {
  expect(problem('http/odd', 599)).toEqual({ type: 'urn:finsambok:http/odd', title: 'Fel', status: 599 });
  expect(problem('http/odd', 409, 'Nej.', { by: 'A1' })).toMatchObject({ detail: 'Nej.', by: 'A1' });
});
