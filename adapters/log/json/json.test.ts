import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { entry, logSuite } from '../contract.suite.ts';
import type { LogDriver } from '../contract.ts';
import { jsonLog } from './json.ts';

const folders = new Map<LogDriver, string>();
async function make(): Promise<LogDriver> {
  return over(await mkdtemp(join(tmpdir(), 'msig-json-')));
}
function over(folder: string): LogDriver {
  const driver = jsonLog({ folder });
  folders.set(driver, folder);
  return driver;
}
const folderOf = (driver: LogDriver) => folders.get(driver)!;
afterEach(async () => {
  for (const [driver, folder] of folders) {
    await driver.close();
    await rm(folder, { recursive: true, force: true });
  }
  folders.clear();
});

logSuite('json', { make, again: async (driver) => over(folderOf(driver)) });

const G = { game: 'g', header: '{"format":1}', rules: '{}' };

test('the file can be read by people: one per game, lines as text', async () => {
  const driver = await make();
  await driver.open();
  await driver.createGame({ ...G, game: '../Up' });
  await driver.append('../Up', 0, [entry(1)]);
  const files = await readdir(join(folderOf(driver), 'games'));
  expect(files).toEqual(['%2e.%2e.%2f.%55.p.json']);
  const text = await readFile(join(folderOf(driver), 'games', files[0]!), 'utf8');
  expect(JSON.parse(text).record.lines[0]).toContain('Ёж 1');
  expect(driver.durability).toBe('process');
});

test('a second host is refused while the first one lives, and a dead one does not block', async () => {
  const first = await make();
  await first.open();
  const second = over(folderOf(first));
  await expect(second.open()).rejects.toMatchObject({ code: 'STORE_LOCKED' });
  await first.close();
  await writeFile(join(folderOf(first), 'host.lock'), '999999999');
  await second.open();
  expect(await second.games()).toEqual([]);
});

test.each([
  ['{"layout":1,"rec', 'STORE_CORRUPT'],
  ['{"hello":"world"}', 'STORE_CORRUPT'],
  ['{"layout":99,"order":0,"record":{}}', 'STORE_NEWER'],
])('a file with %s is a coded error', async (text, code) => {
  const driver = await make();
  await driver.open();
  await driver.createGame(G);
  await driver.close();
  await writeFile(join(folderOf(driver), 'games', 'g.json'), text);
  await expect(driver.open()).rejects.toMatchObject({ code });
});

test('a file where the folder should be is a coded error', async () => {
  const driver = await make();
  await writeFile(join(folderOf(driver), 'taken'), 'x');
  await expect(over(join(folderOf(driver), 'taken')).open()).rejects.toMatchObject({
    code: 'STORE_NOT_A_FOLDER',
  });
  await expect(over(join(folderOf(driver), 'taken', 'in')).open()).rejects.toMatchObject({
    code: 'STORE_NOT_A_FOLDER',
  });
});

test('an append that could not be written is not there, and the next one can be', async () => {
  const driver = await make();
  await driver.open();
  await driver.createGame(G);
  const head = await driver.append('g', 0, [entry(1)]);
  // A folder in the place of the file: writing fails also for root, who may write anywhere.
  const file = join(folderOf(driver), 'games', 'g.json');
  await rm(file);
  await mkdir(file);
  await expect(driver.append('g', 1, [entry(2)])).rejects.toMatchObject({ code: 'STORE_IO' });
  expect(await driver.head('g')).toEqual(head);
  expect(await driver.findId('g', 'p1', 'id-2')).toBeNull();
  await rm(file, { recursive: true });
  expect((await driver.append('g', 1, [entry(2)])).seq).toBe(2);
});

test('identities that could not be written are not there', async () => {
  const driver = await make();
  await driver.open();
  const one = { identity: 'twitch:1', person: 'a', place: 0, name: 'A' };
  await driver.saveIdentities([one], []);
  const file = join(folderOf(driver), 'identities.json');
  await rm(file);
  await mkdir(file);
  await expect(driver.saveIdentities([], ['twitch:1'])).rejects.toMatchObject({ code: 'STORE_IO' });
  expect(await driver.identities()).toEqual([one]);
});
