import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import path from 'node:path';
import { nativeFolder } from './binaries';
import { startIn } from '../embedded-postgres';
import { removeCluster } from '../test-cluster';
import { freshFolder, packageWithoutLinks, query, refusalOf, removeFolders } from '../testing-world';

jest.setTimeout(120_000);
afterEach(removeFolders);

const asRoot = process.getuid?.() === 0 ? it : it.skip;

describe('a checkout that only root may enter', () => {
  // As below /root: neither the programs nor the data can be reached by the user that the server runs as.
  function closedCheckout(): { folder: string; native: string; prefixes: () => string[] } {
    const [closed, open] = [freshFolder(), freshFolder()];
    mkdirSync(open, { mode: 0o755 });
    const native = packageWithoutLinks();
    const inside = path.join(closed, 'checkout');
    mkdirSync(inside, { recursive: true, mode: 0o700 });
    chmodSync(closed, 0o700);
    renameSync(path.dirname(native), path.join(inside, 'package'));
    return {
      folder: path.join(inside, '.finsam'),
      native: path.join(inside, 'package', 'native'),
      prefixes: () => [path.join(open, 'place', 'x-')],
    };
  }

  asRoot('runs from a copy, keeps its data outside, and finds it again', async () => {
    const { folder, native, prefixes } = closedCheckout();
    const world = { native: () => native, prefixes };
    const first = await startIn(world, { folder, durable: false });
    expect(first.dataFolder.startsWith(prefixes()[0] ?? '')).toBe(true);
    await query(first.url, 'create table t as select 42 as n');
    await first.stop();
    const [copy] = readdirSync(path.dirname(prefixes()[0] ?? '')).filter((name) => name.startsWith('x-native-'));
    const copied = path.join(path.dirname(prefixes()[0] ?? ''), copy ?? '');
    expect(statSync(copied)).toMatchObject({ uid: 0, mode: 0o40755 });
    // The system's sweeper took a file: the copy is made anew.
    rmSync(path.join(copied, 'share/postgresql/timezone/Europe/Stockholm'));
    const second = await startIn(world, { folder, durable: false });
    expect(await query(second.url, 'select n from t')).toEqual(['42']);
    expect(existsSync(path.join(copied, 'share/postgresql/timezone/Europe/Stockholm'))).toBe(true);
    await second.stop();

    const copyOfCheckout = path.join(path.dirname(folder), 'copy');
    cpSync(folder, copyOfCheckout, { recursive: true, verbatimSymlinks: true });
    const error = await refusalOf(startIn(world, { folder: copyOfCheckout, durable: false }));
    expect(error.code).toBe('data-in-use');
    // A folder that moved, on the other hand, takes its data along.
    renameSync(folder, `${folder}.moved`);
    rmSync(copyOfCheckout, { recursive: true });
    const moved = await startIn(world, { folder: `${folder}.moved`, durable: false });
    expect(await query(moved.url, 'select n from t')).toEqual(['42']);
    await moved.stop();

    // Removing a test cluster takes its data along from outside, but not what another folder only points at.
    const pointing = path.join(path.dirname(folder), 'pointing');
    mkdirSync(pointing);
    symlinkSync(moved.dataFolder, path.join(pointing, 'pgdata'));
    await removeCluster(pointing);
    expect(existsSync(path.join(moved.dataFolder, 'PG_VERSION'))).toBe(true);
    await removeCluster(`${folder}.moved`);
    expect(existsSync(path.dirname(moved.dataFolder))).toBe(false);
  });

  asRoot("does not run a copy that is somebody else's, or that others may write in", async () => {
    const { folder, native, prefixes } = closedCheckout();
    const prefix = prefixes()[0] ?? '';
    const name = `native-${JSON.parse(readFileSync(path.join(native, '../package.json'), 'utf8')).version}`;
    const planted = `${prefix}${name}-${process.platform}-${process.arch}`;
    // It would run: only its owner and its mode tell against it.
    cpSync(nativeFolder(), planted, { recursive: true, verbatimSymlinks: true });
    chmodSync(path.dirname(planted), 0o755);
    chmodSync(planted, 0o777);
    const error = await refusalOf(startIn({ native: () => native, prefixes }, { folder, durable: false }));
    expect(error.code).toBe('binary-unusable');
  });
});
