/** What every source of content keeps to, whatever holds it. */
import { describe, expect, test } from 'vitest';
import { BrokenFile, type ContentSource, LayerMissing } from './contract.ts';

/** Layer → relative path → text of the file. */
export type SuiteLayers = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** @param open makes a source that holds exactly these layers. */
export function contentSuite(name: string, open: (layers: SuiteLayers) => Promise<ContentSource>): void {
  describe(`content from ${name}`, () => {
    const layers = {
      base: {
        'pack.json': '{"id":"a"}',
        'items/b.json': '{"b":1}',
        'items/a.json': '{"a":[1,{"x":"ё"}]}',
        'texts/ru/items.json': '{}',
        'stories/a.ink': 'ё\n-> DONE\n',
        'notes.txt': 'not content',
      },
      season: { 'pack.json': '{"id":"s"}' },
    };

    test('lists the JSON files and scripts of one layer, sorted, by relative path', async () => {
      const source = await open(layers);
      expect(await source.list('base')).toEqual([
        'items/a.json',
        'items/b.json',
        'pack.json',
        'stories/a.ink',
        'texts/ru/items.json',
      ]);
      expect(await source.list('season')).toEqual(['pack.json']);
    });

    test('reads the value of a file, of the layer that was asked for', async () => {
      const source = await open(layers);
      expect(await source.read('base', 'items/a.json')).toEqual({ a: [1, { x: 'ё' }] });
      expect(await source.read('base', 'pack.json')).toEqual({ id: 'a' });
      expect(await source.read('season', 'pack.json')).toEqual({ id: 's' });
    });

    test('reads a script as the text that it is', async () => {
      const source = await open(layers);
      expect(await source.read('base', 'stories/a.ink')).toBe('ё\n-> DONE\n');
    });

    test('a value that was read is the own copy of its reader', async () => {
      const source = await open(layers);
      const first = (await source.read('base', 'pack.json')) as { id: string };
      first.id = 'changed';
      expect(await source.read('base', 'pack.json')).toEqual({ id: 'a' });
    });

    test('a layer or file that is not there is a named error', async () => {
      const source = await open(layers);
      await expect(source.list('nowhere')).rejects.toThrow(LayerMissing);
      await expect(source.list('nowhere')).rejects.toThrow('nowhere');
      await expect(source.read('base', 'items/c.json')).rejects.toThrow(BrokenFile);
      await expect(source.read('constructor', 'name')).rejects.toThrow(BrokenFile);
    });

    test('a file is described so that its writer finds it', async () => {
      const source = await open(layers);
      expect(source.describe('base', 'items/a.json')).toMatch(/base.*items\/a\.json$/);
    });

    test.each([
      ['{"a": 1,\n  "b": }', 2, 8, 'not valid JSON'],
      ['{"a": [1, 2', 1, 12, 'not valid JSON'],
      ['{"a": 1,\n  "b": tru, "c": [1, {"d": -1.5e3}]}', 2, 11, 'not valid JSON'],
      ["{'a': 1}", 1, 2, 'not valid JSON'],
      ['{"a": 1}\n{"b": 2}', 2, 1, 'not valid JSON'],
      ['', 1, 1, 'not valid JSON'],
      ['{"a": 1, "b": {"c": 1,\n "c": 2}}', 2, 2, 'the key "c" stands twice'],
      ['{"a": 1, "\\u0061": 2}', 1, 10, 'the key "\\u0061" stands twice'],
    ])('broken JSON names line and column: %j', async (text, line, column, message) => {
      const source = await open({ base: { 'bad.json': text } });
      const error = await source.read('base', 'bad.json').catch((error: unknown) => error);
      expect(error).toBeInstanceOf(BrokenFile);
      expect(error).toMatchObject({ line, column });
      expect((error as Error).message).toContain(`line ${line}, column ${column}: ${message}`);
    });

    test('equal keys in different objects, and braces in texts, are no repeats', async () => {
      const text = '{"a": {"x": "}{\\"x\\":", "y": ["x", "x"]}, "b": {"x": 1}}';
      const source = await open({ base: { 'ok.json': text } });
      expect(await source.read('base', 'ok.json')).toEqual(JSON.parse(text));
    });

    test('a byte-order mark does not matter', async () => {
      const source = await open({ base: { 'bom.json': '\ufeff{"a":1}' } });
      expect(await source.read('base', 'bom.json')).toEqual({ a: 1 });
    });
  });
}
