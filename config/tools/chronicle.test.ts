/** Every event of the engine is told on stream, or a reason says why not: nobody can add one and forget the viewers. */
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { enTales } from '../../overlay/texts/en.tales.ts';
import { ruTales } from '../../overlay/texts/ru.tales.ts';
import { SILENT } from '../../overlay/texts/silent.ts';
import { HEADS, TAILS } from '../../overlay/texts/tales.ts';

const ENGINE = fileURLToPath(new URL('../../bot/engine/', import.meta.url));
const known = new Set(
  globSync('**/events.ts', { cwd: ENGINE }).flatMap((file) =>
    [...readFileSync(`${ENGINE}${file}`, 'utf8').matchAll(/readonly type: '(\w+)'/g)].map(
      ([, type]) => type!,
    ),
  ),
);

it('finds the events of the engine', () => {
  expect(known.size).toBeGreaterThan(100);
  for (const type of ['rolled', 'treatySigned', 'stageBegan', 'epochTurned', 'tuned'])
    expect(known).toContain(type);
});

it('tells each event once: as a line, as a consequence, or not at all', () => {
  const told = [...HEADS, ...TAILS, ...Object.keys(SILENT)];
  expect([...told].sort()).toEqual([...known].sort());
});

it('has a sentence in both languages, and a reason for every silence', () => {
  for (const { heads, tails } of [ruTales, enTales])
    for (const type of [...HEADS, ...TAILS])
      expect(typeof { ...heads, ...tails }[type], type).toBe('function');
  for (const [type, reason] of Object.entries(SILENT)) expect(reason.length, type).toBeGreaterThan(10);
});
