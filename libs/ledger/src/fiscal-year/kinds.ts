// Closed lists and numbers that commands and events of a fiscal year share.
import { z } from 'zod';

export const monthSchema = z.number().int().min(1).max(12);

/** Upplupen kostnad, förutbetald kostnad, upplupen intäkt, förutbetald intäkt. */
export const accrualKindSchema = z.enum(['accrued-cost', 'prepaid-cost', 'accrued-income', 'deferred-income']);
export type AccrualKind = z.output<typeof accrualKindSchema>;

/** What happened to a member's contribution: a claim was booked, money came, money went back. */
export const contributionMovementSchema = z.enum(['invoiced', 'received', 'repaid']);
export type ContributionMovement = z.output<typeof contributionMovementSchema>;

/** What can be known to be missing: accrued interest, an accrued cost or an accrued income. */
export const gapSchema = z.enum(['upplupen-ranta', 'upplupen-kostnad', 'upplupen-intakt']);
