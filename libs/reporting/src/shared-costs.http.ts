// Shared costs as the books have them, over HTTP: the table that explains them, and the basis for an invoice.
import { associationState } from '@finsam/associations';
import {
  type AgreementRow,
  fundingGroup,
  InvoiceSharedCosts,
  invoicedUnder,
  sharedCostsDecider,
  sharedCostsOf,
  sharedCostsStream,
} from '@finsam/funding';
import {
  dateOf,
  firstDayOf,
  fiscalYearOf,
  lastDayOf,
  type Month,
  calendarMonthOf,
  monthSchema,
  monthsThrough,
  parsePeriod,
  type Period,
  periodCodeSchema,
  refusals,
} from '@finsam/kernel';
import { ledgerGroup, dimensionSums } from '@finsam/ledger';
import { commandRoute, type Edge, queryRoute, recordOf, type Route, type View, withView } from '@finsam/platform';
import { z } from 'zod';
import { reckon, type ReckonedPart } from './shared-costs/reckoning';
import { buyersTable, sellersTable } from './shared-costs/shared-cost-table';

const refuse = refusals({
  'shared-costs/unknown': { status: 404, text: 'Avtalet om delade kostnader finns inte.' },
});

/** From the year's first month under the agreement through the period's last day. */
async function table(view: View, row: AgreementRow, period: Period) {
  const january = calendarMonthOf(dateOf(fiscalYearOf(period), 1, 1));
  const first = row.from_month > january ? row.from_month : january;
  const end = calendarMonthOf(period.to);
  const last = row.to_month !== null && row.to_month < end ? row.to_month : end;
  const invoiced = (await invoicedUnder(view, row.agreement_id)).filter(({ month }) => month >= first && month <= last);
  const months = monthsThrough(first, last);
  const booked = await dimensionSums(view, { from: firstDayOf(first), to: period.to });
  const shared =
    row.direction === 'buys'
      ? buyersTable(row, invoiced)
      : sellersTable(row, reckon(row.parts, booked, months), invoiced);
  const { agreement_id: agreementId, partner, direction } = row;
  return { agreementId, partner, direction, asOf: period.to, ...shared };
}

/** Everything booked by now: each part of the agreement, each month since it began. */
async function invoiceFacts(edge: Edge, data: Readonly<Record<string, unknown>>): Promise<object> {
  const { association, commands, databases, store } = edge;
  const slug = (await associationState(edge)).registered?.slug ?? null;
  const { agreement } = await commands.stateOf(
    sharedCostsDecider,
    association,
    sharedCostsStream(String(data['agreementId'])),
  );
  const through = monthSchema.safeParse(data['through']);
  // What is asked is wrong in itself, and will be refused for that.
  if (!agreement || !through.success) return { position: 0, slug, parts: [] };
  const { from, parts } = agreement;
  const position = await store.head(recordOf(association));
  const reckoned = await withView(databases.association(association), [ledgerGroup], { at: position }, (view) =>
    reckonFrom(view, from, through.data, parts),
  );
  return { position, slug, parts: reckoned };
}

async function reckonFrom(
  view: View,
  from: Month,
  through: Month,
  parts: AgreementRow['parts'],
): Promise<ReckonedPart[]> {
  const booked = await dimensionSums(view, { from: firstDayOf(from), to: lastDayOf(through) });
  return reckon(parts, booked, monthsThrough(from, through));
}

const tableQuery = z.strictObject({ period: periodCodeSchema });

export const sharedCostTableRoutes: readonly Route[] = [
  queryRoute({
    operation: 'shared-costs.table',
    path: 'shared-costs/:agreementId',
    summary: 'Delade kostnader månad för månad: underlag, andel, fakturerat och att periodisera, brutto och netto',
    params: { agreementId: 'text' },
    groups: [fundingGroup, ledgerGroup],
    query: tableQuery,
    answer: async (view, { agreementId, period }: z.output<typeof tableQuery> & { agreementId: string }) => {
      const agreement = await sharedCostsOf(view, agreementId);
      if (!agreement) throw refuse('shared-costs/unknown');
      return table(view, agreement, parsePeriod(period));
    },
  }),
  commandRoute({
    operation: 'shared-costs.invoice',
    path: 'shared-costs/:agreementId/bases',
    summary: 'Gör ett fakturaunderlag av de kostnader som är bokförda till och med en månad',
    params: { agreementId: 'text' },
    command: InvoiceSharedCosts,
    creates: 'basisId',
    facts: invoiceFacts,
  }),
];
