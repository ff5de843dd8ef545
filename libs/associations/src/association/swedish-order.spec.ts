import { bySwedishOrder } from './swedish-order';

const ordered = (...names: string[]) => [...names].sort(bySwedishOrder);

describe('Swedish order', () => {
  it('puts å, ä and ö after z, in that order', () => {
    expect(ordered('Örebro', 'Älvdalen', 'Åmål', 'Zinkgruvan', 'Arboga')).toEqual([
      'Arboga',
      'Zinkgruvan',
      'Åmål',
      'Älvdalen',
      'Örebro',
    ]);
    expect(ordered('Mörbylånga', 'Mölndal', 'Mora', 'Motala', 'Mjölby')).toEqual([
      'Mjölby',
      'Mora',
      'Motala',
      'Mölndal',
      'Mörbylånga',
    ]);
  });

  it('takes no notice of case, of other marks, or of how a letter is composed', () => {
    expect(ordered('bro', 'Alby', 'Ystad', 'Vallentuna')).toEqual(['Alby', 'bro', 'Vallentuna', 'Ystad']);
    expect(ordered('Idéa', 'Idb', 'Idf')).toEqual(['Idb', 'Idéa', 'Idf']);
    expect(ordered('A\u030amal', 'Zeta', 'Alfa')).toEqual(['Alfa', 'Zeta', 'A\u030amal']);
  });

  it('gives one order whatever the order it was given', () => {
    const names = ['Håbo', 'håbo', 'Habo', 'Hallsberg', 'Hällefors', 'Hofors', 'Höör'];
    expect(ordered(...names)).toEqual(ordered(...names.reverse()));
  });
});
