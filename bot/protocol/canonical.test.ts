import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonical } from './canonical.ts';

/** The plain reading of RFC 8785: sort the keys, let JSON.stringify do the rest. */
function reference(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(reference).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  const inOrder = fields.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${inOrder.map(([key, field]) => `${JSON.stringify(key)}:${reference(field)}`).join(',')}}`;
}

const json = fc.jsonValue({ stringUnit: 'grapheme' });

describe('canonical JSON', () => {
  test('sorts keys by UTF-16 units, as the example of RFC 8785 3.2.3', () => {
    const value = {
      '\u20ac': 'Euro Sign',
      '\r': 'Carriage Return',
      '\ufb33': 'Hebrew Letter Dalet With Dagesh',
      '1': 'One',
      '\ud83d\ude00': 'Emoji: Grinning Face',
      '\u0080': 'Control',
      '\u00f6': 'Latin Small Letter O With Diaeresis',
    };
    const names = [...canonical(value).matchAll(/:"([A-Za-z]+)/g)].map((match) => match[1]);
    expect(names).toEqual(['Carriage', 'One', 'Control', 'Latin', 'Euro', 'Emoji', 'Hebrew']);
  });

  test('writes numbers and strings as RFC 8785 3.2.2 does', () => {
    const value = {
      numbers: [Number('333333333.33333329'), 1e30, 4.5, 2e-3, 0.000000000000000000000000001, -0],
      string: '\u20ac$\u000f\u000aA\'\u0042\u0022\u005c\\"/',
      literals: [null, true, false],
    };
    expect(canonical(value)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27,0],' +
        '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  test('is the plain reading of the standard, for any JSON value', () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(canonical(value)).toBe(reference(value));
      }),
    );
  });

  test('writes every number as ECMAScript does', () => {
    const edges = [
      0,
      9,
      10,
      99,
      100,
      999_999_999,
      1e9,
      1e9 + 1,
      1_800_000_000_000,
      2 ** 31,
      2 ** 53,
      1e15,
      1e21,
    ];
    const all = fc.oneof(fc.maxSafeInteger(), fc.double({ noNaN: true, noDefaultInfinity: true }));
    for (const edge of edges.flatMap((one) => [one, -one, one + 0.5]))
      expect(canonical([edge])).toBe(`[${edge}]`);
    fc.assert(
      fc.property(all, (number) => {
        expect(canonical([number])).toBe(JSON.stringify([number]));
      }),
    );
  });

  test('holds what is larger than any buffer, and goes on with small things', () => {
    const long = Array.from({ length: 30_000 }, (_, i) => `клетка ${i} «${'я'.repeat(i % 60)}»`);
    expect(canonical({ long })).toBe(JSON.stringify({ long }));
    expect(canonical({ b: 1, a: ['x'] })).toBe('{"a":["x"],"b":1}');
  });

  test('reads back to the same text, whatever the order of the keys was', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string({ unit: 'grapheme' }), json, { maxKeys: 30 }), (object) => {
        const text = canonical(object);
        expect(canonical(JSON.parse(text))).toBe(text);
        expect(canonical(Object.fromEntries(Object.entries(object).reverse()))).toBe(text);
      }),
    );
  });

  test('leaves out undefined fields, the first one too', () => {
    expect(canonical({ a: undefined, b: 1, c: undefined })).toBe('{"b":1}');
    expect(canonical({ a: undefined })).toBe('{}');
    expect(canonical({})).toBe('{}');
  });

  test('keeps its answer for shapes met before, and for objects with many keys', () => {
    const wide = Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`k${(i * 7) % 40}`, i]));
    for (let i = 0; i < 3; i += 1) {
      expect(canonical({ b: i, a: [{ d: i, c: null }] })).toBe(`{"a":[{"c":null,"d":${i}}],"b":${i}}`);
      expect(canonical(wide)).toBe(reference(wide));
    }
  });

  test.each([
    [{ a: [1, undefined] }, 'undefined at $.a[1]'],
    [undefined, 'undefined at $'],
    [{ a: { b: () => 1 } }, 'a function at $.a.b'],
    [{ a: Symbol('x') }, 'a symbol at $.a'],
    [[10n], 'a bigint at $[0]'],
    [{ a: [{ b: Number.NaN }] }, 'NaN at $.a[0].b'],
    [{ a: Number.NEGATIVE_INFINITY }, '-Infinity at $.a'],
    [{ a: 'x\ud800' }, 'a lone surrogate at $.a'],
    [{ a: `${'long enough for the other way '}\udc00` }, 'a lone surrogate at $.a'],
    [{ 'k\udfff': 1 }, 'a lone surrogate in a key at $'],
    [{ when: new Date(0) }, 'a Date at $.when'],
    [{ a: new Map() }, 'a Map at $.a'],
  ])('names the path of what JSON cannot say: %#', (value, message) => {
    expect(() => canonical(value)).toThrow(TypeError);
    expect(() => canonical(value)).toThrow(`canonical JSON cannot hold ${message}`);
  });

  test('names a cycle instead of running out of stack', () => {
    const loop: Record<string, unknown> = { name: 'x' };
    loop.self = { again: loop };
    expect(() => canonical(loop)).toThrow('a cycle at $.self.again');
  });
});
