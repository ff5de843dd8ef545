// The names by which things are known, and the small words that many events share.
import { z } from 'zod';
import { businessDateSchema } from './business-date';

/** The number of an association in every key of the database. Its public name is the slug. */
export type AssociationId = number & z.$brand<'AssociationId'>;

export function associationId(number: number): AssociationId {
  if (!Number.isInteger(number) || number < 1 || number > 9_999)
    throw new RangeError(`no association number: ${number}`);
  return number as AssociationId;
}

/** Public name in URLs: lower-case ASCII words joined by hyphens, at most 60 signs. */
export const slugSchema = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: 'får bara ha a–z, 0–9 och bindestreck' })
  .max(60);

/** A code that an association chooses itself (activity, kind, member, account group): same form as a slug. */
export const codeSchema = slugSchema;

/** Opaque id: a hash or random text without meaning. */
export const idSchema = z.string().regex(/^[a-z0-9][a-z0-9-]{5,63}$/, { error: 'inte ett giltigt id' });

/** `Södra Vätterbygden` → `sodra-vatterbygden`. Å, ä and ö lose their marks, other signs become hyphens. */
export function slugify(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-/, '')
    .slice(0, 60)
    .replace(/-$/, '');
}

// Control, format and separator signs, and no characters at all: they can hide or turn text and make a line lie.
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}\u2065]/u;

/** One printable line, normalised to NFC, without control or direction signs. `max` counts characters. */
export function lineSchema(max: number) {
  return (
    z
      .string()
      .min(1)
      .max(max)
      .refine((text) => text.isWellFormed() && !UNPRINTABLE.test(text), {
        error: 'innehåller tecken som inte kan skrivas ut',
      })
      .transform((text) => text.normalize('NFC').trim())
      .refine((text) => text.length > 0, { error: 'är tom' })
      // A few characters have only a longer spelling in NFC.
      .refine((text) => [...text].length <= max, { error: `är längre än ${max} tecken` })
  );
}

/** Ten or twelve figures as a personnummer has them, whatever stands between. */
const LIKE_PERSONAL_NUMBER = /(?:19|20)?\d{6}[-+ ]?\d{4}/;

/** A line about work and money: a number that could be a personnummer has no place in it. */
export function impersonalLineSchema(max: number) {
  return lineSchema(max).refine((text) => !LIKE_PERSONAL_NUMBER.test(text), {
    error: 'innehåller något som liknar ett personnummer',
  });
}

/**
 * Where a decision stands: which body, when, and its paragraph in the minutes.
 * Numbers and days only, so that a decision can be cited in an event without naming anyone.
 */
export const decisionRefSchema = z.strictObject({
  body: z.enum(['styrelse', 'presidium', 'chef']),
  on: businessDateSchema,
  paragraph: z.string().regex(/^\d{1,4}( [a-z])?$/, { error: 'skrivs som paragrafens nummer, till exempel 12' }),
  dnr: z
    .string()
    .regex(/^[0-9A-Za-z][0-9A-Za-z:/. -]{0,29}$/)
    .optional(),
});
export type DecisionRef = z.output<typeof decisionRefSchema>;
