// A freshly made database passes; for every rule a violation is planted, and that rule alone finds it.
import { Client, type QueryResultRow } from 'pg';
import { type TestDatabase, testDatabase } from '../../testing/test-database';
import { roleName } from '../purposes';
import { land, water } from '../testing';
import { checkPosture, POSTURE_RULES, type PostureFinding, refuseBadPosture } from './posture';
import { isSafe } from './server-rules';
import { VIOLATIONS } from './testing';

jest.setTimeout(60_000);

let db: TestDatabase;
let admin: Client;

beforeAll(async () => {
  db = await testDatabase([water, land], { associations: 2 });
  admin = new Client({ connectionString: db.url });
  await admin.connect();
});
afterAll(async () => {
  await admin.end();
  await db.close();
});

const asAdmin = {
  query: <R extends QueryResultRow>(query: unknown, values?: readonly unknown[]) =>
    admin.query<R>(query as string, values as unknown[]),
};
const planted = (text: string) =>
  text
    .replaceAll('{{a1}}', `"${db.config.installation}_a001"`)
    .replaceAll('{{installation}}', db.config.installation)
    .replace(/\{\{(owner|association|dispatcher)\}\}/g, (_, name: 'owner') => `"${roleName(db.config, name)}"`);

/** What is found beside what a whole database gives: of a test's server only that it is not durable. */
async function found(statements: string): Promise<PostureFinding[]> {
  await admin.query('begin');
  try {
    await admin.query(planted(statements));
    const findings = await checkPosture(asAdmin, db.config);
    return findings.filter(({ rule }) => ![...NOT_DURABLE, 'data-checksums'].includes(rule));
  } finally {
    await admin.query('rollback');
  }
}

const NOT_DURABLE = ['fsync', 'full-page-writes', 'synchronous-commit'];

it('finds nothing in a database as it was migrated, but that a server of tests is not durable', async () => {
  const findings = await refuseBadPosture(db.databases.dispatcher(), db.config);
  const told = findings.filter(({ rule }) => rule !== 'data-checksums').map(({ rule, level }) => [rule, level]);
  expect(told).toEqual(NOT_DURABLE.map((rule) => [rule, 'report']));
});

it('is asked in well under 100 ms', async () => {
  await checkPosture(db.databases.dispatcher(), db.config);
  const from = performance.now();
  await checkPosture(db.databases.dispatcher(), db.config);
  expect(performance.now() - from).toBeLessThan(100);
});

it('says in Swedish which rule is broken by what, and refuses', async () => {
  await admin.query('begin; alter table log.event disable row level security');
  const refusal = refuseBadPosture(asAdmin, db.config);
  await expect(refusal).rejects.toThrow(/startar inte:\n {2}log\.event är öppen för förbunden .* \(rls-off\)\n/);
  await admin.query('rollback');
});

it('holds a server that does not call itself thrown away to durability', async () => {
  await admin.query("begin; set local finsam.throwaway = 'off'");
  await expect(refuseBadPosture(asAdmin, db.config)).rejects.toThrow('fsync = off gör att');
  await admin.query('rollback');
});

it('refuses the versions with known holes', async () => {
  const { rows } = await admin.query<{ version: number; safe: boolean }>(
    `select version, ${isSafe('version')} as safe from unnest($1::integer[]) version`,
    [[140020, 150013, 150014, 160009, 160010, 170005, 170006, 180000, 190000]],
  );
  const safe = rows.filter((row) => row.safe).map(({ version }) => version);
  expect(safe).toEqual([150014, 160010, 170006, 180000, 190000]);
});

const planned = VIOLATIONS.map(([rule, statements, object = '']) => ({ rule, statements, object }));

it.each(planned)('finds by the rule $rule alone: $statements', async ({ rule, statements, object }) => {
  const findings = await found(statements);
  expect(findings).not.toEqual([]);
  expect(new Set(findings.map((finding) => finding.rule))).toEqual(new Set([rule]));
  expect(findings.map((finding) => finding.object).join('\n')).toContain(planted(object));
});

it('has a planted violation for every rule that a session can break', () => {
  const server = ['version', ...NOT_DURABLE, 'data-checksums'];
  const names = new Set([...VIOLATIONS.map(([rule]) => rule), ...server]);
  expect(POSTURE_RULES.map(({ name }) => name).filter((name) => !names.has(name))).toEqual([]);
});

it('cannot be made to refuse by what an association may do to itself', async () => {
  const findings = await found(`set local session authorization {{a1}};
    alter default privileges grant select on tables to public; alter role {{a1}} set row_security = off;
    set role {{association}}; alter default privileges grant select on tables to public;
    alter role {{association}} password 'x'; drop owned by {{association}}; reset session authorization`);
  expect(findings.filter(({ level }) => level === 'refuse')).toEqual([]);
});
