// Development tokens: who may do what until people log in with OIDC. Derived from the installation's secret.
import { createHmac, timingSafeEqual } from 'node:crypto';
import { type Config, deriveKey } from '../config/config';

/** The installation's operators, the national network, or one association by its slug. */
export type Scope = 'operator' | 'national' | `association:${string}`;

export interface Principal {
  /** `anonymous`: nobody knows who it is. No token says so. */
  readonly scope: Scope | 'anonymous';
  /** Opaque id of who acts, for the events. */
  readonly actor: string;
}

/** `person`: an opaque id of who it is, so that two people of one association are told apart. */
export function issueToken(config: Pick<Config, 'secret'>, scope: Scope, person?: string): string {
  const payload = Buffer.from(person === undefined ? scope : `${scope} ${person}`).toString('base64url');
  return `fsd_${payload}_${sign(config, payload)}`;
}

/** Null for anything but a token that this installation has issued. */
export function verifyToken(config: Pick<Config, 'secret'>, token: string): Principal | null {
  const match = /^fsd_([A-Za-z0-9-]{1,180})_([0-9a-f]{64})$/.exec(token);
  if (!match) return null;
  const [, payload, signature] = match as unknown as [string, string, string];
  if (!timingSafeEqual(Buffer.from(signature), Buffer.from(sign(config, payload)))) return null;
  const [scope, person] = Buffer.from(payload, 'base64url').toString('utf8').split(' ') as [Scope, string?];
  return { scope, actor: ['development', scope, person].filter(Boolean).join(':') };
}

function sign(config: Pick<Config, 'secret'>, payload: string): string {
  return createHmac('sha256', deriveKey(config.secret, 'development-token')).update(payload).digest('hex');
}
