// A door to the database that counts what is asked through it in views.
import type { Kysely, KyselyPlugin } from 'kysely';
import type { AssociationDatabase } from '../databases/databases';

export interface CountedQueries {
  readonly db: AssociationDatabase;
  /** Since it was last asked. */
  count(): number;
}

export function countedQueries(db: AssociationDatabase): CountedQueries {
  let asked = 0;
  const plugin: KyselyPlugin = {
    transformQuery: ({ node }) => {
      asked++;
      return node;
    },
    transformResult: ({ result }) => Promise.resolve(result),
  };
  return {
    db: { ...db, kysely: <Tables>() => db.kysely<Tables>().withPlugin(plugin) as Kysely<Tables> },
    count: () => {
      const since = asked;
      asked = 0;
      return since;
    },
  };
}
