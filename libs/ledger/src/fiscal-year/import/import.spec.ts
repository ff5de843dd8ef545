import { deciderSpec } from '@finsam/kernel/testing';
import { canonicalJson } from '@finsam/kernel';
import { sie4, voucherLines } from '../../sie/testing';
import { fiscalYearDecider } from '../fiscal-year.decider';
import {
  type FiscalYearEvent,
  FiscalYearClosed,
  FiscalYearOpened,
  fiscalYearEvents,
  PeriodsLocked,
} from '../fiscal-year.events';
import { decision } from '../../testing';
import {
  afterImports,
  changed,
  decided,
  february,
  findingsIn,
  importing,
  january,
  numbersBooked,
  of,
  opened,
  refusalTo,
  resolving,
  stateAfter,
} from './testing';

const given = (...past: FiscalYearEvent[]) => deciderSpec(fiscalYearDecider).given(...past);
const news = (past: FiscalYearEvent[], text: string, id = 'import-9') => decided(past, importing(id, text));

describe('the monthly file of the year to date', () => {
  it('books what is new and skips what is known', () => {
    const first = afterImports(january);
    expect(numbersBooked(first)).toEqual(['A1', 'A2']);
    const second = news(first, february);
    expect(numbersBooked(second)).toEqual(['A3']);
    expect(of(second, 'SieImported')[0]!.vouchers).toEqual({ booked: 1, known: 2, conflicts: 0 });
    // The whole year at once comes to the same.
    const balances = (events: FiscalYearEvent[]) => canonicalJson([...stateAfter(events).balances]);
    expect(balances([...first, ...second])).toBe(balances(afterImports(february)));
  });

  it('keeps number, day, text and rows as the source has them, in our codes', () => {
    const vouchers = of(afterImports(january), 'VouchersImported').flatMap((data) => data.vouchers);
    expect(vouchers[0]).toMatchObject({
      series: 'A',
      number: 1,
      date: '2024-03-01',
      registeredOn: '2024-03-02',
      text: 'Köp',
      rows: [
        { account: 4010, amountOre: 12_550, dimensions: { activity: 'stegen' } },
        { account: 1930, amountOre: -12_550, dimensions: {} },
      ],
    });
  });

  it('does nothing when the command is repeated, and refuses the same file under another', () => {
    const past = afterImports(january);
    given(...past)
      .when(importing('import-1', january))
      .thenNothing();
    given(...past)
      .when(importing('import-2', january))
      .thenRefused('ledger/file-known');
    expect(refusalTo(importing('import-2', january), ...past).details).toMatchObject({ importId: 'import-1' });
  });

  it('knows a voucher again though the mapping has changed', () => {
    const later = importing('import-9', february, { mapping: { dimensions: [], accounts: [] } });
    const events = decided(afterImports(january), later);
    expect(of(events, 'SieImported')[0]!.vouchers).toEqual({ booked: 1, known: 2, conflicts: 0 });
  });

  it('takes over accounts and activities that the year does not have, and lists the accounts', () => {
    const events = afterImports(january);
    expect(of(events, 'AccountsAdopted')[0]!.accounts.map(({ account }) => account)).toEqual([1930, 2010, 3511, 4010]);
    expect(of(events, 'ActivitiesAdopted')).toEqual([
      { year: 2024, activities: [{ activity: 'stegen', name: 'stegen' }] },
    ]);
    expect(findingsIn(events)['unmapped-account']).toEqual(['1930', '2010', '3511', '4010']);
    expect(of(news(events, february), 'AccountsAdopted')).toEqual([]);
  });

  it('carries the difference of opening balances', () => {
    const past = afterImports(january);
    expect(of(past, 'OpeningBalancesImported').map(({ changes }) => changes)).toEqual([
      [
        { account: 1930, amountOre: 10_000 },
        { account: 2010, amountOre: -10_000 },
      ],
    ]);
    const later = february.replace('#IB 0 1930 100.00', '#IB 0 1930 90.00').replace('2010 -100.00', '2010 -90.00');
    const events = news(past, later);
    expect(of(events, 'OpeningBalancesImported').map(({ changes }) => changes)).toEqual([
      [
        { account: 1930, amountOre: -1_000 },
        { account: 2010, amountOre: 1_000 },
      ],
    ]);
    expect(stateAfter([...past, ...events]).balances.get(2010)).toBe(-9_000);
    expect(of(news(past, february), 'OpeningBalancesImported')).toEqual([]);
  });

  it('leaves a large file in events that a log takes, and all of them are as their schemas say', () => {
    const lines = Array.from({ length: 3_000 }, (_, n) => voucherLines(n + 1, '1.00', 'Köp av åäö '.repeat(9)));
    const events = afterImports(sie4(...lines.flat()));
    const chunks = of(events, 'VouchersImported');
    expect(chunks.length).toBeGreaterThan(10);
    for (const event of events) {
      const { schema } = fiscalYearEvents.find(({ type }) => type === event.type)!;
      expect(schema.parse(event.data)).toEqual(event.data);
      expect(Buffer.byteLength(JSON.stringify(event.data))).toBeLessThan(128 * 1024);
    }
    expect(numbersBooked(events)).toHaveLength(3_000);
  });
});

describe('a changed content under the same number', () => {
  const past = afterImports(january);
  const conflict = news(past, changed);

  it('is listed and not booked', () => {
    expect(numbersBooked(conflict)).toEqual([]);
    expect(of(conflict, 'ImportConflictsFound')[0]!.conflicts.map(({ voucher }) => voucher.number)).toEqual([2]);
    expect(stateAfter([...past, ...conflict]).balances.get(1930)).toBe(10_000 - 12_550 - 1_000);
  });

  it('is listed once, and again only with a third content', () => {
    const later = [...past, ...conflict];
    expect(of(news(later, `${changed}#PROSA x`, 'import-10'), 'ImportConflictsFound')).toEqual([]);
    const third = changed.replaceAll('12.00\r\n', '13.00\r\n');
    expect(of(news(later, third, 'import-10'), 'ImportConflictsFound')).toHaveLength(1);
  });

  it('is replaced by decision: the old rows are taken back, both can be read', () => {
    const later = [...past, ...conflict];
    const events = decided(later, resolving(later, 'replace'));
    const [replaced] = of(events, 'ImportedVoucherReplaced');
    expect(replaced).toMatchObject({ importId: 'import-9', takenBack: { date: '2024-03-01' } });
    expect(replaced!.takenBack.rows.map(({ amountOre }) => amountOre)).toEqual([1_000, -1_000]);
    expect(replaced!.voucher).toMatchObject({ series: 'A', number: 2 });
    expect(replaced!.voucher.voucherId).not.toBe(replaced!.replaces);
    expect(stateAfter([...later, ...events]).balances.get(1930)).toBe(10_000 - 12_550 - 1_200);
    given(...later)
      .when(resolving(later, 'replace'))
      .then(...events);
    // What stands now is known in the next file.
    expect(of(news([...later, ...events], `${changed}#PROSA y`, 'import-11'), 'SieImported')[0]!.vouchers).toEqual({
      booked: 0,
      known: 2,
      conflicts: 0,
    });
  });

  it('is kept out by decision, and does not come again', () => {
    const later = [...past, ...conflict];
    const events = decided(later, resolving(later, 'keep'));
    given(...later)
      .when(resolving(later, 'keep'))
      .then(...events);
    const next = news([...later, ...events], `${changed}#PROSA z`, 'import-11');
    expect(of(next, 'SieImported')[0]!.vouchers).toEqual({ booked: 0, known: 2, conflicts: 0 });
    expect(of(next, 'ImportConflictsFound')).toEqual([]);
  });

  it('is withdrawn when a newer file says again what is booked', () => {
    const later = [...past, ...conflict];
    const events = news(later, february, 'import-10');
    expect(of(events, 'ImportConflictsWithdrawn')[0]!.vouchers).toEqual([{ series: 'A', number: 2 }]);
    given(...later, ...events)
      .when(resolving(later, 'keep'))
      .thenRefused('ledger/no-such-conflict');
  });

  it('is not decided on unseen', () => {
    const later = [...past, ...conflict];
    const seen = resolving(later, 'replace');
    const third = news(later, changed.replaceAll('12.00\r\n', '13.00\r\n'), 'import-10');
    given(...later, ...third)
      .when(seen)
      .thenRefused('ledger/other-conflict');
    given(...past)
      .when(seen)
      .thenRefused('ledger/no-such-conflict');
  });

  it('is not replaced in a locked period', () => {
    const later = [...past, ...conflict, PeriodsLocked({ year: 2024, through: 3, reason: 'Avstämt', decision })];
    given(...later)
      .when(resolving(later, 'replace'))
      .thenRefused('ledger/period-locked');
    given(...later)
      .when(resolving(later, 'keep'))
      .then(...decided(later, resolving(later, 'keep')));
  });
});

describe('a file is refused whole', () => {
  it('in own books, in a closed year, in one that is not open', () => {
    given(FiscalYearOpened({ year: 2024, books: 'own' }))
      .when(importing('import-1', january))
      .thenRefused('ledger/not-imported-books');
    const closed = FiscalYearClosed({ year: 2024, resultOre: 0 as never, closingBalances: [], decision });
    given(opened, closed).when(importing('import-1', january)).thenRefused('ledger/year-closed');
    given().when(importing('import-1', january)).thenRefused('ledger/no-such-year');
  });

  it('when something new in it lies in a locked period, and says what', () => {
    const lock = PeriodsLocked({ year: 2024, through: 3, reason: 'Avstämt', decision });
    const past = [...afterImports(january), lock];
    const refusal = refusalTo(importing('import-2', february), ...past);
    expect([refusal.code, refusal.details['list']]).toEqual(['ledger/import-in-locked-period', 'A 3']);
    // What is known may lie there, and a conflict waits for its decision.
    const april = january + voucherLines(3).join('\r\n').replace('20240301', '20240401');
    expect(numbersBooked(news(past, april))).toEqual(['A3']);
    expect(of(news(past, changed), 'ImportConflictsFound')).toHaveLength(1);
    const opening = february.replace('#IB 0 1930 100.00', '#IB 0 1930 90.00');
    expect(refusalTo(importing('import-2', opening), ...past).details['list']).toBe('ingående balans 1930, A 3');
  });

  it('when it is of another year', () => {
    const other = january.replace('#RAR 0 20240101 20241231', '#RAR 0 20230101 20231231');
    expect(() => importing('import-1', other)).toThrow(expect.objectContaining({ code: 'sie/other-year' }));
    const broken = january.replace('#RAR 0 20240101 20241231', '#RAR 0 20240701 20250630');
    expect(() => importing('import-1', broken)).toThrow(expect.objectContaining({ code: 'sie/other-year' }));
    const none = january.replace('#RAR 0 20240101 20241231\r\n', '').replaceAll('20240301', '20230301');
    expect(() => importing('import-1', none)).toThrow(expect.objectContaining({ code: 'sie/other-year' }));
  });

  it('when a year could not hold its amounts', () => {
    const huge = Array.from({ length: 3 }, (_, n) => voucherLines(n + 1, '99999999999.99'));
    given(opened)
      .when(importing('import-1', sie4(...huge.flat())))
      .thenRefused('ledger/too-large');
  });
});
