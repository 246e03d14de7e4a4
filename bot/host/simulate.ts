/** Whole games by practice bots, in memory, on a virtual clock: straight over the engine, nothing stored. */

import { wakeAt } from '../engine/bots/moves.ts';
import { chooseMove } from '../engine/bots/policy.ts';
import { type Chance, keyedChance } from '../engine/chance.ts';
import type { Actor, Command } from '../engine/commands.ts';
import { nextDeadline } from '../engine/deadlines.ts';
import { decide } from '../engine/decide.ts';
import { initialState } from '../engine/evolve.ts';
import { epochKey, epochSeed, rootFromSeedText } from '../engine/proof.ts';
import { isRefusal } from '../engine/refusal.ts';
import type { Pace, Rules, Size } from '../engine/rules.ts';
import type { GameState, Millis } from '../engine/state.ts';
import { policyChance } from './bots/practice.ts';
import { standInVotes, totalsOf } from './bots/standin.ts';
import { isLive } from './deadlines.ts';
import { lobbyRequests } from './lobby.ts';
import { nextPoll } from './votes.ts';

export interface SimulateOptions {
  readonly games: number;
  readonly size: Size;
  readonly pace: Pace;
  readonly players: number;
  /** Viewers that vote in each chat. */
  readonly crowd: number;
  readonly seed: string;
  readonly rules: Rules;
  /** Told after each game, for progress. */
  readonly onGame?: (done: number) => void;
}

export interface SimulateReport {
  readonly games: number;
  /** Games that ended with a winner. */
  readonly ended: number;
  /** Seat → games won. */
  readonly winners: Readonly<Record<string, number>>;
  readonly medianRolls: number;
  readonly medianCommands: number;
  readonly refusals: number;
}

interface Played {
  readonly winner: number | null;
  /** Of each player. */
  readonly rolls: readonly number[];
  readonly commands: number;
  readonly refusals: number;
}

/** A game with more commands than this does not end; a marathon of eight takes some thousands. */
const MOST_COMMANDS = 200_000;
/** Seven in the evening of a day that means nothing. */
const BEGIN: Millis = 1_800_000_000_000;

/** The same options give the same report. */
export function simulate(options: SimulateOptions): SimulateReport {
  const played: Played[] = [];
  for (let n = 1; n <= options.games; n += 1) {
    played.push(new Run(options, n).play());
    options.onGame?.(n);
  }
  const winners: Record<string, number> = {};
  for (let seat = 1; seat <= options.players; seat += 1) {
    winners[seat] = played.filter(({ winner }) => winner === seat).length;
  }
  return {
    games: played.length,
    ended: played.filter(({ winner }) => winner !== null).length,
    winners,
    medianRolls: median(played.flatMap(({ rolls }) => rolls)),
    medianCommands: median(played.map(({ commands }) => commands)),
    refusals: played.reduce((sum, { refusals }) => sum + refusals, 0),
  };
}

class Run {
  readonly #options: SimulateOptions;
  readonly #chance: Chance;
  readonly #policy: Chance;
  #state: GameState;
  #now = BEGIN;
  #commands = 0;
  #refusals = 0;

  constructor(options: SimulateOptions, n: number) {
    const { seed: text, size, pace, rules } = options;
    const mapSeed = `${text} ${n}`;
    const seed = epochSeed(rootFromSeedText(mapSeed));
    this.#options = options;
    this.#chance = keyedChance(epochKey({ seed, nonces: [] }));
    this.#policy = policyChance(seed);
    this.#state = initialState({ game: `s${n}`, mapSeed, size, pace, lang: 'ru', ranked: false }, rules);
  }

  play(): Played {
    const seats = Array.from({ length: this.#options.players }, (_, seat) => ({
      name: `p${seat + 1}`,
      lang: 'ru' as const,
      kind: 'bot' as const,
    }));
    for (const { as, command } of lobbyRequests(seats, this.#options.rules)) this.#submit(as, command);
    this.#submit({ by: 'admin' }, { type: 'start' });
    while (isLive(this.#state) && this.#commands < MOST_COMMANDS) {
      if (this.#moveAll()) continue;
      const next = this.#next();
      if (next === null) break;
      this.#now = Math.max(this.#now + 1, next);
      this.#fire();
    }
    const { players, winner } = this.#state;
    return {
      winner: winner === null ? null : (players[winner]?.seat ?? null),
      rolls: Object.values(players).map((player) => player.rolls),
      commands: this.#commands,
      refusals: this.#refusals,
    };
  }

  #submit(as: Actor, command: Command): boolean {
    const { rules } = this.#options;
    const decided = decide(this.#state, { at: this.#now, as, command }, { rules, chance: this.#chance });
    if (isRefusal(decided)) {
      this.#refusals += 1;
      return false;
    }
    this.#state = decided.state;
    this.#commands += 1;
    return true;
  }

  #moveAll(): boolean {
    const { rules } = this.#options;
    let moved = false;
    for (const id of this.#state.order) {
      const draws = this.#policy.draw(this.#state.players[id]?.seat ?? 0, 'policy', this.#commands);
      const command = chooseMove({ state: this.#state, rules, at: this.#now }, id, draws);
      if (command) moved = this.#submit({ by: 'player', player: id }, command) || moved;
    }
    return moved;
  }

  #next(): Millis | null {
    const look = { state: this.#state, rules: this.#options.rules, at: this.#now };
    const poll = nextPoll(this.#state, this.#options.rules.tunables.poll.grace)?.at;
    const times = [poll, nextDeadline(this.#state), ...this.#state.order.map((id) => wakeAt(look, id))];
    const known = times.filter((time): time is Millis => typeof time === 'number');
    return known.length > 0 ? Math.min(...known) : null;
  }

  #fire(): void {
    const { rules, crowd } = this.#options;
    const next = nextPoll(this.#state, rules.tunables.poll.grace);
    if (next && next.at <= this.#now) {
      const { poll } = next;
      const draws = this.#policy.draw(0, 'policy', poll.pending);
      const votes = standInVotes(poll, { state: this.#state, rules, draws, size: crowd });
      const totals = totalsOf(poll, votes);
      this.#submit(
        { by: 'system' },
        { type: 'closePoll', poll: poll.id, totals, voters: votes.length, root: '' },
      );
    }
    const due = nextDeadline(this.#state);
    if (due !== null && due <= this.#now) this.#submit({ by: 'system' }, { type: 'expire' });
  }
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  if (sorted.length === 0) return 0;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
