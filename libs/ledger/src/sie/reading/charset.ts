// In which character set a file is written, judged by its bytes: what it says of itself (PC8) is often not so.
import { isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';
import type { Charset, CharsetDecision } from '../model';
import { refuse } from '../refusals';

/** å ä ö Å Ä Ö in each of the two sets of one byte a letter. In the other set these are signs nobody books with. */
const CP437 = new Set([0x86, 0x84, 0x94, 0x8f, 0x8e, 0x99]);
const WINDOWS_1252 = new Set([0xe5, 0xe4, 0xf6, 0xc5, 0xc4, 0xd6]);

const SAMPLES_MAX = 3;

export const CHARSETS = ['cp437', 'windows-1252', 'utf-8', 'utf-16le', 'utf-16be'] as const;

/** Throws when the bytes speak with two tongues, unless the caller says which to listen to. */
export function decideCharset(bytes: Buffer, asked?: Exclude<Charset, 'ascii'>): CharsetDecision {
  const { high, ...counts } = tellingBytes(bytes);
  const decided = (charset: Charset, chosenBy: CharsetDecision['chosenBy']): CharsetDecision => ({
    charset,
    chosenBy,
    ...counts,
    samples: samplesOf(bytes, charset),
  });
  if (asked) {
    if (asked === 'utf-8' && !isUtf8(bytes)) throw refuse('sie/charset-wrong', { charset: asked });
    return decided(asked, 'caller');
  }
  const marked = markOf(bytes);
  if (marked === 'utf-8' && !isUtf8(bytes)) throw refuse('sie/charset-wrong', { charset: marked });
  if (marked) return decided(marked, 'bom');
  const wide = wideOf(bytes);
  if (wide) return decided(wide, 'bytes');
  if (high === 0) return decided('ascii', 'bytes');
  if (isUtf8(bytes)) return decided('utf-8', 'bytes');
  const spoken = (['cp437', 'windows1252', 'utf8'] as const).filter((name) => counts[name] > 0);
  if (spoken.length === 1 && spoken[0] !== 'utf8') {
    return decided(spoken[0] === 'cp437' ? 'cp437' : 'windows-1252', 'bytes');
  }
  const { cp437, windows1252, utf8 } = counts;
  const [asCp437, asWindows1252] = [samplesOf(bytes, 'cp437')[0], samplesOf(bytes, 'windows-1252')[0]];
  throw refuse('sie/charset-unclear', { cp437, windows1252, utf8, asCp437, asWindows1252, pointer: '/teckenkod' });
}

export function decodeBytes(bytes: Buffer, charset: Charset): string {
  if (charset === 'ascii') return bytes.toString('latin1');
  return iconv.decode(bytes, charset === 'cp437' ? 'cp437' : charset);
}

function tellingBytes(bytes: Buffer) {
  let [cp437, windows1252, utf8, high] = [0, 0, 0, 0];
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i]!;
    if (byte < 0x80) continue;
    high++;
    const letter = sequenceAt(bytes, i);
    if (letter > 0) {
      utf8++;
      i += letter - 1;
    } else if (CP437.has(byte)) cp437++;
    else if (WINDOWS_1252.has(byte)) windows1252++;
  }
  return { cp437, windows1252, utf8, high };
}

/** Length of the letter of several bytes that begins here in UTF-8; 0 if none does. */
function sequenceAt(bytes: Buffer, at: number): number {
  const first = bytes[at]!;
  const length = first >= 0xc2 && first <= 0xdf ? 2 : first >= 0xe0 && first <= 0xef ? 3 : first === 0xf0 ? 4 : 0;
  for (let i = 1; i < length; i++) {
    const next = bytes[at + i];
    if (next === undefined || (next & 0xc0) !== 0x80) return 0;
  }
  return length;
}

function markOf(bytes: Buffer): Charset | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return undefined;
}

/** A label's # in two bytes. */
function wideOf(bytes: Buffer): Charset | undefined {
  if (bytes[0] === 0x23 && bytes[1] === 0) return 'utf-16le';
  if (bytes[0] === 0 && bytes[1] === 0x23) return 'utf-16be';
  return undefined;
}

/** Names of the association and of accounts: never an object's, which may be a person's. With odd letters first. */
function samplesOf(bytes: Buffer, charset: Charset): string[] {
  // The head of a file holds its names; a sample need not be exact at the cut.
  const text = decodeBytes(bytes.subarray(0, 65_536), charset);
  const names = [...text.matchAll(/^#(?:FNAMN|KONTO[ \t]+"?\d+"?)[ \t]+"?([^"\r\n]{1,60})/gm)].map(([, name]) => name!);
  const telling = names.filter((name) => /[^ -~]/.test(name));
  return [...new Set([...telling, ...names])].slice(0, SAMPLES_MAX);
}
