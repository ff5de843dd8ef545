// The JSON Schema of an event's data, and where it is stored.
import type { EventDefinition } from '@finsam/kernel';
import { z } from 'zod';

export const SCHEMAS = 'docs/events';

/** The part of JSON Schema that our schemas come out as. */
export interface JsonSchema {
  readonly type?: string;
  readonly format?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: JsonSchema | boolean;
  readonly items?: JsonSchema | boolean;
  readonly prefixItems?: readonly JsonSchema[];
  readonly maximum?: number;
  readonly maxLength?: number;
}

/** As data is written. What JSON Schema cannot say (a valid day, a balance) is held when the event is decided. */
export function schemaOf({ type, version, schema }: EventDefinition): JsonSchema {
  const title = `${type} v${version}`;
  return { title, ...z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) } as JsonSchema;
}

export function schemaPath(type: string, version: number): string {
  return `${SCHEMAS}/${type}.v${version}.schema.json`;
}
