// Files of an invented accounting office, and commands that take them over, for the specs of this folder.
import { createHash } from 'node:crypto';
import { DomainError, fold } from '@finsam/kernel';
import { readSie } from '../../sie/reading/read-sie';
import { cp437, sie4, voucherLines } from '../../sie/testing';
import type { SieMapping } from '../../sie-mapping/sie-mapping.events';
import { ImportSie, ResolveImportConflict } from '../commands';
import { fiscalYearDecider } from '../fiscal-year.decider';
import { type FiscalYearEvent, FiscalYearOpened } from '../fiscal-year.events';
import { type KnownBeside, prepareImport } from './prepare-import';

export const opened = FiscalYearOpened({ year: 2024, books: 'imported' });

export const mapping: SieMapping = {
  dimensions: [
    { dimension: 6, to: 'activity', objects: [{ object: 'STEGEN', code: 'stegen' }], others: 'unmapped' },
    { dimension: 20, to: 'member', objects: [], others: 'same' },
  ],
  accounts: [{ from: 3500, to: 3599, activity: 'medlemsbidrag' }],
};

const beside: Omit<KnownBeside, 'bytes'> = { year: 2024, mapping, members: ['osterby'], closedAt: undefined };

/** A command as the edge makes it of a file. */
export function importing(importId: string, text: string, changes: Partial<KnownBeside> = {}) {
  const bytes = cp437(text);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const facts = prepareImport(readSie(bytes), { ...beside, bytes: bytes.length, ...changes });
  return ImportSie({ year: 2024, importId, sha256, facts });
}

/** All that has happened in a year once these files have come one after the other. */
export function afterImports(...texts: string[]): FiscalYearEvent[] {
  return texts.reduce<FiscalYearEvent[]>(
    (past, text, n) => [...past, ...decided(past, importing(`import-${n + 1}`, text))],
    [opened],
  );
}

export function decided(
  past: readonly FiscalYearEvent[],
  command: Parameters<typeof fiscalYearDecider.decide>[0],
): FiscalYearEvent[] {
  return [...fiscalYearDecider.decide(command, stateAfter(past))];
}

export function refusalTo(
  command: Parameters<typeof fiscalYearDecider.decide>[0],
  ...past: FiscalYearEvent[]
): Pick<DomainError, 'code' | 'details'> {
  try {
    decided(past, command);
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
  throw new Error('it was not refused');
}

export const stateAfter = (events: readonly FiscalYearEvent[]) => fold(fiscalYearDecider, events);

type DataOf<T extends FiscalYearEvent['type']> = Extract<FiscalYearEvent, { type: T }>['data'];

export function of<T extends FiscalYearEvent['type']>(events: readonly FiscalYearEvent[], type: T): DataOf<T>[] {
  return events.flatMap((event) => (event.type === type ? [event.data as DataOf<T>] : []));
}

/** Each kind of oddity that the last import found, with what it was about. */
export function findingsIn(events: readonly FiscalYearEvent[]): Record<string, (string | null)[]> {
  const { findings } = of(events, 'SieImported').at(-1)!;
  return Object.fromEntries(findings.map(({ code, examples }) => [code, examples.map(({ what }) => what)]));
}

export const numbersBooked = (events: readonly FiscalYearEvent[]): string[] =>
  of(events, 'VouchersImported').flatMap(({ vouchers }) => vouchers.map(({ series, number }) => `${series}${number}`));

export const january = sie4('#IB 0 1930 100.00', '#IB 0 2010 -100.00', ...voucherLines(1), ...voucherLines(2, '10.00'));
export const february = january + voucherLines(3, '7.00').join('\r\n');
/** As January, but voucher 2 has another amount. */
export const changed = january.replaceAll('10.00\r\n', '12.00\r\n');

export function resolving(past: readonly FiscalYearEvent[], decision: 'keep' | 'replace', number = 2) {
  const conflict = stateAfter(past).imports.conflicts.get(`A ${number}`);
  const contentHash = conflict?.voucher.contentHash ?? '0'.repeat(64);
  return ResolveImportConflict({
    year: 2024,
    series: 'A',
    number,
    contentHash,
    decision,
    reason: 'Ekonomikontoret har rättat',
  });
}
