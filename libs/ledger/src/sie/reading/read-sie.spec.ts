import { crc32 } from 'node:zlib';
import { cp437, findingsOf, read, refusalOf, sie4, voucherLines } from '../testing';
import { readSie } from './read-sie';

const balances = ['#IB 0 1930 100.00', '#IB 0 2010 -100.00', '#UB 0 1930 -25.50', '#RES 0 4010 125.50'];
const whole = (...lines: string[]) => sie4(...balances, ...lines);

it('reads a year with its vouchers', () => {
  const file = read(whole(...voucherLines(7)));
  expect(file).toMatchObject({ type: '4E', program: 'Ekonomisystemet', generatedOn: '2024-07-01' });
  expect(file.years.get(0)).toEqual({ from: '2024-01-01', to: '2024-12-31' });
  expect(file.balances).toHaveLength(4);
  expect(file.balances[0]).toEqual({ line: 12, kind: 'IB', year: 0, account: 1930, object: null, amountOre: 10_000 });
  expect(file.vouchers).toEqual([
    {
      line: 16,
      series: 'A',
      number: 7,
      date: '2024-03-01',
      text: 'Köp',
      registeredOn: '2024-03-02',
      rows: [
        { account: 4010, amountOre: 12_550, objects: [{ dimension: 6, code: 'STEGEN' }] },
        { account: 1930, amountOre: -12_550, objects: [] },
      ],
      changes: [],
    },
  ]);
  expect(findingsOf(file)).toEqual([]);
});

it('ends lines as any system does, and may end without', () => {
  const text = whole(...voucherLines(1));
  const expected = read(text);
  for (const other of ['\n', '\r'].map((end) => text.replaceAll('\r\n', end))) expect(read(other)).toEqual(expected);
  expect(read(text.trimEnd())).toEqual(expected);
  expect(findingsOf(read(`${text}\u001a`))).toEqual(['end-of-file-sign']);
});

describe('types', () => {
  const typed = (type: string, ...lines: string[]) => sie4(...lines).replace('#SIETYP 4', type);
  it('is 4I without balances, and takes what programs write for it', () => {
    expect(read(sie4(...voucherLines(1))).type).toBe('4I');
    expect(read(typed('#SIETYP 4I', ...voucherLines(1))).type).toBe('4I');
  });

  it('is 1 to 3 with balances alone', () => {
    for (const type of ['1', '2', '3']) expect(read(typed(`#SIETYP ${type}`, ...balances)).type).toBe(type);
    expect(refusalOf(typed('#SIETYP 3', ...voucherLines(1)))).toEqual(['sie/unknown-type', 12]);
  });

  it('is what the content says where #SIETYP is missing, and says so', () => {
    const file = read(typed('', ...balances, ...voucherLines(1)));
    expect([file.type, findingsOf(file)]).toEqual(['4E', ['type-missing']]);
    expect(read(typed('', ...balances)).type).toBe('1');
  });

  it('is not 5, nor anything else', () => {
    expect(refusalOf('<?xml version="1.0"?><Sie/>')).toEqual(['sie/xml', undefined]);
    expect(refusalOf(typed('#SIETYP 5'))).toEqual(['sie/xml', undefined]);
    expect(refusalOf(typed('#SIETYP 6'))[0]).toBe('sie/unknown-type');
    for (const bytes of ['', 'konto;belopp', '%PDF-1.7', 'PK\u0003\u0004']) {
      expect(refusalOf(bytes)[0]).toBe('sie/not-sie');
    }
  });
});

describe('balances and budgets of types 2 to 4', () => {
  it('keeps months, objects and the year before', () => {
    const file = read(
      sie4(
        '#RAR -1 20230101 20231231',
        '#OIB 0 1930 {6 "P1"} 10',
        '#RES -1 4010 99.5',
        '#PSALDO 0 202403 4010 {} 50.00',
        '#PSALDO 0 202403 4010 {6 "P1"} 20.00',
        '#PBUDGET 0 202403 4010 {1 "10" 6 "P1"} 75.00 3',
        '#PBUDGET 0 202404 4010 75',
      ),
    );
    expect(file.balances.map(({ kind, year, amountOre }) => [kind, year, amountOre])).toEqual([
      ['OIB', 0, 1_000],
      ['RES', -1, 9_950],
    ]);
    expect(file.periodBalances.map(({ line: _, ...rest }) => Object.values(rest))).toEqual([
      ['PSALDO', 0, 3, 4010, [], 5_000],
      ['PSALDO', 0, 3, 4010, [{ dimension: 6, code: 'P1' }], 2_000],
      [
        'PBUDGET',
        0,
        3,
        4010,
        [
          { dimension: 1, code: '10' },
          { dimension: 6, code: 'P1' },
        ],
        7_500,
      ],
      ['PBUDGET', 0, 4, 4010, [], 7_500],
    ]);
  });

  it('refuses a balance that is said twice', () => {
    expect(refusalOf(sie4('#IB 0 1930 1', '#IB 0 1930 2'))).toEqual(['sie/balance-twice', 13]);
    expect(refusalOf(sie4('#PSALDO 0 202403 4010 {} 1', '#PSALDO 0 202403 4010 {} 1'))).toEqual([
      'sie/balance-twice',
      13,
    ]);
  });
});

describe('rows added and struck', () => {
  const corrected = (...rows: string[]) => whole('#VER A 1 20240301 "Köp"', '{', ...rows, '#TRANS 1930 {} -10', '}');
  it('counts an added row once, and keeps both as history', () => {
    const [voucher] = read(
      corrected('#BTRANS 4010 {} 9 20240305', '#RTRANS 4010 {6 "P"} 10 20240306', '#TRANS 4010 {6 "P"} 10'),
    ).vouchers;
    expect(voucher!.rows.map(({ account, amountOre }) => [account, amountOre])).toEqual([
      [4010, 1_000],
      [1930, -1_000],
    ]);
    expect(voucher!.changes).toEqual([
      { change: 'struck', on: '2024-03-05', account: 4010, amountOre: 900, objects: [] },
      { change: 'added', on: '2024-03-06', account: 4010, amountOre: 1_000, objects: [{ dimension: 6, code: 'P' }] },
    ]);
  });

  it('finds an added row without its twin', () => {
    expect(findingsOf(read(corrected('#RTRANS 4010 {} 7', '#TRANS 4010 {} 10')))).toEqual(['added-row-alone']);
    expect(refusalOf(corrected('#RTRANS 4010 {} 10'))).toEqual(['sie/unbalanced-voucher', 16]);
  });
});

describe('the checksum', () => {
  const text = 'ABö';
  const sum = (...parts: string[]) => crc32(cp437(parts.join('')));
  const file = (checksum: number | string) =>
    sie4('#KSUMMA', `#KONTO 4020 "${text}"`, '#IB 0 1930 5', '{'.slice(1), `#KSUMMA ${checksum}`);

  it('is over labels and fields, without what parts them', () => {
    const right = sum('#KONTO', '4020', text, '#IB', '0', '1930', '5');
    expect(read(file(right)).accounts.get(4020)).toBe(text);
    expect(read(file(right | 0)).accounts.get(4020)).toBe(text);
  });

  it('refuses a file that is not what was written', () => {
    expect(refusalOf(file(sum('#KONTO')))).toEqual(['sie/wrong-checksum', 16]);
    expect(refusalOf(sie4('#KSUMMA', '#IB 0 1930 5'))).toEqual(['sie/wrong-checksum', 13]);
    expect(refusalOf(sie4('#KSUMMA 17'))).toEqual(['sie/wrong-checksum', 12]);
  });
});

describe('what is odd and does no harm is a finding', () => {
  it.each([
    ['already-imported', whole(...voucherLines(1)).replace('#FLAGGA 0', '#FLAGGA 1')],
    ['no-flag', whole(...voucherLines(1)).replace('#FLAGGA 0\r\n', '')],
    ['format-not-pc8', whole(...voucherLines(1)).replace('#FORMAT PC8', '#FORMAT UTF8')],
    ['format-not-pc8', whole(...voucherLines(1)).replace('#FORMAT PC8\r\n', '')],
    ['mandatory-missing', sie4('#IB 0 1930 1', '#UB 0 1930 1')],
    ['unknown-label', whole('#EGENPOST 1 "x"')],
    ['text-cut', whole(...voucherLines(1, '1', 'x'.repeat(201)))],
    ['text-cleaned', whole(...voucherLines(1, '1', 'a\u0007b'))],
    ['no-rows', whole('#VER A 1 20240101 "Makulerad"', '{', '}')],
    ['zero-rows', whole('#VER A 1 20240101 x', '{', '#TRANS 4010 {} 1', '#TRANS 3511 {} 0', '#TRANS 1930 {} -1', '}')],
    ['row-date-differs', whole('#VER A 1 20240101 x', '{', '#TRANS 4010 {} 1 20240102', '#TRANS 1930 {} -1', '}')],
    ['without-series', whole('#VER "" 1 20240101 x', '{', '#TRANS 4010 {} 1', '#TRANS 1930 {} -1', '}')],
    ['account-not-four-digits', whole('#KONTO 193011 "Bank hos regionen"')],
  ])('%s', (code, text) => {
    expect(findingsOf(read(text))).toEqual([code]);
  });

  it('skips what it does not know with its braces, and counts it', () => {
    const file = read(whole('#EGEN 1', '{', '#DEL 1', '#DEL 2', '}', '#KTYP 1930 T', '#SRU 1930 7251'));
    expect([...file.skipped]).toEqual([
      ['#EGEN', 1],
      ['#DEL', 2],
      ['#KTYP', 1],
      ['#SRU', 1],
    ]);
    expect(file.findings.summary().map(({ count, examples }) => [count, examples.map(({ what }) => what)])).toEqual([
      [1, ['#EGEN']],
    ]);
  });
});

describe('what cannot be read without guessing is refused with its line', () => {
  it.each([
    ['sie/unbalanced-voucher', 16, whole(...voucherLines(1).map((line) => line.replace('-125.50', '-125.49')))],
    ['sie/not-an-amount', 18, whole(...voucherLines(1, '1.234'))],
    ['sie/not-an-amount', 18, whole(...voucherLines(1, '"1 234,50"'))],
    ['sie/open-voucher', 16, whole(...voucherLines(1).slice(0, -1))],
    ['sie/open-voucher', 17, whole(...voucherLines(1).filter((line) => line !== '{'))],
    ['sie/open-voucher', 20, whole(...voucherLines(1).slice(0, -1), ...voucherLines(2))],
    ['sie/open-voucher', 16, whole('{')],
    ['sie/row-outside-voucher', 16, whole('#TRANS 4010 {} 1')],
    ['sie/row-outside-voucher', 18, whole('#VEX A 1', '{', '#TRANS 4010 {} 1')],
    ['sie/number-twice', 21, whole(...voucherLines(1), ...voucherLines(1))],
    ['sie/open-quote', 16, whole('#KONTO 1 "x')],
    ['sie/not-a-record', 16, whole('rad utan etikett')],
    ['sie/missing-field', 16, whole('#IB 0 2440')],
    ['sie/not-a-date', 16, whole('#VER A 1 20240230 "x"')],
    ['sie/not-a-number', 16, whole('#VER A 1B 20240201 "x"')],
    ['sie/not-a-number', 16, whole('#VER A -1 20240201 "x"')],
    ['sie/not-an-account', 18, whole('#VER A 1 20240201 "x"', '{', '#TRANS 19301 {} 1')],
    ['sie/uneven-list', 18, whole('#VER A 1 20240201 "x"', '{', '#TRANS 1930 {6} 1')],
    ['sie/not-a-period', 16, whole('#PSALDO 0 202413 1930 {} 1')],
    ['sie/other-currency', 16, whole('#VALUTA EUR')],
    ['sie/line-too-long', 16, whole(`#PROSA "${'x'.repeat(65_536)}"`)],
    [
      'sie/voucher-too-large',
      16,
      whole('#VER A 1 20240201 x', '{', ...Array.from({ length: 1_001 }, () => '#TRANS 1930 {} 1')),
    ],
    [
      'sie/amounts-too-large',
      16,
      whole('#VER A 1 20240201 x', '{', ...Array.from({ length: 3 }, () => '#TRANS 1930 {} 100000000000'), '}'),
    ],
  ])('%s on line %i', (code, line, text) => {
    expect(refusalOf(text)).toEqual([code, line]);
  });

  it('also a gigabyte on one line, or a file of more than 20 MB, without reading it', () => {
    expect(refusalOf(Buffer.alloc(20 * 1024 * 1024 + 1, '#'))).toEqual(['sie/too-large', undefined]);
    expect(refusalOf(Buffer.alloc(20 * 1024 * 1024, '#'))).toEqual(['sie/line-too-long', 1]);
  });
});

it('keeps no one who registered, and no text of a row', () => {
  const text = whole('#VER A 1 20240301 "Köp" 20240301 "Anna A"', '{', '#TRANS 1930 {} 1 "" "Radtext" 2 "Bo B"', '}');
  const file = readSie(cp437(text.replace('}\r\n', '#TRANS 4010 {} -1\r\n}\r\n')));
  expect(JSON.stringify(file.vouchers)).not.toMatch(/Anna|Radtext|Bo B/);
});
