import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { openingHash, sha256Hex } from '../../adapters/log/contract.ts';
import { memoryLog } from '../../adapters/log/memory.ts';
import { canonical } from '../protocol/canonical.ts';
import type { Loaded } from './game-store.ts';
import { GameStore } from './game-store.ts';
import type { CommandLine } from './line.ts';
import type { ToyState } from './toy.ts';
import { TOY_SEED_HEX, toyCommands, toyEngine, toyLog, toySay } from './toy.ts';
import { verify } from './verify.ts';

const engine = toyEngine;
let file: string;
let lines: string[];

beforeAll(async () => {
  const log = memoryLog();
  await log.open();
  const store = new GameStore({ log, engine });
  let now: Loaded<ToyState> = await store.create(toyLog());
  let n = 0;
  for (const next of toyCommands()) {
    const { said, after } = toySay(now, next, `строка-${n++}`);
    now = (await store.append(now, [said], after)).now;
    if (now.state.status !== 'running') break;
  }
  await store.finish(now, [TOY_SEED_HEX]);
  file = '';
  for await (const line of store.export('toy')) file += line;
  lines = file.trimEnd().split('\n');
});

const joined = (list: readonly string[]) => [`${list.join('\n')}\n`];
const check = (list: readonly string[]) => verify(joined(list), { engine });

/** Hashes and links of everything from this index on made right again, as somebody with the program could do. */
function rehashed(list: readonly string[]): string[] {
  const out = list.slice(0, 2);
  let prev = openingHash(out[0]!, out[1]!);
  for (const text of list.slice(2)) {
    const { hash: _, ...rest } = JSON.parse(text) as CommandLine;
    const hash = sha256Hex(canonical({ ...rest, prev }));
    out.push(canonical({ ...rest, prev, hash }));
    prev = hash;
  }
  return out;
}

/** Changes the value of one line, then makes all hashes right. */
function forged(index: number, change: (line: Record<string, unknown>) => object): string[] {
  const list = [...lines];
  list[index] = canonical(change(JSON.parse(list[index]!) as Record<string, unknown>));
  return rehashed(list);
}
const rollIndex = (nth: number) =>
  lines.flatMap((line, i) => (line.includes('"type":"drawn"') ? [i] : []))[nth]!;

test('a true game passes: every hash, draw and decision', async () => {
  const commands = lines.length - 3;
  expect(await verify([file], { engine })).toEqual({
    ok: true,
    game: 'toy',
    lines: lines.length,
    ended: 'finished',
    ranked: false,
    checked: { hashes: commands + 1, draws: commands - 4, decisions: commands },
  });
  expect(rehashed(lines)).toEqual(lines);
});

test('the file may come in pieces cut anywhere, and without its last newline', async () => {
  const bytes = Buffer.from(file.trimEnd());
  const pieces = Array.from({ length: Math.ceil(bytes.length / 7) }, (_, i) =>
    bytes.subarray(i * 7, i * 7 + 7),
  );
  expect(await verify(pieces, { engine })).toMatchObject({ ok: true });
});

describe('without recomputed hashes', () => {
  test('any one byte changed fails, and names its line', async () => {
    const bytes = Buffer.from(file);
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), async (at, flip) => {
        const changed = Buffer.from(bytes);
        changed[at]! ^= flip;
        const line = bytes.subarray(0, at).filter((byte) => byte === 0x0a).length + 1;
        const report = await verify([changed], { engine });
        expect(report.ok).toBe(false);
        // Lines 1 and 2 name each other's hash: a changed rulesHash is found on line 2.
        if (!report.ok) expect(line === 1 ? [1, 2] : [line]).toContain(report.line);
      }),
      { numRuns: 400 },
    );
  });

  test('a line cut out fails where it was, the last one as missing', async () => {
    for (let cut = 0; cut < lines.length; cut += 1) {
      const report = await check(lines.toSpliced(cut, 1));
      expect(report).toMatchObject({ ok: false, line: cut < 2 ? 1 + (cut === 0 ? 0 : 1) : cut + 1 });
    }
  });

  test('two lines swapped fail at the first of them', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(lines.length - 1), fc.nat(lines.length - 1), async (a, b) => {
        fc.pre(a !== b);
        const list = [...lines];
        [list[a], list[b]] = [list[b]!, list[a]!];
        expect(await check(list)).toMatchObject({ ok: false, line: Math.min(a, b) + 1 });
      }),
    );
  });

  test('a line added fails there: a copy, an empty one, one of our own making', async () => {
    for (let at = 1; at <= lines.length; at += 1) {
      for (const extra of [lines[at - 1]!, '', '{}', '[]', 'null']) {
        expect(await check(lines.toSpliced(at, 0, extra))).toMatchObject({ ok: false, line: at + 1 });
      }
    }
  });

  test('another way to write the same line fails', async () => {
    const pretty = lines.with(4, lines[4]!.replace('{', '{ '));
    expect(await check(pretty)).toMatchObject({
      ok: false,
      line: 5,
      reason: expect.stringContaining('canonical'),
    });
    expect(await verify([Buffer.from([0xef, 0xbb, 0xbf]), file], { engine })).toMatchObject({
      ok: false,
      line: 1,
    });
    expect(await verify([file.replaceAll('\n', '\r\n')], { engine })).toMatchObject({ ok: false, line: 1 });
  });

  test.each([[''], ['\n'], ['{"format":1}\n'], ['{"format":2}\n{}\n'], ['null\n{}\n']])(
    'a file like %j fails with a reason',
    async (text) => {
      const report = await verify([text], { engine });
      expect(report).toMatchObject({ ok: false });
      if (!report.ok) expect(report.reason.length).toBeGreaterThan(10);
    },
  );
});

describe('with every later hash recomputed', () => {
  test('any die changed fails on its line, and says what the seeds give', async () => {
    const rolls = lines.filter((line) => line.includes('"drawn"')).length;
    await fc.assert(
      fc.asyncProperty(fc.nat(rolls - 1), fc.nat(1), fc.integer({ min: 1, max: 5 }), async (nth, die, by) => {
        const index = rollIndex(nth);
        const list = forged(index, (line) => {
          const [drawn, ...rest] = line.events as { sides: number[]; values: number[] }[];
          const count = drawn!.sides[die]!;
          const values = drawn!.values.with(
            die,
            ((drawn!.values[die]! - 1 + (by % (count - 1)) + 1) % count) + 1,
          );
          return { ...line, events: [{ ...drawn, values }, ...rest] };
        });
        const report = await check(list);
        expect(report).toMatchObject({ ok: false, line: index + 1 });
        if (!report.ok) expect(report.reason).toContain('the seeds give');
      }),
    );
  });

  test('an outcome that does not follow from the dice fails on its line', async () => {
    const index = rollIndex(2);
    const list = forged(index, (line) => {
      const [drawn, moved] = line.events as [object, { path: number[] }];
      return { ...line, events: [drawn, { ...moved, path: [moved.path[0]!, moved.path[1]! + 1] }] };
    });
    expect(await check(list)).toMatchObject({
      ok: false,
      line: index + 1,
      reason: expect.stringContaining('other events'),
    });
  });

  test('a draw thrown away fails on its line', async () => {
    const list = forged(rollIndex(1), (line) => {
      const [drawn, ...rest] = line.events as { n: number }[];
      return { ...line, events: [{ ...drawn, n: drawn!.n + 1 }, ...rest] };
    });
    expect(await check(list)).toMatchObject({
      ok: false,
      line: rollIndex(1) + 1,
      reason: expect.stringContaining('not due'),
    });
  });

  test.each([
    ['time that runs backwards', (line: object) => ({ ...line, at: 5 }), 'backwards'],
    ['an id used before', (line: object) => ({ ...line, id: 'строка-4' }), 'was there before'],
    ['a number out of turn', (line: object) => ({ ...line, seq: 77 }), 'expected seq 7'],
    ['a command the rules refuse', (line: object) => ({ ...line, command: { type: 'coin' } }), 'refuse'],
    ['a field too many', (line: object) => ({ ...line, note: 'x' }), 'expected the fields'],
    ['events that are no list', (line: object) => ({ ...line, events: {} }), 'wrong shape'],
    [
      'an unknown player',
      (line: object) => ({ ...line, as: { by: 'player', player: 'p9' } }),
      'decided again',
    ],
  ])('%s fails on its line', async (_, change, reason) => {
    expect(await check(forged(8, change))).toMatchObject({
      ok: false,
      line: 9,
      reason: expect.stringContaining(reason),
    });
  });

  test('other places, another seed, another ending fail on the end line', async () => {
    const last = lines.length - 1;
    for (const change of [
      (line: object) => ({ ...line, places: ['p9', 'p1'] }),
      (line: object) => ({ ...line, seeds: ['00'.repeat(32)] }),
      (line: object) => ({ ...line, seeds: [] }),
      (line: object) => ({ ...line, end: 'cancelled' }),
      (line: object) => ({ ...line, end: 'won' }),
    ]) {
      expect(await check(forged(last, change))).toMatchObject({ ok: false, line: lines.length });
    }
  });

  test('another map or commitment in the header, or other rules, fail', async () => {
    const header = (part: object) => forged(0, (line) => ({ ...line, ...part }));
    expect(await check(header({ mapSeed: 'x' }))).toMatchObject({ ok: false, line: 1 });
    expect(await check(header({ commitment: 'ab'.repeat(32) }))).toMatchObject({
      ok: false,
      line: lines.length,
    });
    expect(await check(header({ game: 'other' }))).toMatchObject({ ok: false, line: lines.length });
    expect(await check(forged(1, (rules) => ({ ...rules, length: 41 })))).toMatchObject({
      ok: false,
      line: 2,
    });
  });
});

describe('what cannot be checked is said', () => {
  test('a running game: no seeds, so no draws; its decisions are checked from the recorded dice', async () => {
    expect(await check(lines.slice(0, 12))).toMatchObject({
      ok: true,
      ended: null,
      checked: { hashes: 10, draws: null, decisions: 10 },
    });
  });

  test('a game that is over must have its end line', async () => {
    expect(await check(lines.slice(0, -1))).toMatchObject({
      ok: false,
      line: lines.length,
      reason: expect.stringContaining('missing'),
    });
  });

  test('another engine: draws and outcome only', async () => {
    const newer = { ...engine, version: 'toy-2', decide: () => ({ events: [], state: undefined as never }) };
    expect(await verify([file], { engine: newer })).toMatchObject({ ok: true, checked: { decisions: null } });
    const list = forged(rollIndex(0), (line) => {
      const [drawn, ...rest] = line.events as { values: number[] }[];
      return { ...line, events: [{ ...drawn, values: [drawn!.values[1]!, drawn!.values[0]! + 1] }, ...rest] };
    });
    expect(await verify(joined(list), { engine: newer })).toMatchObject({
      ok: false,
      line: rollIndex(0) + 1,
    });
  });

  test('a cancelled game may keep its seeds, and is then not proven', async () => {
    const log = memoryLog();
    await log.open();
    const store = new GameStore({ log, engine });
    let now = await store.create(toyLog());
    const { said, after } = toySay(now, { as: { by: 'admin' }, command: { type: 'cancel' } }, 'x');
    now = (await store.append(now, [said], after)).now;
    await store.finish(now, []);
    const chunks: string[] = [];
    for await (const line of store.export('toy')) chunks.push(line);
    expect(await verify(chunks, { engine })).toMatchObject({
      ok: true,
      ended: 'cancelled',
      checked: { draws: null },
    });
  });
});
