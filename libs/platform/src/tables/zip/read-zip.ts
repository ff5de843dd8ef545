// A zip as a spreadsheet writes it, and nothing cleverer. What a zip says of itself is checked against its bytes, for
// two readers of one file must never see two different things in it. Nothing is ever written to a disk.
import { crc32, inflateRawSync } from 'node:zlib';
import { refuseTable } from '../table';
import { CENTRAL, DEFLATED, DESCRIPTOR_MAX, ENCRYPTED_FLAG, END, LOCAL, STORED } from './zip-format';

export const ENTRIES_MAX = 200;
export const INFLATED_MAX = 50 * 1_048_576;
export const RATIO_MAX = 100;
/** Below this a high ratio is a short repetitive text, not a bomb. */
const SMALL = 100_000;

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  /** Of the local header, and of the content after it. */
  readonly head: number;
  readonly start: number;
}

/** The parts of a zip by name. Names are read without regard to case, as parts of a workbook are. */
export class ZipParts {
  private readonly entries: ReadonlyMap<string, Entry>;
  private inflated = 0;

  /** Throws a refusal, also for what no honest writer makes: gaps, overlaps, duplicates, sizes that lie. */
  constructor(private readonly bytes: Buffer) {
    const entries = directoryOf(bytes);
    this.entries = new Map(entries.map((entry) => [entry.name.toLowerCase(), entry]));
    if (this.entries.size < entries.length) throw broken('samma del står två gånger');
  }

  names(): readonly string[] {
    return [...this.entries.keys()];
  }

  /** The part's bytes; undefined if there is no such part. */
  read(name: string): Buffer | undefined {
    const entry = this.entries.get(name.toLowerCase());
    if (!entry) return undefined;
    const { method, packed, size, crc, start } = entry;
    const raw = this.bytes.subarray(start, start + packed);
    const content = method === STORED ? raw : inflated(raw, size);
    this.inflated += content.length;
    if (this.inflated > INFLATED_MAX) throw refuseTable('table/too-heavy');
    if (content.length !== size || crc32(content) !== crc)
      throw broken('en del har en annan storlek eller kontrollsumma');
    return content;
  }
}

/** Stops at the size that was declared, so that no more is ever unpacked than was counted. */
function inflated(raw: Buffer, size: number): Buffer {
  try {
    return inflateRawSync(raw, { maxOutputLength: Math.max(1, size) });
  } catch {
    throw broken('en del går inte att packa upp');
  }
}

function directoryOf(bytes: Buffer): Entry[] {
  const end = bytes.length - END.size;
  if (end < 0 || bytes.readUInt32LE(end) !== END.signature) throw broken('filen slutar inte som en zip-fil');
  const count = bytes.readUInt16LE(end + 10);
  const size = bytes.readUInt32LE(end + 12);
  const start = bytes.readUInt32LE(end + 16);
  // Zip64 has larger numbers elsewhere; nothing as large is taken here. Nor a zip in several files, nor a comment.
  const single =
    [4, 6, 20].every((place) => bytes.readUInt16LE(end + place) === 0) && bytes.readUInt16LE(end + 8) === count;
  if (!single || start + size !== end) throw broken('innehållsförteckningen stämmer inte');
  if (count > ENTRIES_MAX) throw refuseTable('table/too-heavy');
  const entries: Entry[] = [];
  let place = start;
  for (let n = 0; n < count; n++) {
    if (place + CENTRAL.size > end) throw broken('innehållsförteckningen stämmer inte');
    entries.push(entryAt(bytes, place, start));
    place += CENTRAL.size + [28, 30, 32].reduce((sum, at) => sum + bytes.readUInt16LE(place + at), 0);
  }
  if (place !== end) throw broken('innehållsförteckningen stämmer inte');
  checkWhole(entries, start);
  return entries;
}

function entryAt(bytes: Buffer, at: number, limit: number): Entry {
  if (bytes.readUInt32LE(at) !== CENTRAL.signature) throw broken('innehållsförteckningen stämmer inte');
  const [flags, method] = [bytes.readUInt16LE(at + 8), bytes.readUInt16LE(at + 10)];
  if (flags & ENCRYPTED_FLAG) throw refuseTable('table/locked');
  if (method !== STORED && method !== DEFLATED) throw broken('en del är packad på ett ovanligt sätt');
  const [crc, packed, size] = [16, 20, 24].map((place) => bytes.readUInt32LE(at + place)) as [number, number, number];
  const name = nameAt(bytes, at + CENTRAL.size, bytes.readUInt16LE(at + 28));
  const head = bytes.readUInt32LE(at + 42);
  if (head + LOCAL.size > limit || bytes.readUInt32LE(head) !== LOCAL.signature) throw broken('en del saknas');
  const nameLength = bytes.readUInt16LE(head + 26);
  const start = head + LOCAL.size + nameLength + bytes.readUInt16LE(head + 28);
  if (start + packed > limit) throw broken('en del saknas');
  // What stands before the part itself must say the same, or another reader could see another part.
  const same = nameAt(bytes, head + LOCAL.size, nameLength) === name && bytes.readUInt16LE(head + 8) === method;
  if (!same) throw broken('en del heter två saker');
  return { name, method, crc, packed, size, head, start };
}

// An entry's name is only ever looked up, so it needs no more meaning than its bytes have.
const nameAt = (bytes: Buffer, at: number, length: number) => bytes.toString('utf8', at, at + length);

/** From the first byte to the directory there is one entry after the other, and together they are not too much. */
function checkWhole(entries: readonly Entry[], directory: number): void {
  let end = 0;
  for (const { head, start, packed } of entries.toSorted((a, b) => a.head - b.head)) {
    const gap = end === 0 ? 0 : DESCRIPTOR_MAX;
    if (head < end || head > end + gap) throw broken('delarna ligger inte på rad');
    end = start + packed;
  }
  if (directory < end || directory > end + DESCRIPTOR_MAX) throw broken('delarna ligger inte på rad');
  const bombs = entries.some(({ size, packed }) => size > SMALL && size > RATIO_MAX * packed);
  const total = entries.reduce((sum, { size }) => sum + size, 0);
  if (bombs || total > INFLATED_MAX) throw refuseTable('table/too-heavy');
}

const broken = (what: string) => refuseTable('table/broken', { what });
