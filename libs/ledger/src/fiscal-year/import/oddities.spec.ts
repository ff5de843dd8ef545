// What is odd about a file is told, and its vouchers are booked all the same.
import { sie4, voucherLines } from '../../sie/testing';
import type { FiscalYearEvent } from '../fiscal-year.events';
import {
  afterImports,
  decided,
  february,
  findingsIn,
  importing,
  january,
  numbersBooked,
  of,
  opened,
  stateAfter,
} from './testing';

const news = (past: FiscalYearEvent[], text: string) => decided(past, importing('import-9', text));

describe('what is odd is found', () => {
  it('a gap in a series, also between files', () => {
    const past = afterImports(sie4(...voucherLines(1), ...voucherLines(3)));
    expect(findingsIn(past)['gap']).toEqual(['A 2']);
    expect(findingsIn(news(past, sie4(...voucherLines(8))))['gap']).toEqual(['A 2', 'A 4–7']);
    expect(findingsIn(news(past, sie4(...voucherLines(2))))['gap']).toBeUndefined();
  });

  it('a voucher that is gone, in a file of the whole year', () => {
    const past = afterImports(february);
    expect(findingsIn(news(past, january))['missing-now']).toEqual(['A 3']);
    // A file of vouchers alone says nothing of the others.
    expect(findingsIn(news(past, sie4(...voucherLines(1))))['missing-now']).toBeUndefined();
  });

  it('balances that are not what the books come to', () => {
    const told = ['#UB 0 1930 -35.50', '#UB 0 2010 -100.00', '#RES 0 4010 135.50'];
    const right = january.replace('#VER A 1 ', `${told.join('\r\n')}\r\n#VER A 1 `);
    expect(Object.keys(findingsIn(afterImports(right)))).toEqual(['unmapped-account']);
    const wrong = right
      .replace('#UB 0 1930 -35.50', '#UB 0 1930 -35.51')
      .replace('#RES 0 4010 135.50', '#RES 0 4010 1');
    expect(findingsIn(afterImports(wrong))).toMatchObject({
      'closing-differs': ['1930'],
      'result-differs': ['4010'],
      'does-not-balance': ['-13451'],
    });
  });

  it('opening balances that are not how the year before closed, with equity as one', () => {
    const closedAt = [
      { account: 1930, amountOre: 10_000 as never },
      { account: 2011, amountOre: -4_000 as never },
      { account: 2012, amountOre: -6_000 as never },
    ];
    const same = decided([opened], importing('import-1', january, { closedAt }));
    expect(findingsIn(same)['opening-differs']).toBeUndefined();
    const other = decided([opened], importing('import-1', january, { closedAt: closedAt.slice(0, 2) }));
    expect(findingsIn(other)['opening-differs']).toEqual(['2000']);
  });

  it('objects that nobody has mapped, which keep a code of their own, and people are left out', () => {
    const rows = ['#TRANS 4010 {1 "10 Ö" 6 "OKÄND" 7 "Anna" 20 "Vasterby"} 1.00', '#TRANS 1930 {20 "Osterby"} -1.00'];
    const events = afterImports(sie4('#VER A 1 20240301 "x"', '{', ...rows, '}'));
    const vouchers = of(events, 'VouchersImported').flatMap((data) => data.vouchers);
    expect(vouchers[0]!.rows).toEqual([
      { account: 4010, amountOre: 100, dimensions: { 'sie-1': '10-o', 'sie-6': 'okand', 'sie-20': 'vasterby' } },
      { account: 1930, amountOre: -100, dimensions: { member: 'osterby' } },
    ]);
    expect(findingsIn(events)).toMatchObject({
      'unmapped-object': ['1 10 Ö', '6 OKÄND', '20 Vasterby'],
      'left-out-person': ['7'],
      'unknown-member': ['vasterby'],
    });
    expect(JSON.stringify(events)).not.toContain('Anna');
  });

  it('a text with a personnummer, which is not kept', () => {
    const like = afterImports(sie4(...voucherLines(1, '1.00', 'Faktura 9999999999')));
    expect(findingsIn(like)['like-identity-number']).toEqual(['A 1']);
  });

  it('a day outside the year, which is booked on the nearest in it', () => {
    const text = sie4(...voucherLines(1), ...voucherLines(2)).replace('A 2 20240301', 'A 2 20250103');
    const events = afterImports(text);
    expect(findingsIn(events)['date-outside-year']).toEqual(['A 2']);
    expect(of(events, 'VouchersImported')[0]!.vouchers[1]!.date).toBe('2024-12-31');
  });

  it('an account that nobody has declared', () => {
    const text = sie4('#VER A 1 20240301 "x"', '{', '#TRANS 5010 {} 1', '#TRANS 1930 {} -1', '}');
    const events = afterImports(text);
    expect(findingsIn(events)['account-not-declared']).toEqual(['5010']);
    expect(stateAfter(events).accounts.get(5010)).toEqual({ name: 'Konto 5010' });
  });
});

describe('vouchers without numbers', () => {
  const unnumbered = (...texts: string[]) =>
    sie4(
      ...texts.flatMap((text) => voucherLines(0, '1.00', text).map((line) => line.replace('#VER A 0', '#VER A ""'))),
    );

  it('get the next of their series, and are known again', () => {
    const past = afterImports(unnumbered('ett', 'två', 'två'));
    expect(numbersBooked(past)).toEqual(['A1', 'A2', 'A3']);
    expect(findingsIn(past)['without-number']).toHaveLength(3);
    expect(numbersBooked(news(past, unnumbered('två', 'tre', 'två', 'två')))).toEqual(['A4', 'A5']);
  });
});
