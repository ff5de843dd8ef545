// The API description as the service serves it.
import type { Answer } from '../../service';

export interface Schema {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly prefixItems?: readonly Schema[];
  readonly minItems?: number;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly additionalProperties?: boolean | Schema;
  readonly propertyNames?: Schema;
}

export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required?: boolean;
  readonly schema?: Schema;
}

export interface Operation {
  readonly operationId: string;
  readonly method: string;
  readonly path: string;
  readonly summary?: string;
  readonly parameters: readonly Parameter[];
  /** Of the body; undefined where none is taken, and where a file is. */
  readonly schema: Schema | undefined;
  /** What the body may be sent as. */
  readonly types: readonly string[];
}

interface Document {
  readonly paths: Readonly<
    Record<string, Readonly<Record<string, Omit<Operation, 'method' | 'path' | 'types'> & Body>>>
  >;
}

interface Body {
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
}

export function operationsOf(docs: Answer): Map<string, Operation> {
  const { paths } = docs.json as Document;
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { requestBody, ...rest }]): Operation => {
      const { content = {} } = requestBody ?? {};
      return { ...rest, method, path, schema: content['application/json']?.schema, types: Object.keys(content) };
    }),
  );
  return new Map(operations.map((operation) => [operation.operationId, operation]));
}

/** Of several forms the one that the value has: where a constant of the form differs, it is another form. */
export function formOf(schema: Schema, value: unknown): Schema {
  const forms = schema.anyOf ?? schema.oneOf;
  if (!forms) return schema;
  const fits = ({ properties = {} }: Schema) =>
    Object.entries(properties).every(([name, { const: fixed, enum: known }]) => {
      const at = (value as Readonly<Record<string, unknown>>)[name];
      return (fixed === undefined || fixed === at) && (known === undefined || at === undefined || known.includes(at));
    });
  return forms.find(fits) ?? schema;
}
