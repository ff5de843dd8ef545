import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { isAlive, markInName, markOf, ownMark } from './machine/process-mark';
import { claimStart, readAccess, saveAccess } from './our-folder';
import { freshFolder, inOtherProcess, removeFolders } from './testing-world';

jest.setTimeout(120_000);
afterEach(removeFolders);

const newFolder = (): string => {
  const folder = freshFolder();
  mkdirSync(folder);
  return folder;
};

describe('the claim to start', () => {
  // Each claims again and again, and while it holds the claim makes a file that must not be there already.
  const HAMMER = `
    const { openSync, closeSync, rmSync } = require('node:fs');
    const [entry, folder] = process.argv.slice(1);
    const { claimStart } = require(entry);
    (async () => {
      for (let turn = 0; turn < 150; turn++) {
        const release = await claimStart(folder);
        closeSync(openSync(folder + '/held', 'wx'));
        rmSync(folder + '/held');
        release();
        await new Promise((resolve) => setTimeout(resolve, Math.random() * 2));
      }
      console.log('done');
      process.exit();
    })();
  `;

  it('is held by one process at a time', async () => {
    const folder = newFolder();
    const entry = path.join(__dirname, 'our-folder.ts');
    const others = [1, 2, 3, 4].map(() => inOtherProcess(HAMMER, entry, folder));
    expect(await Promise.all(others.map(({ line }) => line))).toEqual(['done', 'done', 'done', 'done']);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('tells who holds it when it is not let go', async () => {
    const folder = newFolder();
    const release = await claimStart(folder);
    await expect(claimStart(folder, 50)).rejects.toMatchObject({ code: 'start-locked' });
    release();
    (await claimStart(folder, 50))();
  });
});

describe('the mark of a process', () => {
  it('is believed of this very process only, while it lives', () => {
    expect(isAlive(ownMark())).toBe(true);
    expect(isAlive(`${process.ppid}-1`)).toBe(false);
    expect(markInName('x-', `x-${ownMark()}-abc.lock`)).toBe(ownMark());
    expect(markInName('x-', 'x-notes.lock')).toBeNull();
  });

  it('counts a zombie as dead', async () => {
    // The shell's child ends, and the program that replaces the shell never asks about it.
    const parent = spawn('sh', ['-c', 'sleep 0.2 & echo $!; exec sleep 600'], { stdio: ['ignore', 'pipe', 'ignore'] });
    try {
      const zombie = Number(await new Promise((resolve) => createInterface(parent.stdout).once('line', resolve)));
      while (markOf(zombie) !== null) await new Promise((resolve) => setTimeout(resolve, 5));
      expect(() => process.kill(zombie, 0)).not.toThrow();
    } finally {
      parent.kill('SIGKILL');
    }
  });
});

describe('how to reach the server', () => {
  it('is nothing when the file was cut short', () => {
    const folder = newFolder();
    expect(readAccess(folder)).toBeNull();
    saveAccess(folder, { port: 5433, password: 'secret' });
    expect(readAccess(folder)).toMatchObject({ port: 5433, password: 'secret' });
    writeFileSync(path.join(folder, 'postgres.json'), '{ "port": 54');
    expect(readAccess(folder)).toBeNull();
  });
});
