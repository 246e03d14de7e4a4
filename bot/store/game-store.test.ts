import { expect, test } from 'vitest';
import { memoryLog } from '../../adapters/log/memory.ts';
import { commitmentOf } from '../engine/proof.ts';
import type { Loaded } from './game-store.ts';
import { GameStore } from './game-store.ts';
import { sha256Of } from './line.ts';
import type { ToyState } from './toy.ts';
import { TOY_RULES, TOY_SEED, TOY_SEED_HEX, toyCommands, toyEngine, toyLog, toySay } from './toy.ts';
import { verify } from './verify.ts';

async function setUp(snapshotEvery = 4) {
  const log = memoryLog();
  await log.open();
  let folds = 0;
  const engine = {
    ...toyEngine,
    fold: (...args: Parameters<typeof toyEngine.fold>) => {
      folds += 1;
      return toyEngine.fold(...args);
    },
  };
  const store = new GameStore({ log, engine, snapshotEvery });
  return { log, store, folds: () => folds };
}

/** Plays until the game is over, or for `count` commands. */
async function play(
  store: GameStore<ToyState>,
  from: Loaded<ToyState>,
  count = 1000,
): Promise<Loaded<ToyState>> {
  let now = from;
  const skip = from.head.seq;
  let n = 0;
  for (const next of toyCommands()) {
    n += 1;
    if (n <= skip) continue;
    if (n > skip + count || now.state.status !== 'running') break;
    const { said, after } = toySay(now, next, `id-${n}`);
    const answer = await store.append(now, [said], after);
    expect(answer.ok).toBe(true);
    now = answer.now;
  }
  return now;
}

async function text(lines: AsyncIterable<string>): Promise<string> {
  let all = '';
  for await (const line of lines) all += line;
  return all;
}
async function* one(file: string): AsyncIterable<string> {
  yield file;
}

test('the header of a new game binds rules, map and seed', async () => {
  const { store, log } = await setUp();
  const { header, head } = await store.create(toyLog());
  expect(header).toMatchObject({
    format: 1,
    engineVersion: 'toy-1',
    game: 'toy',
    rulesHash: sha256Of(TOY_RULES),
  });
  expect(header.mapHash).toBe(sha256Of({ cells: 40, seed: 'карта "7"' }));
  const { rulesHash, mapHash } = header;
  expect(header.commitment).toBe(commitmentOf(TOY_SEED, { game: 'toy', rulesHash, mapHash }));
  expect(await log.head('toy')).toEqual(head);
  expect(await log.getSecret('toy')).toEqual(TOY_SEED);
});

test('what is loaded is what was there, at every length', async () => {
  const { store } = await setUp();
  let now = await store.create(toyLog());
  expect(await store.load('toy')).toEqual(now);
  for (let i = 0; i < 12; i += 1) {
    now = await play(store, now, 1);
    expect(await store.load('toy')).toEqual(now);
  }
});

test('a start folds only what came after the snapshot, and everything when the snapshot is not of this log', async () => {
  const { store, log, folds } = await setUp(4);
  const now = await play(store, await store.create(toyLog()), 10);
  const before = folds();
  expect(await store.load('toy')).toEqual(now);
  expect(folds() - before).toBe(2);

  const snapshot = (await log.loadSnapshot('toy'))!;
  expect(snapshot.seq).toBe(8);
  for (const bytes of [
    new TextEncoder().encode('not a snapshot'),
    new TextEncoder().encode(new TextDecoder().decode(snapshot.bytes).replace('toy-1', 'toy-0')),
    new TextEncoder().encode(
      new TextDecoder().decode(snapshot.bytes).replace(/"hash":"..../, '"hash":"0000'),
    ),
  ]) {
    await log.saveSnapshot('toy', { seq: 8, bytes });
    const start = folds();
    expect(await store.load('toy')).toEqual(now);
    expect(folds() - start).toBe(10);
  }
});

test('when another host wrote first, nothing is appended and the game comes back as it stands', async () => {
  const { store, log } = await setUp();
  const mine = await play(store, await store.create(toyLog()), 5);
  const theirs = await play(store, mine, 2);
  const { said, after } = toySay(
    mine,
    { as: { by: 'player', player: 'p2' }, command: { type: 'roll' } },
    'late',
  );
  const answer = await store.append(mine, [said], after);
  expect(answer).toEqual({ ok: false, now: theirs });
  expect(await log.findId('toy', 'p2', 'late')).toBeNull();
});

test('the first answer to an id is found again, per sender', async () => {
  const { store } = await setUp();
  await play(store, await store.create(toyLog()), 6);
  const first = await store.findLine('toy', { by: 'player', player: 'p1' }, 'id-5');
  expect(first).toMatchObject({
    seq: 5,
    command: { type: 'roll' },
    events: [{ type: 'drawn' }, { type: 'moved' }],
  });
  expect(await store.findLine('toy', { by: 'player', player: 'p2' }, 'id-5')).toBeNull();
});

test('a finished game goes out, is verified, and comes in elsewhere as the same bytes', async () => {
  const { store } = await setUp();
  const played = await play(store, await store.create(toyLog()));
  await expect(
    store.finish({ ...played, state: { ...played.state, status: 'running' } }, []),
  ).rejects.toThrow('not over');
  const closed = await store.finish(played, [TOY_SEED_HEX]);
  expect(closed.closed).toBe(true);
  const file = await text(store.export('toy'));

  const other = await setUp();
  const report = await other.store.import(one(file));
  expect(report).toMatchObject({ ok: true, game: 'toy', ended: 'finished', ranked: false });
  expect(await text(other.store.export('toy'))).toBe(file);
  expect(await other.store.load('toy')).toEqual(closed);
  await expect(other.store.import(one(file))).rejects.toMatchObject({ code: 'LOG_GAME_EXISTS' });
});

test('a running game goes out without its seeds, and comes in', async () => {
  const { store } = await setUp();
  await play(store, await store.create(toyLog()), 7);
  const file = await text(store.export('toy'));
  expect(file).not.toContain(TOY_SEED_HEX);
  expect(await verify([file], { engine: toyEngine })).toMatchObject({
    ok: true,
    ended: null,
    checked: { draws: null },
  });
  const other = await setUp();
  expect(await other.store.import(one(file))).toMatchObject({ ok: true, lines: 9 });
  expect(await other.log.getSecret('toy')).toBeNull();
});

test('a file that does not verify is not taken in', async () => {
  const { store } = await setUp();
  await play(store, await store.create(toyLog()), 7);
  const file = await text(store.export('toy'));
  const other = await setUp();
  const report = await other.store.import(one(file.replace('"seq":3', '"seq":4')));
  expect(report).toMatchObject({ ok: false, line: 5 });
  expect(await other.log.games()).toEqual([]);
});

test('old lines are brought up to date on reading, and stay as they are on file', async () => {
  const { store, log } = await setUp(1000);
  const now = await play(store, await store.create(toyLog()), 6);
  const before = await text(store.export('toy'));
  const upcast = new GameStore({
    log,
    engine: toyEngine,
    upcast: (line) => ({
      ...line,
      events: line.events.map((event) => (event.type === 'moved' ? { ...event, path: [0, 1] } : event)),
    }),
  });
  const loaded = await upcast.load('toy');
  expect(loaded.head).toEqual(now.head);
  expect(loaded.state.players.p1?.cell).toBe(1);
  expect(await text(upcast.export('toy'))).toBe(before);
});
