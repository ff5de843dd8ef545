// What is odd about a file and does no harm: counted, shown, and never a reason to refuse it.

/** The sentence stands here and not in what is stored, so that it can be said better later. */
const TEXTS = {
  'already-imported': 'Filen är märkt som redan inläst i ett annat program (#FLAGGA 1).',
  'no-flag': '#FLAGGA saknas.',
  'format-not-pc8': '#FORMAT saknas eller är inte PC8.',
  'charset-not-pc8': 'Filen är inte skriven i CP437, som formatet kräver. Den är läst som {what}.',
  'type-missing': '#SIETYP saknas. Filen är läst som typ {what}.',
  'mandatory-missing': 'Posten {what} saknas, fast formatet kräver den.',
  'unknown-label': 'Etiketten {what} är okänd och har hoppats över.',
  'account-not-four-digits': 'Ett konto bland kontona (#KONTO) har inte fyra siffror. Det har hoppats över.',
  'end-of-file-sign': 'Filen slutar med ett filsluttecken från äldre system.',
  'text-cleaned': 'En text hade tecken som inte kan skrivas ut. De är borttagna.',
  'text-cut': 'En text var längre än {what} tecken och är avkortad.',
  'like-identity-number': 'Verifikation {what} har en text med något som liknar ett personnummer.',
  'identity-number': 'Verifikation {what} hade ett personnummer i texten. Det är ersatt med streck.',
  'zero-rows': 'Verifikation {what} har rader utan belopp. De är utelämnade.',
  'no-rows': 'Verifikation {what} har inga rader. Numret är förbrukat.',
  'added-row-alone': 'Verifikation {what} har en tillagd rad (#RTRANS) som inte följs av samma rad som #TRANS.',
  'date-outside-year': 'Verifikation {what} har ett datum utanför räkenskapsåret.',
  'row-date-differs': 'Verifikation {what} har rader med annat datum än verifikationen. Verifikationens datum gäller.',
  'without-number': 'Verifikation {what} saknar nummer i filen och har fått ett.',
  'without-series': 'Verifikation {what} har ingen serie.',
  'account-not-declared': 'Konto {what} används men står inte bland kontona (#KONTO).',
  gap: 'Nummer saknas i serien: {what}.',
  'opening-differs': 'Ingående balans på konto {what} stämmer inte med förra årets utgående.',
  'closing-differs': 'Utgående balans på konto {what} är inte ingående balans och bokförda rader.',
  'result-differs': 'Resultatet på konto {what} är inte summan av de bokförda raderna.',
  'does-not-balance': 'Utgående balanser och resultat går inte ihop: skillnaden är {what} öre.',
  'left-out-person': 'Objekt i dimension {what} är personer. De tas inte med.',
  'unknown-member': 'Koden {what} är ingen medlem i förbundet.',
  'months-short': 'Månaderna på konto {what} är inte hela årets belopp. Resten står på periodens sista dag.',
  'missing-now': 'Verifikation {what} fanns i en tidigare fil men inte i den här.',
  'unmapped-object': 'Objektet {what} är inte kopplat till någon kod i förbundet.',
  'unmapped-account': 'Konto {what} är nytt och saknas i uppställningarna tills det kopplas.',
} as const;

export type FindingCode = keyof typeof TEXTS;

export interface Finding {
  readonly code: FindingCode;
  readonly line: number | null;
  /** What the sentence is about: an account, a voucher, a label. Never a text from the file. */
  readonly what: string | null;
}

/** How many of each kind are kept as examples; all are counted. */
const EXAMPLES_MAX = 20;
const WHAT_MAX = 60;

export class Findings {
  private readonly examples = new Map<FindingCode, Finding[]>();
  private readonly counts = new Map<FindingCode, number>();

  /** As they were told before: more can be added. */
  constructor(told: readonly { code: FindingCode; count: number; examples: readonly Finding[] }[] = []) {
    for (const { code, count, examples } of told) {
      this.counts.set(code, count);
      this.examples.set(code, [...examples]);
    }
  }

  add(code: FindingCode, line: number | null = null, what: string | null = null): void {
    const count = (this.counts.get(code) ?? 0) + 1;
    this.counts.set(code, count);
    if (count > EXAMPLES_MAX) return;
    if (count === 1) this.examples.set(code, []);
    this.examples.get(code)!.push({ code, line, what: what === null ? null : what.trim().slice(0, WHAT_MAX) || null });
  }

  /** Each kind with how often it was met. */
  summary(): { readonly code: FindingCode; readonly count: number; readonly examples: readonly Finding[] }[] {
    return [...this.counts].map(([code, count]) => ({ code, count, examples: this.examples.get(code)! }));
  }

  count(code: FindingCode): number {
    return this.counts.get(code) ?? 0;
  }
}

export function findingText({ code, what }: Pick<Finding, 'code' | 'what'>): string {
  return TEXTS[code].replace('{what}', what ?? '?');
}
