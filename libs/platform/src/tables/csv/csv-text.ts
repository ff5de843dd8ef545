// From bytes to text: the encodings that spreadsheets save CSV in, told apart by the bytes.
import { refuseTable } from '../table';

export type Encoding = 'UTF-8' | 'UTF-16' | 'Windows-1252';

export interface DecodedText {
  readonly text: string;
  readonly encoding: Encoding;
}

export function decodeText(bytes: Uint8Array): DecodedText {
  const [first, second] = bytes;
  const decoded =
    first === 0xff && second === 0xfe
      ? decode(bytes, 'utf-16le')
      : first === 0xfe && second === 0xff
        ? decode(bytes, 'utf-16be')
        : (decode(bytes, 'utf-8') ?? windows1252(bytes));
  // A NUL stands in no text, and in nearly every file that is none.
  if (!decoded || decoded.text.includes('\0')) throw refuseTable('table/not-text');
  return decoded;
}

/** Undefined when the bytes are nothing in that encoding. A byte order mark is not part of the text. */
function decode(bytes: Uint8Array, label: 'utf-8' | 'utf-16le' | 'utf-16be'): DecodedText | undefined {
  try {
    const text = new TextDecoder(label, { fatal: true }).decode(bytes);
    return { text, encoding: label === 'utf-8' ? 'UTF-8' : 'UTF-16' };
  } catch {
    return undefined;
  }
}

// The 32 signs by which Windows-1252 differs from Latin-1; five of its bytes are no sign at all.
const FROM_80 = '€\0‚ƒ„…†‡ˆ‰Š‹Œ\0Ž\0\0‘’“”•–—˜™š›œ\0žŸ';

function windows1252(bytes: Uint8Array): DecodedText {
  const latin1 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const text = latin1.replace(/[\u0080-\u009f]/g, (sign) => FROM_80[sign.charCodeAt(0) - 0x80]!);
  return { text, encoding: 'Windows-1252' };
}
