// A text that begins with one of these is a formula to a spreadsheet. In what we write, it is marked as text.

const FORMULA_START = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;
const MARKED = /^'+[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;

export const looksLikeFormula = (text: string): boolean => FORMULA_START.test(text);

/** As it is written: a leading apostrophe tells a spreadsheet that what follows is text. */
export const markedAsText = (text: string): string => (looksLikeFormula(text) || MARKED.test(text) ? `'${text}` : text);

/** As it was meant: one mark less, where there is a mark. */
export const withoutMark = (text: string): string => (MARKED.test(text) ? text.slice(1) : text);
