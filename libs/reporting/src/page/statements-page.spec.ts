import type { LayoutRow } from '@finsam/associations';
import { bidrag, flow, ledger, tableOf, utfall } from '../statements/testing';
import { statementsPage } from './statements-page';

const layout = flow([{ ...bidrag, label: 'Bidrag <script>' }], { columns: [utfall] });
const asked = {
  association: { slug: 'norrviken', name: 'Norrviken', organisationNumber: '222000-0000' },
  period: { code: '2024', from: '2024-01-01', to: '2024-12-31', label: 'helåret 2024' },
  position: 17,
};
const page = statementsPage({ ...asked, statements: [tableOf(layout, { utfall: ledger([3510, -5_00]) })] });

it('says whose statements, of when, and up to which position, and that it is no report', () => {
  expect(page).toContain('<title>Räkningar – Norrviken</title>');
  expect(page).toContain('Norrviken, organisationsnummer 222000-0000');
  expect(page).toContain('helåret 2024 (2024-01-01 – 2024-12-31)');
  expect(page).toContain('till och med position 17');
  expect(page).toContain('Sidan är ingen fastställd rapport.');
  expect(page).toContain('Belopp i kronor (kr).');
});

it('lets no label become markup, and runs nothing', () => {
  expect(page).toContain('Bidrag &lt;script&gt;');
  expect(page).not.toContain('<script>');
  expect(page).toContain('default-src &#39;none&#39;');
});

it('names millions, and shows a sentence among the rows as one', () => {
  const told: LayoutRow = { kind: 'text', id: 'ord', label: 'Kontoret flyttade i maj.' };
  const millions = flow([told, bidrag], { columns: [utfall], unit: 'mkr', decimals: 1 });
  const inMillions = statementsPage({
    ...asked,
    statements: [tableOf(millions, { utfall: ledger([3510, -1_250_000_00]) })],
  });
  expect(inMillions).toContain('Belopp i miljoner kronor (mkr)');
  expect(inMillions).toContain(
    '<tr class="text level-1"><th scope="row" colspan="2">Kontoret flyttade i maj.</th></tr>',
  );
  expect(inMillions).toContain('<td>1,3</td>');
});

it('says so where nothing is adopted', () => {
  expect(statementsPage({ ...asked, statements: [] })).toContain('Förbundet har inte antagit någon uppställning.');
});
