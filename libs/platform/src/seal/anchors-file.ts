// Anchors as they are kept elsewhere: JSON Lines, one signed head per line; and the keys to check them with.
import { createPublicKey, type KeyObject } from 'node:crypto';
import { z } from 'zod';
import { type Anchor, ANCHOR_FORMAT, keyIdOf, type KeyRing } from './signing';

/** A file that cannot be read as what it should be. The message says, in Swedish, where. */
export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile';
}

export interface UnreadableLine {
  readonly line: number;
  readonly sentence: string;
}

const hex = (signs: number) => z.string().regex(new RegExp(`^[0-9a-f]{${signs}}$`));

// Strict in form and in fields: nothing may ride along that the signature does not cover, and no two spellings of one
// anchor exist.
const anchorSchema = z.strictObject({
  format: z.literal(ANCHOR_FORMAT),
  logId: z.string().regex(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
  slug: z.string().min(1),
  kind: z.string().min(1),
  position: z.int().nonnegative(),
  hash: hex(64),
  date: z.iso.date(),
  keyId: hex(16),
  signature: hex(128),
});

/** The line to add to the file, with its line break. */
export function anchorLine(anchor: Anchor): string {
  const { format, logId, slug, kind, position, hash, date, keyId, signature } = anchor;
  return `${JSON.stringify({ format, logId, slug, kind, position, hash, date, keyId, signature })}\n`;
}

/** A line that cannot be read is named and the rest is used: half a line is what a crash while writing leaves. */
export function readAnchors(text: string): { anchors: Anchor[]; unreadable: UnreadableLine[] } {
  const anchors: Anchor[] = [];
  const unreadable: UnreadableLine[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const read = anchorOf(line);
    if (typeof read === 'string') unreadable.push({ line: index + 1, sentence: `Rad ${index + 1} ${read}.` });
    else anchors.push(read);
  }
  return { anchors, unreadable };
}

function anchorOf(line: string): Anchor | string {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    return 'är inte JSON; kanske skrevs den aldrig färdigt';
  }
  const { success, data, error } = anchorSchema.safeParse(json);
  if (success) return data;
  const issue = error.issues[0]!;
  if (issue.code === 'unrecognized_keys') return `har uppgiften ${issue.keys[0]}, som inte hör till ett ankare`;
  const field = issue.path.join('.');
  return field === '' ? 'är inget ankare' : `är inget ankare: ${field} saknas eller har fel form`;
}

/** Public keys in PEM, one after another, as `SigningKey.publicKey` gives them. */
export function readPublicKeys(text: string): KeyRing {
  const blocks = text.match(/-----BEGIN PUBLIC KEY-----[^-]*-----END PUBLIC KEY-----/g);
  if (!blocks) throw new UnreadableFile('Här finns ingen publik nyckel (PEM, "BEGIN PUBLIC KEY").');
  return new Map(blocks.map((pem, index) => publicKeyOf(pem, index + 1)).map((key) => [keyIdOf(key), key]));
}

function publicKeyOf(pem: string, number: number): KeyObject {
  try {
    const key = createPublicKey(pem);
    if (key.asymmetricKeyType === 'ed25519') return key;
  } catch {
    // Said below, in words that the reader can use.
  }
  throw new UnreadableFile(`Publik nyckel nummer ${number} i filen går inte att läsa, eller är ingen Ed25519-nyckel.`);
}
