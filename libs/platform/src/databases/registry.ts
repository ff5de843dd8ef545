// The installation's list of associations: slug in URLs, number in keys.
import { type AssociationId, associationId, refusals } from '@finsam/kernel';
import type { Databases } from './databases';

export interface RegisteredAssociation {
  readonly id: AssociationId;
  readonly slug: string;
}

const refuse = refusals({
  'association/no-room': {
    status: 409,
    text: 'Installationen är full. Höj FINSAM_ASSOCIATIONS, kör finsam migrate och försök igen.',
  },
});

/** Gives the slug a number and opens its logs; the same slug again gives the same number. Throws `DomainError`. */
export async function registerAssociation(databases: Databases, slug: string): Promise<AssociationId> {
  const registering = databases.registry().query<{ id: number }>('select registry.register($1) as id', [slug]);
  const { rows } = await registering.catch((error: { code?: string }) => {
    throw error.code === 'FS003' ? refuse('association/no-room') : error;
  });
  return associationId(rows[0]!.id);
}

/** Null if there is no such association. */
export async function findAssociation(databases: Databases, slug: string): Promise<AssociationId | null> {
  const { rows } = await databases.registry().query<{ id: number }>({
    name: 'find-association',
    text: 'select association_id as id from registry.association where slug = $1',
    values: [slug],
  });
  return rows[0] ? associationId(rows[0].id) : null;
}

export async function listAssociations(databases: Databases): Promise<RegisteredAssociation[]> {
  const { rows } = await databases
    .registry()
    .query<{ id: number; slug: string }>('select association_id as id, slug from registry.association order by slug');
  return rows.map(({ id, slug }) => ({ id: associationId(id), slug }));
}
