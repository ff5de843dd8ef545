import { ore } from '@finsam/kernel';
import type { StatementTable } from '../../statements/statement-table';
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
  tableOf,
  utfall,
} from '../../statements/testing';
import { reconcile } from '../reconcile';
import { reportOfStatements, unmappedFindings } from './from-statements';

const layout = flow([bidrag, kansli, resultat], { columns: [utfall, budget, derived('consumed-share')], unit: 'tkr' });
const found = (table: StatementTable) => reconcile(reportOfStatements('Rapport', [table], [layout]));

describe('our own tables', () => {
  const booked = ledger([3510, -149_999], [4010, 49_950]);
  const sound = tableOf(layout, { utfall: booked, budget: posts(['bidrag', 200_000], ['kostnad', 100_000]) });

  it('agree with themselves', () => {
    expect(found(sound)).toEqual([]);
  });

  it('are held to the öre, whatever they are printed in', () => {
    const rows = sound.rows.map((row) =>
      row.id === 'resultat' ? { ...row, cells: row.cells.with(0, { ore: ore(100_050), printed: '1' }) } : row,
    );
    expect(found({ ...sound, rows })).toMatchObject([{ rule: 'summa', place: 'liten/resultat/utfall' }]);
  });

  it('tell of a reported total that is not the sum of its parts', () => {
    const lines = reported('Verksamhetsplan', { bidrag: 200_000, kansli: 100_000, resultat: 90_000 });
    expect(found(tableOf(layout, { utfall: booked, budget: lines }))).toMatchObject([
      { rule: 'summa', place: 'liten/resultat/budget' },
    ]);
  });

  it('tell of an account on no line', () => {
    const lost = tableOf(layout, { utfall: ledger([3510, -5_000], [8310, -200]), budget: posts() });
    expect(unmappedFindings([lost]).map(({ rule, message }) => [rule, message.replaceAll('\u00a0', ' ')])).toEqual([
      ['omappat', 'Liten, Utfall 2024-08: konto 8310 med −2,00 kr finns inte på någon rad.'],
    ]);
    expect(unmappedFindings([sound])).toEqual([]);
  });
});
