// Makes of a file what a fiscal year can decide on: vouchers in our codes, each known again by a hash of its content.
import { createHash } from 'node:crypto';
import { type BusinessDate, dateOf, yearOf } from '@finsam/kernel';
import { Findings } from '../../sie/findings';
import type { SieFile, SieVoucher } from '../../sie/model';
import { withoutIdentityNumbers } from '../../sie/reading/clean-text';
import { refuse } from '../../sie/refusals';
import type { SieMapping } from '../../sie-mapping/sie-mapping.events';
import { ObjectMapping } from './map-objects';
import { monthlyAmounts } from './monthly-amounts';
import type { AccountAmount, PreparedFile, PreparedVoucher } from './prepared-file';

/** Of one voucher in JSON; an event may hold a little more. */
const VOUCHER_BYTES_MAX = 200_000;

export interface KnownBeside {
  readonly year: number;
  readonly mapping: SieMapping;
  readonly members: readonly string[];
  readonly bytes: number;
  /** How the year before closed; undefined if it is not kept here. */
  readonly closedAt: readonly AccountAmount[] | undefined;
}

export function prepareImport(file: SieFile, beside: KnownBeside): PreparedFile {
  const { year } = beside;
  refuseOtherYear(file, year);
  const findings = new Findings(file.findings.summary());
  const mapping = new ObjectMapping(beside.mapping, new Set(beside.members), findings);
  const vouchers = preparedVouchers(file.vouchers, { year, mapping, findings });
  const amounts = monthlyAmounts(file, { year, mapping: beside.mapping, codes: mapping, findings });
  const { samples: _, ...charset } = file.charset;
  const balances = (kind: 'IB' | 'UB' | 'RES', of = 0): AccountAmount[] | undefined => {
    const found = file.balances.filter((one) => one.kind === kind && one.year === of);
    return found.length === 0 ? undefined : found.map(({ account, amountOre }) => ({ account, amountOre }));
  };
  return {
    bytes: beside.bytes,
    sieType: file.type,
    charset,
    program: file.program,
    generatedOn: file.generatedOn,
    through: file.through,
    accounts: [...file.accounts].map(([account, name]) => ({ account, name })),
    activities: [...mapping.activities].map(([activity, key]) => ({
      activity,
      name: file.objects.get(key) || activity,
    })),
    vouchers,
    opening: balances('IB'),
    closing: balances('UB'),
    result: balances('RES'),
    ...amounts,
    before: beside.closedAt
      ? { opening: [], movements: [] }
      : { opening: balances('IB', -1) ?? [], movements: amounts.before },
    closedAt: beside.closedAt,
    findings: findings.summary(),
    skipped: [...file.skipped].map(([label, count]) => ({ label, count })),
  };
}

/** The books are a calendar year's; a file of vouchers alone says of which year by their dates. */
function refuseOtherYear({ type, years, vouchers }: SieFile, year: number): void {
  const told = years.get(0);
  if (told && (told.from !== dateOf(year, 1, 1) || told.to !== dateOf(year, 12, 31))) {
    throw refuse('sie/other-year', { from: told.from, to: told.to, year });
  }
  if (told) return;
  if (type !== '4E' && type !== '4I') throw refuse('sie/no-year');
  const [first, last] = [vouchers[0], vouchers.at(-1)];
  if (!first || !last) throw refuse('sie/no-year');
  if (yearOf(first.date) === year || yearOf(last.date) === year) return;
  throw refuse('sie/other-year', { from: first.date, to: last.date, year });
}

interface Preparing {
  readonly year: number;
  readonly mapping: ObjectMapping;
  readonly findings: Findings;
}

function preparedVouchers(vouchers: readonly SieVoucher[], preparing: Preparing): PreparedVoucher[] {
  /** How often each content has come without a number. */
  const unnumbered = new Map<string, number>();
  return vouchers.map((voucher) => {
    const contentHash = hashOf(contentOf(voucher));
    const told = `${voucher.series} ${contentHash}`;
    const place = voucher.number ?? `utan nummer ${unnumbered.get(told) ?? 0}`;
    if (voucher.number === null) unnumbered.set(told, (unnumbered.get(told) ?? 0) + 1);
    const id = hashOf(JSON.stringify([preparing.year, voucher.series, place, contentHash])).slice(0, 24);
    return prepared(voucher, { voucherId: id, contentHash }, preparing);
  });
}

function prepared(
  voucher: SieVoucher,
  known: Pick<PreparedVoucher, 'voucherId' | 'contentHash'>,
  { year, mapping, findings }: Preparing,
): PreparedVoucher {
  const { line, series, number, registeredOn } = voucher;
  const name = `${series} ${number ?? '?'}`;
  const { text, like, masked } = withoutIdentityNumbers(voucher.text);
  if (masked) findings.add('identity-number', line, name);
  else if (like) findings.add('like-identity-number', line, name);
  if (number === null) findings.add('without-number', line, name);
  if (yearOf(voucher.date) !== year) findings.add('date-outside-year', line, name);
  const mapped = <T extends SieVoucher['rows'][number]>({ account, amountOre, objects }: T) => ({
    account,
    amountOre,
    dimensions: mapping.codesOf(account, objects),
  });
  const made: PreparedVoucher = {
    ...known,
    line,
    series,
    number,
    date: within(voucher.date, year),
    ...(registeredOn && { registeredOn }),
    text,
    rows: voucher.rows.map(mapped),
    ...(voucher.changes.length > 0 && {
      changes: voucher.changes.map((row) => ({ change: row.change, ...(row.on && { on: row.on }), ...mapped(row) })),
    }),
  };
  if (voucher.rows.length + voucher.changes.length > 500) refuseTooLarge(made);
  return made;
}

function refuseTooLarge({ line, rows, changes, ...rest }: PreparedVoucher): void {
  const bytes = Buffer.byteLength(JSON.stringify({ ...rest, rows, changes }));
  if (bytes > VOUCHER_BYTES_MAX) throw refuse('sie/voucher-too-large', { line, most: rows.length - 1 });
}

/** A day outside the year is booked on the nearest in it, and told of. */
function within(date: BusinessDate, year: number): BusinessDate {
  const [first, last] = [dateOf(year, 1, 1), dateOf(year, 12, 31)];
  return date < first ? first : date > last ? last : date;
}

/** What the source says of it, in the source's codes: a mapping that changes makes no voucher another. */
function contentOf({ date, text, rows }: SieVoucher): string {
  return JSON.stringify([
    date,
    text,
    rows.map(({ account, amountOre, objects }) => [
      account,
      amountOre,
      objects.map(({ dimension, code }) => [dimension, code]),
    ]),
  ]);
}

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');
