// The layouts that an association may start from, over HTTP.
import { DEFAULTS_ORIGIN } from '@finsam/associations';
import { queryRoute, type Route } from '@finsam/platform';
import { reportGroups } from '../rendering/render';
import { filledDefaults } from './fill-defaults';

export const defaultLayoutRoutes: readonly Route[] = [
  queryRoute({
    operation: 'layouts.defaults',
    path: 'layouts/defaults',
    summary: 'Förslag till uppställningar, fyllda ur förbundets register och klara att anta',
    groups: reportGroups,
    answer: async (view) => ({ origin: DEFAULTS_ORIGIN, layouts: await filledDefaults(view) }),
  }),
];
