import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAddress, SOURCES } from './address.ts';

const read = (query: string, browser?: string) => readAddress(`http://127.0.0.1:1/overlay?${query}`, browser);

describe('readAddress', () => {
  it('gives defaults to what is missing, without a note', () => {
    expect(read('game=g&key=k')).toMatchObject({
      game: 'g',
      key: 'k',
      lang: 'en',
      source: 'full',
      theme: 'glass',
      motion: 'auto',
      scale: 1,
      size: null,
      player: null,
      sound: { on: false },
      notes: [],
    });
    expect(read('', 'ru-RU').lang).toBe('ru');
  });

  it('understands every option', () => {
    const address = read(
      'format=strip&theme=paper&lang=ru&player=p3&motion=off&scale=125%25&size=1280x160&contrast=high&sound=1&volume=40&volume-roll=0',
    );
    expect(address).toMatchObject({
      source: 'strip',
      theme: 'paper',
      lang: 'ru',
      player: 'p3',
      motion: 'off',
      scale: 1.25,
      size: { width: 1280, height: 160 },
      contrast: 'high',
      sound: { on: true, volume: 0.4, each: { roll: 0 } },
      notes: [],
    });
    expect(read('size=720p').size).toEqual({ width: 1280, height: 720 });
  });

  it('lets a page stand before a format', () => {
    for (const source of SOURCES) expect(read(`format=corner&page=${source}`).source).toBe(source);
    expect(read('format=corner&page=nonsense')).toMatchObject({
      source: 'corner',
      notes: [expect.stringContaining('page=nonsense')],
    });
  });

  it.each([
    ['theme=neon', { theme: 'glass' }],
    ['motion=wild', { motion: 'auto' }],
    ['scale=0', { scale: 1 }],
    ['scale=99', { scale: 1 }],
    ['scale=-1', { scale: 1 }],
    ['size=1x1', { size: null }],
    ['size=big', { size: null }],
    ['player=p9', { player: null }],
    ['lang=fr', { lang: 'en' }],
    ['sound=loud', { sound: { on: false } }],
    ['volume=500', { sound: { volume: 0.6 } }],
  ])('falls back with one note: %s', (query, expected) => {
    const address = read(query);
    expect(address).toMatchObject(expected);
    expect(address.notes).toHaveLength(1);
  });

  it('never fails, whatever stands in the address', () => {
    const names = fc.constantFrom(
      'page',
      'format',
      'theme',
      'size',
      'scale',
      'player',
      'motion',
      'volume',
      'sound',
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(names, fc.string())), (pairs) => {
        const address = read(new URLSearchParams(pairs).toString());
        expect(SOURCES).toContain(address.source);
        expect(address.scale).toBeGreaterThan(0);
      }),
    );
  });
});
