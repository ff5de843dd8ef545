// Swedish alphabetical order of our own: the collation of a machine or a database differs between installations.

/** A text whose code units sort as Swedish words do: å, ä and ö last, in that order; other marks are dropped. */
export function swedishKey(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[åäö]/g, (letter) => (letter === 'å' ? '{' : letter === 'ä' ? '|' : '}'))
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '');
}

/** For `sort`. Texts that differ only in case or marks are told apart by their code units. */
export function bySwedishOrder(a: string, b: string): number {
  const [keyA, keyB] = [swedishKey(a), swedishKey(b)];
  if (keyA !== keyB) return keyA < keyB ? -1 : 1;
  return a < b ? -1 : a > b ? 1 : 0;
}
