// A text from a file as one printable line, and what it had that may not be kept.

// As the kernel's lines have it: control, format and separator signs, and no characters at all.
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}\u2065]/gu;
const LIKE_IDENTITY_NUMBER = /(?:19|20)?\d{6}[-+ ]?\d{4}/g;

export interface CleanText {
  readonly text: string;
  readonly cleaned: boolean;
  readonly cut: boolean;
}

export function cleanText(raw: string, max: number): CleanText {
  const line = raw.toWellFormed().replace(UNPRINTABLE, ' ').normalize('NFC').trim();
  const cleaned = line !== raw.normalize('NFC').trim();
  if (line.length <= max) return { text: line, cleaned, cut: false };
  // Never half of a pair.
  return {
    text: line
      .slice(0, max)
      .replace(/[\ud800-\udbff]$/, '')
      .trim(),
    cleaned,
    cut: true,
  };
}

/** `like`: it could be a personnummer. `masked`: it has a day and the right check digit, so it is not kept. */
export function withoutIdentityNumbers(text: string): { text: string; like: boolean; masked: boolean } {
  let [like, masked] = [false, false];
  const kept = text.replace(LIKE_IDENTITY_NUMBER, (found) => {
    like = true;
    if (!isIdentityNumber(found.replace(/\D/g, '').slice(-10))) return found;
    masked = true;
    return '------ ----';
  });
  return { text: kept, like, masked };
}

/** With the day plus sixty of a samordningsnummer; an organisation's number has no month. */
function isIdentityNumber(digits: string): boolean {
  const [month, day] = [Number(digits.slice(2, 4)), Number(digits.slice(4, 6)) % 60];
  if (month < 1 || month > 12 || day < 1 || day > 31) return false;
  const weighed = [...digits].map((digit, index) => Number(digit) * (index % 2 === 0 ? 2 : 1));
  return weighed.reduce((sum, part) => sum + (part > 9 ? part - 9 : part), 0) % 10 === 0;
}
