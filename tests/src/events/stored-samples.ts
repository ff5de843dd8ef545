// What logs hold: one event as it was stored, of each type and version that has ever been recorded.
import { catalogue } from '@finsam/assembly';
import { type EventDefinition, type Recorded } from '@finsam/kernel';
import { recorded } from '@finsam/kernel/testing';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(__dirname, 'samples');
/** In the form of `sha256sum`: `sha256sum -c SHA256SUMS` says the same as the spec. */
const SUMS = 'SHA256SUMS';

export interface Sample {
  /** `CostBooked.v1.json` */
  readonly file: string;
  /** Deeply frozen: whoever reads an event leaves it as it was stored. */
  readonly event: Recorded;
}

export const fileOf = (type: string, version: number) => `${type}.v${version}.json`;

export function storedSamples(): Sample[] {
  return sampleFiles().map((file) => {
    const { type, schemaVersion, data } = frozen(JSON.parse(text(file))) as Recorded;
    return { file, event: { ...recorded([{ type, data }])[0]!, schemaVersion } };
  });
}

/** Every version that a log may hold of every type. */
export function samplesNeeded(): string[] {
  const versions = ({ type, version }: EventDefinition) =>
    Array.from({ length: version }, (_, index) => fileOf(type, index + 1));
  return catalogue.flatMap(versions).sort();
}

/** By file: the hash it was released with, and the hash it has. */
export function hashes(): { released: ReadonlyMap<string, string>; actual: ReadonlyMap<string, string> } {
  const lines = text(SUMS).trimEnd().split('\n');
  return {
    released: new Map(lines.map((line) => line.split('  ').reverse() as [string, string])),
    actual: new Map(sampleFiles().map((file) => [file, createHash('sha256').update(text(file)).digest('hex')])),
  };
}

const sampleFiles = () =>
  readdirSync(FOLDER)
    .filter((file) => file !== SUMS)
    .sort();
const text = (file: string) => readFileSync(join(FOLDER, file), 'utf8');

export function frozen(value: unknown): unknown {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(frozen);
  return value;
}
