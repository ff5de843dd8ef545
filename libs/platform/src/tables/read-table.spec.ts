import { readTable } from './read-table';
import { bookOf, inline, partsOf, rawEntries, rawZip, row, text } from './testing';

jest.setTimeout(60_000);

const code = (work: Promise<unknown>) =>
  work.then(
    () => 'read',
    (error: { code?: string }) => error.code,
  );

describe('a file read in a thread of its own', () => {
  it('gives its table, or its refusal in the same words', async () => {
    expect(await readTable(Buffer.from('kod;å\n1;2'))).toEqual({
      readAs: 'CSV i UTF-8 med semikolon',
      rows: [
        [text('kod'), text('å')],
        [text('1'), text('2')],
      ],
    });
    const book = bookOf({ data: row(1, inline('A1', 'kod')) });
    expect(await readTable(book)).toEqual({ sheet: 'Blad1', readAs: 'XLSX', rows: [[text('kod')]] });
    await expect(readTable(Buffer.from('a;b\n"x'))).rejects.toMatchObject({
      name: 'DomainError',
      code: 'table/quotes',
      status: 422,
      message: 'Citattecknen går inte ihop på rad 2.',
      details: { row: 2 },
    });
  });

  it('has a time, after which it is refused and its thread is gone', async () => {
    const slow = `${'\n'.repeat(5_000_000)}x`;
    const started = performance.now();
    expect(await code(readTable(Buffer.from(slow), 500))).toBe('table/too-heavy');
    expect(performance.now() - started).toBeLessThan(5_000);
    expect(await code(readTable(Buffer.from('kod')))).toBe('read');
  });

  it('leaves the process to its other work meanwhile', async () => {
    const file = Buffer.from(`${'\n'.repeat(2_000_000)}x`);
    let longest = 0;
    let last = performance.now();
    const timer = setInterval(() => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }, 10);
    expect(await code(readTable(file))).toBe('table/too-large');
    clearInterval(timer);
    expect(longest).toBeLessThan(500);
  });

  it('has a memory, and what fills it ends the thread, not the process', async () => {
    // One element with millions of attributes: within every limit of the zip, and more than the thread may hold.
    const attributes = Array.from({ length: 3_600_000 }, (_, n) => ` a${n}=""`).join('');
    const parts = { ...partsOf(), 'xl/worksheets/sheet1.xml': `<worksheet${attributes}/>` };
    const file = rawZip(rawEntries(parts));
    expect(await code(readTable(file))).toBe('table/too-heavy');
    expect(await code(readTable(Buffer.from('kod')))).toBe('read');
  });

  it('waits for its turn where many come at once, and is told to come back where too many do', async () => {
    const answers = await Promise.all(Array.from({ length: 30 }, () => code(readTable(Buffer.from('kod')))));
    expect(answers.filter((one) => one === 'read')).toHaveLength(22);
    expect(answers.filter((one) => one === 'table/busy')).toHaveLength(8);
  });
});
