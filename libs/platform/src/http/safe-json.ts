// What JSON.parse lets through and we do not: bytes that are no text, a field that stands twice, a name that has
// a meaning of its own in JavaScript, and depths without end.
import { refusals } from '@finsam/kernel';
import { jsonPointer } from './json-pointer';

const refuse = refusals({
  'http/field-twice': { status: 422, text: 'Fältet står två gånger.' },
  'http/unsafe-name': { status: 422, text: 'Ett fält kan inte heta så.' },
  'http/too-deep': { status: 422, text: 'Innehållet har fler nivåer än någon uppgift har.' },
});

const DEPTH_MAX = 20;
const UNSAFE_NAMES = new Set(['__proto__', 'constructor', 'prototype']);
const BYTE_ORDER_MARK = 0xfeff;

/** An object or an array that is still open. */
interface Level {
  /** The names so far; null in an array. */
  readonly names: Set<string> | null;
  /** The name or the index that stands next in a pointer. */
  at: string | number;
  /** True where an object's next string is a name. */
  beforeName: boolean;
}

/** Throws a refusal. What is no JSON at all it leaves to the parser after it. */
export function refuseUnsafeJson(bytes: Uint8Array): void {
  const text = textOf(bytes);
  const open: Level[] = [];
  for (let place = 0; place < text.length; place++) {
    const level = open.at(-1);
    switch (text[place]) {
      case '{':
      case '[':
        if (open.length === DEPTH_MAX) throw refuse('http/too-deep');
        open.push(
          text[place] === '{'
            ? { names: new Set(), at: '', beforeName: true }
            : { names: null, at: 0, beforeName: false },
        );
        break;
      case '}':
      case ']':
        open.pop();
        break;
      case ',':
        if (typeof level?.at === 'number') level.at++;
        else if (level) level.beforeName = true;
        break;
      case '"': {
        const end = endOfString(text, place);
        if (level?.beforeName) takeName(level, text.slice(place, end + 1), open);
        place = end;
      }
    }
  }
}

function textOf(bytes: Uint8Array): string {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    if (text.charCodeAt(0) !== BYTE_ORDER_MARK) return text;
  } catch {
    // Falls through: both are bytes that nobody should have sent.
  }
  throw Object.assign(new Error('not UTF-8 without a byte order mark'), { status: 400 });
}

/** The place of the closing quote; the text's end if there is none. */
function endOfString(text: string, start: number): number {
  for (let place = start + 1; place < text.length; place++) {
    if (text[place] === '\\') place++;
    else if (text[place] === '"') return place;
  }
  return text.length;
}

function takeName(level: Level, literal: string, open: readonly Level[]): void {
  const name = nameOf(literal);
  level.at = name;
  level.beforeName = false;
  const pointer = () => jsonPointer(open.map(({ at }) => at));
  if (UNSAFE_NAMES.has(name)) throw refuse('http/unsafe-name', { pointer: pointer() });
  if (level.names?.has(name)) throw refuse('http/field-twice', { pointer: pointer() });
  level.names?.add(name);
}

/** The same name may be written with escapes or without. */
function nameOf(literal: string): string {
  if (!literal.includes('\\')) return literal.slice(1, -1);
  try {
    return JSON.parse(literal) as string;
  } catch {
    return literal;
  }
}
