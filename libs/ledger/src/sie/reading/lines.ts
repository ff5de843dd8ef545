// A file's lines one at a time, in any line ending, without holding more than one as text.
import type { Charset } from '../model';
import { refuse } from '../refusals';
import { decodeBytes } from './charset';

export const FILE_BYTES_MAX = 20 * 1024 * 1024;
const LINE_BYTES_MAX = 64 * 1024;
const [LF, CR, END_OF_FILE] = [0x0a, 0x0d, 0x1a];

export interface Line {
  readonly number: number;
  readonly text: string;
}

export function* linesOf(bytes: Buffer, charset: Charset): Generator<Line> {
  if (bytes.length > FILE_BYTES_MAX) throw refuse('sie/too-large', { megabytes: FILE_BYTES_MAX / 1024 / 1024 });
  const wide = charset === 'utf-16le' || charset === 'utf-16be';
  // Two bytes a letter are made one or more, so that what parts lines is one byte in every set.
  const plain = wide ? Buffer.from(decodeBytes(bytes, charset), 'utf8') : bytes;
  yield* plainLines(plain, wide ? 'utf-8' : charset);
}

function* plainLines(bytes: Buffer, charset: Charset): Generator<Line> {
  let start = charset === 'utf-8' && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  for (let number = 1; start < bytes.length; number++) {
    let end = start;
    while (end < bytes.length && bytes[end] !== LF && bytes[end] !== CR) {
      if (end - start >= LINE_BYTES_MAX) throw refuse('sie/line-too-long', { line: number });
      end++;
    }
    const text = decodeLine(bytes.subarray(start, end), charset);
    if (text.length > 0) yield { number, text };
    start = bytes[end] === CR && bytes[end + 1] === LF ? end + 2 : end + 1;
  }
}

/** Nearly all lines are plain ASCII, where every set agrees and Node is much faster. */
function decodeLine(line: Buffer, charset: Charset): string {
  for (const byte of line) if (byte >= 0x80) return decodeBytes(line, charset);
  return line.toString('latin1');
}

export function isEndOfFileSign(text: string): boolean {
  return text.length === 1 && text.charCodeAt(0) === END_OF_FILE;
}
