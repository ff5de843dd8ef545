// Old events in new forms: a guest book whose entries have been worded in three ways.
import { z } from 'zod';
import { defineEvent, type Recorded, type Upcasts } from './event';
import { recorded } from './testing';
import { reader, upcast } from './upcast';

const upcasts: Upcasts = {
  1: ({ who, ...rest }: { who: string }) => ({ ...rest, name: who }),
  2: ({ name, ...rest }: { name: string }) => ({ ...rest, names: [name] }),
};
const schema = z.strictObject({ names: z.array(z.string()) });
const GuestsCame = defineEvent('GuestsCame', 3, schema, upcasts);
const GuestsLeft = defineEvent('GuestsLeft', 1, z.strictObject({}));

function stored(schemaVersion: number, data: object, type = 'GuestsCame'): Recorded {
  return { ...recorded([{ type, data: Object.freeze(data) }])[0]!, schemaVersion };
}

describe('an event that was stored', () => {
  it('in any older version is read as the newest would have said it', () => {
    for (const old of [stored(1, { who: 'a' }), stored(2, { name: 'a' })]) {
      expect(upcast(GuestsCame, old)).toEqual({ ...old, schemaVersion: 3, data: { names: ['a'] } });
    }
  });

  it('in the newest version is read as it is, and not parsed', () => {
    const odd = stored(3, { names: 'nobody' });
    expect(upcast(GuestsCame, odd)).toBe(odd);
  });

  it('with a field that nobody knows keeps it', () => {
    const { data } = upcast(GuestsCame, stored(1, { who: 'a', seat: 7 }));
    expect(data).toEqual({ names: ['a'], seat: 7 });
  });

  it.each([4, 0, 1.5])('in version %s, which this program does not know, is refused', (version) => {
    expect(() => upcast(GuestsCame, stored(version, { names: [] }))).toThrow(
      `this program does not know version ${version} of GuestsCame`,
    );
  });

  it('is left as it was', () => {
    const old = Object.freeze(stored(1, { who: 'a' }));
    upcast(GuestsCame, old);
    expect(old).toMatchObject({ schemaVersion: 1, data: { who: 'a' } });
  });
});

describe('a reader', () => {
  const read = reader([GuestsCame, GuestsLeft, GuestsCame]);

  it('reads each of its types by its own definition', () => {
    const left = stored(1, {}, 'GuestsLeft');
    expect(read(left)).toBe(left);
    expect(read(stored(1, { who: 'a' })).data).toEqual({ names: ['a'] });
  });

  it('refuses a type that it was not told of', () => {
    expect(() => read(stored(1, {}, 'GuestsSang'))).toThrow('this program does not know the event GuestsSang');
    expect(() => read(stored(1, {}, 'constructor'))).toThrow('does not know the event');
  });

  it('has one definition of each type', () => {
    const other = defineEvent('GuestsLeft', 1, z.strictObject({}));
    expect(() => reader([GuestsLeft, other])).toThrow('GuestsLeft is declared once');
  });
});

it.each<[string, number, Upcasts]>([
  ['without any upcast', 3, {}],
  ['without the first', 3, { 2: (data) => data }],
  ['without the last', 3, { 1: (data) => data }],
  ['with one from the newest', 2, { 1: (data) => data, 2: (data) => data }],
  ['with one from before the first', 2, { 0: (data) => data, 1: (data) => data }],
  ['of version nought', 0, {}],
])('a definition %s is refused when it is declared', (_, version, given) => {
  expect(() => defineEvent('GuestsCame', version, schema, given)).toThrow('broken assumption: GuestsCame');
});
