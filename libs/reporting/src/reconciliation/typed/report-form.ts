// The form of a report that is to be reconciled: tables as printed, what belongs to what, and what the text claims.
// Nothing is guessed from a label: which row is a part of which total is written down here, by the report's author.
import { codeSchema, lineSchema } from '@finsam/kernel';
import { z } from 'zod';
import { FIGURE_UNITS } from './printed-figure';
import { LINEAR_RULES } from '../rules';

const unitSchema = z.enum(FIGURE_UNITS);
const cellSchema = z
  .union([z.string().max(40), z.number().int().min(-1e13).max(1e13), z.null()])
  .describe('Cellen som den är tryckt: "1 234", "-5,5", "54 %". Tom text eller null är en tom cell, inte noll.');

/** `table/row/column`; `*` or no column stands for each in turn, and a minus in front turns the sign. */
const refSchema = z
  .string()
  .regex(/^-?[a-z0-9-]+\/(?:[a-z0-9-]+|\*)(?:\/(?:[a-z0-9-]+|\*))?$/, {
    error: 'skrivs tabell/rad eller tabell/rad/kolumn',
  })
  .describe('tabell/rad/kolumn. * eller utelämnad kolumn: varje i tur och ordning. Minus först vänder tecknet.');
const refsSchema = z.array(refSchema).min(1).max(200);

const tableSchema = z.strictObject({
  id: codeSchema,
  title: lineSchema(200),
  unit: unitSchema,
  columns: z
    .array(
      z.strictObject({
        id: codeSchema,
        label: lineSchema(120),
        unit: unitSchema.optional(),
        year: z.number().int().min(1990).max(2100).optional().describe('Året som kolumnen avser, där det är känt.'),
      }),
    )
    .min(1)
    .max(40),
  rows: z
    .array(
      z.strictObject({
        id: codeSchema,
        label: z.string().max(200),
        role: z.enum(['resultat', 'tillgangar', 'eget-kapital-och-skulder']).optional(),
        unit: unitSchema.optional(),
        cells: z.array(cellSchema).max(40),
      }),
    )
    .min(1)
    .max(400),
});

const bound = {
  only: z.array(codeSchema).min(1).max(40).optional().describe('Bara dessa kolumner (eller rader) där * står.'),
  except: z.array(codeSchema).min(1).max(40).optional().describe('Alla utom dessa.'),
};

const linearSchema = z.strictObject({
  rule: z.enum(LINEAR_RULES),
  total: refSchema,
  parts: refsSchema,
  blank: z.enum(['any', 'all']).optional().describe('any: en tom del gör att regeln hoppas över. all: tomt är inget.'),
  step: z.string().max(20).optional().describe('Vad delarna är avrundade till, om det är mer än sista siffran.'),
  ...bound,
});

const shareSchema = z.strictObject({
  rule: z.literal('andel'),
  share: refSchema,
  of: refsSchema,
  against: refsSchema,
  ...bound,
});

const termSchema = z.union([
  refSchema,
  z.strictObject({
    cell: refSchema,
    times: z.tuple([z.number().int().min(1).max(1000), z.number().int().min(1).max(1000)]).describe('[8, 12]: 8/12.'),
  }),
]);

const expressionSchema = z.union([
  refSchema,
  z.strictObject({
    figure: z.string().max(20),
    unit: unitSchema,
    step: z.string().max(20).optional().describe('Vad gränsen är avrundad till. Utelämnad: den är exakt.'),
  }),
  z.strictObject({ sum: z.array(termSchema).min(1).max(200) }),
  z.strictObject({ share: z.strictObject({ of: refsSchema, against: refsSchema }) }),
]);

const place = lineSchema(160).describe('Var i texten uppgiften står.');
const figureClaimSchema = z.strictObject({
  place,
  figure: z.string().min(1).max(20),
  unit: unitSchema,
  step: z.string().max(20).optional().describe('Vad uppgiften är avrundad till: "cirka 600 tkr" är avrundat till 100.'),
  is: expressionSchema,
});
const comparisonSchema = z.strictObject({
  place,
  says: z.enum(['mer-an', 'mindre-an', 'minst', 'hogst']),
  left: expressionSchema,
  right: expressionSchema,
});

export const reportFormSchema = z.strictObject({
  title: lineSchema(200),
  tables: z.array(tableSchema).min(1).max(100),
  relations: z
    .array(z.discriminatedUnion('rule', [linearSchema, shareSchema]))
    .max(1000)
    .default([]),
  claims: z
    .array(z.union([figureClaimSchema, comparisonSchema]))
    .max(1000)
    .default([]),
});

export type ReportForm = z.output<typeof reportFormSchema>;
export type FormTable = ReportForm['tables'][number];
export type LinearRelation = z.output<typeof linearSchema>;
export type ShareRelation = z.output<typeof shareSchema>;
export type Relation = LinearRelation | ShareRelation;
export type TermForm = z.output<typeof termSchema>;
export type Expression = z.output<typeof expressionSchema>;
export type FigureClaim = z.output<typeof figureClaimSchema>;
export type Comparison = z.output<typeof comparisonSchema>;
