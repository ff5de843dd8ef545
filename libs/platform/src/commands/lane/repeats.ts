// A command whose id stands in the log already is answered as the first time, or has borrowed another's id.
import type { AnyDecider } from '@finsam/kernel';
import { type EventStore, recordOf } from '../../event-store/event-store';
import type { AskedCommand, CommandAnswer } from '../asked-command';
import { refuse } from '../refusals';
import { inNewestForm } from './folded-stream';

/** Null if the command has recorded nothing yet. Throws `DomainError` if another command has its id. */
export async function answerOfRepeat(
  store: EventStore,
  { events: definitions }: Pick<AnyDecider, 'events'>,
  { hash, context }: AskedCommand,
): Promise<CommandAnswer | null> {
  const recorded = await store.readCommand(recordOf(context.association), context.commandId);
  const last = recorded.at(-1);
  if (!last) return null;
  // The hash is over the stream, too.
  if (last.meta.commandHash !== hash) throw refuse('command/id-reused');
  const events = inNewestForm(definitions, recorded).map(({ type, data }) => ({ type, data }));
  return { stream: last.stream, revision: last.revision, position: last.position, events };
}
