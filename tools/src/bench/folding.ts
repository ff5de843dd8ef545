// Folding a log into the ledger's read models, against reading the same events and writing the same rows by hand.
import { associationId } from '@finsam/kernel';
import { type EventToAppend, eventId, GroupRunner, recordOf, registerAssociation } from '@finsam/platform';
import { Pool } from 'pg';
import { DATA } from './appends';
import { inTurns, type Measure, rate, type World } from './measure';

const EVENTS = 20_000;
const BATCH = 500;

export async function benchFolding(world: World): Promise<Measure[]> {
  const association = associationId(await registerAssociation(world.databases, 'bench-fold'));
  for (let start = 0; start < EVENTS; start += BATCH) {
    const commandId = `fold-${start}`;
    const events = Array.from({ length: BATCH }, (_, ordinal): EventToAppend => ({
      id: eventId(association, 'record', commandId, ordinal),
      type: 'CostBooked',
      schemaVersion: 1,
      data: DATA,
      meta: { commandId, commandHash: 'f'.repeat(64), ordinal, actor: 'bench', correlationId: commandId },
    }));
    await world.store.append(recordOf(association), `fold-${start}`, -1, events);
  }
  const group = world.groups.find(({ name }) => name === 'ledger')!;
  const runner = new GroupRunner(world.databases, world.catalogue);
  await runner.catchUp(association, group);
  const admin = new Pool({ connectionString: world.adminUrl, max: 2 });
  await admin.query('create table public.bare_entry (like read.ledger_entry_v1 including all)');
  await admin.query('create table public.bare_voucher (like read.voucher_v1 including all)');
  const speeds = await inTurns(
    () => rate(EVENTS, async () => void (await runner.rebuild(association, group))),
    async () => {
      await admin.query('truncate public.bare_entry, public.bare_voucher');
      return rate(EVENTS, () => byHand(admin, association));
    },
  );
  await admin.end();
  return [
    { what: `rebuild of ${EVENTS} events: journal and entries`, limit: 'read + unnest of the same rows', ...speeds },
  ];
}

/** The same events read through the same driver, and the same rows and keys written with one unnest a page. */
async function byHand(admin: Pool, association: number): Promise<void> {
  for (let after = 0; ;) {
    const { rows } = await admin.query<{ position: string; data: { year: number; voucher: Voucher } }>(
      `select position, data from log.event
        where association_id = $1 and kind = 1 and position > $2 order by position limit 1000`,
      [association, after],
    );
    if (rows.length === 0) return;
    after = Number(rows.at(-1)!.position);
    const entries = rows.flatMap(({ position, data }) =>
      data.voucher.rows.map((row, ordinal) => ({ position, ordinal, row, data })),
    );
    await admin.query(
      `insert into public.bare_entry (association_id, generation, since, ordinal, fiscal_year, entry_date, opening,
         account, amount_ore, activity, member, dimensions, voucher_id)
       select $1, 1, s, o, y, d, false, a, m, v, null, '{}', i
         from unnest($2::bigint[], $3::int[], $4::int[], $5::date[], $6::int[], $7::bigint[], $8::text[], $9::text[])
           as t(s, o, y, d, a, m, v, i)`,
      [
        association,
        entries.map(({ position }) => position),
        entries.map(({ ordinal }) => ordinal),
        entries.map(({ data }) => data.year),
        entries.map(({ data }) => data.voucher.date),
        entries.map(({ row }) => row.account),
        entries.map(({ row }) => row.amountOre),
        entries.map(({ row }) => row.dimensions.activity),
        entries.map(({ data }) => data.voucher.voucherId),
      ],
    );
    await admin.query(
      `insert into public.bare_voucher (association_id, generation, since, ordinal, fiscal_year, voucher_id, series,
         number, voucher_date, registered_at, voucher_kind, text)
       select $1, 1, s, 0, y, i, 'A', n, d, '2024-03-01', 'CostBooked', x
         from unnest($2::bigint[], $3::int[], $4::text[], $5::int[], $6::date[], $7::text[]) as t(s, y, i, n, d, x)`,
      [
        association,
        rows.map(({ position }) => position),
        rows.map(({ data }) => data.year),
        rows.map(({ data }) => data.voucher.voucherId),
        rows.map(({ data }) => data.voucher.number),
        rows.map(({ data }) => data.voucher.date),
        rows.map(({ data }) => data.voucher.text),
      ],
    );
  }
}

interface Voucher {
  voucherId: string;
  number: number;
  date: string;
  text: string;
  rows: { account: number; amountOre: number; dimensions: { activity: string } }[];
}
