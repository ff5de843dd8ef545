// The statements that an association may start from, after the headings of an årsredovisning and on Kommun-Bas. They
// are ours until the national template has been read. No association is known here: rows are filled from its registers.
import type { Layout } from '../layout-shape';
import * as notes from './notes';
import * as operations from './operations';
import * as plans from './plans';
import * as position from './position';
import type { Registers } from './registers';
import * as result from './result';
import * as years from './years';

/** Said wherever the layouts are offered; printed in no report. */
export const DEFAULTS_ORIGIN =
  'Uppställningarna är våra förslag, efter en publicerad årsredovisnings rubriker och Kommun-Bas. De är inte ' +
  'Nationella rådets mall, och ska jämföras med den innan de antas.';

/**
 * In the order in which they should be adopted: a table may take cells from those before it. Version 1 of each. The
 * same registers give the same layouts; more than 100 activities are shown on one row.
 */
export function defaultLayouts(registers: Registers): Layout[] {
  return [
    result.resultatrakning(registers),
    result.resultatPerMedlemOchVerksamhet(registers),
    position.balansrakning,
    position.balansrakningMedPrognos,
    position.kassaflodesanalys,
    position.egetKapital,
    operations.driftredovisning(registers),
    operations.investeringsredovisning,
    notes.notIntakter(registers),
    notes.notKostnader(registers),
    notes.notKostnadsslag,
    notes.notFordringar,
    notes.notSkulder,
    years.stallning,
    years.femarsoversikt,
    years.balanskravsutredningTill2023,
    years.balanskravsutredning,
    operations.kostnadsfordelning(registers),
    plans.budgetOchPlan(registers),
    plans.ekonomiskSammanfattning(registers),
    plans.medlemsbidrag(registers),
  ];
}
