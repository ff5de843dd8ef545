// What the edge looks up for a fiscal year's decisions: members and today, the year before, a voucher of another year.
import { memberFacts } from '@finsam/associations';
import type { Edge } from '@finsam/platform';
import type { PreviousYear } from './commands';
import { standingOf } from './decide/opening';
import type { FiscalYear } from './fiscal-year';
import { fiscalYearDecider, fiscalYearStream } from './fiscal-year.decider';
import { contributionIn } from './posting/contribution';

type Asked = Readonly<Record<string, unknown>>;

export async function bookingFacts(edge: Edge) {
  return { ...(await memberFacts(edge)), today: edge.today };
}

/** Null when the year is not kept here. Only a year of the commands' own form is looked for. */
async function stateOfYear({ commands, association }: Edge, year: unknown): Promise<FiscalYear | null> {
  if (!Number.isInteger(year)) return null;
  const state = await commands.stateOf(fiscalYearDecider, association, fiscalYearStream(year as number));
  return state.year === undefined ? null : state;
}

export async function chartFacts(edge: Edge, { year, chart }: Asked) {
  const before = chart === 'previous-year' ? await stateOfYear(edge, Number(year) - 1) : null;
  if (!before) return {};
  const accounts = [...before.accounts].map(([account, rest]) => ({ account, ...rest }));
  const activities = [...before.activities].map(([activity, rest]) => ({ activity, ...rest }));
  return { previous: { accounts, activities } };
}

export async function previousYearFacts(edge: Edge, { year }: Asked): Promise<{ previous: PreviousYear | null }> {
  const before = await stateOfYear(edge, Number(year) - 1);
  return { previous: before && standingOf(before) };
}

export async function correctionFacts(edge: Edge, { year, corrects, correctsYear }: Asked) {
  const facts = await bookingFacts(edge);
  if (correctsYear === undefined || correctsYear === year) return facts;
  const state = await stateOfYear(edge, correctsYear);
  const found = state?.vouchers.get(String(corrects));
  if (!state || !found) return facts;
  const contribution = contributionIn(found.event);
  const correctedBy = await correctedIn(edge, String(corrects), Number(correctsYear), Number(year), found.correctedBy);
  const { date, rows } = found.voucher;
  return {
    ...facts,
    earlier: {
      year: state.year!,
      closed: state.closed !== undefined,
      voucher: { date, rows },
      ...(contribution && { contribution }),
      ...(correctedBy !== undefined && { correctedBy }),
    },
  };
}

/** What has taken the voucher back, in its own year or in one between it and the year that asks. */
async function correctedIn(edge: Edge, voucherId: string, from: number, to: number, own: string | undefined) {
  let by = own;
  for (let year = from + 1; by === undefined && year < to; year++) {
    by = (await stateOfYear(edge, year))?.correctedEarlier.get(voucherId);
  }
  return by;
}

export function attestationFacts({ actor }: Edge) {
  return Promise.resolve({ actor });
}
