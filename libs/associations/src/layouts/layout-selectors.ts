// What a line of a layout takes: from the books by account and by what an entry is about, from a plan by its posts.
// Stored in events: fields may be added, never renamed or given another meaning.
import { accountRangeSchema, codeSchema } from '@finsam/kernel';
import { z } from 'zod';
import { memberKindSchema } from '../association/association.events';

/** 1 keeps the amount, -1 turns its sign. */
export const signSchema = z.literal([1, -1]);

export const codesSchema = z.array(codeSchema).min(1).max(200);

export const rangesSchema = z.array(accountRangeSchema).min(1).max(50);

const memberKindsSchema = z.array(memberKindSchema).min(1).max(3);

/** By the name of a mapping: which of its groups. */
const inGroupsSchema = z
  .record(codeSchema, codesSchema)
  .refine((of) => Object.keys(of).length > 0, { error: 'nämner ingen gruppering' });

/** From the books. All that are given must hold. */
export const ledgerSelectors = {
  accounts: rangesSchema.optional(),
  activities: codesSchema.optional(),
  members: codesSchema.optional(),
  /** Members of these kinds, as the association's register has them when the statement is made. */
  memberKinds: memberKindsSchema.optional(),
  /** By the code of any dimension in the books, such as `project`: the values that belong to the row. */
  dimensions: z
    .record(codeSchema, codesSchema)
    .refine((of) => Object.keys(of).length > 0, { error: 'nämner ingen dimension' })
    .optional(),
  groups: inGroupsSchema.optional(),
};

/** Which posts of a plan belong to the row, and how it shows them. Posts are positive for what they are. */
export const postSelectorSchema = z.strictObject({
  activities: codesSchema.optional(),
  kinds: codesSchema.optional(),
  members: codesSchema.optional(),
  memberKinds: memberKindsSchema.optional(),
  groups: inGroupsSchema.optional(),
  sign: signSchema.optional(),
});

const groupsOf = <Listed extends z.ZodType>(listed: Listed) =>
  z.record(codeSchema, listed).refine((of) => Object.keys(of).length > 0, { error: 'har ingen grupp' });

/**
 * The association's own groups, by the name of their mapping: cost groups and categories of insatser may disagree, and
 * are then two mappings. Each is of activities, of members or of accounts.
 */
export const groupsSchema = z.record(
  codeSchema,
  z.union([
    z.strictObject({ activities: groupsOf(codesSchema) }),
    z.strictObject({ members: groupsOf(codesSchema) }),
    z.strictObject({ accounts: groupsOf(rangesSchema) }),
  ]),
);

export type Groups = z.output<typeof groupsSchema>;
export type PostSelector = z.output<typeof postSelectorSchema>;

export type LedgerSelector = z.output<z.ZodObject<typeof ledgerSelectors>>;

/** A line, a set-off or an allocation that names nothing at all to select by. */
export function selectsNothing(of: LedgerSelector): boolean {
  const { accounts, activities, members, memberKinds, dimensions, groups } = of;
  return !accounts && !activities && !members && !memberKinds && !dimensions && !groups;
}
