// Seven logs in a running service: five published documents, and two associations whose past was changed in every way.
import { readDemos, seedDemo } from '@finsam/cli';
import { parsePeriod, type Recorded } from '@finsam/kernel';
import { type AssociationDatabase, listAssociations, recordOf, withView } from '@finsam/platform';
import { reportGroups, statements, type StatementTable } from '@finsam/reporting';
import { join } from 'node:path';
import type { TestService } from '../../service';
import { readRequests } from '../demo/demo-files';
import { SLUG as IMPORTED, importedBooks } from './past/imported-books';
import { ownBooks } from './past/own-books';

const BOOKS = ['sodra-vatterbygden-bokslut', 'sodra-vatterbygden-plan', 'vastra-ostergotland'];

/** Those whose past was changed. */
export const CHANGED = { own: ownBooks.slug, imported: IMPORTED } as const;

/** The periods that a document is about, and some beside them. */
export const PERIODS: Readonly<Record<string, readonly string[]>> = {
  'sodra-vatterbygden': ['2024-H1', '2024', '2024-03', '2023'],
  'sodra-dalarna': ['2024-01-01..2024-08-31', '2024-T1', '2023-01-01..2023-08-31'],
  'sodra-vatterbygden-bokslut': ['2023', '2022', '2023-H1', '2024'],
  'sodra-vatterbygden-plan': ['2022', '2021', '2023'],
  'vastra-ostergotland': ['2021-01-01..2021-08-31', '2021', '2021-H1'],
  [CHANGED.own]: ['2023', '2023-H1', '2024', '2024-H1', '2025', '2024-03-R12'],
  [CHANGED.imported]: ['2023', '2023-H1', '2024', '2024-01', '2025', '2022'],
};

export interface Subject {
  readonly slug: string;
  readonly log: readonly Recorded[];
  readonly database: AssociationDatabase;
  /** Every layout that was ever adopted. */
  readonly layouts: readonly string[];
  readonly periods: readonly string[];
}

export async function seedSubjects(service: TestService): Promise<Subject[]> {
  const { url, config } = service;
  const books = BOOKS.map((slug) => readRequests(join(__dirname, '../books'), slug));
  for (const demo of [...readDemos(), ...books, ownBooks]) await seedDemo(url, config, { ...demo, reports: [] });
  await importedBooks(service);
  const { databases, store } = service.service.installation;
  const known = await listAssociations(databases);
  return Promise.all(
    known.map(async ({ id, slug }) => {
      const log = await store.readLog(recordOf(id), 0, 100_000);
      const layouts = log.flatMap(({ type, data }) =>
        type === 'LayoutAdopted' ? [(data as { layout: { id: string } }).layout.id] : [],
      );
      const periods = PERIODS[slug] ?? [];
      return { slug, log, database: databases.association(id), layouts: [...new Set(layouts)], periods };
    }),
  );
}

/** As the database has them. */
export function readStatements({ database }: Subject, period: string, at: number): Promise<StatementTable[]> {
  return withView(database, reportGroups, { at }, (view) => statements(view, parsePeriod(period)));
}
