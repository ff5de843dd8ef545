// What a verification found: a stable code for programs, a position, and a Swedish sentence for whoever reads it.

/** Where, and what the sentence needs to know besides. */
export interface Place {
  readonly position: number;
  /** The last of several positions in a row. */
  readonly through: number;
  readonly detail: string;
}

export interface Finding {
  readonly code: FindingCode;
  /** An information is true of sound logs, too. */
  readonly severity: 'fault' | 'information';
  readonly position: number;
  readonly through: number;
  readonly sentence: string;
}

const SENTENCES = {
  'position-missing': (at) => `${events(at)} saknas.`,
  'position-repeated': (at) => `${positions(at)} förekommer mer än en gång, eller hör inte till loggen.`,
  'event-repeated': (at) => `${events(at)} är en kopia: samma kommando har redan en händelse med det numret.`,
  'event-beyond-head': (at) => `${events(at)} ligger efter loggens slut${at.detail}.`,
  'head-without-event': (at) => `Loggen ska nå till ${at.through}, men ${lower(events(at))} saknas.`,
  'head-time': (at) => `Loggens slut har en annan tid än händelse ${at.position}, som är den sista.`,
  'revision-broken': (at) => `${events(at)} följer inte på den förra i sin ström: ${at.detail}.`,
  'time-backwards': (at) => `${events(at)} har en tid som ligger före händelsen innan.`,
  'time-impossible': (at) => `${events(at)} har en tid som systemet inte skriver: det skriver hela millisekunder.`,
  'json-broken': (at) => `${events(at)} har ett innehåll som inte är JSON.`,
  'meta-disagrees': (at) => `${events(at)} har ett annat kommando i sina metadata än i sina kolumner.`,
  'event-altered': (at) =>
    `${events(at)} är inte som när loggen förseglades, eller är det som står före omskrivet med sigill.`,
  'seal-altered': (at) => `Sigillet för ${lower(events(at))} är ändrat; innehållet är orört.`,
  'seal-differs': (at) => `${events(at)} stämmer inte med sigillet: endera är ändrat.`,
  'seal-missing': (at) => `Sigillet för ${lower(events(at))} saknas, fast senare händelser är förseglade.`,
  'seal-repeated': (at) => `Sigillet vid ${at.position} täcker händelser som ett tidigare sigill täcker.`,
  'seal-malformed': (at) => `Sigillet vid ${at.through} har fel längd.`,
  'seal-beyond-head': (at) => `Det finns sigill för ${lower(events(at))}, efter loggens slut.`,
  unsealed: (at) => `Sigill saknas ännu för ${lower(events(at))}.`,
  'anchor-signature': (at) => `Ankaret ${at.detail} har en underskrift som inte stämmer.`,
  'anchor-key': (at) => `Ankaret ${at.detail} är underskrivet med en okänd nyckel.`,
  'anchor-differs': (at) => `Ankaret ${at.detail} stämmer inte: något i ${lower(events(at))} är omskrivet.`,
  'anchor-beyond-log': (at) =>
    `Ankaret ${at.detail} visar att ${lower(events(at))} har funnits, men loggen slutar före.`,
  'anchor-beyond-seals': (at) => `Ankaret ${at.detail} visar att ${lower(events(at))} har haft sigill, som nu saknas.`,
  'anchor-without-log': (at) => `Ankaret ${at.detail} gäller en logg som inte finns här.`,
} satisfies Record<string, (at: Place) => string>;

export type FindingCode = keyof typeof SENTENCES;

/** So that a log of which nothing is left does not fill the memory with sentences. */
export const FINDINGS_MAX = 1_000;

export class Findings {
  private readonly found: { code: FindingCode; position: number; through: number; detail: string }[] = [];
  private readonly latest = new Map<FindingCode, { position: number; through: number; detail: string }>();
  private dropped = 0;

  add(code: FindingCode, position: number, through = position, detail = ''): void {
    const before = this.latest.get(code);
    // The same fault in one event after another is one finding.
    if (before && before.through + 1 === position && before.detail === detail) {
      before.through = through;
      return;
    }
    if (this.found.length >= FINDINGS_MAX) {
      this.dropped += 1;
      return;
    }
    const finding = { code, position, through, detail };
    this.found.push(finding);
    this.latest.set(code, finding);
  }

  /** How many there were no room for. */
  get leftOut(): number {
    return this.dropped;
  }

  /** In order of position. */
  list(): Finding[] {
    const sorted = this.found.toSorted((a, b) => a.position - b.position);
    return sorted.map(({ code, position, through, detail }) => ({
      code,
      severity: code === 'unsealed' ? 'information' : 'fault',
      position,
      through,
      sentence: SENTENCES[code]({ position, through, detail }),
    }));
  }
}

function events({ position, through }: Place): string {
  return position === through ? `Händelse ${position}` : `Händelserna ${position}–${through}`;
}

function positions({ position, through }: Place): string {
  return position === through ? `Position ${position}` : `Positionerna ${position}–${through}`;
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
