// The only door: every handler names its operation, and the table of routes says who may use it.
import { type AssociationId, invariant, slugSchema } from '@finsam/kernel';
import {
  type Config,
  type Databases,
  findAssociation,
  type Principal,
  type Route,
  verifyToken,
} from '@finsam/platform';
import { type CanActivate, type ExecutionContext, UnauthorizedException } from '@nestjs/common';
import type { Reflector } from '@nestjs/core';
import { OpenCalls } from './open-calls';
import { type ApiRequest, refuse } from './request';

export const OPERATION = 'finsam:operation';

const ANYBODY: Principal = { scope: 'anonymous', actor: 'anonymous' };

export class AccessGuard implements CanActivate {
  private readonly byOperation: ReadonlyMap<string, Route>;
  private readonly known = new Map<string, AssociationId>();
  private readonly openCalls: OpenCalls;

  constructor(
    private readonly reflector: Reflector,
    private readonly config: Pick<Config, 'secret' | 'openCallsPerMinute'>,
    private readonly databases: Databases,
    routes: readonly Route[],
  ) {
    this.byOperation = new Map(routes.map((route) => [route.operation, route]));
    this.openCalls = new OpenCalls(config.openCallsPerMinute);
    invariant(this.byOperation.size === routes.length, 'every operation stands once in the table');
  }

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const operation = this.reflector.get<string | undefined>(OPERATION, context.getHandler());
    const route = operation === undefined ? undefined : this.byOperation.get(operation);
    invariant(route, 'every handler names an operation of the table');
    const request = context.switchToHttp().getRequest<ApiRequest>();
    const principal = route.audience === 'anonymous' ? await this.anybody(request) : this.principalOf(request);
    request.principal = principal;
    if (route.audience === 'association') {
      request.association = await this.associationFor(principal, String(request.params['slug']));
    } else if (route.audience !== 'anonymous' && principal.scope !== route.audience) {
      throw refuse('access/not-allowed');
    }
    return true;
  }

  /** A token is not needed; one that is sent must hold, as everywhere. */
  private async anybody(request: ApiRequest): Promise<Principal> {
    const sent = request.header('authorization') !== undefined;
    const principal = sent ? this.principalOf(request) : ANYBODY;
    await this.openCalls.take(request.ip);
    return principal;
  }

  private principalOf(request: ApiRequest): Principal {
    const match = /^Bearer (\S{1,400})$/.exec(request.header('authorization') ?? '');
    const principal = match && verifyToken(this.config, match[1]!);
    if (!principal) throw new UnauthorizedException();
    return principal;
  }

  /** A foreign association is answered as one that does not exist: nobody learns who is a tenant here. */
  private async associationFor({ scope }: Principal, slug: string): Promise<AssociationId> {
    if (scope !== 'operator' && scope !== `association:${slug}`) throw refuse('access/foreign-association');
    if (!slugSchema.safeParse(slug).success) throw refuse('access/foreign-association');
    const known = this.known.get(slug) ?? (await findAssociation(this.databases, slug));
    if (known === null) throw refuse('access/foreign-association');
    this.known.set(slug, known);
    return known;
  }
}
