/** Random sequences over time and the super game: whatever is said in whatever order. */
import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonContent } from '../../../adapters/content/json.ts';
import { loadContent } from '../../content/load.ts';
import { legalMoves } from '../bots/moves.ts';
import { keyedChance } from '../chance.ts';
import type { Actor, Command } from '../commands.ts';
import { nextDeadline } from '../deadlines.ts';
import { decide } from '../decide.ts';
import type { GameEvent } from '../events.ts';
import { fold, initialState } from '../evolve.ts';
import { runOf } from '../final/state.ts';
import { patchPlayer } from '../patch.ts';
import { isRefusal } from '../refusal.ts';
import type { GameState, Setup } from '../state.ts';
import { timeOf } from './state.ts';

const { rules } = await loadContent({ layers: ['.'], source: jsonContent('config/content') });
const ADMIN: Actor = { by: 'admin' };
const SYSTEM: Actor = { by: 'system' };
const IDS = ['p1', 'p2', 'p3', 'p4'];

/** What somebody does, and how many seconds later. */
const step = fc.record({
  wait: fc.oneof(fc.integer({ min: 0, max: 90 }), fc.constantFrom(600, 3600, 86_400, 300_000)),
  who: fc.constantFrom(...IDS),
  does: fc.constantFrom(
    ...(['move', 'move', 'move', 'move', 'move', 'off', 'live', 'rest', 'wake', 'back', 'pilot'] as const),
    ...(['unpilot', 'release', 'pause', 'resume', 'expire', 'give', 'poll', 'roll', 'coin', 'near'] as const),
  ),
  n: fc.nat(40),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;
const sequence = fc.record({
  seed: fc.string({ maxLength: 6 }),
  pace: fc.constantFrom('session', 'marathon'),
  rounds: fc.boolean(),
  steps: fc.array(step, { minLength: 20, maxLength: 70 }),
});

class Play {
  state: GameState;
  at = 1_000_000;
  accepted = 0;
  readonly log: { at: number; events: readonly GameEvent[] }[] = [];
  readonly setup: Setup;
  readonly #chance;

  constructor(seed: string, pace: 'session' | 'marathon', rounds: boolean) {
    this.setup = { game: 'g', mapSeed: seed, size: 'S', pace, lang: 'en', ranked: false };
    this.#chance = keyedChance(sha256(utf8ToBytes(`dice ${seed}`)));
    this.state = initialState(this.setup, rules);
    for (const player of IDS) this.say(ADMIN, { type: 'join', player, kind: 'person', lang: 'en' });
    if (rounds) this.say(ADMIN, { type: 'turnOrder', order: 'rounds' });
    for (const player of IDS) this.say({ by: 'player', player }, { type: 'ready' });
    this.say(ADMIN, { type: 'start' });
  }

  say(as: Actor, command: Command): boolean {
    const before = JSON.stringify(this.state);
    const result = decide(this.state, { at: this.at, as, command }, { rules, chance: this.#chance });
    expect(JSON.stringify(this.state)).toBe(before);
    if (isRefusal(result)) return false;
    const folded = fold(this.state, this.at, result.events);
    expect(JSON.stringify(folded)).toBe(JSON.stringify(result.state));
    this.log.push({ at: this.at, events: result.events });
    this.state = folded;
    this.accepted += 1;
    return true;
  }

  do({ wait, who, does, n }: Step): void {
    this.at += wait * 1000;
    const player: Actor = { by: 'player', player: who };
    const commands: Record<Exclude<Step['does'], 'move' | 'poll' | 'near'>, [Actor, Command]> = {
      off: [SYSTEM, { type: 'presence', player: who, live: false }],
      live: [SYSTEM, { type: 'presence', player: who, live: true }],
      rest: [player, { type: 'daysOff', days: n % 4 }],
      wake: [player, { type: 'daysOff', days: 0 }],
      back: [player, { type: 'back' }],
      pilot: [ADMIN, { type: 'autopilot', player: who, on: true }],
      unpilot: [ADMIN, { type: 'autopilot', player: who, on: false }],
      release: [ADMIN, { type: 'release', player: who }],
      pause: [ADMIN, { type: 'pause' }],
      resume: [ADMIN, { type: 'resume' }],
      expire: [SYSTEM, { type: 'expire' }],
      give: [player, { type: 'giveUp' }],
      roll: [player, { type: 'roll' }],
      coin: [player, { type: 'coin' }],
    };
    if (does === 'near') this.#near(who);
    else if (does === 'poll') this.#poll(n);
    else if (does === 'move') this.#move(who, n);
    else this.say(...commands[does]);
  }

  /** Right before the finish with a roll in hand, so that super games are often met. Starts a log of its own. */
  #near(who: string): void {
    const cell = this.state.board.finish - 1;
    const patch = { cell, tokens: { count: 1, since: this.at } };
    this.state = patchPlayer({ ...this.state, players: { ...this.state.players } }, who, patch);
    this.log.length = 0;
    this.from = this.state;
  }
  from: GameState | null = null;

  #poll(voters: number): void {
    const [poll] = Object.values(this.state.polls);
    if (!poll) return;
    this.at = Math.max(this.at, poll.closes);
    this.say(SYSTEM, {
      type: 'closePoll',
      poll: poll.id,
      totals: { 1: voters, median: voters },
      voters,
      root: '',
    });
  }

  #move(player: string, n: number): void {
    const moves = legalMoves({ state: this.state, rules, at: this.at }, player);
    const move = moves[n % Math.max(1, moves.length)];
    if (move) this.say({ by: 'player', player }, move);
  }
}

function invariants({ state }: Play): void {
  for (const id of state.order) {
    const player = state.players[id];
    if (!player) throw new Error(`${id} has gone`);
    const { gold, hp, tokens, lockedUntil, bag } = player;
    for (const value of [gold, hp, tokens.count, lockedUntil]) expect(value).toBeGreaterThanOrEqual(0);
    expect(new Set(bag.map(({ n }) => n)).size).toBe(bag.length);
    const time = timeOf(player);
    if (!time.live) expect(time.hold).toBeGreaterThanOrEqual(time.since);
    for (const day of time.daysOff) expect(day.until).toBeGreaterThanOrEqual(day.from);
    const run = runOf(player);
    if (run && state.status === 'superGame') {
      expect(run.won.length).toBeLessThan(2);
      expect(run.lost.length).toBeLessThan(2);
    }
  }
  const inFinal = state.order.some((id) => runOf(state.players[id]!) !== null);
  if (state.status === 'superGame') expect(inFinal).toBe(true);
  if (state.status === 'running') expect(inFinal).toBe(false);
}

/** Nobody does anything any more; only time passes. */
function settleDown(play: Play): void {
  if (play.state.status === 'paused') play.say(ADMIN, { type: 'resume' });
  const waiting = new Set(
    play.state.order.flatMap((id) => play.state.players[id]!.pending.map(({ n }) => n)),
  );
  for (let i = 0; i < 400; i += 1) {
    const due = nextDeadline(play.state);
    if (due === null) break;
    play.at = Math.max(play.at + 1, due);
    expect(play.say(SYSTEM, { type: 'expire' }), `nothing was due at ${due}`).toBe(true);
    const left = play.state.order.flatMap((id) => play.state.players[id]!.pending.map(({ n }) => n));
    if (!left.some((n) => waiting.has(n))) return;
  }
  const left = play.state.order.flatMap((id) =>
    play.state.players[id]!.pending.filter(({ n }) => waiting.has(n)),
  );
  expect(left).toEqual([]);
}

describe('any sequence of commands', () => {
  it('never throws, keeps the invariants, replays to the same state, and every waiting state ends by itself', () => {
    let accepted = 0;
    fc.assert(
      fc.property(sequence, ({ seed, pace, rounds, steps }) => {
        const play = new Play(seed, pace as 'session' | 'marathon', rounds);
        for (const one of steps) {
          play.do(one);
          invariants(play);
        }
        settleDown(play);
        const start = play.from ?? initialState(play.setup, rules);
        const replayed = play.log.reduce((now, line) => fold(now, line.at, line.events), start);
        expect(JSON.stringify(replayed)).toBe(JSON.stringify(play.state));
        accepted += play.accepted;
      }),
      { numRuns: Number(process.env.MSIG_RUNS ?? 120) },
    );
    expect(accepted).toBeGreaterThan(1000);
  }, 300_000);
});
