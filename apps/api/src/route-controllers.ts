// Nest controllers made from the table of routes: one small class each, so that Nest's pipeline applies.
import 'reflect-metadata';
import {
  type ActionRoute,
  type CommandRoute,
  derivedId,
  type QueryRoute,
  Rendered,
  type Route,
  type Services,
  withView,
  swedishDay,
} from '@finsam/platform';
import { Controller, Get, Post, Req, Res, SetMetadata, type Type } from '@nestjs/common';
import type { Response } from 'express';
import { z } from 'zod';
import { OPERATION } from './access.guard';
import { describeRoute } from './openapi';
import { noQuery, placed, viewQuery } from './query-string';
import {
  type ApiRequest,
  commandIdOf,
  expectedRevisionOf,
  objectBodyOf,
  pathParameters,
  pathTextsOf,
  refuse,
  refuseReserved,
} from './request';
import { fileOf } from './upload';

export function controllersOf(routes: readonly Route[], services: Services): Type[] {
  return routes.map((route) => controllerOf(route, services));
}

type Handler = (request: ApiRequest, response: Response) => Promise<void>;

function controllerOf(route: Route, services: Services): Type {
  const handle = handlerOf(route, services);
  class RouteController {
    handle(request: ApiRequest, response: Response): Promise<void> {
      return handle(request, response);
    }
  }
  const descriptor = Object.getOwnPropertyDescriptor(RouteController.prototype, 'handle')!;
  const decorate = (decorator: MethodDecorator) => decorator(RouteController.prototype, 'handle', descriptor);
  Req()(RouteController.prototype, 'handle', 0);
  Res()(RouteController.prototype, 'handle', 1);
  decorate(methodOf(route) === 'get' ? Get(route.path) : Post(route.path));
  decorate(SetMetadata(OPERATION, route.operation));
  for (const decorator of describeRoute(route)) decorate(decorator);
  Controller(route.audience === 'association' ? 'v1/associations/:slug' : 'v1')(RouteController);
  Object.defineProperty(RouteController, 'name', { value: `${route.operation} controller` });
  return RouteController;
}

export function methodOf(route: Route): 'get' | 'post' {
  if (route.kind === 'action') return route.method;
  return route.kind === 'query' ? 'get' : 'post';
}

/** What anybody may call keeps nothing that could be done twice. */
const takesKey = (route: Route): boolean => methodOf(route) === 'post' && route.audience !== 'anonymous';

function handlerOf(route: Route, services: Services): Handler {
  switch (route.kind) {
    case 'command':
      return commandHandler(route, services);
    case 'query':
      return queryHandler(route, services);
    case 'action':
      return actionHandler(route, services);
  }
}

function commandHandler(route: CommandRoute, services: Services): Handler {
  return async (request, response) => {
    const commandId = commandIdOf(request);
    noQuery.parse(request.query);
    const association = request.association!;
    const body = objectBodyOf(request);
    refuseReserved(route, body);
    const created =
      route.creates === undefined ? {} : { [route.creates]: derivedId(association, commandId, route.creates) };
    const data = { ...body, ...pathParameters(route, request), ...created };
    const { actor } = request.principal!;
    const facts = route.facts && (await route.facts({ ...services, association, actor, today: swedishDay() }, data));
    const expectedRevision = expectedRevisionOf(request);
    const answer = await services.submit(
      { type: route.command.type, data: { ...data, ...(facts && { facts }) } },
      {
        association,
        commandId,
        actor,
        correlationId: request.correlationId!,
        ...(expectedRevision !== undefined && { expectedRevision }),
      },
    );
    const { stream, revision, position, events } = answer;
    response
      .status(events.length > 0 ? 201 : 200)
      .setHeader('etag', `"${revision}"`)
      .json({ ...(route.creates !== undefined && { id: created[route.creates] }), stream, revision, position });
  };
}

// A number in a path is checked like one in a body, with the parameter's name as the pointer.
const yearSchema = z.number({ error: 'är inget årtal' }).int().min(1990).max(2199);

function queryHandler(route: QueryRoute, services: Services): Handler {
  const schema = (route.query ?? noQuery).extend(viewQuery);
  const params = z.object(
    Object.fromEntries(
      Object.entries(route.params ?? {}).map(([name, kind]) => [name, kind === 'integer' ? yearSchema : z.string()]),
    ),
  );
  return async (request, response) => {
    const inPath = params.parse(pathParameters(route, request));
    const { query, ...options } = await placed(services, request.association!, schema.parse(request.query));
    const parameters = { ...query, ...inPath };
    const db = services.databases.association(request.association!);
    const { answer, position } = await withView(db, route.groups, options, async (view) => ({
      answer: await route.answer(view, parameters as never),
      position: view.at,
    }));
    response.setHeader('finsam-position', String(position));
    if (answer instanceof Rendered) response.type(answer.contentType).send(answer.body);
    else response.json(answer);
  };
}

function actionHandler(route: ActionRoute, services: Services): Handler {
  return async (request, response) => {
    if (!route.query) noQuery.parse(request.query);
    if (route.method === 'post' && request.header('if-match') !== undefined) throw refuse('http/no-precondition');
    const commandId = takesKey(route) ? commandIdOf(request) : '';
    const file = route.upload && (await fileOf(request, response, route.upload));
    const answer = await route.act({
      association: request.association,
      slug: request.params['slug'] as string | undefined,
      params: pathTextsOf(request, Object.keys(route.params ?? {})),
      body: route.method === 'post' && !route.upload ? objectBodyOf(request) : undefined,
      file,
      query: request.query,
      commandId,
      actor: request.principal!.actor,
      correlationId: request.correlationId!,
      services,
    });
    response.status(answer.status);
    for (const [name, value] of Object.entries(answer.headers ?? {})) response.setHeader(name, value);
    if (answer.contentType === undefined) response.json(answer.body);
    else response.type(answer.contentType).send(answer.body);
  };
}
