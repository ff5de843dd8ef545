import { bookOf, inline, outcomeOf, partsOf, rawEntries, rawZip, row, text, zipOf } from '../testing';

const honest = partsOf({ data: row(1, inline('A1', 'kod')) });
const entries = rawEntries(honest);
const rows = [[text('kod')]];
const filler = (count: number, content = 'x') =>
  Array.from({ length: count }, (_, n) => ({ name: `fyll/${n}.xml`, content: Buffer.from(content) }));

describe('a zip', () => {
  it('is read packed or not, so that what follows is refused for what it is', () => {
    expect(outcomeOf(rawZip(entries))).toEqual(rows);
    expect(outcomeOf(rawZip(rawEntries(honest, false)))).toEqual(rows);
    expect(outcomeOf(zipOf(honest))).toEqual(rows);
    expect(outcomeOf(rawZip([...entries, ...filler(200 - entries.length)]))).toEqual(rows);
  });

  it('with 201 or 10 000 entries is refused', () => {
    expect(outcomeOf(rawZip([...entries, ...filler(201 - entries.length)]))).toBe('table/too-heavy');
    expect(outcomeOf(rawZip([...entries, ...filler(10_000)]))).toBe('table/too-heavy');
  });

  it('that unpacks to a thousand times its size is refused, in any of its parts', () => {
    const bomb = { name: 'xl/bomb.xml', content: Buffer.alloc(10_000_000, 'a'), packed: true };
    expect(rawZip([bomb]).length).toBeLessThan(11_000);
    expect(outcomeOf(rawZip([...entries, bomb]))).toBe('table/too-heavy');
    const sheet = entries.map((entry) => (entry.name.includes('sheet1') ? { ...bomb, name: entry.name } : entry));
    expect(outcomeOf(rawZip(sheet))).toBe('table/too-heavy');
  });

  it('that unpacks to more than 50 MiB in all is refused, though no part does', () => {
    // Not packed, so that the ratio is one; the same bytes many times over.
    const parts = filler(6).map(({ name }) => ({ name, content: Buffer.alloc(9_000_000, 'a') }));
    expect(outcomeOf(rawZip([...entries, ...parts]))).toBe('table/too-heavy');
  });

  it('that says it unpacks to less than it does is refused, and unpacked no further than it said', () => {
    const content = Buffer.alloc(40_000_000, ' ');
    const lying = entries.map((entry) =>
      entry.name.includes('sheet1') ? { ...entry, content, declared: 1_000, packed: true } : entry,
    );
    const before = process.memoryUsage().arrayBuffers;
    expect(outcomeOf(rawZip(lying))).toBe('table/broken');
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(content.length + 20_000_000);
  });

  it.each([
    ['says it unpacks to more than it does', { declared: 90_000 }],
    ['has a part with a password', { flags: 1 }],
    ['has a part packed in another way', { method: 14 }],
    ['has a part with two names', { localName: 'xl/worksheets/sheet2.xml' }],
    ['has a part that begins where another does', { head: 0 }],
    ['has a part that begins beyond its end', { head: 0xfffffff0 }],
    ['has a size that stands elsewhere, as in zip64', { declared: 0xffffffff }],
  ])('that %s is refused', (_, lie) => {
    const lying = entries.map((entry) => (entry.name.includes('sheet1') ? { ...entry, ...lie } : entry));
    expect(outcomeOf(rawZip(lying))).toMatch(/^table\/(?:broken|locked|too-heavy)$/);
  });

  it('whose bytes are not those that were summed is refused, though they read well', () => {
    const changed = Buffer.from(zipOf(honest));
    changed.write('kok', changed.indexOf('<t>kod') + 3);
    expect(outcomeOf(changed)).toBe('table/broken');
  });

  it('with a part twice is refused, also in other letters', () => {
    const [first] = entries;
    expect(outcomeOf(rawZip([...entries, first!]))).toBe('table/broken');
    expect(outcomeOf(rawZip([...entries, { ...first!, name: first!.name.toUpperCase() }]))).toBe('table/broken');
  });

  it('with another zip in it is not unpacked further', () => {
    const inner = rawZip(filler(3));
    expect(outcomeOf(rawZip([...entries, { name: 'inne.zip', content: inner }]))).toEqual(rows);
    const sheet = entries.map((entry) => (entry.name.includes('sheet1') ? { ...entry, content: inner } : entry));
    expect(outcomeOf(rawZip(sheet))).toBe('table/broken');
  });

  it.each(['../../../etc/passwd', '/etc/passwd', 'C:\\x', '..\\x', 'xl/../../x', '\0', 'CON', '__proto__'])(
    'with a part called %j writes nothing anywhere: names are only looked up',
    (name) => {
      expect(outcomeOf(rawZip([...entries, { name, content: Buffer.from('x') }]))).toEqual(rows);
    },
  );

  it('with a link to another file in it does not follow it', () => {
    const link = { name: 'xl/worksheets/sheet9.xml', content: Buffer.from('/etc/passwd'), attributes: 0xa1ff0000 };
    expect(outcomeOf(rawZip([...entries, link]))).toEqual(rows);
    const sheet = entries.map((entry) => (entry.name.includes('sheet1') ? { ...link, name: entry.name } : entry));
    expect(outcomeOf(rawZip(sheet))).toBe('table/broken');
  });

  it('with something before, between or after its parts is refused: a file is one thing', () => {
    expect(outcomeOf(rawZip(entries, { before: 'PK\u0003\u0004 och mer' }))).toBe('table/broken');
    expect(outcomeOf(rawZip(entries, { comment: 'PDF' }))).toBe('table/broken');
    expect(outcomeOf(Buffer.concat([rawZip(entries), Buffer.from('<html>')]))).toBe('table/broken');
    expect(outcomeOf(Buffer.concat([rawZip(entries), rawZip(entries)]))).toBe('table/broken');
  });

  it('that has more or fewer parts than it says is refused', () => {
    for (const count of [0, entries.length - 1, entries.length + 1, 0xffff]) {
      expect(outcomeOf(rawZip(entries, { count }))).toMatch(/^table\/(?:broken|too-heavy)$/);
    }
  });

  it('cut short anywhere is refused', () => {
    const whole = bookOf({ data: row(1, inline('A1', 'kod')) });
    for (let length = 4; length < whole.length; length += 7) {
      expect(outcomeOf(whole.subarray(0, length))).toBe('table/broken');
    }
  });
});
