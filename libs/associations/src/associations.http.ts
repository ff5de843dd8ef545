// The association over HTTP: registration, members, what it may keep, and how its statements look.
import { refusals, slugify } from '@finsam/kernel';
import {
  type ActionRoute,
  commandRoute,
  listAssociations,
  queryRoute,
  registerAssociation,
  type Route,
} from '@finsam/platform';
import { associationProfile, membersAt } from './association/association.projection';
import {
  ChooseAggregatesOnly,
  ChooseParticipantRecords,
  JoinMember,
  RegisterAssociation,
} from './association/commands';
import { layoutVersions } from './layouts/layout-versions.projection';
import { AdoptLayout } from './layouts/layouts.decider';
import { adoptedLayouts } from './layouts/layouts.projection';
import { associationsGroup } from './room';

const refuse = refusals({
  'association/no-slug': { status: 422, text: 'Namnet ger ingen adress. Ange slug, till exempel sodra-dalarna.' },
});

const bodySchema = RegisterAssociation.schema.partial({ slug: true });

const register: ActionRoute = {
  kind: 'action',
  method: 'post',
  operation: 'associations.register',
  audience: 'operator',
  path: 'associations',
  summary: 'Registrera ett förbund',
  body: bodySchema,
  act: async ({ body, commandId, actor, correlationId, services }) => {
    const given = bodySchema.parse(body);
    const slug = given.slug ?? slugify(given.name);
    if (slug === '') throw refuse('association/no-slug', { pointer: '/name' });
    // The number comes first: should we stop here, the same request finds it again and goes on.
    const association = await registerAssociation(services.databases, slug);
    const command = RegisterAssociation({ ...given, slug });
    const answer = await services.submit(command, { association, commandId, actor, correlationId });
    return { status: 201, body: { slug, revision: answer.revision, position: answer.position } };
  },
};

const list: ActionRoute = {
  kind: 'action',
  method: 'get',
  operation: 'associations.list',
  audience: 'operator',
  path: 'associations',
  summary: 'Alla förbund',
  act: async ({ services }) => {
    const associations = await listAssociations(services.databases);
    return { status: 200, body: { associations: associations.map(({ slug }) => slug) } };
  },
};

export const associationRoutes: readonly Route[] = [
  register,
  list,
  queryRoute({
    operation: 'associations.profile',
    path: '',
    summary: 'Förbundets uppgifter',
    groups: [associationsGroup],
    answer: associationProfile,
  }),
  queryRoute({
    operation: 'associations.members',
    path: 'members',
    summary: 'Medlemmar',
    groups: [associationsGroup],
    answer: async (view) => ({ members: await membersAt(view) }),
  }),
  queryRoute({
    operation: 'associations.layouts',
    path: 'layouts',
    summary: 'Antagna uppställningar',
    groups: [associationsGroup],
    answer: async (view) => ({ layouts: await adoptedLayouts(view) }),
  }),
  queryRoute({
    operation: 'associations.layout-versions',
    path: 'layouts/:layoutId/versions',
    summary: 'En uppställnings alla versioner, med beslut',
    params: { layoutId: 'text' },
    groups: [associationsGroup],
    answer: async (view, { layoutId }: { layoutId: string }) => ({
      layoutId,
      versions: await layoutVersions(view, layoutId),
    }),
  }),
  commandRoute({
    operation: 'associations.join-member',
    path: 'members',
    summary: 'Lägg till en medlem',
    command: JoinMember,
  }),
  commandRoute({
    operation: 'associations.choose-participant-records',
    path: 'participant-mode/records',
    summary: 'Besluta att föra pseudonyma deltagaruppgifter',
    command: ChooseParticipantRecords,
  }),
  commandRoute({
    operation: 'associations.choose-aggregates-only',
    path: 'participant-mode/aggregates',
    summary: 'Besluta att bara föra antal',
    command: ChooseAggregatesOnly,
  }),
  commandRoute({
    operation: 'associations.adopt-layout',
    path: 'layouts',
    summary: 'Anta en uppställning',
    command: AdoptLayout,
  }),
];
