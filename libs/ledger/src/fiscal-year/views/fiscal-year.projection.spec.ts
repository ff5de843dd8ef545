import { projectionSpec } from '@finsam/kernel/testing';
import { accounts, activities, bank, chart, decision, kr, opened } from '../../testing';
import { AccountsAdopted, ActivitiesAdopted, FiscalYearClosed, FiscalYearOpened } from '../fiscal-year.events';
import { fiscalYears } from './fiscal-year.projection';

const closed = FiscalYearClosed({ year: 2024, resultOre: kr(0), closingBalances: [], decision });

const bare = {
  fiscal_year: 2024,
  books: 'own',
  status: 'open',
  opening: 'none',
  locked_through: 0,
  accounts: [],
  activities: [],
  dimensions: [],
  gaps: [],
};
const { given } = projectionSpec(fiscalYears);

it('is one row per year, open until it is closed', () => {
  given(opened, FiscalYearOpened({ year: 2025, books: 'imported' }), closed).then(
    { ...bare, status: 'closed' },
    { ...bare, fiscal_year: 2025, books: 'imported' },
  );
});

it('has the chart in order, each account under its latest name', () => {
  const kassa = { account: 1910, name: 'Kassa' };
  const renamed = { account: bank, name: 'Bankkonto' };
  const [first, ...others] = [...accounts].sort((a, b) => a.account - b.account);
  const [kansli, stegen] = activities as [(typeof activities)[0], (typeof activities)[0]];
  given(
    opened,
    chart,
    AccountsAdopted({ year: 2024, accounts: [renamed, kassa] }),
    ActivitiesAdopted({ year: 2024, activities: [stegen] }),
    ActivitiesAdopted({ year: 2024, activities: [kansli, { ...stegen, name: 'Trappan' }] }),
  ).then({
    ...bare,
    accounts: [first!, kassa, renamed, ...others.filter(({ account }) => account !== bank)].sort(
      (a, b) => a.account - b.account,
    ),
    activities: [kansli, { ...stegen, name: 'Trappan' }],
  });
});

it('cannot tell of a year before it is opened', () => {
  expect(() => given(chart).then()).toThrow('the year 2024 was never opened');
});
