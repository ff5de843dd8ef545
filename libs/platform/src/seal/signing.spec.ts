import { createHash, createPublicKey, verify } from 'node:crypto';
import { anchorLine, readAnchors, readPublicKeys, UnreadableFile } from './anchors-file';
import { checkSignature, signAnchor, signingKey } from './signing';
import { exampleLog, KEYS } from './testing/example-log';

const { anchors } = exampleLog();
const anchor = anchors[1]!;

describe('the key of an installation', () => {
  it('follows from its secret', () => {
    const [one, again, other] = ['s', 's', 't'].map((sign) => signingKey(sign.repeat(32)));
    expect(one!.publicKey).toBe(again!.publicKey);
    expect(one!.keyId).not.toBe(other!.keyId);
    expect(one!.publicKey).toMatch(/^-----BEGIN PUBLIC KEY-----\n[\w+/=]+\n-----END PUBLIC KEY-----\n$/);
  });

  it('has an id that anybody can compute from the public half', () => {
    const { publicKey, keyId } = signingKey('s'.repeat(32));
    const der = Buffer.from(publicKey.split('\n')[1]!, 'base64');
    expect(keyId).toBe(createHash('sha256').update(der).digest('hex').slice(0, 16));
  });
});

describe('an anchor', () => {
  it('is checked with the public key and the bytes that docs/seal.md gives', () => {
    const { format, logId, slug, kind, position, hash, date, keyId } = anchor;
    const texts = [format, logId, slug, kind, `${position}`, hash, date, keyId].map((text) => Buffer.from(text));
    const bytes = Buffer.concat(texts.flatMap((text) => [Buffer.from([0, 0, 0, text.length]), text]));
    expect(verify(null, bytes, KEYS.get(keyId)!, Buffer.from(anchor.signature, 'hex'))).toBe(true);
    expect(checkSignature(anchor, KEYS)).toBe('valid');
  });

  it('is refused when anything in it is another, or when another has signed it', () => {
    const changed = { logId: anchors[0]!.logId.replace('0', '1'), slug: 'x', kind: 'audit', position: 5, hash: 'ab' };
    for (const [field, value] of Object.entries({ ...changed, date: '2024-06-30', signature: '00'.repeat(64) })) {
      expect([field, checkSignature({ ...anchor, [field]: value }, KEYS)]).toEqual([field, 'wrong']);
    }
    const stranger = signingKey('t'.repeat(32));
    const forged = signAnchor(anchor, stranger);
    expect(checkSignature(forged, KEYS)).toBe('unknown-key');
    expect(checkSignature({ ...forged, keyId: anchor.keyId }, KEYS)).toBe('wrong');
  });
});

describe('a file of anchors', () => {
  const text = anchors.map(anchorLine).join('');

  it('is read back as it was written', () => {
    expect(readAnchors(text)).toEqual({ anchors, unreadable: [] });
    expect(readAnchors('')).toEqual({ anchors: [], unreadable: [] });
    expect(readAnchors(text.replaceAll('\n', '\r\n')).anchors).toEqual(anchors);
  });

  it('names the lines that are no anchors and gives the rest', () => {
    const line = anchorLine(anchor).trim();
    const cases = [
      [line.slice(0, -20), 'är inte JSON; kanske skrevs den aldrig färdigt'],
      [line.replace('"position":6', '"position":-6'), 'är inget ankare: position saknas eller har fel form'],
      [line.replace(anchor.hash, anchor.hash.toUpperCase()), 'är inget ankare: hash saknas eller har fel form'],
      [line.replace('}', ',"note":"ok"}'), 'har uppgiften note, som inte hör till ett ankare'],
      [line.replace('anchor-1', 'anchor-2'), 'är inget ankare: format saknas eller har fel form'],
      ['[]', 'är inget ankare'],
    ] as const;
    for (const [broken, why] of cases) {
      const { anchors: read, unreadable } = readAnchors(`${line}\n${broken}\n${line}\n`);
      expect(read).toEqual([anchor, anchor]);
      expect(unreadable).toEqual([{ line: 2, sentence: `Rad 2 ${why}.` }]);
    }
  });
});

describe('a file of public keys', () => {
  it('gives them by their id', () => {
    const keys = ['s', 't'].map((sign) => signingKey(sign.repeat(32)));
    const ring = readPublicKeys(keys.map(({ publicKey }) => publicKey).join('\n'));
    for (const { keyId, publicKey } of keys) expect(ring.get(keyId)!.equals(createPublicKey(publicKey))).toBe(true);
    expect(ring.size).toBe(2);
  });

  it('is refused in Swedish when there is none, or one of another sort', () => {
    const pem = (body: string) => `-----BEGIN PUBLIC KEY-----\n${body}\n-----END PUBLIC KEY-----\n`;
    const x25519 = 'MCowBQYDK2VuAyEAgSLDuGOBD3F0R2BGBHPtUfYVHlgR3Axq0r5gJSDQHxI=';
    expect(() => readPublicKeys('')).toThrow(UnreadableFile);
    expect(() => readPublicKeys('')).toThrow('Här finns ingen publik nyckel');
    const good = signingKey('s'.repeat(32)).publicKey;
    for (const bad of [pem('AAAA'), pem(x25519)]) {
      expect(() => readPublicKeys(good + bad)).toThrow('Publik nyckel nummer 2 i filen går inte att läsa');
    }
  });
});
