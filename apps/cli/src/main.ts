// `finsam`: everything an operator does from a terminal.
import { CliError, parseArguments } from './arguments';
import { commands, usage } from './commands';

/** Errors whose message is for people. */
const KNOWN = ['CliError', 'ConfigError', 'EmbeddedPostgresError', 'DomainError', 'BadLogFile', 'UnreadableFile'];

async function main(): Promise<void> {
  const { command, options } = parseArguments(process.argv.slice(2), commands);
  if (!command) {
    process.stdout.write(usage());
    return;
  }
  await command.run(options);
}

main().catch((error: unknown) => {
  const known = error instanceof Error && KNOWN.includes(error.name);
  process.stderr.write(`${known ? (error as Error).message : String((error as Error).stack ?? error)}\n`);
  process.exit(error instanceof CliError ? 2 : 1);
});
