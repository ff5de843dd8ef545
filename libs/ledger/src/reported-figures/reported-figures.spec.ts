import { DomainError, fold, ore } from '@finsam/kernel';
import { deciderSpec, projectionSpec } from '@finsam/kernel/testing';
import { ReportFigures, reportedFiguresDecider } from './reported-figures.decider';
import { FiguresReported } from './reported-figures.events';
import { reportedFigures } from './reported-figures.projection';

const figures = [
  { line: 'bidrag', amountOre: ore(836_131_600) },
  { line: 'resultat', amountOre: ore(-12) },
];
const printed = { layoutId: 'resultatrakning', period: '2023-H1', document: 'Delårsrapport 2023', figures };
const { given } = deciderSpec(reportedFiguresDecider);

describe('reporting figures of earlier years', () => {
  it('happens once', () => {
    given().when(ReportFigures(printed)).then(FiguresReported(printed));
    given(FiguresReported(printed)).when(ReportFigures(printed)).thenNothing();
  });

  it('replaces what was typed in wrong, as a whole', () => {
    const mended = { ...printed, figures: [figures[0]!] };
    given(FiguresReported(printed)).when(ReportFigures(mended)).then(FiguresReported(mended));
    given(FiguresReported(printed), FiguresReported(mended))
      .when(ReportFigures(printed))
      .then(FiguresReported(printed));
  });

  it('states each line once', () => {
    const twice = ReportFigures({ ...printed, figures: [...figures, figures[0]!] });
    given().when(twice).thenRefused('ledger/line-twice');
    try {
      reportedFiguresDecider.decide(twice, fold(reportedFiguresDecider, []));
    } catch (error) {
      expect((error as DomainError).details.pointer).toBe('/figures/2/line');
    }
  });

  it('says something, of money or of what is not money, each line once', () => {
    const told = (changes: object) => {
      try {
        return reportedFiguresDecider.decide(ReportFigures({ ...printed, ...changes }), { last: undefined }).length;
      } catch (error) {
        return [(error as DomainError).code, (error as DomainError).details.pointer];
      }
    };
    const employees = { line: 'antal-anstallda', count: 2, unit: 'anstallda' };
    expect(told({ figures: [] })).toEqual(['ledger/nothing-reported', '/figures']);
    expect(told({ figures: [], counts: [employees] })).toBe(1);
    expect(told({ counts: [{ ...employees, line: figures[0]!.line }] })).toEqual([
      'ledger/line-twice',
      '/counts/0/line',
    ]);
  });

  it('is about one layout and one period', () => {
    const stream = (changes: object) => reportedFiguresDecider.stream(ReportFigures({ ...printed, ...changes }));
    expect(stream({})).toBe('reported-figures-resultatrakning-2023-H1');
    expect(stream({ layoutId: 'balansrakning' })).toBe('reported-figures-balansrakning-2023-H1');
    expect(stream({ period: '2023' })).toBe('reported-figures-resultatrakning-2023');
  });

  it('takes whole öre on lines with codes, and says which document they are from', () => {
    const accepts = (changes: object) => ReportFigures.schema.safeParse({ ...printed, ...changes }).success;
    expect(accepts({})).toBe(true);
    for (const amountOre of [0.5, '1', null]) expect(accepts({ figures: [{ line: 'bidrag', amountOre }] })).toBe(false);
    expect(accepts({ figures: [{ line: 'Bidrag', amountOre: 1 }] })).toBe(false);
    expect(accepts({ period: '2023-H3' })).toBe(false);
    expect(accepts({ document: '' })).toBe(false);
  });
});

describe('the reported figures', () => {
  const row = {
    layout_id: 'resultatrakning',
    period_from: '2023-01-01',
    period_to: '2023-06-30',
    document: 'Delårsrapport 2023',
    figures,
    counts: [],
  };

  it('are the latest for each layout and period', () => {
    const mended = { ...printed, document: 'Årsredovisning 2023', figures: [figures[1]!] };
    projectionSpec(reportedFigures)
      .given(
        FiguresReported(printed),
        FiguresReported({ ...printed, period: '2023' }),
        FiguresReported({ ...printed, layoutId: 'balansrakning' }),
        FiguresReported(mended),
      )
      .then(
        { ...row, document: 'Årsredovisning 2023', figures: [figures[1]] },
        { ...row, period_to: '2023-12-31' },
        { ...row, layout_id: 'balansrakning' },
      );
  });
});
