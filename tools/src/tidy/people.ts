// Nothing about a participant in an event, and no real person's number anywhere.
import ts from 'typescript';
import { type Rule, error, lineAt } from './finding';
import { isEvents, isTest } from './kinds';

const WORDS_REFUSED = [
  'personnummer',
  'personalIdentityNumber',
  'firstName',
  'lastName',
  'fullName',
  'email',
  'phone',
  'diagnos',
  'address',
];
const FREE_TEXT_FIELD =
  /^(?:name|text|comment|note|remark|description|narrative|freeText)s?$|(?:Name|Text|Comment|Note)$/;
const FREE_TEXT_SCHEMA = new Set(['z.string', 'z.any', 'z.unknown', 'lineSchema']);
/** A string that can only be a code, an id or a date is no free text. */
const BINDING = new Set(['regex', 'uuid', 'length']);

/** Names and texts count, comments do not: a comment may say what is left out. */
export const eventWords: Rule = function* (file) {
  if (!isEvents(file.path)) return;
  for (const { node, line } of nodesOf(file.path, file.text)) {
    if (!ts.isIdentifier(node) && !ts.isStringLiteralLike(node)) continue;
    const word = WORDS_REFUSED.find((refused) => node.text.toLowerCase().includes(refused.toLowerCase()));
    if (word) yield error('event-word', file.path, `an event may not hold ${word}: it is stored for ever`, line);
  }
};

/** In what happened to a person, free text would sooner or later say who. */
export const participationText: Rule = function* (file) {
  if (!isEvents(file.path) || !/^libs\/insatser\/.*participation/.test(file.path)) return;
  for (const { node, line } of nodesOf(file.path, file.text)) {
    const field = ts.isPropertyAssignment(node) && ts.isIdentifier(node.name) ? node.name.text : '';
    if (FREE_TEXT_FIELD.test(field)) {
      yield error('participation-text', file.path, `the field ${field} invites free text about a person`, line);
    }
    if (ts.isCallExpression(node) && isFreeText(node)) {
      yield error(
        'participation-text',
        file.path,
        'a string without a fixed form can hold free text about a person',
        line,
      );
    }
  }
};

/** Twelve digits, or ten with a separator, that are a day and carry the right check digit. */
export const identityNumber: Rule = function* (file) {
  if (isTest(file.path)) return;
  const pattern = /(?<![\w-])(?:(?:19|20)\d{6}[-+]?\d{4}|\d{6}[-+]\d{4})(?![\w-])/g;
  for (const match of file.text.matchAll(pattern)) {
    const digits = match[0].replace(/[-+]/, '').slice(-10);
    if (!isDay(digits) || !hasCheckDigit(digits)) continue;
    yield error('identity-number', file.path, 'this has the form of a personnummer', lineAt(file.text, match.index));
  }
};

function nodesOf(path: string, text: string): { node: ts.Node; line: number }[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const nodes: { node: ts.Node; line: number }[] = [];
  const visit = (node: ts.Node): void => {
    nodes.push({ node, line: lineAt(text, node.getStart(source)) });
    ts.forEachChild(node, visit);
  };
  visit(source);
  return nodes;
}

/** A schema that takes any text, with no call behind it that binds its form. */
function isFreeText(call: ts.CallExpression): boolean {
  if (!FREE_TEXT_SCHEMA.has(call.expression.getText())) return false;
  let node: ts.Node = call;
  while (ts.isPropertyAccessExpression(node.parent) || ts.isCallExpression(node.parent)) {
    node = node.parent;
    if (ts.isPropertyAccessExpression(node) && BINDING.has(node.name.text)) return false;
  }
  return true;
}

/** Also the day plus sixty of a samordningsnummer; an organisation's number has no month and is let be. */
function isDay(digits: string): boolean {
  const month = Number(digits.slice(2, 4));
  const day = Number(digits.slice(4, 6)) % 60;
  return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

function hasCheckDigit(digits: string): boolean {
  const sum = [...digits].reduce((total, digit, index) => {
    const weighed = Number(digit) * (index % 2 === 0 ? 2 : 1);
    return total + (weighed > 9 ? weighed - 9 : weighed);
  }, 0);
  return sum % 10 === 0;
}
