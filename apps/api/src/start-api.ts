// The API process: commands and queries over HTTP, nothing kept in memory that another process could miss.
import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { deciders, type Installation, routes } from '@finsam/assembly';
import {
  CommandRunner,
  openQueue,
  refuseUnsafeJson,
  type Services,
  SubmitCommand,
  SubmitHandler,
} from '@finsam/platform';
import { type DynamicModule, type INestApplication, Module } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { APP_FILTER, APP_GUARD, NestFactory, Reflector } from '@nestjs/core';
import { CommandBus, CqrsModule } from '@nestjs/cqrs';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import express, { type NextFunction, type Response } from 'express';
import helmet from 'helmet';
import type { Logger } from 'pino';
import { pinoHttp } from 'pino-http';
import { AccessGuard } from './access.guard';
import { useHealth } from './health';
import { isJsonInUtf8 } from './json-body';
import { ProblemFilter } from './problem.filter';
import type { ApiRequest } from './request';
import { controllersOf } from './route-controllers';
import { cutSlowBodies, hasBody, uploadsAmong } from './upload';

const BODY_LIMIT = '1mb';
const BODY_MS = 15_000;
const UPLOAD_MS = 120_000;

@Module({})
class ApiModule {}

export interface RunningApi {
  readonly url: string;
  /** Answers what it has taken, then closes. */
  close(): Promise<void>;
}

export async function startApi(
  installation: Installation,
  logger: Logger,
  port = installation.config.port,
): Promise<RunningApi> {
  const { config, databases, store } = installation;
  const commands = new CommandRunner(store, deciders);
  const queues = new Map<string, ReturnType<typeof openQueue>>();
  const services: Services = {
    databases,
    store,
    commands,
    submit: (command, context) => app.get(CommandBus).execute(new SubmitCommand(command, context)),
    wake: async (name, wakeup) => {
      const open = () => openQueue(name, config, databases, (error) => logger.warn({ err: error }, 'queue'));
      const queue = queues.get(name) ?? queues.set(name, open()).get(name)!;
      // A lost wake-up delays the work until the sweeper comes; it must not fail the order.
      await queue.wake(wakeup).catch((error: Error) => logger.warn({ err: error }, 'wake-up lost'));
    },
  };
  const module: DynamicModule = {
    module: ApiModule,
    imports: [CqrsModule.forRoot()],
    controllers: controllersOf(routes, services),
    providers: [
      { provide: CommandRunner, useValue: commands },
      { provide: SubmitHandler, useFactory: () => new SubmitHandler(commands) },
      { provide: APP_GUARD, useFactory: () => new AccessGuard(new Reflector(), config, databases, routes) },
      { provide: APP_FILTER, useFactory: () => new ProblemFilter(logger) },
    ],
  };
  const app = await NestFactory.create<NestExpressApplication>(module, {
    bodyParser: false,
    // What goes wrong is thrown, or logged by the filter.
    logger: false,
    abortOnError: false,
  });
  // Who called is told by the nearest proxies, as many as there are; what a caller says of itself is not believed.
  if (config.trustedProxies > 0) app.set('trust proxy', config.trustedProxies);
  useMiddleware(app, logger, installation);
  useDocs(app);
  const server = await app.listen(port, config.host);
  server.headersTimeout = 5_000;
  // Of all requests the longest; what is no upload has less, see below.
  server.requestTimeout = UPLOAD_MS;
  const address = server.address() as AddressInfo;
  const host = address.family === 'IPv6' ? `[${address.address}]` : address.address;
  return {
    url: `http://${host}:${address.port}`,
    close: async () => {
      server.closeIdleConnections();
      await app.close();
      await Promise.all([...queues.values()].map((queue) => queue.close()));
    },
  };
}

function useMiddleware(app: INestApplication, logger: Logger, installation: Installation): void {
  app.use(helmet());
  app.use((request: ApiRequest, response: Response, next: NextFunction) => {
    const given = request.header('correlation-id');
    request.correlationId = given !== undefined && /^[\w.:-]{8,64}$/.test(given) ? given : randomUUID();
    response.setHeader('correlation-id', request.correlationId);
    next();
  });
  app.use(
    pinoHttp({
      logger,
      quietReqLogger: true,
      customProps: (request) => ({ correlationId: (request as ApiRequest).correlationId }),
      // The query and the headers may hold anything; method, path and status tell what happened.
      serializers: {
        req: ({ method, url }: { method: string; url: string }) => ({ method, path: url.split('?')[0] }),
        res: ({ statusCode }: { statusCode: number }) => ({ statusCode }),
      },
    }),
  );
  const isUpload = uploadsAmong(routes);
  // Whom nobody knows gets no longer time for a file than for anything else.
  app.use(cutSlowBodies(BODY_MS, uploadsAmong(routes.filter(({ audience }) => audience !== 'anonymous'))));
  // Anything that is not JSON in UTF-8 is refused before it is parsed. A file is read where it is used.
  app.use((request: ApiRequest, _: Response, next: NextFunction) => {
    const refused = hasBody(request) && !isUpload(request) && !isJsonInUtf8(request);
    next(refused ? Object.assign(new Error('not JSON'), { status: 415 }) : undefined);
  });
  const json = express.json({
    limit: BODY_LIMIT,
    verify: (_request, _response, bytes) => refuseUnsafeJson(bytes),
  });
  app.use((request: ApiRequest, response: Response, next: NextFunction) => {
    if (isUpload(request)) next();
    else json(request, response, next);
  });
  useHealth(app, installation);
}

function useDocs(app: INestApplication): void {
  const description = new DocumentBuilder()
    .setTitle('Finsambok')
    .setDescription('Belopp är hela ören. Fel är RFC 9457, på svenska.')
    .setVersion('1')
    // The bodies are described in JSON Schema, which OpenAPI took in with 3.1.
    .setOpenAPIVersion('3.1.0')
    .addBearerAuth()
    .build();
  SwaggerModule.setup('docs', app, () => SwaggerModule.createDocument(app, description), {
    customSiteTitle: 'Finsambok',
  });
}
