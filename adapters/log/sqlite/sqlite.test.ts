import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, expect, test } from 'vitest';
import { entry, logSuite } from '../contract.suite.ts';
import type { LogDriver } from '../contract.ts';
import type { SqliteSettings } from './connection.ts';
import { sqliteLog } from './sqlite.ts';
import { StorageThread } from './thread.ts';

const paths = new Map<LogDriver, string>();
const folders: string[] = [];
async function freshPath(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'msig-sqlite-'));
  folders.push(folder);
  return join(folder, 'data', 'msig.db');
}
function over(path: string, more: Partial<SqliteSettings> = {}): LogDriver {
  const driver = sqliteLog({ path, patienceMs: 100, ...more });
  paths.set(driver, path);
  return driver;
}
afterEach(async () => {
  for (const driver of paths.keys()) await driver.close();
  paths.clear();
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

logSuite('sqlite', {
  make: async () => over(await freshPath()),
  again: async (driver) => over(paths.get(driver)!),
});

const G = { game: 'g', header: '{"format":1}', rules: '{}' };

/** Opens, makes a game with one line, closes: a database to spoil. */
async function prepared(): Promise<string> {
  const path = await freshPath();
  const driver = over(path);
  await driver.open();
  await driver.createGame(G);
  await driver.append('g', 0, [entry(1)]);
  await driver.close();
  return path;
}

test('a database that another host holds is refused, and free when that one closes', async () => {
  const path = await prepared();
  const first = over(path);
  await first.open();
  const second = over(path);
  await expect(second.open()).rejects.toMatchObject({ code: 'STORE_LOCKED', args: { path } });
  await first.close();
  await second.open();
  expect((await second.head('g'))?.seq).toBe(1);
});

test('what is no database, and a database with a broken page, is corrupt', async () => {
  const text = await freshPath();
  await over(text).open();
  await writeFile(`${text}.txt`, 'это не база данных '.repeat(500));
  await expect(over(`${text}.txt`).open()).rejects.toMatchObject({ code: 'STORE_CORRUPT' });

  const path = await prepared();
  const { open } = await import('node:fs/promises');
  const file = await open(path, 'r+');
  const { size } = await file.stat();
  await file.write(Buffer.alloc(size - 4096, 0xab), 0, size - 4096, 4096);
  await file.close();
  await expect(over(path).open()).rejects.toMatchObject({ code: 'STORE_CORRUPT' });
});

test('a newer schema is refused by name and left alone', async () => {
  const path = await prepared();
  const db = new DatabaseSync(path);
  db.exec("INSERT INTO kysely_migration (name, timestamp) VALUES ('0999-future', '2030-01-01')");
  db.close();
  const error = await over(path)
    .open()
    .catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({
    code: 'STORE_NEWER',
    args: { found: '0999-future', known: '0003-identities' },
  });
});

test('a folder in place of the file, and a file in place of the folder', async () => {
  const path = await prepared();
  await expect(over(join(path, 'below.db')).open()).rejects.toMatchObject({ code: 'STORE_NOT_A_FOLDER' });
  await expect(over(join(path, '..')).open()).rejects.toMatchObject({ code: 'STORE_IO' });
});

test('a full disk fails what cannot be written, keeps the rest, and goes on when there is room', async () => {
  const path = await freshPath();
  const small = over(path, { maxPages: 60 });
  await small.open();
  await small.createGame(G);
  let seq = 0;
  const big = (n: number) => ({ ...entry(n), head: `{"as":1,"at":${n},"command":"${'x'.repeat(6000)}",` });
  const failure = await (async () => {
    for (;;) seq = (await small.append('g', seq, [big(seq + 1)])).seq;
  })().catch((thrown: unknown) => thrown);
  expect(failure).toMatchObject({ code: 'STORE_FULL', args: { path } });
  expect(seq).toBeGreaterThan(5);
  expect((await small.head('g'))?.seq).toBe(seq);
  expect(await small.findId('g', 'p1', `id-${seq + 1}`)).toBeNull();
  await small.close();
  const roomy = over(path);
  await roomy.open();
  expect((await roomy.append('g', seq, [big(seq + 1)])).seq).toBe(seq + 1);
});

test('a thread that dies fails what waits for it, and the next call opens anew', async () => {
  const threads: StorageThread[] = [];
  const path = await freshPath();
  const driver = sqliteLog({ path }, (settings) => {
    const thread = new StorageThread(settings);
    threads.push(thread);
    return thread;
  });
  paths.set(driver, path);
  await driver.open();
  await driver.createGame(G);
  await driver.append('g', 0, [entry(1)]);
  const waiting = driver.append('g', 1, [entry(2)]).catch((thrown: unknown) => thrown);
  await Promise.resolve().then(() => threads[0]!.kill());
  expect(await waiting).toMatchObject({ code: 'STORE_STOPPED' });
  const [head] = await Promise.all([driver.head('g'), driver.games()]);
  expect(head?.seq).toBeGreaterThanOrEqual(1);
  expect((await driver.append('g', head!.seq, [entry(3)])).seq).toBe(head!.seq + 1);
  expect(threads.length).toBe(2);
});

test('appends made without waiting for each other keep their order and their chain', async () => {
  const driver = over(await freshPath());
  await driver.open();
  await driver.createGame(G);
  const heads = await Promise.all(
    Array.from({ length: 300 }, (_, i) => driver.append('g', i, [entry(i + 1)])),
  );
  expect(heads.map(({ seq }) => seq)).toEqual(Array.from({ length: 300 }, (_, i) => i + 1));
  expect(driver.durability).toBe('power');
});
