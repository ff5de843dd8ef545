// An association's logs as a file: JSON Lines, every column as its exact text, and the seals. What comes in again and
// goes out again is the same file, byte for byte.
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { StoredEvent } from '../seal/chain';
import type { SealRow } from '../seal/seal-row';

const FORMAT = 'finsam-log-1';

export interface LogHeader {
  readonly kind: 'record' | 'audit';
  readonly logId: string;
  /** Of the last event. */
  readonly position: number;
  /** Microseconds since 1970. */
  readonly recordedAt: string;
}

export type LogFilePart =
  | { readonly part: 'file'; readonly format: typeof FORMAT; readonly slug: string }
  | ({ readonly part: 'log' } & LogHeader)
  | { readonly part: 'event'; readonly event: StoredEvent }
  | { readonly part: 'seal'; readonly seal: SealRow };

/** A file that is not what it should be. The message says, in Swedish, what is wrong and in which line. */
export class BadLogFile extends Error {
  override readonly name = 'BadLogFile';
}

const whole = z.int().nonnegative();
const text = z.string();
const micros = z.string().regex(/^(\d+|-Infinity)$/);
// An array for an event: the names would be most of the file.
const lineSchema = z.union([
  z.strictObject({ format: z.literal(FORMAT), slug: z.string().min(1) }),
  z.strictObject({ log: z.enum(['record', 'audit']), logId: z.guid(), position: whole, recordedAt: micros }),
  z.tuple([whole, text, whole, z.guid(), text, whole, text, text, text, whole, micros]),
  z.strictObject({ seal: whole, links: z.base64() }),
  z.strictObject({ lines: whole, sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
]);

/** Turns parts into lines; the last line counts and hashes those before it, so that a cut file shows. */
export class LogFileWriter {
  private readonly digest = createHash('sha256');
  private lines = 0;

  line(part: LogFilePart): string {
    return this.written(JSON.stringify(toLine(part)));
  }

  end(): string {
    return `${JSON.stringify({ lines: this.lines, sha256: this.digest.digest('hex') })}\n`;
  }

  private written(line: string): string {
    this.lines += 1;
    const whole = `${line}\n`;
    this.digest.update(whole);
    return whole;
  }
}

function toLine(part: LogFilePart): unknown {
  switch (part.part) {
    case 'file':
      return { format: part.format, slug: part.slug };
    case 'log': {
      const { kind, logId, position, recordedAt } = part;
      return { log: kind, logId, position, recordedAt };
    }
    case 'event': {
      const { position, stream, revision, eventId, type, schemaVersion } = part.event;
      const { data, meta, commandId, ordinal, recordedAt } = part.event;
      return [position, stream, revision, eventId, type, schemaVersion, data, meta, commandId, ordinal, recordedAt];
    }
    case 'seal':
      return { seal: part.seal.position, links: part.seal.links.toString('base64') };
  }
}

export function fileHeader(slug: string): LogFilePart {
  return { part: 'file', format: FORMAT, slug };
}

/** Reads the parts in order. Throws `BadLogFile`; also at the end, if lines are missing or were changed. */
export async function* readLogFile(lines: AsyncIterable<string> | Iterable<string>): AsyncGenerator<LogFilePart> {
  const digest = createHash('sha256');
  let number = 0;
  let ended = false;
  for await (const line of lines) {
    if (ended) throw new BadLogFile(`Rad ${number + 2} kommer efter filens slut.`);
    const read = parsedLine(line, number + 1);
    if ('sha256' in read) {
      if (read.lines !== number || read.sha256 !== digest.digest('hex'))
        throw new BadLogFile('Filen är ändrad eller ofullständig: den stämmer inte med sin egen kontrollsumma.');
      ended = true;
      continue;
    }
    digest.update(`${line}\n`);
    number += 1;
    yield toPart(read);
  }
  if (!ended) throw new BadLogFile(`Filen är avklippt efter rad ${number}: slutet saknas.`);
}

type Line = z.output<typeof lineSchema>;

function parsedLine(line: string, number: number): Line {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    throw new BadLogFile(`Rad ${number} är inte JSON.`);
  }
  const read = lineSchema.safeParse(json);
  if (!read.success) throw new BadLogFile(`Rad ${number} hör inte till en loggfil (${FORMAT}).`);
  return read.data;
}

function toPart(line: Exclude<Line, { sha256: string }>): LogFilePart {
  if (Array.isArray(line)) {
    const [position, stream, revision, eventId, type, schemaVersion, data, meta, commandId, ordinal, recordedAt] = line;
    const event = {
      position,
      stream,
      revision,
      eventId,
      type,
      schemaVersion,
      data,
      meta,
      commandId,
      ordinal,
      recordedAt,
    };
    return { part: 'event', event };
  }
  if ('format' in line) return { part: 'file', ...line };
  if ('seal' in line) return { part: 'seal', seal: { position: line.seal, links: Buffer.from(line.links, 'base64') } };
  const { log: kind, ...rest } = line;
  return { part: 'log', kind, ...rest };
}
