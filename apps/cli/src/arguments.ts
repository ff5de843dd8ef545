// Command-line arguments: `finsam <command> --name value …`, nothing cleverer. A command is one word or two.
import { parseArgs } from 'node:util';

export type Options = Readonly<Record<string, string | undefined>>;

export interface CliCommand {
  readonly summary: string;
  /** Option name → what it is, as printed in the help. Every option takes a value. */
  readonly options: Readonly<Record<string, string>>;
  readonly required?: readonly string[];
  /** With this option nothing else is required. */
  readonly unless?: string;
  /** The option that may stand without its name: `finsam granska FILE`. */
  readonly positional?: string;
  run(options: Options): Promise<void>;
}

/** The call's words are off. The message says, in Swedish, which and how. */
export class CliError extends Error {
  override readonly name = 'CliError';
}

export function parseArguments(argv: readonly string[], commands: Readonly<Record<string, CliCommand>>) {
  const [first, second] = argv;
  if (first === undefined || ['help', '--help', '-h'].includes(first)) return { command: undefined, options: {} };
  // Some commands have two words.
  const both = `${first} ${second ?? ''}`;
  const name = Object.hasOwn(commands, both) ? both : first;
  const rest = argv.slice(name === both ? 2 : 1);
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) throw new CliError(`Det finns inget kommando som heter ${name}. Skriv finsam help.`);
  const options = valuesOf(name, rest, command);
  const freed = command.unless !== undefined && options[command.unless] !== undefined;
  const missing = freed ? [] : (command.required ?? []).filter((option) => !options[option]);
  if (missing.length > 0)
    throw new CliError(`finsam ${name} behöver ${missing.map((option) => nameOf(option, command)).join(' och ')}.`);
  return { command, options };
}

function valuesOf(name: string, argv: string[], command: CliCommand): Options {
  const options = Object.fromEntries(
    Object.keys(command.options).map((option) => [option, { type: 'string' as const }]),
  );
  try {
    const allowPositionals = command.positional !== undefined;
    const { values, positionals } = parseArgs({ args: argv, options, allowPositionals });
    if (positionals.length > 1) throw new RangeError('one at most');
    return { ...values, ...(positionals[0] !== undefined && { [command.positional!]: positionals[0] }) } as Options;
  } catch {
    const known = Object.keys(command.options).map((option) => `--${option}`);
    throw new CliError(
      `finsam ${name} tar ${known.length === 0 ? 'inga tillägg' : known.join(', ')}, vart och ett med ett värde.`,
    );
  }
}

const nameOf = (option: string, { positional }: CliCommand): string =>
  option === positional ? `en ${option}` : `--${option}`;
