/**
 * Whatever is said in whatever order: things and gold are conserved, nothing falls below nothing, every waiting state
 * ends by itself, a replay is what was live, and deciding never throws. 500 sequences, 10,000 with MSIG_TEST_LONG=1.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { expect, it } from 'vitest';
import { jsonContent } from '../../../adapters/content/json.ts';
import { loadContent } from '../../content/load.ts';
import { legalMoves } from '../bots/moves.ts';
import type { Chance } from '../chance.ts';
import { keyedChance } from '../chance.ts';
import type { Actor, Command } from '../commands.ts';
import { nextDeadline } from '../deadlines.ts';
import { decide } from '../decide.ts';
import { diplomacyOf } from '../diplomacy/state.ts';
import type { GameEvent } from '../events.ts';
import { fold, initialState } from '../evolve.ts';
import { patchPlayer } from '../patch.ts';
import { isRefusal } from '../refusal.ts';
import type { GameState, Grant, Setup } from '../state.ts';
import { booksOf, debts, differences, written } from './books.suite.ts';
import { anything } from './deeds.suite.ts';
import { Dice } from './dice.suite.ts';

const { rules } = await loadContent({ layers: ['.'], source: jsonContent('config/content') });
const LONG = process.env.MSIG_TEST_LONG === '1';
const SEQUENCES = LONG ? 10_000 : 500;
const STEPS = 40;
const WAITS = [0, 0, 1, 5, 20, 60, 90, 600, 3600, 86_400] as const;
const SYSTEM: Actor = { by: 'system' };
const ADMIN: Actor = { by: 'admin' };

/** A helper who may use whatever is in the bag. */
const TRUST: Omit<Grant, 'items' | 'approval'> = {
  ...{ tags: [], target: 'any' as const, uses: 9, per: 'game' as const, left: 9, since: 0, until: null },
};

interface Line {
  readonly at: number;
  readonly events: readonly GameEvent[];
}

/** One sequence: a game somewhere in its middle, and what is asked of it. */
class Sequence {
  state: GameState;
  at = 1_000_000;
  readonly log: Line[] = [];
  readonly seen: Set<string>;
  readonly #dice: Dice;
  readonly #chance: Chance;

  constructor(seed: number, seen: Set<string>) {
    this.#dice = new Dice(seed * 7919 + 1);
    this.#chance = keyedChance(sha256(utf8ToBytes(`property ${seed}`)));
    this.seen = seen;
    const pace = seed % 3 === 0 ? 'marathon' : 'session';
    const setup: Setup = { game: 'g', mapSeed: `m${seed % 40}`, size: 'S', pace, lang: 'en', ranked: false };
    this.state = initialState(setup, rules);
    const seats = ['p1', 'p2', 'p3', 'p4'];
    for (const player of seats) this.say(ADMIN, { type: 'join', player, kind: 'person', lang: 'en' });
    for (const player of seats) this.say({ by: 'player', player }, { type: 'ready' });
    this.say(ADMIN, { type: 'start' });
    if (seed % 4 > 0) this.#stir();
  }

  /** As if much had happened: cells, bags, pouches, effects. The log begins here. */
  #stir(): void {
    const dice = this.#dice;
    const items = Object.values(rules.items).filter(({ category }) => category !== 'weapon');
    const effects = Object.values(rules.effects);
    let { serial } = this.state;
    let state: GameState = { ...this.state, players: { ...this.state.players } };
    const markets = this.state.board.cells.filter(({ kind }) => kind === 'market').map(({ id }) => id);
    // Trade needs two in one market, which dice alone seldom bring.
    const together =
      dice.below(4) === 0 ? (markets[dice.below(markets.length)] ?? 0) : dice.below(this.state.board.finish);
    for (const id of state.order) {
      const bag = Array.from({ length: dice.below(7) }, () => {
        const def = items[dice.below(items.length)]!;
        const once = ['consumable', 'scroll', 'die'].includes(def.category);
        serial += 1;
        const charges = def.charges ?? (once ? 1 : null);
        return { n: serial, item: def.id, charges, ttl: def.ttl ?? null, worn: false, wait: 0 };
      });
      serial += 1;
      const { id: effect, duration } = effects[dice.below(effects.length)]!;
      const { rolls = null, turns = null } = duration;
      const active = { n: serial, effect, from: null, stacks: 1, rolls, turns, until: null };
      state = patchPlayer(state, id, {
        bag,
        effects: rolls === null && turns === null ? [] : [active],
        cell: dice.below(3) === 0 ? together : dice.below(state.board.finish),
        gold: dice.below(120),
        hp: 1 + dice.below(state.players[id]!.hp),
        dice: Array.from({ length: dice.below(7) }, () => [4, 6, 8][dice.below(3)]!).sort((a, b) => a - b),
        tokens: { count: 2, since: this.at },
        influence: dice.below(rules.tunables.challenge.cap),
        audience: dice.below(300),
        helpers: { v_1: { ...TRUST, items: bag.map(({ item }) => item), approval: dice.below(3) === 0 } },
      });
    }
    this.state = { ...state, serial: serial + 1 };
    this.log.length = 0;
    this.from = this.state;
  }
  from: GameState | null = null;

  say(as: Actor, command: Command): boolean {
    const before = this.state;
    const result = decide(before, { at: this.at, as, command }, { rules, chance: this.#chance });
    if (isRefusal(result)) return false;
    const books = booksOf(result.state);
    if (command.type !== 'join' && command.type !== 'prepare') {
      const wrong = [...differences(books, written(booksOf(before), result.events)), ...debts(books)];
      expect(wrong, JSON.stringify(command)).toEqual([]);
    }
    for (const id of result.state.order) {
      const { tokens, dice } = result.state.players[id]!;
      expect(tokens.count).toBeGreaterThanOrEqual(0);
      expect(dice.length).toBeLessThanOrEqual(
        Math.max(rules.tunables.dice.pouch, before.players[id]?.dice.length ?? 0),
      );
    }
    for (const { type } of result.events) this.seen.add(type);
    this.log.push({ at: this.at, events: result.events });
    this.state = result.state;
    return true;
  }

  step(): void {
    const dice = this.#dice;
    this.at += WAITS[dice.below(WAITS.length)]! * 1000;
    if (dice.below(6) === 0 && this.#deal()) return;
    if (dice.below(2) === 0) {
      const { as, command } = anything({ state: this.state, rules, dice });
      this.say(as, command);
      return;
    }
    const player = this.state.order[dice.below(this.state.order.length)]!;
    const moves = legalMoves({ state: this.state, rules, at: this.at }, player);
    const move = moves[dice.below(Math.max(1, moves.length))];
    if (move) this.say({ by: 'player', player }, move);
  }

  /** What random words seldom come to: an open offer is accepted, or two in one market are brought to one. */
  #deal(): boolean {
    const [offer] = diplomacyOf(this.state).offers;
    if (offer) return this.say({ by: 'player', player: offer.to }, { type: 'accept', offer: offer.n });
    const { board, order, players } = this.state;
    const at = (id: string) => players[id]!.cell;
    const seller = order.find((id) => board.cells[at(id)]?.kind === 'market');
    const buyer = order.find((id) => seller !== undefined && id !== seller && at(id) === at(seller));
    if (seller === undefined || buyer === undefined) return false;
    const items = players[seller]!.bag.slice(0, 1).map(({ n }) => String(n));
    const want = { items: [], gold: Math.min(1, players[buyer]!.gold) };
    return this.say(
      { by: 'player', player: seller },
      { type: 'trade', to: buyer, give: { items, gold: 0 }, want },
    );
  }

  /** Nobody does anything any more, only time passes: what waited when that began must end. */
  settle(): void {
    if (this.state.status === 'paused') this.say(ADMIN, { type: 'resume' });
    const waiting = new Set(this.#waiting());
    for (let i = 0; i < 300 && this.#waiting().some((n) => waiting.has(n)); i += 1) {
      const due = nextDeadline(this.state);
      if (due === null) break;
      this.at = Math.max(this.at + 1, due);
      expect(this.say(SYSTEM, { type: 'expire' }), `nothing was due at ${due}`).toBe(true);
    }
    const playing = this.state.status === 'running' || this.state.status === 'superGame';
    if (playing) expect(this.#waiting().filter((n) => waiting.has(n))).toEqual([]);
  }

  #waiting(): readonly number[] {
    return this.state.order.flatMap((id) => this.state.players[id]!.pending.map(({ n }) => n));
  }

  replay(): void {
    if (!this.from) return;
    const replayed = this.log.reduce((now, { at, events }) => fold(now, at, events), this.from);
    expect(JSON.stringify(replayed)).toBe(JSON.stringify(this.state));
  }
}

it(
  `holds over ${SEQUENCES} random sequences of commands`,
  () => {
    const seen = new Set<string>();
    for (let seed = 1; seed <= SEQUENCES; seed += 1) {
      const play = new Sequence(seed, seen);
      try {
        for (let i = 0; i < STEPS; i += 1) play.step();
        play.settle();
        play.replay();
      } catch (error) {
        throw new Error(`sequence ${seed}: ${error instanceof Error ? error.message : String(error)}`, {
          cause: error,
        });
      }
    }
    // A property that never meets these proves nothing about them.
    for (const type of [
      ...[
        'itemUsed',
        'itemLost',
        'dieGained',
        'effectApplied',
        'effectEnded',
        'pollClosed',
        'knockedOut',
        'unpended',
      ],
      ...[
        'treatySigned',
        'traded',
        'clashFought',
        'redeemed',
        'helperUsed',
        'trialPassed',
        'objectOpened',
        'gateOpened',
      ],
    ])
      expect(seen, type).toContain(type);
  },
  LONG ? 1_800_000 : 120_000,
);
