// The last stop of every error: a problem document for the caller, a line in the log for us.
import { problemOf } from '@finsam/platform';
import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import type { Response } from 'express';
import type { Logger } from 'pino';
import type { ApiRequest } from './request';

@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly logger: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const [request, response] = [http.getRequest<ApiRequest>(), http.getResponse<Response>()];
    const problem = problemOf(error);
    // What was sent may hold anything, so it is not logged; the error's own words are ours.
    if (problem.status >= 500)
      this.logger.error({ err: error, correlationId: request.correlationId }, 'request failed');
    if (response.headersSent) return void response.end();
    const { retryAfterSeconds } = (problem['facts'] ?? {}) as { retryAfterSeconds?: number };
    if (problem.status === 503) response.setHeader('retry-after', '2');
    if (retryAfterSeconds !== undefined) response.setHeader('retry-after', String(retryAfterSeconds));
    if (problem.status === 401) response.setHeader('www-authenticate', 'Bearer');
    response
      .status(problem.status)
      .type('application/problem+json; charset=utf-8')
      .send(JSON.stringify({ ...problem, correlationId: request.correlationId }));
  }
}
