// A thought fits on two screens, a line on one.
import { type Rule, error, linesWith } from './finding';
import { isCode, isGenerated, isGolden, isHandWritten, isTypeScript } from './kinds';

const LINES_MAX = 300;
const COLUMNS_MAX = 120;

export const fileSize: Rule = function* (file) {
  if (!isCode(file.path) || isGolden(file.path) || isGenerated(file)) return;
  const lines = file.text.replace(/\n$/, '').split('\n').length;
  if (lines > LINES_MAX) yield error('file-size', file.path, `${lines} lines: part the thought at ${LINES_MAX}`);
};

/** An address may be as long as it is. */
export const lineLength: Rule = function* (file) {
  if (!isTypeScript(file.path) || isGolden(file.path) || isGenerated(file)) return;
  for (const [index, line] of file.text.split('\n').entries()) {
    if (line.length <= COLUMNS_MAX || /https?:\/\//.test(line)) continue;
    yield error('line-length', file.path, `${line.length} characters: at most ${COLUMNS_MAX}`, index + 1);
  }
};

export const whitespace: Rule = function* (file) {
  if (!isHandWritten(file)) return;
  if (file.text.includes('\r')) yield error('line-ending', file.path, 'a carriage return: lines end in LF');
  yield* linesWith(file, /[ \t]+\r?$/, 'trailing-whitespace', 'white space at the end of the line');
};
