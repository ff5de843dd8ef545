// Ids that follow from the command: the same command gives the same ids, however often and wherever it is run.
import { createHash } from 'node:crypto';
import { canonicalJson, type Command } from '@finsam/kernel';

function digest(parts: readonly (string | number)[]): Buffer {
  // Each part with its length, so that no two lists of parts give the same bytes.
  return createHash('sha256')
    .update(parts.map((part) => `${String(part).length}:${part}`).join(''))
    .digest();
}

/** Id of a thing that a command creates (a voucher, a participation, a report run): 24 hexadecimal signs. */
export function derivedId(owner: number, commandId: string, thing: string): string {
  return digest([owner, commandId, thing]).toString('hex').slice(0, 24);
}

/** UUID (version 8) of the command's n:th event. */
export function eventId(owner: number, kind: string, commandId: string, ordinal: number): string {
  const bytes = digest([owner, kind, commandId, ordinal]).subarray(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x80;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

/** Over what was asked. `facts` are what the edge read elsewhere for the decision; they may differ at a repeat. */
export function commandHash(command: Command, stream: string): string {
  const { facts: _, ...asked } = command.data as Record<string, unknown>;
  return createHash('sha256')
    .update(canonicalJson({ stream, type: command.type, data: asked }))
    .digest('hex');
}
