/** One game of practice bots, straight over the engine, on a virtual clock. It can be copied at any moment and played on twice. */
import { wakeAt } from '../engine/bots/moves.ts';
import { chooseMove } from '../engine/bots/policy.ts';
import { type Chance, type Draws, keyedChance } from '../engine/chance.ts';
import type { Actor, Command } from '../engine/commands.ts';
import { nextDeadline } from '../engine/deadlines.ts';
import { decide } from '../engine/decide.ts';
import type { GameEvent } from '../engine/events.ts';
import { initialState } from '../engine/evolve.ts';
import { epochKey, epochSeed, rootFromSeedText, sideKey } from '../engine/proof.ts';
import { isRefusal, type Refusal } from '../engine/refusal.ts';
import type { GameState, Millis, PlayerId } from '../engine/state.ts';
import { isDriven } from '../engine/time/state.ts';
import { settlesAt } from '../engine/trials/polls.ts';
import { Air } from './air.ts';
import { between, countOf } from './audience.ts';
import { isOn, lastAtHalf } from './course.ts';
import type { GamePlan, Laboratory } from './plan.ts';
import { freshSeat, type SeatRun } from './seat.ts';
import { wishOf } from './wishes.ts';

/** A quiet evening. */
export const BEGIN: Millis = 1_800_000_000_000;
/** Seconds between two deeds of one person. */
const PAUSE = [2, 9] as const;
/** Far beyond the longest game that anybody would call one. */
const MOST_COMMANDS = 60_000;

export type Watch = (match: Match) => void;

export class Match {
  readonly lab: Laboratory;
  readonly plan: GamePlan;
  readonly seats: Readonly<Record<PlayerId, SeatRun>>;
  readonly #chance: Chance;
  readonly #minds: Chance;
  readonly #air: Air;
  state: GameState;
  now: Millis = BEGIN;
  commands = 0;
  /** Code → how often something was refused; nothing ever should be. */
  readonly refusals: Record<string, number>;
  /** Who was last when the leader passed half of the track; null until then. */
  last: readonly PlayerId[] | null = null;

  constructor(lab: Laboratory, plan: GamePlan, from?: Match) {
    this.lab = lab;
    this.plan = plan;
    const seed = epochSeed(rootFromSeedText(plan.seed));
    this.#chance = from ? from.#chance : keyedChance(epochKey({ seed, nonces: [] }));
    this.#minds = from ? from.#minds : keyedChance(sideKey(seed, 'policy'));
    this.#air = from ? from.#air.copy() : new Air({ plan, pace: lab.pace, rules: lab.rules, begin: BEGIN });
    this.seats = Object.fromEntries(
      plan.seats.map((seat, i) => {
        const id = `p${i + 1}`;
        return [id, from ? { ...from.seats[id]! } : freshSeat(seat, BEGIN)];
      }),
    );
    this.refusals = { ...from?.refusals };
    this.state = from ? from.state : this.#opened();
    if (from) {
      this.now = from.now;
      this.commands = from.commands;
      this.last = from.last;
    } else this.#begin();
  }

  /** As it is now; what happens to the one does not happen to the other. */
  copy(): Match {
    return new Match(this.lab, this.plan, this);
  }

  /** To the end, or to where nothing goes on. `watch` is told after every accepted command. */
  play(watch?: Watch): this {
    while (isOn(this.state) && this.commands < (this.lab.most ?? MOST_COMMANDS)) {
      if (this.#act(watch)) continue;
      const next = this.#next();
      if (next === Number.POSITIVE_INFINITY) break;
      this.now = Math.max(this.now + 1, next);
      this.#fire(watch);
    }
    return this;
  }

  /** True if it was accepted. */
  submit(as: Actor, command: Command): boolean {
    const result = decide(
      this.state,
      { at: this.now, as, command },
      { rules: this.lab.rules, chance: this.#chance },
    );
    if (isRefusal(result)) return this.#refused(result);
    this.state = result.state;
    this.commands += 1;
    this.#note(result.events);
    return true;
  }

  /** Numbers of one seat's own for what is not the game's: `kind` keeps its streams apart. */
  draws(seat: number, kind: 'look' | 'vote' | 'wish', n: number): Draws {
    return this.#minds.draw(KINDS[kind] + seat, 'policy', n);
  }

  #opened(): GameState {
    const { size, pace, rules } = this.lab;
    const setup = {
      game: `b${this.plan.n}`,
      mapSeed: this.plan.seed,
      size,
      pace,
      lang: 'en',
      ranked: false,
    } as const;
    return initialState(setup, rules);
  }

  #begin(): void {
    const ids = Object.keys(this.seats);
    for (const player of ids)
      this.submit({ by: 'admin' }, { type: 'join', player, kind: 'person', lang: 'en' });
    for (const player of ids) {
      const { classId, skills, attributes } = this.seats[player]!.plan;
      this.submit({ by: 'player', player }, { type: 'prepare', classId, skills, attributes });
      this.submit({ by: 'player', player }, { type: 'ready' });
    }
    this.submit({ by: 'admin' }, { type: 'start' });
    for (const command of this.#air.opening(this.state)) this.submit({ by: 'system' }, command);
  }

  #refused({ code }: Refusal): false {
    this.refusals[code] = (this.refusals[code] ?? 0) + 1;
    return false;
  }

  #note(events: readonly GameEvent[]): void {
    for (const seat of Object.values(this.seats)) seat.idle = false;
    for (const event of events) {
      if (event.type === 'trialPassed' || event.type === 'trialFailed') {
        if (this.lab.rules.trials[event.trial]?.kind === 'game') this.seats[event.player]!.games += 1;
      }
    }
    if (this.last === null && isOn(this.state)) this.last = lastAtHalf(this.state);
  }

  /** One deed of each who is there, awake and not idle. False if nobody did anything. */
  #act(watch?: Watch): boolean {
    let acted = false;
    for (const id of this.state.order) {
      const seat = this.seats[id]!;
      if (seat.idle || seat.awake > this.now || !this.#here(id)) continue;
      const command = this.#deed(id, seat);
      seat.idle = command === null;
      if (command === null || !this.submit({ by: 'player', player: id }, command)) continue;
      const pause = this.draws(this.state.players[id]!.seat, 'look', seat.looks);
      seat.awake = this.now + between(pause, PAUSE) * 1000;
      acted = true;
      watch?.(this);
      if (command.type === 'roll') this.#wish(id, seat);
      if (!isOn(this.state)) return true;
    }
    return acted;
  }

  /** In an evening everybody is; in a marathon whoever is on air, or is driven by the referee's autopilot. */
  #here(id: PlayerId): boolean {
    return this.#air.isLive(id) || isDriven(this.state.players[id]!);
  }

  #deed(id: PlayerId, seat: SeatRun): Command | null {
    const look = { state: this.state, rules: this.lab.rules, at: this.now };
    const own = this.#air.deedOf(look, id);
    if (own) return own;
    seat.looks += 1;
    return chooseMove(
      look,
      id,
      this.draws(this.state.players[id]!.seat, 'look', seat.looks),
      seat.plan.policy,
    );
  }

  /** Around a roll a viewer may want something; whatever the platform is owed is settled at once. */
  #wish(player: PlayerId, seat: SeatRun): void {
    seat.wishes += 1;
    const draws = this.draws(this.state.players[player]!.seat, 'wish', seat.wishes);
    const command = wishOf({ match: this, player, audience: seat.plan.audience, draws, n: seat.wishes });
    if (command) this.submit({ by: 'viewer', viewer: `v_${player}_${seat.wishes}`, player }, command);
    for (const [redemption, { player: owed }] of Object.entries(this.state.unsettled))
      this.submit({ by: 'player', player: owed }, { type: 'settled', redemption, code: 'ok' });
  }

  #next(): Millis {
    const { rules } = this.lab;
    const look = { state: this.state, rules, at: this.now };
    let next = Math.min(
      nextDeadline(this.state) ?? Number.POSITIVE_INFINITY,
      this.#air.next(this.state, this.now),
    );
    for (const poll of Object.values(this.state.polls))
      next = Math.min(next, settlesAt(poll, rules.tunables.poll.grace));
    for (const id of this.state.order) {
      if (!this.#here(id)) continue;
      const seat = this.seats[id]!;
      const wake = seat.idle ? wakeAt(look, id) : seat.awake;
      if (wake !== null) next = Math.min(next, Math.max(wake, seat.awake));
    }
    return next;
  }

  #fire(watch?: Watch): void {
    for (const { as, command } of this.#air.due(this.state, this.now)) this.submit(as, command);
    for (const seat of Object.values(this.seats)) seat.idle = false;
    const { grace } = this.lab.rules.tunables.poll;
    for (const poll of Object.values(this.state.polls)) {
      if (settlesAt(poll, grace) > this.now || !this.state.polls[poll.id] || !isOn(this.state)) continue;
      const seat = this.seats[poll.player]!;
      seat.votes += 1;
      const draws = this.draws(this.state.players[poll.player]!.seat, 'vote', seat.votes);
      const { audience } = seat.plan;
      const count = countOf({ poll, state: this.state, rules: this.lab.rules, audience, draws });
      this.submit({ by: 'system' }, { type: 'closePoll', poll: poll.id, ...count, root: '' });
      watch?.(this);
    }
    const due = nextDeadline(this.state);
    if (due !== null && due <= this.now) this.submit({ by: 'system' }, { type: 'expire' });
  }
}

/** Streams of draws, apart by more than there are seats. */
const KINDS = { look: 0, vote: 100, wish: 200 } as const;
