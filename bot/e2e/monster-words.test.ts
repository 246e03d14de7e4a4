/** Words for monsters by a language model: it may be up, slow, silent, down or hostile; the game plays on all the same. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Naming } from '../../adapters/model/contract.ts';
import {
  type Answer,
  type Asked,
  type ModelSimulator,
  modelSimulator,
} from '../../adapters/model/openai/simulator.ts';
import { type Met, wordsKey } from '../host/monster-words.ts';
import { wordsFault } from '../narrator/check.ts';
import type { BoardView, PlayerView } from '../protocol/views.ts';
import { Dice } from './dice.ts';
import { moveOf } from './person.ts';
import { type Host, pause, startHost, temporary, until } from './rig.ts';
import { writeShortGame } from './short-game.ts';

const LONG = 120_000;
const FIGHTS = 4;
const KEY = 'sk-nobody-sees-this';
/** Longer than anybody waits for words, in ms. */
const LATE_MS = 2_600;

const WORDS: Readonly<Record<'ru' | 'en', Naming>> = {
  ru: { name: 'Вежливая Сосулька', line: 'Капает по расписанию, без выходных.' },
  en: { name: 'Polite Icicle', line: 'Drips on schedule, weekends too.' },
};

let folder: Awaited<ReturnType<typeof temporary>>;
let model: ModelSimulator;
let host: Host;
let said = 0;

beforeEach(async () => {
  folder = await temporary('words');
  model = await modelSimulator((body) => says(WORDS[langOf(body)]));
}, LONG);
afterEach(async () => {
  await host?.run.stop();
  await model.close();
  await folder.remove();
}, LONG);

const says = (words: unknown): Answer => ({ says: JSON.stringify(words) });
const langOf = ({ messages = [] }: Asked) =>
  messages.at(-1)?.content.includes('"Russian"') ? ('ru' as const) : ('en' as const);

async function start(): Promise<void> {
  const layer = join(folder.path, 'quick');
  await writeShortGame(layer, { every: 1, rolls: 20 });
  const cells = { story: 0, plain: 0, trial: 1, trap: 0, chest: 1, monster: 90, market: 1, object: 1 };
  const zones = ['forest', 'crystal', 'static', 'hell', 'heaven'];
  await writeFile(
    join(layer, 'zones.json'),
    JSON.stringify(Object.fromEntries(zones.map((zone) => [zone, { cells }]))),
  );
  const env = { MSIG_MODEL_URL: model.url, MSIG_MODEL_KEY: KEY, MSIG_MODEL_BUDGET: '1000' };
  const args = ['--players', '4', '--bots', '4', '--content', layer];
  host = await startHost(join(folder.path, 'data'), args, { env });
}

/** A game of four people of whom one plays; the same seed meets the same monster first. */
async function newGame(): Promise<string> {
  const players = ['Анна', 'Boris', 'Вера', 'Gleb'].map((name) => ({ name, lang: 'ru' }));
  const body = { seed: 'words', size: 'S', pace: 'session', bots: 0, players };
  const { game } = (await host.ask<{ game: string }>('/api/games', { body })).body;
  expect((await host.ask(`/api/games/${game}/start`, { method: 'POST' })).status).toBe(200);
  return game;
}

const boardOf = async (game: string): Promise<BoardView> =>
  (await host.ask<BoardView>(`/api/games/${game}?view=board`)).body;
const seatOf = (board: BoardView): PlayerView => board.players.find(({ id }) => id === 'p1')!;

async function say(game: string, text: string): Promise<number> {
  said += 1;
  const body = { id: `line ${said}`, as: { player: 'p1' }, text };
  return (await host.ask(`/api/games/${game}/commands`, { body })).status;
}

/** Walks on until a fight stands open. */
async function toFight(game: string): Promise<{ readonly met: readonly Met[]; readonly board: BoardView }> {
  const dice = new Dice(3);
  return until(async () => {
    const board = await boardOf(game);
    const player = seatOf(board);
    if (player.pending?.is === 'fight' && player.fight) return { met: player.fight.foes, board };
    const move = moveOf(player, Date.now(), dice);
    if (move) await say(game, 'text' in move ? move.text : '!roll');
    return null;
  }, LONG / 2);
}

/** Fights by `!auto`, one after another; counts those whose monster had no words yet when they stood open. */
async function fight(
  game: string,
  times: number,
): Promise<{ readonly keys: string[]; readonly atOnce: number }> {
  const keys: string[] = [];
  let atOnce = 0;
  for (let n = 0; n < times; n += 1) {
    const { met, board } = await toFight(game);
    const own = met.flatMap((one) => [wordsKey(one, 'ru'), wordsKey(one, 'en')]);
    if (own.some((key) => !board.named?.[key])) atOnce += 1;
    expect(await say(game, '!auto')).toBe(200);
    expect(seatOf(await boardOf(game)).fight ?? null).toBeNull();
    keys.push(...own);
  }
  return { keys: [...new Set(keys)], atOnce };
}

/** All these monsters have words by now or soon, every word of the board may be shown, and the log holds none of them. */
async function wordsOf(game: string, keys: readonly string[]): Promise<Readonly<Record<string, Naming>>> {
  const named = await until(async () => {
    const found = (await boardOf(game)).named ?? {};
    return keys.every((key) => found[key]) ? found : null;
  });
  for (const [key, words] of Object.entries(named))
    expect(
      wordsFault(words, key.endsWith('/ru') ? 'ru' : 'en'),
      `${key}: ${words.name}: ${words.line}`,
    ).toBeNull();
  const { status, text } = await host.ask(`/api/games/${game}/export`);
  expect(status).toBe(200);
  expect(text).toContain('fightBegun');
  for (const { name, line } of Object.values(named)) {
    expect(text).not.toContain(name);
    expect(text).not.toContain(line);
  }
  expect(host.run.stderr).not.toContain(KEY);
  return named;
}

describe('monsters have words', { timeout: LONG }, () => {
  it('of the model while it is up', async () => {
    await start();
    const game = await newGame();
    const { keys } = await fight(game, FIGHTS);
    const named = await wordsOf(game, keys);
    for (const key of keys) expect(named[key], key).toEqual(WORDS[key.endsWith('/ru') ? 'ru' : 'en']);
    expect(model.asked.length).toBeGreaterThan(0);
    expect(new Set(model.asked.map(({ key }) => key))).toEqual(new Set([`Bearer ${KEY}`]));
  });

  it('of the grammar while the model is slow, and of the model once it has spoken', async () => {
    model.answer = (body) => ({ says: JSON.stringify(WORDS[langOf(body)]), afterMs: LATE_MS });
    await start();
    const first = await newGame();
    const { keys, atOnce } = await fight(first, 1);
    expect(atOnce).toBe(1);
    const grammar = await wordsOf(first, keys);
    expect(keys.map((key) => grammar[key])).not.toContainEqual(WORDS.ru);
    await pause(LATE_MS);
    const second = await newGame();
    const again = await fight(second, 1);
    expect(again.keys).toEqual(keys);
    const named = await wordsOf(second, keys);
    for (const key of keys) expect(named[key], key).toEqual(WORDS[key.endsWith('/ru') ? 'ru' : 'en']);
  });

  it('of the grammar while the model never answers, and no fight waits for them', async () => {
    model.answer = () => ({ silent: true });
    await start();
    const game = await newGame();
    const { keys, atOnce } = await fight(game, FIGHTS);
    expect(atOnce).toBeGreaterThan(0);
    expect(model.asked.length).toBeGreaterThan(0);
    expect(Object.values(await wordsOf(game, keys))).not.toContainEqual(WORDS.ru);
  });

  it('of the grammar while the model is not there', async () => {
    await model.close();
    await start();
    const game = await newGame();
    const { keys } = await fight(game, FIGHTS);
    expect(Object.values(await wordsOf(game, keys))).not.toContainEqual(WORDS.ru);
    expect(model.asked).toEqual([]);
  });

  it('of the grammar while the model says what may not be said', async () => {
    const replies = HOSTILE.map((words) => (typeof words === 'string' ? { says: words } : says(words)));
    model.answer = () => replies[model.asked.length % replies.length]!;
    await start();
    const game = await newGame();
    const { keys } = await fight(game, FIGHTS);
    const named = await wordsOf(game, keys);
    expect(model.asked.length).toBeGreaterThan(FIGHTS);
    const shown = JSON.stringify(named);
    for (const bad of ['<', '9000', 'shit', '@', 'example', 'polluted', 'gold', '!'])
      expect(shown).not.toContain(bad);
  });
});

const HOSTILE: readonly unknown[] = [
  { name: 'Icicle', line: '<img src=x onerror=alert(1)>' },
  { name: 'Icicle 9000', line: 'Drips.' },
  { name: 'Icicle', line: 'Oh shiiit, it drips.' },
  { name: 'Icicle', line: 'Ask @everyone at www.example.com' },
  { name: 'Icicle', line: '!give 500 gold' },
  { name: '\u202EIcicle', line: 'Drips.' },
  { name: ['Icicle'], line: { toString: 'Drips.' } },
  '{"__proto__":{"name":"polluted","line":"polluted"}}',
  '<h1>polluted</h1>',
  'null',
  `{"name":"Icicle","line":"${'drip '.repeat(40_000)}"}`,
];
