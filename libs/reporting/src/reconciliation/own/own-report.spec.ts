import {
  bidrag,
  budget,
  derived,
  flow,
  kansli,
  ledger,
  posts,
  reported,
  resultat,
  utfall,
} from '../../statements/testing';
import { tableFindings } from './reconcile-own';
import { found, made, plain, tampered } from './testing';
import { unmappedFindings } from './unmapped';

const layout = flow([bidrag, kansli, resultat], { columns: [utfall, budget, derived('consumed-share')], unit: 'tkr' });

describe('our own tables', () => {
  const booked = ledger([3510, -149_999], [4010, 49_950]);
  const sound = made([layout, { utfall: booked, budget: posts(['bidrag', 200_000], ['kostnad', 100_000]) }]);

  it('agree with themselves', () => {
    expect(found(sound)).toEqual([]);
  });

  it('are held to the öre, whatever they are printed in', () => {
    expect(tableFindings(tampered(sound, 'liten/resultat/utfall'))).toMatchObject([
      { rule: 'summa', severity: 'fel', place: 'liten/resultat/utfall', difference: 1 },
    ]);
  });

  it('tell of a reported total that is not the sum of its parts, which stops nothing: it was printed so', () => {
    const lines = reported('Verksamhetsplan', { bidrag: 200_000, kansli: 100_000, resultat: 90_000 });
    const [finding, ...more] = tableFindings(made([layout, { utfall: booked, budget: lines }]));
    expect(more).toEqual([]);
    expect(finding).toMatchObject({ rule: 'summa', severity: 'varning', place: 'liten/resultat/budget' });
    expect(plain(finding!.message)).toBe(
      'Liten, Resultat, Budget 2024: tryckt 900 kr, men delarna ger 1 000 kr. Skillnad -100 kr. ' +
        'Siffrorna återges ur ett tidigare dokument.',
    );
  });
});

describe('what an earlier document printed in whole thousands', () => {
  const lines = (result: number) => reported('Bokslut', { bidrag: 300_000, kansli: 100_000, resultat: result });
  const told = (result: number) => found(made([layout, { utfall: lines(result), budget: posts() }]));

  it('may be off by as much as its rounding hides, and not by more', () => {
    expect([100_000, 200_000, 300_000].map((result) => told(result).length)).toEqual([0, 0, 0]);
    expect(told(400_000)).toEqual(['summa liten/resultat/utfall']);
  });

  it('is held to the krona where some amount is known so', () => {
    expect([199_900, 199_800].map((result) => told(result).length)).toEqual([0, 1]);
    expect(told(199_999)).toEqual(['summa liten/resultat/utfall']);
  });

  it('is rounded as many times as a total of ours has parts', () => {
    const parts = ['a', 'b', 'c'].map((id) => ({ ...kansli, id, label: id, activities: [id] }));
    const total = { ...resultat, id: 'summa', of: parts.map(({ id }) => ({ row: id })) };
    const note = flow([...parts, total], { id: 'not', columns: [utfall], unit: 'tkr', covers: [[4000, 7999]] });
    const line = { ...kansli, noteAt: { table: 'not', row: 'summa' } };
    const one = flow([line], { columns: [utfall], unit: 'tkr', covers: [[4000, 7999]] });
    const sides = (kansliOre: number) =>
      found(
        made(
          [one, { utfall: reported('Bokslut', { kansli: kansliOre }) }],
          [note, { utfall: reported('Bokslut', { a: 100_000, b: 100_000, c: 100_000 }) }],
        ),
      );
    expect([500_000, 600_000].map((ore) => sides(ore))).toEqual([[], ['not-rad not/summa/utfall']]);
  });
});

describe('an amount on no line', () => {
  const told = (...entries: Parameters<typeof ledger>) =>
    unmappedFindings(made([layout, { utfall: ledger(...entries), budget: posts() }]));

  it('is an error with account and amount', () => {
    expect(told([3510, -5_000], [8310, -200]).map(({ rule, message }) => [rule, plain(message)])).toEqual([
      ['omappat', 'Liten, Utfall 2024-08: konto 8310 med -2,00 kr finns inte på någon rad.'],
    ]);
    expect(told([3510, -5_000])).toEqual([]);
  });

  it('is one finding for an account however it was booked, and none when nothing is left on it', () => {
    const findings = told([8310, -200, 'kansli'], [8310, -300, 'enter'], [8400, 5, 'kansli'], [8400, -5]);
    expect(findings).toMatchObject([{ place: 'liten/konto-8310/utfall', difference: -500 }]);
  });

  it('is an error too where two lines show it', () => {
    const twice = { ...layout, rows: [...layout.rows, { ...kansli, id: 'igen', label: 'Igen' }] };
    expect(unmappedFindings(made([twice, { utfall: ledger([4010, 700]), budget: posts() }]))).toMatchObject([
      { place: 'liten/konto-4010/utfall', message: expect.stringContaining('flera rader (kansli, igen)') as string },
    ]);
  });

  it('is none where a table says that it is about other accounts, nor is a post that such a table leaves out', () => {
    const part = { ...layout, covers: [[4000, 7999] as [number, number]] };
    const planned = posts(['kostnad', 100], ['annat', 70]);
    const one = (of: typeof layout) =>
      tableFindings(made([of, { utfall: ledger([8310, -200]), budget: planned }])).map(({ severity }) => severity);
    expect([one(layout), one(part)]).toEqual([['fel', 'fel'], ['upplysning']]);
  });
});
