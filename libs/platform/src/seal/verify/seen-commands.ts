// Which events of which commands have been met, so that an event copied to a later place shows itself, sealed or not.
// Eight bytes per event: a set of a million texts would need a hundred megabytes. Of a million different events two
// look the same once in forty million logs.

const { imul } = Math;

/** One for each half of a fingerprint. */
const SEEDS = [0x9e3779b9, 0x85ebca6b] as const;

export class SeenCommands {
  private slots = new Uint32Array(2 * 1024);
  private count = 0;

  /** True if this event of this command was met before. */
  meets(commandId: string, ordinal: number): boolean {
    if (this.count * 4 >= this.slots.length) this.grow();
    const key = `${ordinal}:${commandId}`;
    return !this.put(fingerprint(key, SEEDS[0]), fingerprint(key, SEEDS[1]));
  }

  /** False if it is there already. */
  private put(high: number, low: number): boolean {
    const { slots } = this;
    const mask = slots.length / 2 - 1;
    let slot = low & mask;
    while (slots[2 * slot] !== 0) {
      if (slots[2 * slot] === high && slots[2 * slot + 1] === low) return false;
      slot = (slot + 1) & mask;
    }
    slots[2 * slot] = high;
    slots[2 * slot + 1] = low;
    this.count += 1;
    return true;
  }

  private grow(): void {
    const old = this.slots;
    this.slots = new Uint32Array(2 * old.length);
    this.count = 0;
    for (let at = 0; at < old.length; at += 2) if (old[at] !== 0) this.put(old[at]!, old[at + 1]!);
  }
}

/** 32 bits (MurmurHash3 over UTF-16 units); never 0, which marks an empty slot. */
function fingerprint(text: string, seed: number): number {
  let sum = seed;
  for (let index = 0; index < text.length; index += 1) {
    let unit = imul(text.charCodeAt(index), 0xcc9e2d51);
    unit = (unit << 15) | (unit >>> 17);
    sum ^= imul(unit, 0x1b873593);
    sum = (sum << 13) | (sum >>> 19);
    sum = (imul(sum, 5) + 0xe6546b64) | 0;
  }
  sum ^= text.length;
  sum = imul(sum ^ (sum >>> 16), 0x85ebca6b);
  sum = imul(sum ^ (sum >>> 13), 0xc2b2ae35);
  return (sum ^ (sum >>> 16)) >>> 0 || 1;
}
