// The demo's books, kept with a pencil, come to the printed figures: to the öre that rounds to them.
import { type Demo, readDemo } from './demo-files';
import { added, pencilBalances, pencilVouchers } from './pencil';

const vatterbygden = readDemo('sodra-vatterbygden');
const dalarna = readDemo('sodra-dalarna');

/** `1 003 306,80` kronor in öre. */
const kr = (kronor: string) => Number(kronor.replace(/[ ,]/g, '')) * (kronor.includes(',') ? 1 : 100);

const costs = (demo: Demo) =>
  added(
    pencilVouchers(demo)
      .flatMap(({ rows }) => rows)
      .filter(({ account }) => account >= 4000 && account < 8000)
      .map(({ activity, amountOre }) => [activity ?? 'none', amountOre] as const),
  );

describe('the books of Södra Vätterbygden', () => {
  it('have costs whose öre sum to 4 845 795,50', () => {
    const expected = {
      enter: kr('1 003 306,80'),
      nova: kr('1 641 750,00'),
      fia: kr('456 172,00'),
      'it-sparet': kr('281 250,00'),
      'koll-pa-formaga': kr('252 000,00'),
      verksamhetsutvecklare: kr('45 283,25'),
      projektgemensamt: kr('63 732,75'),
      kompetensutveckling: kr('83 175,40'),
      kansli: kr('914 534,30'),
      information: kr('2 144,40'),
      styrelse: kr('25 784,60'),
      revision: kr('23 250,00'),
      ekonomihantering: kr('53 412,00'),
    };
    expect(costs(vatterbygden)).toEqual(expected);
    expect(Object.values(expected).reduce((a, b) => a + b, 0)).toBe(kr('4 845 795,50'));
  });

  it('close on the balance sheet', () => {
    const balances = Object.entries(pencilBalances(vatterbygden)).filter(([account]) => Number(account) < 3000);
    expect(Object.fromEntries(balances)).toEqual({
      1510: kr('78 136,90'),
      1910: kr('6 585 830,00'),
      2010: -kr('2 279 601,40'),
      2910: -kr('868 844,80'),
    });
  });

  it('have income of 8 361 316,20', () => {
    const balances = pencilBalances(vatterbygden);
    expect([3510, 3520, 3530, 3740, 8310].map((account) => balances[account])).toEqual([
      -kr('2 787 000,00'),
      -kr('2 787 000,00'),
      -kr('2 787 000,00'),
      kr('6,90'),
      -kr('323,10'),
    ]);
  });
});

describe('the books of Södra Dalarna', () => {
  it('have costs of 4 010,90 tkr', () => {
    expect(costs(dalarna)).toEqual({
      styrelse: kr('119 600'),
      publikationer: kr('200'),
      'personalinriktade-insatser': kr('98 600'),
      administration: kr('911 100'),
      'team-avesta': kr('1 121 800'),
      'team-hedemora': kr('876 800'),
      'team-sater': kr('882 800'),
    });
  });

  it('close on the balance sheet and its notes', () => {
    const balances = Object.entries(pencilBalances(dalarna)).filter(([account]) => Number(account) < 3000);
    expect(Object.fromEntries(balances)).toEqual({
      1650: kr('900'),
      1690: kr('50 800'),
      1910: kr('4 644 440'),
      2010: -kr('1 656 900'),
      2210: -kr('862 800'),
      2220: -kr('209 300'),
      2440: -kr('11 040'),
      2710: -kr('24 060'),
      2730: -kr('23 020'),
      2920: -kr('28 040'),
      2940: -kr('13 020'),
      2950: -kr('52 020'),
    });
  });

  it('have income of 5 722,35 tkr and interest of 104,49', () => {
    const balances = pencilBalances(dalarna);
    expect([3510, 3520, 3530, 3610, 3630, 3640, 3690, 8310].map((account) => balances[account])).toEqual([
      -kr('1 577 100'),
      -kr('1 577 100'),
      -kr('2 365 650'),
      -kr('3 300'),
      -kr('7 400'),
      -kr('1 800'),
      -kr('190 000'),
      -kr('104 490'),
    ]);
  });
});
