// Commands about the logs themselves: to verify them, to sign where they stand, to take them out and in.
import {
  createReadStream,
  createWriteStream,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { groups } from '@finsam/assembly';
import {
  type Anchor,
  anchorLine,
  anchorsWithoutLog,
  type Config,
  exportLogs,
  findAssociation,
  type Finding,
  importLogs,
  type KeyRing,
  type LogVerdict,
  migrateIfNeeded,
  readAnchors,
  readPublicKeys,
  signHeads,
  signingKey,
  storedHeads,
  strayEvents,
  trustedAnchors,
  verifyLogs,
} from '@finsam/platform';
import { type CliCommand, CliError, type Options } from './arguments';
import { cliConfig, openDatabase, withInstallation } from './database';

const say = (text: string) => process.stdout.write(`${text}\n`);

async function verify({ association, anchors, keys }: Options): Promise<void> {
  const { config } = cliConfig();
  const read = anchorsFrom(anchors ?? config.anchors, anchors !== undefined);
  const { trusted, findings } = trustedAnchors(read, keysFrom(keys, config));
  let faults = tell(findings);
  await withInstallation(async ({ databases }) => {
    if (association !== undefined && (await findAssociation(databases, association)) === null)
      throw new CliError(`Förbundet ${association} finns inte.`);
    for await (const verdict of verifyLogs(databases, trusted, association)) faults += tellVerdict(verdict);
    if (association !== undefined) return;
    faults += tell(anchorsWithoutLog(trusted, await storedHeads(databases.auditor())));
    for (const { owner, kind, events } of await strayEvents(databases)) {
      say(`FEL ${events} händelser (förbund ${owner}, slag ${kind}) står utanför alla loggar.`);
      faults += 1;
    }
  });
  const kept = trusted.length === 0 ? 'Inga ankare att jämföra med.' : `Jämfört med ${trusted.length} ankare.`;
  say(faults === 0 ? `Inga fel. ${kept}` : `${faults} fel. ${kept}`);
  if (faults > 0) process.exitCode = 1;
}

function tellVerdict({ slug, kind, verification }: LogVerdict): number {
  const { position, sealedTo, hash, findings, leftOut } = verification;
  say(`${slug} (${kind}): ${position} händelser, förseglade till ${sealedTo}, sigill ${hash}`);
  const faults = tell(findings);
  if (leftOut > 0) say(`  och ${leftOut} fynd till`);
  return faults + leftOut;
}

function tell(findings: readonly Finding[]): number {
  for (const { severity, code, sentence } of findings) {
    say(`  ${severity === 'fault' ? 'FEL ' : ''}${sentence} [${code}]`);
  }
  return findings.filter(({ severity }) => severity === 'fault').length;
}

/** A file of anchors, or a folder of such files. */
function anchorsFrom(place: string, demanded: boolean): Anchor[] {
  if (!existsSync(place)) {
    if (demanded) throw new CliError(`${place} finns inte.`);
    return [];
  }
  const files = statSync(place).isDirectory()
    ? readdirSync(place)
        .filter((file) => file.endsWith('.jsonl'))
        .sort()
        .map((file) => join(place, file))
    : [place];
  return files.flatMap((file) => {
    const { anchors, unreadable } = readAnchors(readFileSync(file, 'utf8'));
    if (unreadable.length > 0) throw new CliError(`${file}: ${unreadable.map(({ sentence }) => sentence).join(' ')}`);
    return anchors;
  });
}

function keysFrom(file: string | undefined, config: Config): KeyRing {
  if (file === undefined) return readPublicKeys(signingKey(config.secret).publicKey);
  if (!existsSync(file)) throw new CliError(`${file} finns inte.`);
  return readPublicKeys(readFileSync(file, 'utf8'));
}

async function anchor(): Promise<void> {
  await withInstallation(async ({ config, databases }) => {
    const today = new Date().toISOString().slice(0, 10);
    const broken = (slug: string, error: Error) => {
      process.stderr.write(`${slug} kan inte förseglas (${error.message}). Kör finsam verify.\n`);
      process.exitCode = 1;
    };
    for (const one of await signHeads(databases, config, today, broken)) process.stdout.write(anchorLine(one));
  });
}

async function anchorKey(): Promise<void> {
  process.stdout.write(signingKey(cliConfig().config.secret).publicKey);
}

async function exportLog({ association, file }: Options): Promise<void> {
  await withInstallation(async ({ databases }) => {
    if ((await findAssociation(databases, association!)) === null)
      throw new CliError(`Förbundet ${association} finns inte.`);
    if (file !== undefined && existsSync(file)) throw new CliError(`${file} finns redan. Välj ett annat namn.`);
    const draft = file === undefined ? undefined : `${file}.draft`;
    const out: Writable = draft === undefined ? process.stdout : createWriteStream(draft, { mode: 0o600, flush: true });
    const { events } = await exportLogs(databases, association!, async (text) => {
      if (!out.write(text)) await once(out, 'drain');
    });
    if (file === undefined || draft === undefined) return;
    out.end();
    await once(out, 'close');
    renameSync(draft, file);
    say(`${events} händelser till ${file}`);
  });
}

async function importLog({ file }: Options): Promise<void> {
  if (file !== '-' && !existsSync(file!)) throw new CliError(`${file} finns inte.`);
  const { config } = cliConfig();
  const database = await openDatabase(config);
  try {
    await migrateIfNeeded(config, database.url, groups);
    const source = file === '-' ? process.stdin : createReadStream(file!);
    const { slug, events } = await importLogs(config, database.url, linesOf(source));
    say(`${events} händelser in för ${slug}. Läsmodellerna byggs när Finsambok är igång.`);
  } finally {
    await database.close();
  }
}

/** Lines end with a line feed and nothing else: texts may hold other signs that some readers break at. */
async function* linesOf(source: AsyncIterable<Buffer | string>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let rest = '';
  for await (const chunk of source) {
    const lines = (rest + decoder.decode(Buffer.from(chunk), { stream: true })).split('\n');
    rest = lines.pop()!;
    yield* lines;
  }
  if (rest !== '') yield rest;
}

export const logCommands: Readonly<Record<string, CliCommand>> = {
  verify: {
    summary: 'Kontrollera loggarna mot deras sigill och mot sparade ankare',
    options: { association: 'förbund', anchors: 'fil eller mapp', keys: 'fil med publika nycklar' },
    run: verify,
  },
  anchor: { summary: 'Skriv ut underskrivna ankare för alla loggar, som de är nu', options: {}, run: anchor },
  'anchor key': { summary: 'Skriv ut den publika nyckel som ankare kontrolleras med', options: {}, run: anchorKey },
  'log export': {
    summary: 'Ta ut ett förbunds loggar med sigill',
    options: { association: 'förbund', file: 'fil' },
    required: ['association'],
    run: exportLog,
  },
  'log import': {
    summary: 'Ta in ett förbunds loggar ur en fil från log export (- för standard in)',
    options: { file: 'fil' },
    required: ['file'],
    run: importLog,
  },
};
