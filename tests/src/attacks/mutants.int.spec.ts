// The same attacks on databases that are wrong on purpose: each must be told by the attacks, and by the posture.
import { checkPosture } from '@finsam/platform';
import { asAssociation, attacksOn, type Leak, oracles } from './siege';
import { makeWorld, type World } from './world';

jest.setTimeout(120_000);

interface Mutant {
  readonly name: string;
  readonly rule: string;
  /** What is attacked; everything else is as in the other spec. */
  readonly table: string;
  readonly statements: string;
}

const MUTANTS: readonly Mutant[] = [
  {
    name: 'row-level security is not forced, and a door runs as the owner',
    rule: 'rls-not-forced',
    table: 'report.door',
    statements: `alter table report.run no force row level security;
      create function log.runs() returns setof report.run language sql security definer
        set search_path = pg_catalog, pg_temp begin atomic select * from report.run; end;
      alter function log.runs owner to {{owner}};
      create view report.door with (security_invoker = true) as select * from log.runs();
      grant select on report.door to {{association}}`,
  },
  {
    name: 'a policy does not say what may be written',
    rule: 'policy-too-wide',
    table: 'read.voucher_v2',
    statements: 'alter policy own on read.voucher_v2 with check (true)',
  },
  {
    name: 'a view reads as its owner',
    rule: 'view-not-invoker',
    table: 'read.everything',
    statements: `create view read.everything as select * from report.document;
      grant select on read.everything to {{association}}`,
  },
  {
    name: 'a policy goes by a setting',
    rule: 'policy-reads-setting',
    table: 'report.document',
    statements: `drop policy first on report.document; drop policy own on report.document;
      create policy own on report.document using (association_id = current_setting('app.tenant', true)::integer)
        with check (association_id = log.me())`,
  },
  {
    name: 'a unique key does not begin with the association',
    rule: 'index-without-association-first',
    table: 'report.run',
    statements: 'create unique index key_of_all on report.run (run_id)',
  },
  {
    name: 'a reference does not name the association',
    rule: 'foreign-key-without-association',
    table: 'exchange.message',
    statements: `create table exchange.letter (letter text primary key);
      insert into exchange.letter values ('kanarie-2-key'), ('kanarie-3-key'), ('eget-1-key');
      alter table exchange.message add foreign key (key) references exchange.letter`,
  },
  {
    name: 'what is one’s own is a sub-select, of which EXPLAIN tells whether it was executed',
    rule: 'no-own-policy',
    table: 'report.run',
    statements: `drop policy first on report.run;
      alter policy own on report.run using (association_id = (select log.me()))`,
  },
  {
    name: 'something is evaluated before the policy, and the buffers tell',
    rule: 'no-first-policy',
    table: 'report.document',
    statements: 'drop policy first on report.document',
  },
  {
    name: 'estimates are made of contents',
    rule: 'statistics-on-content',
    table: 'report.run',
    statements: 'alter table report.run alter order_hash set statistics 100',
  },
];

let world: World;
afterEach(() => world.close());

it.each(MUTANTS)('is noticed: $name', async ({ rule, table, statements }) => {
  world = await makeWorld(statements);
  const before = await world.fingerprint();
  const tables = world.tables.filter(({ name }) => name === table);
  const leaks: Leak[] = [];
  for (const guise of ['plain', 'with settings'] as const) {
    const attacker = await asAssociation(world, guise);
    leaks.push(...(await attacksOn(attacker, tables)), ...(await oracles(attacker, tables)));
    await attacker.close();
  }
  const changed = (await world.fingerprint()) !== before;
  expect(leaks.length > 0 || changed).toBe(true);
  const rules = (await checkPosture(world.db.databases.dispatcher(), world.db.config)).map((finding) => finding.rule);
  expect(rules).toContain(rule);
});
