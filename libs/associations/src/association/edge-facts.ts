// What neighbours need to know of the association, read by their edges from its own stream.
import type { Edge } from '@finsam/platform';
import { associationDecider, type AssociationState, associationStream } from './association.decider';

/** Of an edge, or of an action that asks as one. */
type Asking = Pick<Edge, 'association' | 'commands'>;

export function associationState({ commands, association }: Asking): Promise<AssociationState> {
  return commands.stateOf(associationDecider, association, associationStream);
}

/** For commands that name a member: all there are. */
export async function memberFacts(edge: Asking): Promise<{ members: string[] }> {
  return { members: [...(await associationState(edge)).members.keys()] };
}

/** For what only paying members can do. */
export async function payingMemberFacts(edge: Asking): Promise<{ members: string[] }> {
  const { members } = await associationState(edge);
  return { members: [...members].filter(([, { pays }]) => pays).map(([code]) => code) };
}

/** For how the kommuner share their quarter. */
export async function payingKommunFacts(edge: Edge): Promise<{ kommuner: string[] }> {
  const { members } = await associationState(edge);
  return { kommuner: [...members].filter(([, { kind, pays }]) => kind === 'kommun' && pays).map(([code]) => code) };
}
