// What a year opens with is what the year before closed with, account by account, as the ledger holds them now.
import { fiscalYearOf, type Ore, type Period } from '@finsam/kernel';
import { ledgerBalances, type LedgerSum, listFiscalYears, openingBalances } from '@finsam/ledger';
import type { View } from '@finsam/platform';
import { swedishKronor } from '../../../swedish';
import type { Finding } from '../../finding';
import { RULES } from '../../rules';

type Opening = 'none' | 'typed' | 'preliminary' | 'final';

/** Only where both years' books are here. */
export async function openingFindings(view: View, period: Period): Promise<Finding[]> {
  const year = fiscalYearOf(period);
  const years = await listFiscalYears(view);
  const own = years.find(({ fiscal_year }) => fiscal_year === year);
  if (!own || !years.some(({ fiscal_year }) => fiscal_year === year - 1)) return [];
  const lastDay = `${year - 1}-12-31` as Period['to'];
  const [closing, opening] = [await ledgerBalances(view, { to: lastDay }), await openingBalances(view, year)];
  return differingFindings(year, byAccount(closing), byAccount(opening), own.opening);
}

/** Equity is one with the year's result: on which of its accounts a result is carried is a matter of taste. */
const EQUITY = 'eget-kapital';

function byAccount(sums: readonly Pick<LedgerSum, 'account' | 'amountOre'>[]): Map<string, number> {
  const balances = new Map<string, number>();
  for (const { account, amountOre } of sums) {
    const equity = account >= 3000 || (account >= 2000 && account < 2100);
    const key = equity ? EQUITY : `konto-${account}`;
    balances.set(key, (balances.get(key) ?? 0) + amountOre);
  }
  return balances;
}

export function differingFindings(
  year: number,
  closing: ReadonlyMap<string, number>,
  opening: ReadonlyMap<string, number>,
  kind: Opening,
): Finding[] {
  return [...new Set([...closing.keys(), ...opening.keys()])].sort().flatMap((key): Finding[] => {
    const [closed = 0, opened = 0] = [closing.get(key), opening.get(key)];
    if (closed === opened) return [];
    const name = key === EQUITY ? 'Eget kapital med årets resultat' : `Konto ${key.replace('konto-', '')}`;
    const [in_, out, off] = [opened, closed, opened - closed].map((amount) => `${swedishKronor(amount as Ore)} kr`);
    const cause = CAUSES[kind];
    return [
      {
        rule: 'ingaende-utgaende',
        severity: RULES['ingaende-utgaende'].severity,
        place: `bokforing/${key}/ingaende-${year}`,
        message: `${name}: ${year} ingår med ${in_}, men ${year - 1} utgick med ${out}. Skillnad ${off}.`,
        ...(cause !== undefined && { cause }),
        difference: opened - closed,
        cells: [
          { place: `bokforing/${key}/ingaende-${year}`, printed: swedishKronor(opened) },
          { place: `bokforing/${key}/utgaende-${year - 1}`, printed: swedishKronor(closed) },
        ],
      },
    ];
  });
}

const CAUSES: Readonly<Record<Opening, string | undefined>> = {
  none: 'Året har inga ingående balanser: för över dem från året före.',
  typed: undefined,
  preliminary: 'Balanserna är överförda preliminärt, och året före har ändrats sedan dess: för över dem igen.',
  final: 'Året före har ändrats sedan balanserna fördes över.',
};
