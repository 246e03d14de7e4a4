/**
 * Who is on air. In an evening everybody is, all the time. In a marathon each seat has a diary: evenings, planned days
 * off, absences; its video game goes on while it is live, and ends with a proof or with giving up. The referee puts a
 * seat on autopilot when that is allowed.
 */
import { mapDraws } from '../engine/board/random.ts';
import type { Look } from '../engine/bots/look.ts';
import type { Actor, Command } from '../engine/commands.ts';
import { gameOf } from '../engine/pending.ts';
import type { Pace, Rules } from '../engine/rules.ts';
import type { GameState, Millis, Pending, PlayerId } from '../engine/state.ts';
import { absentFor } from '../engine/time/clock.ts';
import { isDriven, timeOf } from '../engine/time/state.ts';
import { AUDIENCES } from './audience.ts';
import { DAYS_OFF, Diary } from './diary.ts';
import type { GamePlan } from './plan.ts';

const HOUR = 3_600_000;
/** Measured lag of chats, seconds: platforms differ. */
const LAGS = [1, 3, 6, 12] as const;
/** A game takes so many percent of its declared length. */
const SLOWEST = 140;
const QUICKEST = 60;
/** Percent of failing, for each step of difficulty and each hour: as the engine has it for practice bots. */
const PER_STEP = 9;
const MOST_HOURS = 20;
const PROOF = 'https://example.org/clip/1';

interface Playing {
  /** Number of the pending trial. */
  readonly n: number;
  readonly ends: Millis;
  readonly passes: boolean;
}

export interface Order {
  readonly as: Actor;
  readonly command: Command;
}

interface AirOptions {
  readonly plan: GamePlan;
  readonly pace: Pace;
  readonly begin: Millis;
  readonly rules: Rules;
}

export class Air {
  readonly #options: AirOptions;
  readonly #diaries: Readonly<Record<PlayerId, Diary>>;
  readonly #live = new Set<PlayerId>();
  readonly #playing = new Map<PlayerId, Playing>();

  constructor(options: AirOptions, from?: Air) {
    this.#options = options;
    const { plan, begin } = options;
    const ids = plan.seats.map((_, i) => `p${i + 1}`);
    this.#diaries = from
      ? from.#diaries
      : Object.fromEntries(ids.map((id, seat) => [id, new Diary({ seed: plan.seed, seat, begin })]));
    const live = from ? from.#live : options.pace === 'session' ? ids : [];
    for (const id of live) this.#live.add(id);
    for (const [id, playing] of from ? from.#playing : []) this.#playing.set(id, playing);
  }

  copy(): Air {
    return new Air(this.#options, this);
  }

  isLive(id: PlayerId): boolean {
    return this.#live.has(id);
  }

  /** What the host knows at the start: how many are in each chat, and how late its lines come. */
  opening({ order }: GameState): readonly Command[] {
    return order.flatMap((player, i): Command[] => {
      const { audience } = this.#options.plan.seats[i]!;
      const lag = LAGS[(i + this.#options.plan.n) % LAGS.length] ?? 1;
      const told: Command = { type: 'audience', player, active: AUDIENCES[audience], lag };
      return this.#options.pace === 'session' ? [told] : [told, { type: 'presence', player, live: false }];
    });
  }

  /** Said now by a person about the video game that this seat is on. */
  deedOf({ state, rules, at }: Look, id: PlayerId): Command | null {
    const player = state.players[id]!;
    const game = gameOf(player, rules);
    if (game?.is !== 'trial' || game.review || isDriven(player)) return null;
    const playing = this.#play(rules, id, { game, at });
    if (playing.ends > at) return null;
    return playing.passes ? { type: 'done', proof: PROOF } : { type: 'giveUp' };
  }

  #play(
    rules: Rules,
    id: PlayerId,
    { game, at }: { game: Extract<Pending, { is: 'trial' }>; at: Millis },
  ): Playing {
    const known = this.#playing.get(id);
    if (known?.n === game.n) return known;
    const { hours, difficulty } = rules.trials[game.trial]?.game ?? { hours: [1, 1] as const, difficulty: 2 };
    const draws = mapDraws(`balance|game|${this.#options.plan.seed}|${id}`, game.n);
    const middle = (hours[0] + hours[1]) / 2;
    const length = (middle * HOUR * (QUICKEST + draws.int(SLOWEST - QUICKEST))) / 100;
    const risk = difficulty * PER_STEP + Math.min(MOST_HOURS, Math.round(middle));
    const ends = this.#options.pace === 'session' ? at + length : this.#diaries[id]!.after(at, length);
    const playing = { n: game.n, ends, passes: draws.int(100) > risk };
    this.#playing.set(id, playing);
    return playing;
  }

  /** When somebody goes on or off air, a game ends, or the referee may act. */
  next(state: GameState, now: Millis): Millis {
    let next = Number.POSITIVE_INFINITY;
    for (const [id, { n, ends }] of this.#playing) {
      if (ends > now && state.players[id]?.pending.some((one) => one.n === n)) next = Math.min(next, ends);
    }
    if (this.#options.pace === 'session') return next;
    for (const id of state.order) {
      const evening = this.#diaries[id]!.at(now);
      next = Math.min(next, this.#live.has(id) ? evening.until : Math.max(now + 1, evening.from));
    }
    return next;
  }

  /** What the host and the referee do about presence now. */
  due(state: GameState, now: Millis): readonly Order[] {
    if (this.#options.pace === 'session') return [];
    return state.order.flatMap((id) => this.#turn(state, id, now));
  }

  #turn(state: GameState, id: PlayerId, now: Millis): readonly Order[] {
    const evening = this.#diaries[id]!.at(now);
    const on = evening.from <= now;
    const orders: Order[] = [];
    if (on && !this.#live.has(id)) {
      this.#live.add(id);
      orders.push({ as: SYSTEM, command: { type: 'presence', player: id, live: true } });
      // The notice is an hour; the evening lasts longer.
      if (evening.then === 'off' && this.#mayRest(state, id, now))
        orders.push({ as: { by: 'player', player: id }, command: dayOff(evening.until) });
    } else if (!on && this.#live.delete(id)) {
      if (timeOf(state.players[id]!).live)
        orders.push({ as: SYSTEM, command: { type: 'presence', player: id, live: false } });
    } else if (!on && this.#mayDrive(state, id, now)) {
      orders.push({ as: ADMIN, command: { type: 'autopilot', player: id, on: true } });
    }
    return orders;
  }

  #mayDrive(state: GameState, id: PlayerId, now: Millis): boolean {
    const player = state.players[id]!;
    const { time } = this.#options.rules.tunables;
    return (
      time !== undefined &&
      !isDriven(player) &&
      absentFor(player, now) >= time.absence.referee.marathon * 1000
    );
  }

  /** Within what the rules let somebody plan. */
  #mayRest(state: GameState, id: PlayerId, now: Millis): boolean {
    const { time } = this.#options.rules.tunables;
    const { daysOff } = timeOf(state.players[id]!);
    const taken = daysOff.reduce((sum, { from, until }) => sum + (until - from) / (24 * HOUR), 0);
    const open = daysOff.some(({ until }) => until > now);
    return (
      time !== undefined &&
      !open &&
      Math.min(time.daysOff.most, time.daysOff.budget - Math.ceil(taken)) >= DAYS_OFF
    );
  }
}

const SYSTEM: Actor = { by: 'system' };
const ADMIN: Actor = { by: 'admin' };
const dayOff = (from: Millis): Command => ({ type: 'daysOff', days: DAYS_OFF, from });
