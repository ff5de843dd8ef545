// A zip whose bytes follow from its parts alone: stored, not packed (packers differ), and of one day (clocks do).
import { crc32 } from 'node:zlib';
import { CENTRAL, END, LOCAL, STORED, UTF8_FLAG } from './zip-format';

export interface ZipPart {
  readonly name: string;
  readonly content: Buffer;
}

const VERSION = 20;
/** 1 January 1980 at midnight, the first day there is in a zip. */
const DAY = 0x0021;

export function writeZip(parts: readonly ZipPart[]): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let place = 0;
  for (const { name, content } of parts) {
    const nameBytes = Buffer.from(name);
    const common = Buffer.alloc(26);
    [VERSION, UTF8_FLAG, STORED, 0, DAY].forEach((word, index) => common.writeUInt16LE(word, 2 * index));
    common.writeUInt32LE(crc32(content), 10);
    common.writeUInt32LE(content.length, 14);
    common.writeUInt32LE(content.length, 18);
    common.writeUInt16LE(nameBytes.length, 22);
    const local = [signature(LOCAL), common, nameBytes, content];
    const rest = Buffer.alloc(CENTRAL.size - 6 - common.length);
    rest.writeUInt32LE(place, rest.length - 4);
    const madeBy = Buffer.from([VERSION, 0]);
    directory.push(signature(CENTRAL), madeBy, common, rest, nameBytes);
    files.push(...local);
    place += local.reduce((sum, { length }) => sum + length, 0);
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(END.size);
  end.writeUInt32LE(END.signature);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(place, 16);
  return Buffer.concat([...files, listed, end]);
}

function signature({ signature }: { signature: number }): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(signature);
  return bytes;
}
