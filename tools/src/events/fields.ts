// The fields of an event, read from its JSON Schema: one line each, those of inner objects with their path.
import { ORE_LIMIT } from '@finsam/kernel';
import type { JsonSchema } from './schemas';

export interface Field {
  /** `voucher.rows[].amountOre` */
  readonly path: string;
  readonly optional: boolean;
  readonly type: string;
}

export function fieldsOf({ properties = {}, required = [] }: JsonSchema, path = ''): Field[] {
  return Object.entries(properties).flatMap(([name, schema]) => {
    const field = { path: `${path}${name}`, optional: !required.includes(name), type: typeOf(schema) };
    const { suffix, inner } = innerOf(schema);
    return [field, ...fieldsOf(inner, `${field.path}${suffix}.`)];
  });
}

/** The object whose fields are listed beneath a field: itself, what may be null, or the items of a list. */
function innerOf(schema: JsonSchema): { suffix: string; inner: JsonSchema } {
  if (typeof schema.items === 'object') return { suffix: '[]', inner: schema.items };
  return { suffix: '', inner: schema.anyOf?.find(({ type }) => type === 'object') ?? schema };
}

function typeOf(schema: JsonSchema): string {
  const { type, anyOf, oneOf, items, prefixItems, additionalProperties } = schema;
  const choices = anyOf ?? oneOf;
  if (choices) return [...new Set(choices.map(typeOf))].join(' or ');
  if ('const' in schema) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' or ');
  if (prefixItems) return `[${prefixItems.map(typeOf).join(', ')}]`;
  if (typeof items === 'object') return `list of ${typeOf(items)}`;
  if (typeof additionalProperties === 'object') return `${typeOf(additionalProperties)}, by code`;
  if (type === 'string') return textOf(schema);
  // Only an amount has this bound, so the unit is known where the field's name does not end in Ore.
  if (type === 'integer' && schema.maximum === ORE_LIMIT) return 'integer öre';
  if (type === undefined) throw new Error(`a field of no known type: ${JSON.stringify(schema)}`);
  return type;
}

function textOf({ format, maxLength }: JsonSchema): string {
  if (format === 'date') return 'date';
  return maxLength === undefined ? 'text' : `text, at most ${maxLength}`;
}
