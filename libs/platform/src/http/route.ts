// One table says what can be asked over HTTP. The guard, the handlers and the API description are all read from it.
import type { AssociationId, BusinessDate, Command, CommandDefinition, ProjectionGroup } from '@finsam/kernel';
import type { z } from 'zod';
import type { CommandAnswer, CommandContext, CommandRunner } from '../commands/command-runner';
import type { Wakeup } from '../queue/queue';
import type { Databases } from '../databases/databases';
import type { EventStore } from '../event-store/event-store';
import type { View } from '../projections/view';

/**
 * Who may call: people of the association itself, the installation's operators, the national network, or anybody. What
 * anybody may call keeps nothing, so it takes no Idempotency-Key, and no address may call it more often than it should.
 */
export type Audience = 'association' | 'operator' | 'national' | 'anonymous';

interface RouteBase {
  /** Unique name, e.g. `ledger.book-cost`: what access is granted to. */
  readonly operation: string;
  readonly audience: Audience;
  /** Below `/v1/associations/{slug}` for an association, below `/v1` else. Parameters as `:name`. */
  readonly path: string;
  /** One line in Swedish for the API description. */
  readonly summary: string;
  /** What each path parameter is; they join the body in the command or the query. */
  readonly params?: Readonly<Record<string, 'integer' | 'text'>>;
}

/** What an edge may look up before it hands the command over. */
export interface Edge {
  readonly association: AssociationId;
  /** Opaque id of who asks. */
  readonly actor: string;
  /** The day it is in Sweden. */
  readonly today: BusinessDate;
  readonly commands: CommandRunner;
  readonly databases: Databases;
  /** For what must be known up to the end of the log. */
  readonly store: EventStore;
}

/** POST: a command, made of path parameters, body, the id it creates and facts that the edge reads elsewhere. */
export interface CommandRoute extends RouteBase {
  readonly kind: 'command';
  readonly command: CommandDefinition;
  /** The field that gets an id derived from the Idempotency-Key, for what the command creates. */
  readonly creates?: string;
  /** Facts from neighbouring streams that the decision needs; they become `facts` in the command. */
  readonly facts?: (edge: Edge, data: Readonly<Record<string, unknown>>) => Promise<object>;
}

/** What a query may answer in place of JSON. */
export class Rendered {
  constructor(
    readonly contentType: string,
    readonly body: string | Buffer,
  ) {}
}

/** GET: an answer from read models at one position, as JSON unless it is `Rendered`. */
export interface QueryRoute extends RouteBase {
  readonly kind: 'query';
  /** Query-string parameters, all text, beside `at`, `atLeast` and `known`. A `Moment` is answered as a position. */
  readonly query?: z.ZodObject;
  readonly groups: readonly ProjectionGroup[];
  readonly answer: (view: View, parameters: never) => Promise<unknown>;
}

/** What a route takes in place of JSON: one file, its bytes as they are. */
export interface Upload {
  /** A file of this size is taken, one byte more is not. */
  readonly maxBytes: number;
  /** Content types that it may be sent as. What it is in truth its bytes say, to whoever reads them. */
  readonly types: readonly string[];
}

/** Anything else: an answer that is not only rows, or work that is ordered. */
export interface ActionRoute extends RouteBase {
  readonly kind: 'action';
  readonly method: 'get' | 'post';
  readonly body?: z.ZodType;
  readonly query?: z.ZodObject;
  /** Of a POST only, and then there is no body. */
  readonly upload?: Upload;
  readonly act: (request: ActionRequest) => Promise<ActionAnswer>;
}

/** What an action may use of the process it runs in. */
export interface Services {
  readonly databases: Databases;
  readonly store: EventStore;
  readonly commands: CommandRunner;
  /** Through the command bus, as all commands go. */
  submit(command: Command, context: CommandContext): Promise<CommandAnswer>;
  /** Wakes a worker; a lost wake-up is found by the sweeper. */
  wake(queue: string, wakeup: Wakeup): Promise<void>;
}

export interface ActionRequest {
  /** Undefined on routes outside an association. */
  readonly association: AssociationId | undefined;
  readonly slug: string | undefined;
  readonly params: Readonly<Record<string, string>>;
  readonly body: unknown;
  /** What was uploaded, never empty; undefined on routes that take no file. */
  readonly file: Buffer | undefined;
  readonly query: Readonly<Record<string, unknown>>;
  /** The Idempotency-Key of a POST. */
  readonly commandId: string;
  readonly actor: string;
  readonly correlationId: string;
  readonly services: Services;
}

export interface ActionAnswer {
  readonly status: number;
  readonly body: unknown;
  /** Default: application/json. */
  readonly contentType?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export type Route = CommandRoute | QueryRoute | ActionRoute;

export function commandRoute(route: Omit<CommandRoute, 'kind' | 'audience'>): CommandRoute {
  return { kind: 'command', audience: 'association', ...route };
}

export function queryRoute(route: Omit<QueryRoute, 'kind' | 'audience'>): QueryRoute {
  return { kind: 'query', audience: 'association', ...route };
}
