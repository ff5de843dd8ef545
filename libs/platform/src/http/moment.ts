// A place in a log as a caller names it: a position, or a day or an instant at which something was known.
import { isBusinessDate } from '@finsam/kernel';
import { z } from 'zod';
import type { EventStore, LogRef } from '../event-store/event-store';
import { endOfSwedishDay } from './swedish-day';

export class Moment {
  /** `before`: what had been recorded before that instant. */
  constructor(readonly place: { readonly position: number } | { readonly before: Date }) {}
}

// Digits only: `Number` would also read an empty text, 0x10 and 1e3.
const POSITION = /^\d{1,15}$/;

// To the millisecond, as a log records; what is finer is left out. Without a zone it would be another instant for each.
const INSTANT =
  /^((?:19|20|21)\d{2}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?(?:Z|[+-][01]\d:[0-5]\d)$/;

const position = (text: string): Moment | null => (POSITION.test(text) ? new Moment({ position: Number(text) }) : null);

/** A day lasts until the next one begins in Sweden; an instant counts itself in. */
function known(text: string): Moment | null {
  if (isBusinessDate(text)) return new Moment({ before: endOfSwedishDay(text) });
  const day = INSTANT.exec(text)?.[1];
  if (day === undefined || !isBusinessDate(day)) return null;
  return new Moment({ before: new Date(Math.floor(Date.parse(text)) + 1) });
}

const parameter = (read: (text: string) => Moment | null, error: string) =>
  z.string().transform((text, context) => {
    const moment = read(text);
    if (moment) return moment;
    context.addIssue({ code: 'custom', message: error });
    return z.NEVER;
  });

const EXAMPLES = '2024-09-30 eller 2024-09-30T12:00:00Z';

/** `17` */
export const positionParameter = parameter(position, 'är ingen position i loggen');

/** `2024-09-30` · `2024-09-30T12:00:00+02:00` */
export const knownParameter = parameter(
  known,
  `är varken en dag eller en tidpunkt med tidszon, till exempel ${EXAMPLES}`,
);

/** Any of them. */
export const momentParameter = parameter(
  (text) => position(text) ?? known(text),
  `är varken en position, en dag eller en tidpunkt med tidszon, till exempel 17, ${EXAMPLES}`,
);

/** Where in the log it is. A position is not checked against the log's head. */
export async function positionOf(store: EventStore, log: LogRef, { place }: Moment): Promise<number> {
  return 'position' in place ? place.position : store.positionBefore(log, place.before);
}
