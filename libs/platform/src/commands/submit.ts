// The command bus's one command and its one handler: which decider it is for is written in the command itself.
import type { Command as DomainCommand } from '@finsam/kernel';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type CommandAnswer, type CommandContext, CommandRunner } from './command-runner';

export class SubmitCommand extends Command<CommandAnswer> {
  constructor(
    readonly command: DomainCommand,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(SubmitCommand)
export class SubmitHandler implements ICommandHandler<SubmitCommand> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ command, context }: SubmitCommand): Promise<CommandAnswer> {
    return this.runner.execute(command, context);
  }
}
