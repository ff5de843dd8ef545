// A line in its parts: a label, fields with or without quotes, and lists of objects in braces.
import { refuse } from '../refusals';

/** A list of objects is an array: dimension, code, dimension, code … */
export type Field = string | readonly string[];

export interface Row {
  readonly line: number;
  /** In capitals, with its #; or a brace that stands alone. */
  readonly label: string;
  readonly fields: readonly Field[];
}

const LABEL = /^#\p{Lu}[\p{Lu}0-9_]{0,29}$/u;

export function tokensOf(text: string, line: number): Row | null {
  const fields = new Scanner(text, line).fields();
  const [first, ...rest] = fields;
  if (first === undefined) return null;
  if (first === '{' || first === '}') {
    if (rest.length > 0) throw refuse('sie/not-a-record', { line });
    return { line, label: first, fields: [] };
  }
  const label = typeof first === 'string' ? first.toUpperCase() : '';
  if (!LABEL.test(label)) throw refuse('sie/not-a-record', { line });
  return { line, label, fields: rest };
}

const isSpace = (sign: string | undefined) => sign === ' ' || sign === '\t';
const ends = (sign: string | undefined) => sign === undefined || isSpace(sign) || sign === '{' || sign === '}';

class Scanner {
  private at = 0;

  constructor(
    private readonly text: string,
    private readonly line: number,
  ) {}

  fields(): Field[] {
    const fields: Field[] = [];
    for (this.skip(); this.at < this.text.length; this.skip()) {
      const sign = this.text[this.at]!;
      // A brace that begins the line opens or closes a voucher; elsewhere it is a list's.
      if (fields.length === 0 && (sign === '{' || sign === '}')) {
        this.at++;
        fields.push(sign);
      } else if (sign === '{') fields.push(this.list());
      else if (sign === '}') throw refuse('sie/open-list', { line: this.line });
      else fields.push(this.word());
    }
    return fields;
  }

  private skip(): void {
    while (isSpace(this.text[this.at])) this.at++;
  }

  private list(): string[] {
    this.at++;
    const words: string[] = [];
    for (this.skip(); this.text[this.at] !== '}'; this.skip()) {
      const sign = this.text[this.at];
      if (sign === undefined || sign === '{') throw refuse('sie/open-list', { line: this.line });
      words.push(this.word());
    }
    this.at++;
    return words;
  }

  private word(): string {
    if (this.text[this.at] === '"') return this.quoted();
    const start = this.at;
    while (!ends(this.text[this.at])) this.at++;
    const word = this.text.slice(start, this.at);
    if (word.includes('"')) throw refuse('sie/stray-quote', { line: this.line });
    return word;
  }

  /** A quote inside is written `\"`, or doubled by some programs. */
  private quoted(): string {
    let word = '';
    for (let i = this.at + 1; i < this.text.length; i++) {
      const sign = this.text[i]!;
      const next = this.text[i + 1];
      if ((sign === '\\' || sign === '"') && next === '"') {
        word += '"';
        i++;
      } else if (sign === '"') {
        if (!ends(next)) throw refuse('sie/stray-quote', { line: this.line });
        this.at = i + 1;
        return word;
      } else word += sign;
    }
    throw refuse('sie/open-quote', { line: this.line });
  }
}
