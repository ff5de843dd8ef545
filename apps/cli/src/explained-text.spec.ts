import { ore } from '@finsam/kernel';
import { type ExplainedCell, explainedText } from './explained-text';

const cell = { label: 'Kansli', table: 't', row: 'kansli', column: 'utfall', printed: '5' };
const textOf = (behind: ExplainedCell['behind']) => explainedText({ ...cell, behind }).replaceAll('\u00a0', ' ');

describe('what is behind a cell', () => {
  it.each<readonly [ExplainedCell['behind'], string]>([
    [{ source: 'none' }, 'Ingenting: cellen är tom.'],
    [{ source: 'reported', document: 'Årsredovisning 2023' }, 'Ett tidigare dokument: Årsredovisning 2023'],
    [{ source: 'imported' }, 'Summor från ett annat system, utan verifikationer.'],
    [{ source: 'ledger', lines: [] }, 'Inga verifikationer.'],
  ])('is told in a line: %j', (behind, line) => {
    expect(textOf(behind)).toBe(`Kansli (t/kansli/utfall): 5\n  ${line}`);
  });

  it('is told voucher by voucher, post by post, cell by cell', () => {
    const line = { date: '2024-01-31', account: 5010, amountOre: ore(-123450), series: 'A', number: 7, text: 'Hyra' };
    expect(
      textOf({ source: 'ledger', lines: [line], next: 1 })
        .split('\n')
        .slice(1),
    ).toEqual([
      '  Verifikationer, som de är bokförda:',
      '  2024-01-31  5010         −1 234,50  A7 Hyra',
      '  Fler finns: --after 1',
    ]);
    const posts = [{ activity: 'kansli', kind: 'kostnad', member: null, amountOre: ore(100) }];
    const decision = { body: 'styrelse', on: '2023-11-24', paragraph: '4' };
    expect(textOf({ source: 'posts', posts, decision })).toContain(
      'Beslut: styrelse 2023-11-24, § 4\n              1,00  kansli · kostnad',
    );
    expect(textOf({ source: 'posts', posts, asOf: '2024-06-30' })).toContain('Prognos per 2024-06-30');
    const parts = [{ table: 't', row: 'a', column: 'utfall', printed: '', sign: -1 as const }];
    expect(textOf({ source: 'cells', parts })).toContain('Andra celler:\n  − t/a/utfall: tom');
  });
});
