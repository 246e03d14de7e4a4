/** What every log driver must do. Called by a short test beside each driver. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { AdapterError } from '../errors.ts';
import type { EndEntry, LogDriver, LogEntry } from './contract.ts';
import { openingHash, sha256Hex } from './contract.ts';

export interface Subject {
  /** A closed driver over an empty place of its own. */
  make(): Promise<LogDriver>;
  /** Another driver over the same place, as after a restart; null for drivers that keep nothing. */
  again: ((driver: LogDriver) => Promise<LogDriver>) | null;
}

const HEADER = '{"format":1,"game":"g"}';
const RULES = '{"version":"1"}';
const G = { game: 'g', header: HEADER, rules: RULES };
const bytes = (...list: number[]) => new Uint8Array(list);

export function entry(n: number, by = 'p1', id = `id-${n}`): LogEntry {
  return {
    by,
    id,
    head: `{"as":{"by":"player","player":"p1"},"at":${n},"command":{"type":"coin"},"events":["Ёж ${n}"],`,
    tail: `"id":${JSON.stringify(id)},`,
  };
}
const entries = (from: number, count: number) => Array.from({ length: count }, (_, i) => entry(from + i));
const END: EndEntry = { head: '{"end":"finished",', tail: '"places":["p1"],', rest: ',"seeds":["00"]}' };

async function all(lines: AsyncIterable<string>): Promise<string[]> {
  const list: string[] = [];
  for await (const line of lines) list.push(line);
  return list;
}

/** Fails unless the promise is refused with this code; gives the error for a closer look. */
async function refused(code: string, promise: Promise<unknown>): Promise<AdapterError> {
  const error = await promise.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(AdapterError);
  expect((error as AdapterError).code).toBe(code);
  return error as AdapterError;
}

/** The chain, checked the slow way: cut the hash out of the text, hash the rest, compare. */
function expectChain(lines: readonly string[], prev = openingHash(HEADER, RULES)): void {
  let link = prev;
  lines.forEach((line, i) => {
    const { hash, prev: before, seq } = JSON.parse(line) as { hash: string; prev: string; seq: number };
    expect(seq).toBe(i + 1);
    expect(before).toBe(link);
    expect(sha256Hex(line.replace(`"hash":"${hash}",`, ''))).toBe(hash);
    link = hash;
  });
}

export function logSuite(name: string, subject: Subject): void {
  describe(`log driver ${name}`, () => {
    let driver: LogDriver;
    beforeEach(async () => {
      driver = await subject.make();
      await driver.open();
    });
    afterEach(async () => {
      await driver.close();
    });

    lines();
    ids();
    beside();
    life();

    function lines(): void {
      test('a new game stands at 0, at the hash over its header and rules', async () => {
        expect(await driver.head('g')).toBeNull();
        expect(await driver.createGame(G)).toEqual({ seq: 0, hash: openingHash(HEADER, RULES) });
        expect(await driver.head('g')).toEqual({ seq: 0, hash: sha256Hex(`${HEADER}\n${RULES}`) });
        expect(await driver.opening('g')).toEqual({ header: HEADER, rules: RULES, end: null });
        expect(await driver.games()).toEqual([{ game: 'g', seq: 0, finished: false }]);
        expect(await all(driver.read('g', 1))).toEqual([]);
      });

      test('appends are chained over the stored bytes and read back as they are', async () => {
        await driver.createGame(G);
        const first = await driver.append('g', 0, entries(1, 3));
        const second = await driver.append('g', first.seq, [entry(4)]);
        expect([first.seq, second.seq]).toEqual([3, 4]);
        const stored = await all(driver.read('g', 1));
        expectChain(stored);
        expect(stored[0]).toContain('"events":["Ёж 1"]');
        expect(JSON.parse(stored[3]!)).toMatchObject({ seq: 4, id: 'id-4', hash: second.hash });
        expect(await all(driver.read('g', 3))).toEqual(stored.slice(2));
        expect(await driver.head('g')).toEqual(second);
      });

      test('reads more lines than one page holds', async () => {
        await driver.createGame(G);
        await driver.append('g', 0, entries(1, 1201));
        const stored = await all(driver.read('g', 1));
        expect(stored.length).toBe(1201);
        expectChain(stored);
        expect((await all(driver.read('g', 1001))).length).toBe(201);
      });

      test('a wrong expectedSeq is a conflict that changes nothing and names the head', async () => {
        await driver.createGame(G);
        const head = await driver.append('g', 0, entries(1, 2));
        const error = await refused('LOG_CONFLICT', driver.append('g', 1, [entry(9)]));
        expect(error.args).toMatchObject({ game: 'g', head: 2, expected: 1 });
        expect(error.message).toContain('Reload');
        await refused('LOG_CONFLICT', driver.append('g', 3, [entry(9)]));
        expect(await driver.head('g')).toEqual(head);
        expect(await driver.findId('g', 'p1', 'id-9')).toBeNull();
      });

      test('of appends made together for the same place exactly one wins; other games do not suffer', async () => {
        await driver.createGame(G);
        await driver.createGame({ ...G, game: 'other' });
        const tries = await Promise.allSettled([
          driver.append('g', 0, [entry(1, 'p1', 'a')]),
          driver.append('g', 0, [entry(1, 'p2', 'b')]),
          driver.append('other', 0, entries(1, 2)),
          driver.append('g', 1, [entry(2, 'p3', 'c')]),
        ]);
        expect(tries.map(({ status }) => status)).toEqual([
          'fulfilled',
          'rejected',
          'fulfilled',
          'fulfilled',
        ]);
        expect(await driver.findId('g', 'p2', 'b')).toBeNull();
        const stored = await all(driver.read('g', 1));
        expect(stored.length).toBe(2);
        expectChain(stored);
      });

      test('an end line closes the game', async () => {
        await driver.createGame(G);
        const head = await driver.append('g', 0, entries(1, 2));
        await refused('LOG_CONFLICT', driver.finish('g', 1, END));
        await driver.finish('g', 2, END);
        const { end } = await driver.opening('g');
        const { hash, ...rest } = JSON.parse(end!) as { hash: string };
        expect(rest).toEqual({ end: 'finished', places: ['p1'], prev: head.hash, seeds: ['00'] });
        expect(sha256Hex(end!.replace(`"hash":"${hash}",`, ''))).toBe(hash);
        await refused('LOG_FINISHED', driver.append('g', 2, [entry(3)]));
        await refused('LOG_FINISHED', driver.finish('g', 2, END));
        expect(await driver.games()).toEqual([{ game: 'g', seq: 2, finished: true }]);
        expect(await driver.head('g')).toEqual(head);
      });
    }

    function ids(): void {
      test('an id is unique per game and sender', async () => {
        await driver.createGame(G);
        await driver.createGame({ ...G, game: 'other' });
        await driver.append('g', 0, [entry(1, 'p1', 'x'), entry(2, 'p2', 'x')]);
        await driver.append('other', 0, [entry(1, 'p1', 'x')]);
        expect(await driver.findId('g', 'p1', 'x')).toBe(1);
        expect(await driver.findId('g', 'p2', 'x')).toBe(2);
        expect(await driver.findId('g', 'p3', 'x')).toBeNull();
        expect(await driver.findId('g', 'p1', 'constructor')).toBeNull();
      });

      test('a batch with an id that was there, or with one twice, leaves no line at all', async () => {
        await driver.createGame(G);
        const head = await driver.append('g', 0, [entry(1, 'p1', 'x')]);
        const error = await refused('LOG_DUPLICATE', driver.append('g', 1, [entry(2), entry(3, 'p1', 'x')]));
        expect(error.args).toEqual({ game: 'g', by: 'p1', id: 'x' });
        await refused('LOG_DUPLICATE', driver.append('g', 1, [entry(2, 'p1', 'y'), entry(3, 'p1', 'y')]));
        expect(await driver.head('g')).toEqual(head);
        expect((await driver.append('g', 1, entries(2, 2))).seq).toBe(3);
        expectChain(await all(driver.read('g', 1)));
      });
    }

    function beside(): void {
      test('snapshots, ballots and secrets are kept beside the log, the last one of each', async () => {
        await driver.createGame({ ...G, secret: bytes(7, 0, 255) });
        expect(await driver.loadSnapshot('g')).toBeNull();
        await driver.saveSnapshot('g', { seq: 1, bytes: bytes(1) });
        await driver.saveSnapshot('g', { seq: 2, bytes: bytes(0, 200, 3) });
        const snapshot = (await driver.loadSnapshot('g'))!;
        expect([snapshot.seq, ...snapshot.bytes]).toEqual([2, 0, 200, 3]);
        expect([...(await driver.getSecret('g'))!]).toEqual([7, 0, 255]);
        await driver.putSecret('g', bytes(9));
        expect([...(await driver.getSecret('g'))!]).toEqual([9]);
        expect(await driver.loadBallots('g', 'poll-1')).toBeNull();
        await driver.saveBallots('g', 'poll-1', bytes(5, 6));
        expect([...(await driver.loadBallots('g', 'poll-1'))!]).toEqual([5, 6]);
        expect((await all(driver.read('g', 1))).length).toBe(0);
      });

      test('a person can be forgotten, and the log does not change', async () => {
        await driver.createGame(G);
        const head = await driver.append('g', 0, [entry(1)]);
        await driver.putName('g', 'v_1', { name: 'Ночная Сова', platform: 'twitch', user: '42' });
        await driver.putName('g', 'v_2', { name: 'Bob', platform: 'local' });
        await driver.putName('g', 'v_1', { name: 'Сова', platform: 'twitch', user: '42' });
        expect(await driver.names('g')).toEqual(
          new Map([
            ['v_1', { name: 'Сова', platform: 'twitch', user: '42' }],
            ['v_2', { name: 'Bob', platform: 'local' }],
          ]),
        );
        await driver.forget('g', 'v_1');
        expect([...(await driver.names('g')).keys()]).toEqual(['v_2']);
        expect(await driver.head('g')).toEqual(head);
      });

      test('meta keeps strings', async () => {
        expect(await driver.getMeta('secret')).toBeNull();
        await driver.setMeta('secret', 'a');
        await driver.setMeta('secret', 'ключ');
        expect(await driver.getMeta('secret')).toBe('ключ');
      });

      test('identities change together, come back by person and place, and can be forgotten', async () => {
        const one = (identity: string, person: string, place: number) => ({
          ...{ identity, person, place },
          name: `Ёж ${identity}`,
        });
        expect(await driver.identities()).toEqual([]);
        await driver.saveIdentities(
          [one('twitch:9', 'b', 0), one('vkvideo:1', 'a', 1), one('7', 'a', 0)],
          [],
        );
        expect(await driver.identities()).toEqual([
          one('7', 'a', 0),
          one('vkvideo:1', 'a', 1),
          one('twitch:9', 'b', 0),
        ]);
        await driver.saveIdentities([one('twitch:9', 'a', 2)], ['7', 'never']);
        expect(await driver.identities()).toEqual([one('vkvideo:1', 'a', 1), one('twitch:9', 'a', 2)]);
        await driver.saveIdentities([], ['vkvideo:1', 'twitch:9']);
        expect(await driver.identities()).toEqual([]);
      });

      test('the inbox takes each key once, in order, and knows it after it was dropped', async () => {
        expect(await driver.listInbox()).toEqual([]);
        const put = (key: string, at: number) => driver.putInbox({ key, at, bytes: bytes(at, 0, 255) });
        // Keys that look like numbers: an object would put them first.
        expect(await Promise.all([put('b', 2), put('7', 3), put('b', 9)])).toEqual([true, true, false]);
        const waiting = await driver.listInbox();
        expect(waiting.map(({ key, at, bytes: [first] }) => [key, at, first])).toEqual([
          ['b', 2, 2],
          ['7', 3, 3],
        ]);
        await driver.dropInbox('b');
        await driver.dropInbox('never');
        expect((await driver.listInbox()).map(({ key }) => key)).toEqual(['7']);
        expect(await put('b', 4)).toBe(false);
        await driver.sweepInbox(3);
        expect(await put('b', 5)).toBe(true);
        expect(await put('7', 5)).toBe(false);
        expect((await driver.listInbox()).map(({ key }) => key)).toEqual(['7', 'b']);
      });
    }

    function life(): void {
      test('an unknown game, a game twice, and use after closing are coded errors', async () => {
        await refused('LOG_NO_GAME', driver.append('nope', 0, [entry(1)]));
        await refused('LOG_NO_GAME', driver.opening('nope'));
        await refused('LOG_NO_GAME', driver.findId('nope', 'p1', 'x'));
        await refused('LOG_NO_GAME', driver.saveSnapshot('nope', { seq: 1, bytes: bytes(1) }));
        await refused('LOG_NO_GAME', all(driver.read('nope', 1)));
        await driver.createGame(G);
        await refused('LOG_GAME_EXISTS', driver.createGame({ ...G, rules: '{}' }));
        expect((await driver.opening('g')).rules).toBe(RULES);
        await driver.close();
        await driver.close();
        await refused('STORE_CLOSED', driver.head('g'));
      });

      test('a whole game comes in at once, or not at all', async () => {
        await refused('LOG_DUPLICATE', driver.createGame({ ...G, entries: [entry(1), entry(1)] }));
        expect(await driver.head('g')).toBeNull();
        const head = await driver.createGame({ ...G, entries: entries(1, 3), end: END });
        expect(head.seq).toBe(3);
        expectChain(await all(driver.read('g', 1)));
        expect(await driver.games()).toEqual([{ game: 'g', seq: 3, finished: true }]);
      });

      const { again } = subject;
      if (again === null) return;
      test('everything is there after a restart', async () => {
        await driver.createGame({ ...G, secret: bytes(1) });
        await driver.createGame({ ...G, game: 'Игра/№ 2' });
        const head = await driver.append('g', 0, entries(1, 5));
        await driver.saveSnapshot('g', { seq: 5, bytes: bytes(5) });
        await driver.setMeta('k', 'v');
        const linked = { identity: 'kick:5', person: 'a', place: 0, name: 'Ёж' };
        await driver.saveIdentities([linked], []);
        for (const key of ['b', '7', 'gone']) await driver.putInbox({ key, at: 1, bytes: bytes(7) });
        await driver.dropInbox('gone');
        await driver.close();
        driver = await again(driver);
        await driver.open();
        expect(await driver.head('g')).toEqual(head);
        expect((await driver.games()).map(({ game }) => game)).toEqual(['g', 'Игра/№ 2']);
        expect(await driver.findId('g', 'p1', 'id-3')).toBe(3);
        expect((await driver.loadSnapshot('g'))?.seq).toBe(5);
        expect([...(await driver.getSecret('g'))!]).toEqual([1]);
        expect(await driver.getMeta('k')).toBe('v');
        expect(await driver.identities()).toEqual([linked]);
        expect((await driver.listInbox()).map((one) => [one.key, ...one.bytes])).toEqual([
          ['b', 7],
          ['7', 7],
        ]);
        expect(await driver.putInbox({ key: 'gone', at: 2, bytes: bytes() })).toBe(false);
        await driver.append('g', 5, [entry(6)]);
        expectChain(await all(driver.read('g', 1)));
      });
    }
  });
}
