// CP437, the only set of characters that SIE allows: what it lacks is written as something near and reported.
import iconv from 'iconv-lite';

/** Letters and a few signs. The rest of CP437 are lines and Greek, whose bytes mean letters in other sets. */
const USED = [...range(0x80, 0xaf), 0xf1, 0xf8, 0xfa, 0xfd];
const BYTES = new Map(USED.map((byte) => [iconv.decode(Buffer.from([byte]), 'cp437'), byte]));

const NEAR = new Map([
  ['–', '-'],
  ['—', '-'],
  ['‑', '-'],
  ['−', '-'],
  ['’', "'"],
  ['‘', "'"],
  ['´', "'"],
  ['“', '"'],
  ['”', '"'],
  ['„', '"'],
  ['…', '...'],
  ['€', 'EUR'],
  ['§', 'par.'],
  ['×', 'x'],
  ['÷', '/'],
  ['•', '*'],
  ['µ', 'u'],
  ['ß', 'ss'],
  ['ø', 'o'],
  ['Ø', 'O'],
  ['đ', 'd'],
  ['ł', 'l'],
  ['œ', 'oe'],
  ['©', '(c)'],
  ['®', '(R)'],
  ['™', 'TM'],
  ['\u00a0', ' '],
]);

export interface Replacement {
  /** Which field of which record: `#KONTO 1930`, `#VER A 12`. */
  readonly where: string;
  readonly sign: string;
  readonly written: string;
}

/** The text with only what CP437 has; each sign that was replaced is told of. */
export function toCp437(text: string, replaced: (sign: string, written: string) => void): string {
  if (isPlain(text)) return text;
  let written = '';
  for (const sign of text.normalize('NFC')) {
    if (isPlain(sign) || BYTES.has(sign)) written += sign;
    else {
      const near = nearest(sign);
      replaced(sign, near);
      written += near;
    }
  }
  return written;
}

/** Bytes of a text that `toCp437` has been over. */
export function encodeCp437(text: string): Buffer {
  if (isPlain(text.replaceAll('\r\n', ''))) return Buffer.from(text, 'latin1');
  return Buffer.from(Array.from(text, (sign) => BYTES.get(sign) ?? sign.charCodeAt(0)));
}

const isPlain = (text: string) => /^[ -~]*$/.test(text);

function nearest(sign: string): string {
  const known = NEAR.get(sign);
  if (known !== undefined) return known;
  // Without its mark, if a letter is left then: š is s.
  const bare = sign.normalize('NFD').replace(/\p{M}/gu, '');
  return bare !== '' && isPlain(bare) ? bare : '?';
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}
