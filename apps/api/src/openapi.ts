// The API description, read from the same table as the handlers.
import type { Route } from '@finsam/platform';
import {
  ApiBearerAuth,
  ApiBody,
  ApiConsumes,
  ApiHeader,
  ApiOperation,
  ApiParam,
  ApiQuery,
  ApiResponse,
  ApiTags,
} from '@nestjs/swagger';
import { z } from 'zod';

type JsonSchema = Record<string, unknown> & { properties?: Record<string, object>; required?: string[] };

/** What every query takes beside its own parameters: where in the log it is asked. */
const PLACES = {
  at: { type: 'integer', description: 'Uppgifterna som de var vid denna position i loggen.' },
  atLeast: { type: 'integer', description: 'Vänta tills läsmodellerna har nått denna position.' },
  known: {
    type: 'string',
    description: 'Uppgifterna som de var kända då: en dag (till dess slut i Sverige) eller en tidpunkt med tidszon.',
  },
} as const;

export function describeRoute(route: Route): MethodDecorator[] {
  const post = route.kind === 'command' || (route.kind === 'action' && route.method === 'post');
  const open = route.audience === 'anonymous';
  const body = bodySchemaOf(route);
  const { properties = {}, required = [] } = 'query' in route && route.query ? jsonSchema(route.query) : {};
  const parameters = Object.entries({ ...(route.audience === 'association' && { slug: 'text' }), ...route.params });
  return [
    ApiOperation({ operationId: route.operation, summary: route.summary }),
    ApiTags(route.operation.split('.')[0]!),
    ...(open ? [] : [ApiBearerAuth()]),
    ...parameters.map(([name, kind]) =>
      ApiParam({ name, required: true, schema: { type: kind === 'integer' ? 'integer' : 'string' } }),
    ),
    ...Object.entries(properties).map(([name, schema]) =>
      ApiQuery({ name, required: required.includes(name), schema }),
    ),
    ...(route.kind === 'query'
      ? Object.entries(PLACES).map(([name, { type, description }]) =>
          ApiQuery({ name, required: false, description, schema: { type } }),
        )
      : []),
    ...(post && !open
      ? [
          ApiHeader({
            name: 'Idempotency-Key',
            required: true,
            description: 'Eget id för begäran; samma id och innehåll har verkan en gång.',
          }),
        ]
      : []),
    ...(route.kind === 'command'
      ? [ApiHeader({ name: 'If-Match', required: false, description: 'Versionen som begäran bygger på.' })]
      : []),
    ...(body ? [ApiBody({ schema: body as never })] : []),
    ...('upload' in route && route.upload
      ? [ApiConsumes(...route.upload.types), ApiBody({ schema: { type: 'string', format: 'binary' } })]
      : []),
    ApiResponse({ status: post && !open ? 201 : 200, description: 'Utfört' }),
    ...(open
      ? [ApiResponse({ status: 429, description: 'För många anrop: försök igen efter Retry-After sekunder' })]
      : []),
    ApiResponse({ status: '4XX', description: 'Avvisat, som application/problem+json' }),
  ];
}

/** The command's fields, less those that come from the path or are made by the service. */
function bodySchemaOf(route: Route): JsonSchema | null {
  if (route.kind === 'query' || (route.kind === 'action' && !route.body)) return null;
  const schema = jsonSchema(route.kind === 'command' ? route.command.schema : route.body!);
  const elsewhere = new Set([
    ...Object.keys(route.params ?? {}),
    ...(route.kind === 'command' ? [route.creates, 'facts'] : []),
  ]);
  const properties = Object.fromEntries(
    Object.entries(schema.properties ?? {}).filter(([name]) => !elsewhere.has(name)),
  );
  return {
    ...schema,
    properties,
    ...(schema.required && { required: schema.required.filter((name) => !elsewhere.has(name)) }),
  };
}

/** As it may be sent; what JSON Schema cannot say (a valid day, a balance) the service checks all the same. */
function jsonSchema(schema: z.ZodType): JsonSchema {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonSchema;
  return rest;
}
