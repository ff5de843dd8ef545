import { createHash } from 'node:crypto';
import { pseudonymSchema } from './pseudonym';

const accepts = (id: string) => pseudonymSchema.safeParse(id).success;

it('is an opaque id', () => {
  expect(accepts('deltagare-1')).toBe(true);
  expect(accepts('9f86d081884c7d659a2feaa0')).toBe(true);
  // Digits only, as one hash in eighty thousand is.
  expect(accepts('198001011234567890123456')).toBe(true);
  expect(accepts('Anna Andersson')).toBe(false);
  expect(accepts('kort')).toBe(false);
});

it('is never the number that the state knows a person by', () => {
  for (const number of ['19800101-1234', '198001011234', '800101-1234', '8001011234', '20041231-0000']) {
    expect(accepts(number)).toBe(false);
    expect(accepts(`p-${number}`)).toBe(false);
    expect(accepts(`${number}-stegen`)).toBe(false);
  }
  // Samordningsnummer: sixty is added to the day.
  expect(accepts('19800161-1234')).toBe(false);
  expect(accepts('800191-1234')).toBe(false);
});

it('may hold digits that are no day', () => {
  for (const id of ['19801301-1234', '19800001-1234', '800132-1234', '800100-1234', '800192-1234', '1234567890']) {
    expect(accepts(id)).toBe(true);
  }
});

it('lets hashes pass, bare or in the form of a UUID', () => {
  for (let n = 0; n < 2_000; n++) {
    const hash = createHash('sha256').update(String(n)).digest('hex');
    expect(accepts(hash.slice(0, 24))).toBe(true);
    expect(accepts(hash.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*/, '$1-$2-$3-$4-$5'))).toBe(true);
  }
});
