import * as fc from 'fast-check';
import { associationId, decisionRefSchema, idSchema, lineSchema, slugify, slugSchema } from './ids';

const accepts = (schema: { safeParse(value: unknown): { success: boolean } }) => (value: unknown) =>
  schema.safeParse(value).success;

describe('a slug', () => {
  it.each([
    ['Södra Vätterbygden', 'sodra-vatterbygden'],
    ['Samordningsförbundet Åmål & Säffle', 'samordningsforbundet-amal-saffle'],
    ['So\u0308dra'.normalize('NFD'), 'sodra'],
    ['  --Finsam 2024!--  ', 'finsam-2024'],
    ['Łódź', 'odz'],
    ['../../etc/passwd', 'etc-passwd'],
    ['🙂', ''],
  ])('of %j is %j', (name, slug) => expect(slugify(name)).toBe(slug));

  it('is a slug or nothing, whatever the name', () => {
    const words = fc.array(fc.constantFrom('å', 'Ö', 'x', '-', ' ', '/', 'förbund'), { maxLength: 90 });
    const names = fc.oneof(
      words.map((parts) => parts.join('')),
      fc.string({ unit: 'binary', maxLength: 90 }),
    );
    fc.assert(
      fc.property(names, (name) => {
        const slug = slugify(name);
        expect(slug === '' || accepts(slugSchema)(slug)).toBe(true);
        expect(slugify(slug)).toBe(slug);
      }),
      { numRuns: 500 },
    );
    expect(slugify(`${'a'.repeat(59)} bygden`)).toBe('a'.repeat(59));
  });

  it('is lower-case ASCII words of at most sixty signs', () => {
    for (const slug of ['a', 'sodra-dalarna', '2024', 'a-1-b', 'a'.repeat(60)])
      expect(slugSchema.parse(slug)).toBe(slug);
    for (const text of ['', '-a', 'a-', 'a--b', 'A', 'å', 'a b', 'a_b', 'a\n', '__proto__', 'a'.repeat(61), 7, null]) {
      expect(accepts(slugSchema)(text)).toBe(false);
    }
  });
});

it('numbers associations from 1 to 9999', () => {
  expect([associationId(1), associationId(9_999)]).toEqual([1, 9_999]);
  for (const number of [0, -1, 10_000, 1.5, NaN]) expect(() => associationId(number)).toThrow(RangeError);
});

it('keeps ids opaque: six to sixty-four lower-case signs', () => {
  for (const id of ['abc123', '9f86d081884c7d659a2feaa0', 'a-----', 'a'.repeat(64)])
    expect(idSchema.parse(id)).toBe(id);
  for (const text of ['abc12', '-bcdef', 'ABCDEF', 'a b c d', 'abcdé1', 'abc123\n', 'a'.repeat(65), 123456]) {
    expect(accepts(idSchema)(text)).toBe(false);
  }
});

describe('a printable line', () => {
  const schema = lineSchema(20);
  const line = accepts(schema);

  it('is kept in one spelling, without space around it', () => {
    expect(schema.parse('  A\u030angstro\u0308m ')).toBe('\u00c5ngström');
    expect(schema.parse('Lön 🙂 – 12 % ”extra”')).toBe('Lön 🙂 – 12 % ”extra”');
  });

  it.each([
    ['a control sign', '\u0000 \u0007 \u0009 \u000a \u000d \u001b \u007f \u0085 \u009f'],
    ['a sign that turns the direction of writing', '\u061c \u200e \u200f \u202a \u202d \u202e \u2066 \u2067 \u2069'],
    ['a sign without width', '\u00ad \u180e \u200b \u200c \u200d \u2060 \u2064 \ufeff \u{e0041}'],
    ['a line of its own', '\u2028 \u2029'],
    ['half a character', '\ud83d \udc4d'],
    ['code that is no character', '\ufffe \uffff \u{1ffff}'],
  ])('does not hold %s', (_, signs) => {
    for (const sign of signs.split(' ')) {
      for (const text of [sign, `a${sign}b`, `${sign}ab`, `ab${sign}`]) {
        expect([sign.codePointAt(0)?.toString(16), line(text)]).toEqual([sign.codePointAt(0)?.toString(16), false]);
      }
    }
  });

  it('says something, and not too much', () => {
    for (const text of ['', ' ', '\u00a0\u3000', 'x'.repeat(21), '🙂'.repeat(21)]) expect(line(text)).toBe(false);
    for (const text of ['x', 'x'.repeat(20), '🙂'.repeat(20)]) expect(schema.parse(text)).toBe(text);
    // Its only spelling is longer than the text that came in.
    expect(line('\ufb2c'.repeat(20))).toBe(false);
    for (const value of [7, null, undefined, ['x']]) expect(line(value)).toBe(false);
  });

  it('is not changed when it is read again, so that an event is what its schema says', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 20 }), (text) => {
        const first = schema.safeParse(text);
        if (!first.success) return;
        expect(first.data).toBe(first.data.normalize('NFC').trim());
        expect(schema.parse(first.data)).toBe(first.data);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('a reference to a decision', () => {
  const decision = { body: 'styrelse', on: '2024-03-15', paragraph: '12' };
  const cites = accepts(decisionRefSchema);

  it('cites body, day and paragraph, and a diarienummer if there is one', () => {
    for (const body of ['styrelse', 'presidium', 'chef']) expect(cites({ ...decision, body })).toBe(true);
    for (const paragraph of ['1', '12 a', '9999']) expect(cites({ ...decision, paragraph })).toBe(true);
    for (const dnr of ['2024/12', 'SOF 2024-3', '12.3:4']) expect(cites({ ...decision, dnr })).toBe(true);
  });

  it('has no room for a name', () => {
    for (const body of ['ordföranden', 'Styrelse', '']) expect(cites({ ...decision, body })).toBe(false);
    for (const paragraph of ['', '§ 12', '12a', '12 ab', '12345', 12])
      expect(cites({ ...decision, paragraph })).toBe(false);
    for (const dnr of ['', '-1', 'dnr åäö', '1\n', '1'.repeat(31)]) expect(cites({ ...decision, dnr })).toBe(false);
    expect(cites({ ...decision, on: '2024-02-30' })).toBe(false);
    expect(cites({ ...decision, by: 'någon' })).toBe(false);
    const { on: _, ...undated } = decision;
    expect(cites(undated)).toBe(false);
  });
});
