// `finsam compare`: what differs between two knowledge times of a period's statements, cell by cell, as people read it.
import { issueToken } from '@finsam/platform';
import { type Comparison, swedishKronor } from '@finsam/reporting';
import { apiClient } from './api-client';
import type { CliCommand, Options } from './arguments';
import { cliConfig } from './database';
import { startService } from './start';

type Change = Comparison['changes'][number];
type Reason = Change['because'][number];
type Event = Comparison['layouts'][number]['events'][number];

const PAGE = 100;

async function compare({ association, period, from, to }: Options): Promise<void> {
  const { config, logger } = cliConfig();
  const service = await startService(config, logger, 0);
  try {
    const client = apiClient(
      `${service.url}/v1/associations/${association}`,
      issueToken(config, `association:${association}`),
    );
    const asked = new URLSearchParams({ period: period!, from: from!, ...(to !== undefined && { to }) });
    for (let after: number | null = 0; after !== null;) {
      const query: string = `${asked.toString()}&after=${after}&limit=${PAGE}`;
      const page = (await client.get(`statements/compare?${query}`)) as unknown as Comparison;
      if (after === 0) process.stdout.write(headText(page));
      process.stdout.write(page.changes.map(changeText).join(''));
      // The next page is about the same two times, whatever has been recorded since.
      asked.set('to', String(page.to.position));
      asked.set('from', String(page.from.position));
      after = page.next;
    }
  } finally {
    await service.stop();
  }
}

/** Between which times, how much, and which layouts were adopted. Ends with a line feed. */
export function headText({ period, from, to, layouts, count }: Comparison): string {
  const time = ({ position, recordedAt }: Comparison['from']) =>
    `position ${position}${recordedAt === null ? '' : ` (${recordedAt})`}`;
  const lines = layouts.map(({ table, version, rows, columns }) => {
    const first = version.before === null ? 'ny uppställning' : `version ${version.before} blev ${version.after}`;
    const told = [
      ['rader till', rows.came],
      ['rader bort', rows.went],
      ['kolumner till', columns.came],
      ['kolumner bort', columns.went],
    ] as const;
    const parts = told.filter(([, ids]) => ids.length > 0).map(([what, ids]) => `${what}: ${ids.join(', ')}`);
    return `  ${[`${table}: ${first}`, ...(version.before === null ? [] : parts)].join('; ')}\n`;
  });
  const cells = count === 1 ? '1 cell skiljer' : `${count} celler skiljer`;
  return `${period}: från ${time(from)} till ${time(to)}\n${lines.join('')}${cells}\n`;
}

/** A cell and its reasons, each on a line. Ends with a line feed. */
export function changeText({ table, label, row, columnLabel, before, after, differenceOre, because }: Change): string {
  const values = `${before.printed || 'tom'} → ${after.printed || 'tom'}`;
  const difference = differenceOre === null ? '' : ` (${kronor(differenceOre)} kr)`;
  return [
    `\n${table} · ${label || row} · ${columnLabel}: ${values}${difference}`,
    ...because.flatMap(reasonLines),
    '',
  ].join('\n');
}

function reasonLines(reason: Reason): string[] {
  switch (reason.kind) {
    case 'ledger': {
      const lines = reason.lines.map(({ date, series, number, account, amountOre, text, position, recorded }) => {
        const voucher = number === null ? 'ingående balans eller saldo' : `${series}${number}`;
        const what = [date, `konto ${account}`, `${kronor(reason.sign * amountOre)} kr`, text].filter(Boolean);
        return `  ${voucher} ${what.join(' ')} (position ${position}, ${recorded?.at ?? ''}, ${recorded?.by ?? ''})`;
      });
      const left = reason.count - reason.lines.length;
      return left > 0 ? [...lines, `  och ${left} rader till`] : lines;
    }
    case 'cells':
      return [`  följer av ${reason.parts.map(({ table, row, column }) => `${table}/${row}/${column}`).join(', ')}`];
    default:
      return [`  ${wordsFor(reason)}: ${kronor(reason.differenceOre)} kr`, ...reason.events.map(eventLine)];
  }
}

function eventLine({ position, at, by, decision }: Event): string {
  const decided = [decision?.['on'], decision?.['paragraph']].filter(Boolean).join(' § ');
  return `    position ${position}, ${at}, ${by}${decided && `, beslut ${decided}`}`;
}

const WORDS: Readonly<Record<Exclude<Reason['kind'], 'ledger' | 'cells'>, string>> = {
  layout: 'annan uppställning',
  budget: 'annan budget',
  forecast: 'annan prognos',
  plan: 'annan plan',
  reported: 'andra rapporterade uppgifter',
  imported: 'andra inlästa summor',
  source: 'uppgifterna hämtas nu från annat håll',
};

function wordsFor(reason: Exclude<Reason, { kind: 'ledger' | 'cells' }>): string {
  return reason.kind === 'source' && reason.before === 'none' ? 'uppgifter som inte fanns' : WORDS[reason.kind];
}

/** With its sign, also when it is more. */
function kronor(ore: number): string {
  return `${ore > 0 ? '+' : ''}${swedishKronor(ore)}`;
}

export const compareCommand: CliCommand = {
  summary: 'Vad som skiljer räkningarna mellan två kunskapstider, och varför (position, dag eller tidpunkt)',
  options: { association: 'förbund', period: 'period', from: 'kunskapstid', to: 'kunskapstid' },
  required: ['association', 'period', 'from'],
  run: compare,
};
