// The commands of `finsam`, in one table: help, parsing and running are read from it.
import { groups, catalogue } from '@finsam/assembly';
import { tryParsePeriod } from '@finsam/kernel';
import {
  checkPosture,
  describeFinding,
  findAssociation,
  GroupRunner,
  issueToken,
  listAssociations,
  migrate,
  readLags,
  recordOf,
  type Scope,
  stopOnSignal,
} from '@finsam/platform';
import { listRuns, type ReportDocument } from '@finsam/reporting';
import { type CliCommand, CliError, type Options } from './arguments';
import { avstamCommand } from './avstam';
import { compareCommand } from './compare';
import { cliConfig, openDatabase, withInstallation } from './database';
import { granskaCommand } from './granska';
import { importCommand } from './import-file';
import { logCommands } from './log-commands';
import { makeReport, nationalFigures } from './reports';
import { reportText } from './report-text';
import { loadDemos, writeDemoReports } from './demo';
import { sieCommands } from './sie-commands';
import { statementCommands } from './statement-commands';
import { refuseSecondStart, startService } from './start';

const say = (text: string) => process.stdout.write(`${text}\n`);

async function start(): Promise<void> {
  const { config, logger } = cliConfig();
  await refuseSecondStart(config);
  const service = await startService(config, logger);
  stopOnSignal(async () => {
    process.stderr.write('\nStoppar …\n');
    await service.stop();
  }, logger);
  say(
    [
      `Finsambok är igång.`,
      `  API          ${service.url}`,
      `  Beskrivning  ${service.url}/docs`,
      `  Data         ${service.place}`,
    ].join('\n'),
  );
  try {
    await writeDemoReports(service, (file) => say(`  Rapport      ${file}`));
  } catch (error) {
    await service.stop();
    throw error;
  }
  say('Nyckel för utveckling: npx finsam token --scope operator. Stoppa med Ctrl-C.');
}

async function report({ association, period, type = 'delarsrapport', format = 'text' }: Options): Promise<void> {
  if (!['text', 'json', 'html'].includes(format)) throw new CliError('--format är text, json eller html.');
  if (!tryParsePeriod(period!))
    throw new CliError(`${period} är ingen period. Skriv till exempel 2024-H1 eller 2024-01-01..2024-08-31.`);
  const { config, logger } = cliConfig();
  const service = await startService(config, logger, 0);
  try {
    await loadDemos(service);
    const slug = association!;
    const id = await findAssociation(service.installation.databases, slug);
    if (id === null) throw await unknownAssociation(service.installation, slug);
    // The same log gives the same report, so asking again is the same run.
    const position = await service.installation.store.head(recordOf(id));
    const made = await makeReport(
      service.url,
      config,
      slug,
      { type, period: period! },
      `cli-${type}-${period}-${position}`,
    );
    if (format === 'html') say(made.html);
    else say(format === 'json' ? made.json : reportText(JSON.parse(made.json) as ReportDocument));
  } finally {
    await service.stop();
  }
}

async function national({ year }: Options): Promise<void> {
  if (!/^\d{4}$/.test(year!)) throw new CliError('--year är ett årtal, till exempel 2024.');
  const { config, logger } = cliConfig();
  const service = await startService(config, logger, 0);
  try {
    say(await nationalFigures(service.url, config, Number(year)));
  } finally {
    await service.stop();
  }
}

async function unknownAssociation(
  { databases }: { databases: Parameters<typeof listAssociations>[0] },
  slug: string,
): Promise<CliError> {
  const known = (await listAssociations(databases)).map((one) => one.slug);
  return new CliError(`Förbundet ${slug} finns inte. Det finns: ${known.join(', ') || 'inga'}.`);
}

async function rebuild({ association, group }: Options): Promise<void> {
  const chosen = groups.filter(({ name }) => group === undefined || name === group);
  if (chosen.length === 0)
    throw new CliError(`Gruppen ${group} finns inte. Det finns: ${groups.map(({ name }) => name).join(', ')}.`);
  await withInstallation(async ({ databases }) => {
    const all = await listAssociations(databases);
    const associations = all.filter(({ slug }) => association === undefined || slug === association);
    if (associations.length === 0) throw await unknownAssociation({ databases }, String(association));
    const runner = new GroupRunner(databases, catalogue);
    for (const { id, slug } of associations) {
      for (const one of chosen) say(`${slug} ${one.name}: generation ${await runner.rebuild(id, one)}`);
    }
  });
}

async function status(): Promise<void> {
  await withInstallation(async ({ config, databases }) => {
    const findings = await checkPosture(databases.dispatcher(), config);
    if (findings.length > 0) say(['Databasens skydd', ...findings.map(describeFinding)].join('\n  ') + '\n');
    const names = new Map((await listAssociations(databases)).map(({ id, slug }) => [id, slug]));
    say('Förbund                     Grupp         Position     Logg    Efter');
    for (const lag of await readLags(databases, groups)) {
      const place = `${(names.get(lag.association) ?? String(lag.association)).padEnd(27)} ${lag.group.padEnd(12)}`;
      const stalled = lag.stalledAt === null ? '' : `  STÅR STILL vid ${lag.stalledAt}: ${lag.stalledReason}`;
      say(place + [lag.position, lag.head, lag.behind].map((number) => String(number).padStart(9)).join('') + stalled);
    }
    say('\nRapportkörningar');
    for (const [id, slug] of names) {
      for (const run of await listRuns(databases.association(id), 10)) {
        const failure = run.failure === null ? '' : `  ${run.failure}`;
        say(
          `${slug.padEnd(27)} ${run.runId} ${run.type} ${run.period} position ${run.position}: ` +
            `${run.status}, försök ${run.attempt}${failure}`,
        );
      }
    }
  });
}

async function migrateOnly(): Promise<void> {
  const { config } = cliConfig();
  const database = await openDatabase(config);
  try {
    const { applied, readTables } = await migrate(config, database.url, groups);
    say(
      applied.length + readTables.length === 0
        ? 'Databasen är redan aktuell.'
        : `Klart: ${[...applied, ...readTables].join(', ')}`,
    );
  } finally {
    await database.close();
  }
}

async function seed(): Promise<void> {
  const { config, logger } = cliConfig();
  const service = await startService(config, logger, 0);
  try {
    for (const { slug, name } of await loadDemos(service)) say(`${name} (${slug})`);
  } finally {
    await service.stop();
  }
}

async function token({ scope, person }: Options): Promise<void> {
  if (!/^(operator|national|association:[a-z0-9-]+)$/.test(scope!))
    throw new CliError('--scope är operator, national eller association:<förbund>.');
  if (person !== undefined && !/^[a-z0-9-]{1,40}$/.test(person))
    throw new CliError('--person är ett eget kort id, till exempel ekonom-1. Inget namn.');
  say(issueToken(cliConfig().config, scope as Scope, person));
}

export const commands: Readonly<Record<string, CliCommand>> = {
  start: { summary: 'Starta allt i en process, med egen databas om DATABASE_URL saknas', options: {}, run: start },
  migrate: { summary: 'Skapa eller uppdatera databasens tabeller och roller', options: {}, run: migrateOnly },
  seed: { summary: 'Lägg in demoförbunden i en tom databas', options: {}, run: seed },
  report: {
    summary: 'Ta fram en rapport och skriv ut den',
    options: { association: 'förbund', period: 'period', type: 'delarsrapport', format: 'text|json|html' },
    required: ['association', 'period'],
    run: report,
  },
  compare: compareCommand,
  ...statementCommands,
  granska: granskaCommand,
  avstam: avstamCommand,
  import: importCommand,
  national: {
    summary: 'Förbundens publicerade siffror, summerade (JSON)',
    options: { year: 'årtal' },
    required: ['year'],
    run: national,
  },
  rebuild: {
    summary: 'Bygg om läsmodeller ur loggen',
    options: { association: 'förbund', group: 'grupp' },
    run: rebuild,
  },
  status: { summary: 'Loggar, läsmodeller, eftersläpning och rapportkörningar', options: {}, run: status },
  ...logCommands,
  ...sieCommands,
  token: {
    summary: 'Skriv ut en nyckel för utveckling',
    options: { scope: 'operator|national|association:<förbund>', person: 'id' },
    required: ['scope'],
    run: token,
  },
};

export function usage(): string {
  const lines = Object.entries(commands).map(([name, { summary, options, required = [], positional }]) => {
    const arguments_ = Object.entries(options).map(([option, value]) => {
      if (option === positional) return value.toUpperCase();
      const text = `--${option} ${value}`;
      return required.includes(option) ? text : `[${text}]`;
    });
    return `  finsam ${[name, ...arguments_].join(' ')}\n      ${summary}`;
  });
  return `Finsambok\n\n${lines.join('\n')}\n`;
}
