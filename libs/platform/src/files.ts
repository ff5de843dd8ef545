// What reads and writes files, and knows neither database nor HTTP: so little that a thread loads it at once.
import './http/swedish-zod';

export { jsonPointer } from './http/json-pointer';
export { refuseUnsafeJson } from './http/safe-json';
export { toCsv } from './tables/csv/write-csv';
export { parseSheets } from './tables/parse-table';
export { type Cell, columnName, REFUSED_CELLS, type Table } from './tables/table';
export { toXlsx } from './tables/xlsx/write-xlsx';
export { answerFromThread } from './threads/answer-from-thread';
