// What someone meant to take away, and what belongs to one machine only.
import { type Rule, error, linesWith } from './finding';
import { isGolden, isSpec, isTest } from './kinds';

export const openTask: Rule = function* (file) {
  if (isGolden(file.path)) return;
  const message = 'an open task carries its issue number, as in #12';
  yield* linesWith(file, /\b(?:TOD[O]|FIXM[E])\b(?!.*#\d+)/, 'open-task', message);
};

export const muted: Rule = function* (file) {
  if (!isTest(file.path)) return;
  // `cond ? it : it.skip` names what the machine lacks and is let be; a test that is called so is not.
  const focused = /\b(?:describe|it|test)\.(?:only\b|todo\b|skip[.(`])|\b(?:fit|xit|fdescribe|xdescribe|xtest)\(/;
  yield* linesWith(file, focused, 'muted-test', 'a test that is left out, or leaves others out');
  yield* linesWith(file, /\bexpect\((?:true|1)\)/, 'muted-test', 'this expectation holds whatever the program does');
};

/** Decider specs say `then…`, contracts assert for those who run them. */
export const silentSpec: Rule = function* (file) {
  if (!isSpec(file.path)) return;
  const asserts = /\bexpect[.(]|\bassert\b|[sS]trictEqual\(|Contract\(/.test(file.text);
  const dialect = /Spec\(/.test(file.text) && /\.then\w*\(/.test(file.text);
  if (!asserts && !dialect) yield error('silent-spec', file.path, 'nothing is asserted here');
};

export const machinePath: Rule = function* (file) {
  const message = 'a path of one machine';
  yield* linesWith(file, /(?<![\w./-])\/(?:work|root|home)\//, 'machine-path', message);
};

export const registryAddress: Rule = function* (file) {
  const message = 'the address of a registry: leave it to the settings of whoever installs';
  yield* linesWith(file, /"resolved":\s*"http|^\s*(?:@\w+:)?registry\s*=/, 'registry-address', message);
};
