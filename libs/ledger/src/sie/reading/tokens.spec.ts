import { DomainError } from '@finsam/kernel';
import { tokensOf } from './tokens';

const fields = (text: string) => tokensOf(text, 1)!.fields;
const refused = (text: string) => {
  try {
    tokensOf(text, 7);
  } catch (error) {
    if (error instanceof DomainError) return [error.code, error.details['line']];
    throw error;
  }
  return 'read';
};

it('parts a line at spaces and tabs, however many', () => {
  expect(tokensOf('\t #konto  1930\t"Bank och giro" ', 3)).toEqual({
    line: 3,
    label: '#KONTO',
    fields: ['1930', 'Bank och giro'],
  });
  expect(tokensOf(' \t ', 1)).toBeNull();
});

it('takes a quote inside for what it is, escaped or doubled', () => {
  expect(fields('#X "Köp av \\"Stegen\\""')).toEqual(['Köp av "Stegen"']);
  expect(fields('#X "Köp av ""Stegen"" nu"')).toEqual(['Köp av "Stegen" nu']);
  expect(fields('#X "" "a" """b"')).toEqual(['', 'a', '"b']);
  expect(fields('#X "C:\\mapp" C:\\mapp')).toEqual(['C:\\mapp', 'C:\\mapp']);
});

it('reads a list of objects, with or without quotes and spaces', () => {
  expect(fields('#TRANS 4010 {1 "100" 6 P1} -10')).toEqual(['4010', ['1', '100', '6', 'P1'], '-10']);
  expect(fields('#TRANS 4010{}-10')).toEqual(['4010', [], '-10']);
  expect(fields('#TRANS 4010 { "6" "a}b" } 10')).toEqual(['4010', ['6', 'a}b'], '10']);
});

it('knows the braces around a voucher', () => {
  expect([tokensOf('{', 1)!.label, tokensOf(' }', 1)!.label]).toEqual(['{', '}']);
});

it.each([
  ['sie/open-quote', '#KONTO 1930 "Bank'],
  ['sie/open-quote', '#KONTO 1930 "Bank\\"'],
  ['sie/stray-quote', '#KONTO 1930 "Köp av "Stegen""'],
  ['sie/stray-quote', '#KONTO 1930 Ba"nk'],
  ['sie/open-list', '#TRANS 4010 {1 "100" 10'],
  ['sie/open-list', '#TRANS 4010 1 "100"} 10'],
  ['sie/open-list', '#TRANS 4010 {1 {6 "a"}} 10'],
  ['sie/not-a-record', 'TRANS 4010'],
  ['sie/not-a-record', '} #TRANS'],
  ['sie/not-a-record', '#'],
])('refuses, with %s and the line: %s', (code, text) => {
  expect(refused(text)).toEqual([code, 7]);
});
