import { DomainError } from '@finsam/kernel';
import iconv from 'iconv-lite';
import { cp437, sie4, voucherLines } from '../testing';
import { decideCharset } from './charset';
import { readSie } from './read-sie';

const text = sie4(...voucherLines(1));
const [inCp437, in1252] = [cp437(text), iconv.encode(text, 'windows-1252')];
const names = ['Samordningsförbundet Östra Ån', 'Bidrag från medlemmar', 'Köp av verksamhet'];

describe('the bytes decide, whatever the file says of itself', () => {
  const bom = '\ufeff';
  it.each([
    ['cp437', 'bytes', inCp437],
    ['windows-1252', 'bytes', in1252],
    ['windows-1252', 'bytes', Buffer.from(text, 'latin1')],
    ['utf-8', 'bytes', Buffer.from(text)],
    ['utf-8', 'bom', Buffer.from(bom + text)],
    ['utf-16le', 'bytes', iconv.encode(text, 'utf-16le')],
    ['utf-16le', 'bom', iconv.encode(bom + text, 'utf-16le', { addBOM: false })],
    ['utf-16be', 'bytes', iconv.encode(text, 'utf-16be')],
    ['utf-16be', 'bom', iconv.encode(bom + text, 'utf-16be', { addBOM: false })],
  ] as const)('%s by %s', (charset, chosenBy, bytes) => {
    expect(decideCharset(bytes)).toMatchObject({ charset, chosenBy, samples: names });
    const file = readSie(bytes);
    expect(file.company).toBe('Samordningsförbundet Östra Ån');
    expect(file.accounts.get(4010)).toBe('Köp av verksamhet');
    expect(file.vouchers.map(({ text: of }) => of)).toEqual(['Köp']);
  });

  it('any set will do for a file without Swedish letters', () => {
    expect(decideCharset(Buffer.from('#FLAGGA 0\n#FNAMN "Abc"'))).toMatchObject({ charset: 'ascii', samples: ['Abc'] });
  });
});

it('each of the six letters tells, in either set', () => {
  for (const letter of 'åäöÅÄÖ') {
    const line = `#FLAGGA 0\n#FNAMN "${letter}"`;
    expect(decideCharset(cp437(line))).toMatchObject({ charset: 'cp437', cp437: 1, windows1252: 0, utf8: 0 });
    const latin = Buffer.from(line, 'latin1');
    expect(decideCharset(latin)).toMatchObject({ charset: 'windows-1252', cp437: 0, windows1252: 1, utf8: 0 });
    expect(decideCharset(Buffer.from(line))).toMatchObject({ charset: 'utf-8', cp437: 0, windows1252: 0, utf8: 1 });
  }
});

describe('where the bytes speak with two tongues', () => {
  const both = Buffer.concat([inCp437, Buffer.from('#KONTO 4020 "Kök"\r\n', 'latin1')]);

  it('it asks, and shows what each would make of it', () => {
    try {
      decideCharset(both);
      throw new Error('it was decided');
    } catch (error) {
      expect(error).toBeInstanceOf(DomainError);
      expect(error).toMatchObject({ code: 'sie/charset-unclear', status: 422 });
      expect((error as DomainError).details).toMatchObject({ cp437: 6, windows1252: 1, asCp437: names[0] });
    }
  });

  it('the caller may say which, and is obeyed', () => {
    expect(decideCharset(both, 'cp437')).toMatchObject({ charset: 'cp437', chosenBy: 'caller' });
    expect(readSie(both, 'windows-1252').accounts.get(4020)).toBe('Kök');
  });

  it('UTF-8 that is broken somewhere is not read as something else', () => {
    const broken = Buffer.concat([Buffer.from(text), Buffer.from([0xc3, 0x0d, 0x0a])]);
    expect(() => decideCharset(broken)).toThrow(expect.objectContaining({ code: 'sie/charset-unclear' }));
    expect(() => decideCharset(broken, 'utf-8')).toThrow(expect.objectContaining({ code: 'sie/charset-wrong' }));
  });
});

it('shows no name of an object: it may be a person', () => {
  const bytes = cp437('#FLAGGA 0\n#OBJEKT 7 "1" "Åsa Öberg"\n#KONTO 1930 Bank\n#VER A 1 20240101 "Åsa Öberg"');
  expect(decideCharset(bytes).samples).toEqual(['Bank']);
});
