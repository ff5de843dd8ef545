import { lineSchema } from '@finsam/kernel';
import * as fc from 'fast-check';
import { cleanText, withoutIdentityNumbers } from './clean-text';

it('gives a line that an event can hold, from any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), fc.string({ unit: 'grapheme' }), (one, other) => {
      const { text } = cleanText(one + other, 20);
      if (text !== '') expect(lineSchema(20).parse(text)).toBe(text);
    }),
  );
});

it('says what it did', () => {
  expect(cleanText(' Köp ', 10)).toEqual({ text: 'Köp', cleaned: false, cut: false });
  expect(cleanText('Ko\u0308p', 10)).toEqual({ text: 'Köp', cleaned: false, cut: false });
  expect(cleanText('K\u202eöp', 10)).toEqual({ text: 'K öp', cleaned: true, cut: false });
  expect(cleanText('Köp av tjänster', 6)).toEqual({ text: 'Köp av', cleaned: false, cut: true });
});

it('flags what looks like a personnummer, and keeps none that is one', () => {
  expect(withoutIdentityNumbers('Faktura 9999999999')).toEqual({
    text: 'Faktura 9999999999',
    like: true,
    masked: false,
  });
  expect(withoutIdentityNumbers('Faktura 12345')).toEqual({ text: 'Faktura 12345', like: false, masked: false });
  const luhn = (of: string) =>
    [...of].reduce((sum, digit, i) => {
      const part = Number(digit) * (i % 2 === 0 ? 2 : 1);
      return sum + (part > 9 ? part - 9 : part);
    }, 0) % 10;
  // Made here, so that no number stands in the file.
  const nine = '900101123';
  const whole = nine + String((10 - luhn(`${nine}0`)) % 10);
  for (const written of [whole, `19${whole}`, `${whole.slice(0, 6)}-${whole.slice(6)}`]) {
    expect(withoutIdentityNumbers(`Utlägg ${written} taxi`)).toEqual({
      text: 'Utlägg ------ ---- taxi',
      like: true,
      masked: true,
    });
  }
});
