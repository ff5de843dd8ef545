// The nation over HTTP. It reads the exchange as its own database role, which can read nothing else.
import { codeSchema } from '@finsam/kernel';
import { type ActionRoute, readAsNation, type Route } from '@finsam/platform';
import { PUBLISHED_FIGURES, publishedFiguresSchema } from '@finsam/reporting';
import { z } from 'zod';
import { nationalTable } from './national-table';

const querySchema = z.strictObject({
  year: z.coerce.number().int().min(1990).max(2199),
  type: codeSchema.default('delarsrapport'),
});

const figures: ActionRoute = {
  kind: 'action',
  method: 'get',
  audience: 'national',
  operation: 'national.figures',
  path: 'national/figures',
  summary: 'Förbundens publicerade siffror, summerade',
  query: querySchema,
  act: async ({ query, services }) => {
    const { year, type } = querySchema.parse(query);
    const messages = await readAsNation(services.databases.national(), PUBLISHED_FIGURES);
    const published = messages.map(({ body }) => publishedFiguresSchema.parse(body));
    return { status: 200, body: nationalTable(year, type, published) };
  },
};

export const nationalRoutes: readonly Route[] = [figures];
