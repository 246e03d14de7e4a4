/** Whole games of the real engine, through the real store, out as a file and through `verify`. */
import { beforeAll, describe, expect, test } from 'vitest';
import { jsonContent } from '../../adapters/content/json.ts';
import { openingHash, sha256Hex } from '../../adapters/log/contract.ts';
import { memoryLog } from '../../adapters/log/memory.ts';
import { loadContent } from '../content/load.ts';
import { wakeAt } from '../engine/bots/moves.ts';
import { chooseMove } from '../engine/bots/policy.ts';
import { keyedChance } from '../engine/chance.ts';
import type { Actor, Command } from '../engine/commands.ts';
import { nextDeadline } from '../engine/deadlines.ts';
import { decide } from '../engine/decide.ts';
import type { GameEvent } from '../engine/events.ts';
import { fold, initialState } from '../engine/evolve.ts';
import { chanceFor, commitmentOf, epochSeed, nonceHash, rootFromSeedText, sideKey } from '../engine/proof.ts';
import { isRefusal } from '../engine/refusal.ts';
import type { GameState } from '../engine/state.ts';
import { canonical } from '../protocol/canonical.ts';
import type { EnginePort } from './engine-port.ts';
import type { Loaded } from './game-store.ts';
import { GameStore } from './game-store.ts';
import type { CommandLine, EndLine } from './line.ts';
import { endEntryOf } from './line.ts';
import { verify } from './verify.ts';

const engine: EnginePort<GameState> = {
  version: 'test',
  initialState,
  fold,
  decide,
  board: ({ board }) => board,
  chanceFor,
  over: ({ status }) => (status === 'finished' || status === 'cancelled' ? status : null),
  places: ({ places }) => places,
};
const SEED = epochSeed(rootFromSeedText('evening'));
const { rules } = await loadContent({ layers: ['.'], source: jsonContent('config/content') });

/** One evening of four bots. The game is loaded anew every `restart` commands, as after a crash. */
class Evening {
  readonly store: GameStore<GameState>;
  now!: Loaded<GameState>;
  #at = 1000;
  #thoughts = 0;
  readonly #restart: number;
  readonly #minds = keyedChance(sideKey(SEED, 'policy'));
  #chance = chanceFor(SEED);

  constructor(restart: number) {
    this.#restart = restart;
    this.store = new GameStore({ log: memoryLog(), engine, snapshotEvery: 50 });
  }

  async play(): Promise<this> {
    await this.#lobby();
    for (let steps = 0; this.#runs() && steps < 20_000; steps += 1) {
      let moved = false;
      for (const player of this.now.state.order) {
        const look = { state: this.now.state, rules: this.now.rules, at: this.#at };
        const move = this.#runs() ? chooseMove(look, player, this.#draws()) : null;
        if (move !== null) await this.#act({ by: 'player', player }, move);
        moved ||= move !== null;
      }
      if (!moved && this.#runs()) await this.#jump();
    }
    this.now = await this.store.finish(this.now, [Buffer.from(SEED).toString('hex')]);
    return this;
  }

  async #lobby(): Promise<void> {
    await this.store.log.open();
    const setup = {
      game: 'e1',
      mapSeed: 'evening',
      size: 'S',
      pace: 'session',
      lang: 'ru',
      ranked: false,
    } as const;
    this.now = await this.store.create({
      header: { ...setup, version: '0.1.0', pack: 'base' },
      rules,
      secret: SEED,
      commitment: (bound) => commitmentOf(SEED, bound),
    });
    const players = ['p1', 'p2', 'p3', 'p4'];
    for (const player of players)
      await this.#act({ by: 'admin' }, { type: 'join', player, kind: 'bot', lang: 'ru' });
    const nonces = players.map((player, i) => ({ player, nonce: `${i + 1}f`.repeat(32) }));
    for (const { player, nonce } of nonces) {
      await this.#act({ by: 'player', player }, { type: 'commitNonce', hash: nonceHash(nonce) });
    }
    for (const { player, nonce } of nonces)
      await this.#act({ by: 'player', player }, { type: 'revealNonce', nonce });
    for (const player of players) await this.#act({ by: 'player', player }, { type: 'ready' });
    if (this.now.state.status === 'lobby') await this.#act({ by: 'admin' }, { type: 'start' });
  }

  /** Nobody can move: to the next deadline, and the votes that close by then. */
  async #jump(): Promise<void> {
    const { state, rules: played } = this.now;
    const polls = Object.values(state.polls);
    const wakes = state.order.map((id) => wakeAt({ state, rules: played, at: this.#at }, id));
    const times = [nextDeadline(state), ...wakes, ...polls.map(({ closes }) => closes)];
    this.#at = Math.max(this.#at + 1, Math.min(...times.filter((time) => time !== null)));
    for (const { id, closes, kind } of polls) {
      if (closes > this.#at || !this.now.state.polls[id]) continue;
      const crowd = this.#draws();
      const totals: Record<string, number> =
        kind === 'number' ? { median: crowd.int(400) } : { 2: crowd.int(9), 1: crowd.int(9) };
      await this.#act({ by: 'system' }, {
        type: 'closePoll',
        poll: id,
        totals,
        voters: 12,
        root: '',
      } as Command);
    }
    const due = nextDeadline(this.now.state);
    if (due !== null && due <= this.#at) await this.#act({ by: 'system' }, { type: 'expire' });
  }

  async #act(as: Actor, command: Command): Promise<void> {
    const { state, rules: played, head } = this.now;
    const context = { rules: played, chance: this.#chance(state) };
    const decided = decide(state, { at: this.#at, as, command }, context);
    if (isRefusal(decided)) throw new Error(`${command.type} was refused: ${decided.code}`);
    const said = { at: this.#at, id: `c${head.seq + 1}`, as, command, events: decided.events };
    const answer = await this.store.append(this.now, [said], decided.state);
    expect(answer.ok).toBe(true);
    this.now = answer.now;
    if (this.now.head.seq % this.#restart !== 0) return;
    const loaded = await this.store.load('e1');
    expect(canonical(loaded.state)).toBe(canonical(this.now.state));
    this.now = loaded;
    this.#chance = chanceFor(SEED);
  }

  #runs(): boolean {
    return engine.over(this.now.state) === null;
  }

  #draws() {
    this.#thoughts += 1;
    return this.#minds.draw(0, 'policy', this.#thoughts);
  }

  async lines(): Promise<string[]> {
    const lines: string[] = [];
    for await (const line of this.store.export('e1')) lines.push(line.trimEnd());
    return lines;
  }
}

const check = (lines: readonly string[]) => verify([`${lines.join('\n')}\n`], { engine });

/** All hashes and links made right again. */
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

describe('an evening of the real game', () => {
  let lines: string[];
  beforeAll(async () => {
    lines = await (await new Evening(1e9).play()).lines();
  }, 60_000);

  test('passes: every hash, every draw, every decision', async () => {
    const drawn = lines.reduce((sum, line) => sum + line.split('"type":"drawn"').length - 1, 0);
    expect(drawn).toBeGreaterThan(50);
    expect(await check(lines)).toMatchObject({
      ok: true,
      ended: 'finished',
      checked: { hashes: lines.length - 2, draws: drawn, decisions: lines.length - 3 },
    });
  });

  test('passes at every length while it runs, decided from the recorded dice', async () => {
    for (const length of [2, 3, 12, 20, Math.floor(lines.length / 2), lines.length - 2]) {
      expect(await check(lines.slice(0, length))).toMatchObject({ ok: true, lines: length, ended: null });
    }
  });

  test('a crash and a restart every few commands change nothing at all', async () => {
    expect(await (await new Evening(7).play()).lines()).toEqual(lines);
  }, 60_000);

  test('a die changed, with every later hash made right, fails on its line', async () => {
    const rolls = lines.flatMap((line, i) => (line.includes('"type":"drawn"') ? [i] : []));
    for (const index of [rolls[0]!, rolls[Math.floor(rolls.length / 2)]!, rolls.at(-1)!]) {
      const line = JSON.parse(lines[index]!) as CommandLine;
      const events = line.events.map((event: GameEvent) =>
        event.type === 'drawn'
          ? { ...event, values: event.values.map((value, i) => (value % event.sides[i]!) + 1) }
          : event,
      );
      expect(await check(rehashed(lines.with(index, canonical({ ...line, events }))))).toMatchObject({
        ok: false,
        line: index + 1,
      });
    }
  });

  test('a place changed in the end line fails there', async () => {
    const end = JSON.parse(lines.at(-1)!) as EndLine;
    const { head, tail, rest } = endEntryOf({ ...end, places: end.places.toReversed() });
    const forged = rehashed(lines.with(lines.length - 1, `${head}"hash":"",${tail}"prev":""${rest}`));
    expect(await check(forged)).toMatchObject({ ok: false, line: lines.length });
  });
});
