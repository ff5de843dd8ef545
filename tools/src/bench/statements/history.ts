// Years of books as a large association might keep them: 60 accounts, ten activities, some with projects, a budget each
// year. Written straight to the log, since what is measured comes after it.
import { randomUUID } from 'node:crypto';
import { LayoutAdopted, type Layout } from '@finsam/associations';
import { BudgetAdopted } from '@finsam/funding';
import type { AssociationId, DomainEvent, EventDefinition } from '@finsam/kernel';
import {
  AccountsAdopted,
  ActivitiesAdopted,
  FiscalYearOpened,
  OpeningBalancesSet,
  VoucherBooked,
} from '@finsam/ledger';
import { type EventToAppend, recordOf } from '@finsam/platform';
import type { World } from '../world';

/** The year that is asked for; the years before it have been closed. */
export const YEAR = 2024;
export const ACTIVITIES = ['kansli', 'styrelse', ...Array.from({ length: 8 }, (_, n) => `insats-${n + 1}`)];
const MEMBERS = ['staten', 'regionen', 'kommunen', 'grannkommunen'];
const ASSETS = [1510, 1520, 1610, 1630, 1650, 1710, 1790, 1910, 1930, 1940];
const DEBTS = [2010, 2020, 2210, 2440, 2610, 2710, 2730, 2910, 2940, 2990];
const INCOMES = [3510, 3511, 3512, 3513, 3610, 3690, 3910, 3990];
const COSTS = Array.from({ length: 32 }, (_, n) => 4010 + n * 110);
export const ACCOUNTS = [...ASSETS, ...DEBTS, ...INCOMES, ...COSTS];
/** Three insatser. */
const WITH_PROJECTS = [2, 3, 4];
const STREAM_EVENTS = 1_000;
const decision = { body: 'styrelse', on: `${YEAR - 1}-11-24`, paragraph: '41' };

export interface History {
  readonly name: string;
  /** As many as there are vouchers in each, the first year first; the last is `YEAR`. */
  readonly vouchers: readonly number[];
}

export interface Written {
  readonly log: AssociationId;
  /** When half of the last year was booked. */
  readonly middle: number;
  readonly head: number;
}

export async function writeHistory(world: World, history: History, layouts: readonly Layout[]): Promise<Written> {
  const log = await world.log(history.name);
  let [head, streams] = [0, 0];
  const write = async (events: readonly DomainEvent[]) => {
    await world.store.append(recordOf(log), `history-${++streams}`, -1, events.map(stored));
    head += events.length;
  };
  await write(layouts.map((layout) => LayoutAdopted({ layout, decision } as never)));
  let middle = 0;
  for (const [index, count] of history.vouchers.entries()) {
    const year = YEAR + 1 - history.vouchers.length + index;
    await write(openedYear(year));
    middle = head + Math.floor(count / 2);
    for (let from = 0; from < count; from += STREAM_EVENTS) {
      const length = Math.min(STREAM_EVENTS, count - from);
      await write(Array.from({ length }, (_, n) => voucher(year, from + n, count)));
    }
  }
  return { log, middle, head };
}

let appended = 0;
function stored({ type, data }: DomainEvent): EventToAppend {
  const commandId = `statements-${++appended}`;
  const meta = {
    commandId,
    commandHash: 'f'.repeat(64),
    ordinal: 0,
    actor: 'development:bench',
    correlationId: commandId,
  };
  return { id: randomUUID(), type, schemaVersion: VERSIONS.get(type)!, data: JSON.stringify(data), meta };
}
const DEFINITIONS: readonly EventDefinition[] = [
  LayoutAdopted,
  FiscalYearOpened,
  AccountsAdopted,
  ActivitiesAdopted,
  OpeningBalancesSet,
  BudgetAdopted,
  VoucherBooked,
];
const VERSIONS = new Map(DEFINITIONS.map(({ type, version }) => [type, version]));

function openedYear(year: number): DomainEvent[] {
  const accounts = ACCOUNTS.map((account) => ({ account, name: `Konto ${account}` }));
  const balances = [...ASSETS, ...DEBTS].map((account, n) => ({ account, amountOre: n < 10 ? 7_000_00 : -7_000_00 }));
  const posts = ACTIVITIES.flatMap((activity, n) => [
    { activity, kind: 'bidrag', amountOre: 500_000_00 + n },
    { activity, kind: 'personal', amountOre: 300_000_00 + n },
    { activity, kind: 'ovrigt', amountOre: 200_000_00 + n },
  ]);
  return [
    FiscalYearOpened({ year, books: 'own' }),
    AccountsAdopted({ year, accounts } as never),
    ActivitiesAdopted({ year, activities: ACTIVITIES.map((activity) => ({ activity, name: activity })) }),
    OpeningBalancesSet({ year, balances } as never),
    BudgetAdopted({ year, posts, decision } as never),
  ];
}

/** In the order of its days over the year; three rows, as an invoice with its tax, or a contribution from a member. */
function voucher(year: number, n: number, count: number): DomainEvent {
  const day = Math.floor((n * 336) / count);
  const [month, on] = [Math.floor(day / 28) + 1, (day % 28) + 1];
  // Spread by primes, so that every combination that an activity uses has soon occurred.
  const of = (n * 7 + Math.floor(n / 11)) % ACTIVITIES.length;
  const activity = ACTIVITIES[of]!;
  const project = WITH_PROJECTS.includes(of) && n % 3 > 0 ? { project: `p-${n % 4}` } : {};
  const amountOre = 100_00 + ((n * 7_919) % 1_000_000);
  const own = { activity, ...project };
  const rows =
    n % 10 === 0
      ? [
          { account: pick(ASSETS, n), amountOre, dimensions: {} },
          { account: INCOMES[of % INCOMES.length]!, amountOre: -amountOre, dimensions: { member: pick(MEMBERS, n) } },
        ]
      : [
          { account: pick(costsOf(of), n), amountOre, dimensions: own },
          { account: 1650, amountOre: 25_00, dimensions: {} },
          { account: pick([...ASSETS, ...DEBTS], n), amountOre: -amountOre - 25_00, dimensions: {} },
        ];
  return VoucherBooked({
    year,
    voucher: {
      voucherId: `v-${year}-${n.toString(16).padStart(12, '0')}`,
      series: 'A',
      number: n + 1,
      date: `${year}-${two(month)}-${two(on)}`,
      text: 'Rekvisition av deltagarstöd',
      rows,
    },
  } as never);
}

/** The office uses most kinds of costs, an insats some. */
function costsOf(activity: number): readonly number[] {
  const count = activity === 0 ? 24 : 10;
  return Array.from({ length: count }, (_, n) => COSTS[(activity * 3 + n) % COSTS.length]!);
}

const pick = <T>(of: readonly T[], n: number): T => of[(n * 13 + Math.floor(n / 17)) % of.length]!;
const two = (n: number) => String(n).padStart(2, '0');
