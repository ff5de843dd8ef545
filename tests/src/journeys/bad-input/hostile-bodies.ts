// Every way in which one field of a valid body can be wrong, made from the body and its described form.
import { formOf, type Schema } from '../world/description';
import { SECRET } from '../world/refusal';

export interface HostileBody {
  readonly name: string;
  /** JSON text, for some of it cannot be made from a value. */
  readonly raw: string;
  /** The field at fault. */
  readonly pointer: string;
}

type Path = readonly (string | number)[];

interface Field {
  readonly path: Path;
  readonly value: unknown;
  readonly schema: Schema;
  readonly required: boolean;
}

const LONG = `"${SECRET.repeat(200)}"`;
const NO_STRING = ['7', 'true', 'null', '[]', '{}'];
const NO_LINE = ['\\u0000', '\\ud800', '\\u202e', '\\u200b'].map((sign) => `"${SECRET}${sign}"`);
const NO_AMOUNT = ['1.5', '"100"', '""', '9007199254740993', '1e15', '-1e15', '1e400', 'null', 'true', '[100]', '{}'];

/** JSON texts that no field of the value's kind takes. */
function wrongTexts(value: unknown, { minItems = 0 }: Schema): string[] {
  if (Array.isArray(value)) return ['null', '{}', `"${SECRET}"`, '7', 'true', ...(minItems > 0 ? ['[]'] : [])];
  switch (typeof value) {
    case 'string':
      return [...NO_STRING, ...NO_LINE, '""', LONG];
    case 'number':
      return NO_AMOUNT;
    case 'boolean':
      return ['"true"', '1', 'null', '[]', '{}'];
    default:
      return ['null', '[]', `"${SECRET}"`, '7', 'true'];
  }
}

export function hostileBodies(body: object, schema: Schema): HostileBody[] {
  const all = fields(body, schema, []);
  const objects = [{ path: [], value: body, schema, required: true }, ...all].filter(({ value }) => isObject(value));
  return [
    ...all.flatMap(({ path, value, schema: form }) =>
      wrongTexts(value, form).map((text) => hostile(body, `${text.slice(0, 30)} in`, path, () => text)),
    ),
    ...all.filter(({ required }) => required).map(({ path }) => hostile(body, 'without', path, () => undefined)),
    ...objects.flatMap(({ path, value, schema: form }) => badNames(body, path, value as object, form)),
  ];
}

/** Names that an object has not, and names that no object may have. */
function badNames(body: object, path: Path, value: object, { propertyNames }: Schema): HostileBody[] {
  const unknown = propertyNames ? 'Å Ä' : 'okant';
  const names = [unknown, '__proto__', 'constructor', 'prototype'];
  const first = Object.keys(value)[0];
  return [
    ...names.map((name) => hostile(body, 'unknown', [...path, name], () => `"${SECRET}"`)),
    ...(first === undefined ? [] : [hostile(body, 'twice', [...path, first], (old) => `${old},"${first}":${old}`)]),
  ];
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Every field below a value. Of a list the first item speaks for all. */
function fields(value: unknown, schema: Schema, path: Path): Field[] {
  if (Array.isArray(value)) {
    const form = schema.prefixItems?.[0] ?? schema.items ?? {};
    return value.slice(0, 1).flatMap((item) => below(item, formOf(form, item), [...path, 0], false));
  }
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([name, item]) => {
    const { [name]: form = {} } = schema.properties ?? {};
    return below(item, formOf(form, item), [...path, name], schema.required?.includes(name) ?? false);
  });
}

function below(value: unknown, schema: Schema, path: Path, required: boolean): Field[] {
  return [{ path, value, schema, required }, ...fields(value, schema, path)];
}

const HERE = '@@here@@';

/** The body with one field's text replaced; undefined leaves the field out. */
function hostile(body: object, what: string, path: Path, text: (old: string) => string | undefined): HostileBody {
  const copy = structuredClone(body) as Record<string | number, never>;
  const parent = path.slice(0, -1).reduce<Record<string | number, never>>((at, name) => at[name]!, copy);
  const name = path.at(-1)!;
  const wrong = text(JSON.stringify((parent as object as Record<string | number, unknown>)[name]));
  const pointer = path.map((part) => `/${part}`).join('');
  if (wrong === undefined) {
    delete parent[name];
    return { name: `${what} ${pointer}`, raw: JSON.stringify(copy), pointer };
  }
  // `__proto__` can be defined, but not assigned.
  Object.defineProperty(parent, name, { value: HERE, enumerable: true, configurable: true, writable: true });
  return { name: `${what} ${pointer}`, raw: JSON.stringify(copy).replace(`"${HERE}"`, () => wrong), pointer };
}
