// The statement engine, taken from inside its room: the oracle gives it figures of its own.
/* eslint-disable @nx/enforce-module-boundaries */
export { columnPeriods } from '../../../libs/reporting/src/statements/column-periods';
export type { ColumnFigures } from '../../../libs/reporting/src/statements/figures';
export { statement } from '../../../libs/reporting/src/statements/statement';
