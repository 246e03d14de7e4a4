import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { contentSuite, type SuiteLayers } from './contract.suite.ts';
import { jsonContent } from './json.ts';

const roots: string[] = [];
afterAll(() => Promise.all(roots.map((root) => rm(root, { recursive: true }))));

async function folderOf(layers: SuiteLayers): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'content-'));
  roots.push(root);
  for (const [layer, files] of Object.entries(layers)) {
    for (const [path, text] of Object.entries(files)) {
      const file = join(root, layer, path);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, text);
    }
  }
  return root;
}

contentSuite('JSON files', async (layers) => jsonContent(await folderOf(layers)));

test('a layer may be named by its full path, and is then described by it', async () => {
  const root = await folderOf({ far: { 'pack.json': '{"id":"f"}' } });
  const source = jsonContent('/');
  expect(await source.read(join(root, 'far'), 'pack.json')).toEqual({ id: 'f' });
  const elsewhere = jsonContent(join(root, 'near'));
  expect(elsewhere.describe(join(root, 'far'), 'pack.json')).toBe(join(root, 'far', 'pack.json'));
});

test('a path that leads out of its layer is not read', async () => {
  const root = await folderOf({ base: { 'a.json': '{}' }, other: { 'secret.json': '{}' } });
  await expect(jsonContent(root).read('base', '../other/secret.json')).rejects.toThrow(
    'the path leads out of its layer',
  );
});

test('a file in the place of a layer, and a folder in the place of a file', async () => {
  const root = await folderOf({ base: { 'a.json': '{}', 'dir.json/b.json': '{}' } });
  const source = jsonContent(root);
  await expect(source.list('base/a.json')).rejects.toThrow('is not a folder');
  await expect(source.read('base', 'dir.json')).rejects.toThrow('the file is a folder');
});

test('text that is not UTF-8 is told apart from broken JSON', async () => {
  const root = await folderOf({ base: { 'a.json': '{}' } });
  // «Кубик» as an old Windows editor would save it.
  await writeFile(join(root, 'base', 'a.json'), Buffer.from([0x22, 0xca, 0xf3, 0xe1, 0xe8, 0xea, 0x22]));
  await expect(jsonContent(root).read('base', 'a.json')).rejects.toThrow('not UTF-8 text');
});

test('a file beyond all reason is not parsed', async () => {
  const root = await folderOf({ base: { 'a.json': `"${'a'.repeat(4 * 1024 * 1024)}"` } });
  await expect(jsonContent(root).read('base', 'a.json')).rejects.toThrow('at most 4194304 are read');
});
