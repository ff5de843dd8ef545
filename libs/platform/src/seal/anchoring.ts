// Signs where every log stands today, so that a copy kept elsewhere shows what has been changed since.
import type { Config } from '../config/config';
import { type Databases, databaseOf } from '../databases/databases';
import { listAssociations } from '../databases/registry';
import type { LogRef } from '../event-store/event-store';
import { identityOf, sealAt, sealLog } from './sealer';
import { type Anchor, signAnchor, signingKey } from './signing';

/** Name in an anchor of the log that is no association's. */
export const INSTALLATION_SLUG = 'installation';

/**
 * Seals every log to its end and signs it there; logs that hold nothing yet are left out. `date`: YYYY-MM-DD.
 * A log that is broken cannot be sealed on; that keeps none of the others back.
 */
export async function signHeads(
  databases: Databases,
  config: Pick<Config, 'secret'>,
  date: string,
  onBroken: (slug: string, error: Error) => void,
): Promise<Anchor[]> {
  const key = signingKey(config.secret);
  const anchors: Anchor[] = [];
  for (const { log, slug } of await allLogs(databases)) {
    const db = databaseOf(databases, log);
    const position = await sealLog(db, log).catch((error: Error) => onBroken(slug, error));
    if (!position) continue;
    const head = { ...(await identityOf(db, log)), slug, position, date };
    anchors.push(signAnchor({ ...head, hash: await sealAt(db, log, position) }, key));
  }
  return anchors;
}

async function allLogs(databases: Databases): Promise<{ log: LogRef; slug: string }[]> {
  const associations = await listAssociations(databases);
  return [
    { log: { owner: 0, kind: 'installation' }, slug: INSTALLATION_SLUG },
    ...associations.flatMap(({ id, slug }) =>
      (['record', 'audit'] as const).map((kind) => ({ log: { owner: id, kind }, slug })),
    ),
  ];
}
