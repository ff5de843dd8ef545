import { layoutSchema } from './layout';
import type { Layout } from './layout-shape';
import { smallLayout } from './testing';

const faultsOf = (column: object, more: Partial<Layout> = {}) => {
  const columns = [...(more.columns ?? smallLayout.columns), { id: 'extra', label: 'Extra', ...column }];
  const { error } = layoutSchema.safeParse({ ...smallLayout, ...more, columns });
  return (error?.issues ?? []).map(({ path, message }) => [path.join('/'), message]);
};

describe('a column of years back', () => {
  it.each(['actual', 'budget', 'forecast'])('may be of kind %s, two to five years before the report', (kind) => {
    for (const yearsBack of [2, 5]) expect(faultsOf({ kind, period: 'report', yearsBack })).toEqual([]);
    for (const yearsBack of [1, 6]) {
      expect(faultsOf({ kind, period: 'fiscal-year', yearsBack })[0]?.[0]).toBe('columns/5/yearsBack');
    }
  });

  it.each(['previous-year', 'same-period-last-year'])(
    'is not counted from %s, which is a year back already',
    (period) => {
      expect(faultsOf({ kind: 'actual', period, yearsBack: 2 })).toEqual([
        ['columns/5/yearsBack', `${period} är redan året före; räkna åren bakåt från report eller fiscal-year`],
      ]);
    },
  );

  it('is not the outcome that the figures and the title are about', () => {
    const column = { id: 'da', label: 'Då', kind: 'actual', period: 'report', yearsBack: 2 } as const;
    const { error } = layoutSchema.safeParse({ ...smallLayout, columns: [column] });
    expect(error?.issues.map(({ path }) => path.join('/'))).toEqual(['figures', 'title']);
  });
});

describe('a column of a plan', () => {
  it('is a year or two after the budget that it came with', () => {
    for (const yearsAhead of [1, 2]) {
      expect(faultsOf({ kind: 'plan', period: 'fiscal-year', yearsAhead })).toEqual([]);
      expect(faultsOf({ kind: 'plan', period: 'previous-year', yearsAhead })).toEqual([]);
    }
    for (const yearsAhead of [0, 3, undefined]) {
      expect(faultsOf({ kind: 'plan', period: 'fiscal-year', yearsAhead })[0]?.[0]).toBe('columns/5/yearsAhead');
    }
    expect(faultsOf({ kind: 'plan', period: 'report', yearsAhead: 1 })[0]?.[0]).toBe('columns/5/period');
  });

  it('can be deviated from, as a budget can', () => {
    const against = { id: 'plan', label: 'Plan', kind: 'plan', period: 'fiscal-year', yearsAhead: 1 } as const;
    const columns = [...smallLayout.columns, against];
    expect(faultsOf({ kind: 'deviation', of: 'budget', against: 'plan' }, { columns })).toEqual([]);
  });
});
