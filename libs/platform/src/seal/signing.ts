// The key that signs anchors: Ed25519, made from the installation's secret. Who has the public half can check an
// anchor anywhere; who has not the secret cannot make one.
import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { deriveKey } from '../config/config';
import { lengthPrefixed } from './chain';

export const ANCHOR_FORMAT = 'finsam-anchor-1';

/** One log as it was on one day. */
export interface AnchoredHead {
  readonly logId: string;
  /** The association's name in addresses on that day. For the reader: the log is known by its id. */
  readonly slug: string;
  readonly kind: string;
  readonly position: number;
  /** Hash of the log up to the position, 64 hexadecimal signs. */
  readonly hash: string;
  /** YYYY-MM-DD */
  readonly date: string;
}

export interface Anchor extends AnchoredHead {
  readonly format: typeof ANCHOR_FORMAT;
  readonly keyId: string;
  /** 128 hexadecimal signs. */
  readonly signature: string;
}

export interface SigningKey {
  readonly keyId: string;
  /** PEM, to give away. */
  readonly publicKey: string;
  readonly privateKey: KeyObject;
}

/** Public keys by their id. */
export type KeyRing = ReadonlyMap<string, KeyObject>;

// What stands before the 32 bytes of an Ed25519 key in PKCS #8 (RFC 8410).
const PKCS8_ED25519 = Buffer.from('302e020100300506032b657004220420', 'hex');

export function signingKey(secret: string): SigningKey {
  const seed = Buffer.from(deriveKey(secret, 'anchor'), 'base64url');
  const privateKey = createPrivateKey({ key: Buffer.concat([PKCS8_ED25519, seed]), format: 'der', type: 'pkcs8' });
  const publicKey = createPublicKey(privateKey);
  const pem = publicKey.export({ format: 'pem', type: 'spki' }).toString();
  return { keyId: keyIdOf(publicKey), publicKey: pem, privateKey };
}

/** First 16 signs of the SHA-256 of the public key in DER, so that `openssl` gives it, too. */
export function keyIdOf(publicKey: KeyObject): string {
  const der = publicKey.export({ format: 'der', type: 'spki' });
  return createHash('sha256').update(der).digest('hex').slice(0, 16);
}

export function signAnchor(head: AnchoredHead, key: SigningKey): Anchor {
  const { logId, slug, kind, position, hash, date } = head;
  const unsigned = { format: ANCHOR_FORMAT, logId, slug, kind, position, hash, date, keyId: key.keyId } as const;
  return { ...unsigned, signature: sign(null, signedBytes(unsigned), key.privateKey).toString('hex') };
}

export type SignatureVerdict = 'valid' | 'unknown-key' | 'wrong';

export function checkSignature(anchor: Anchor, keys: KeyRing): SignatureVerdict {
  const key = keys.get(anchor.keyId);
  if (!key) return 'unknown-key';
  return verify(null, signedBytes(anchor), key, Buffer.from(anchor.signature, 'hex')) ? 'valid' : 'wrong';
}

function signedBytes(anchor: Omit<Anchor, 'signature'>): Buffer {
  const { format, logId, slug, kind, position, hash, date, keyId } = anchor;
  return lengthPrefixed([format, logId, slug, kind, String(position), hash, date, keyId]);
}
