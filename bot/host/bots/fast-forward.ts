/** A game of bots without waiting: whenever nobody can move, the game's clock jumps to what is due next. */
import { wakeAt } from '../../engine/bots/moves.ts';
import type { Chance } from '../../engine/chance.ts';
import type { Millis } from '../../engine/state.ts';
import type { VirtualClock } from '../clock.ts';
import { isLive, nextDue } from '../deadlines.ts';
import type { Epochs } from '../epochs.ts';
import type { HostedGame } from '../hosted-game.ts';
import { botMove, botsOf, policyChance } from './practice.ts';
import { standInVotes } from './standin.ts';

/** Viewers that vote in each chat. */
const VIEWERS = 12;
const AGAIN_MS = 5_000;
/** A jump of less than this at a time is a loop that goes nowhere. */
const LEAST_JUMP = 1;

export interface FastOptions {
  readonly game: HostedGame;
  readonly clock: VirtualClock;
  readonly epochs: Epochs;
  readonly onStuck: (reason: string) => void;
}

export class FastForward {
  readonly #options: FastOptions;
  readonly #chance: Chance;
  #running: Promise<void> | null = null;
  #stopped = false;
  readonly #unlisten: () => void;

  constructor(options: FastOptions) {
    this.#options = options;
    this.#chance = policyChance(options.epochs.last);
    this.#unlisten = options.game.host.onCommit(() => this.#wake());
    this.#wake();
  }

  stop(): void {
    this.#stopped = true;
    this.#unlisten();
  }

  #wake(): void {
    const { host } = this.#options.game;
    if (this.#stopped || this.#running || !isLive(host.state)) return;
    this.#running = this.#run()
      .catch((error: unknown) => {
        this.#options.onStuck(error instanceof Error ? error.message : String(error));
        // A full disk may have room again by then.
        setTimeout(() => this.#wake(), AGAIN_MS).unref();
      })
      .finally(() => {
        this.#running = null;
      });
  }

  async #run(): Promise<void> {
    const { host } = this.#options.game;
    while (!this.#stopped && isLive(host.state)) {
      // Others have to be heard in between: a log in memory never waits for anything.
      await new Promise((resolve) => setImmediate(resolve));
      if (await this.#moveAll()) continue;
      const next = this.#next();
      if (next === null) throw new Error('nobody can move and nothing is due');
      this.#options.clock.jump(Math.max(next, this.#options.clock.now() + LEAST_JUMP));
      await this.#fire();
    }
  }

  /** One look for each bot; false if none could do anything. */
  async #moveAll(): Promise<boolean> {
    const { game, clock } = this.#options;
    const { host, rules } = game;
    let moved = false;
    for (const player of botsOf(host.state)) {
      const move = botMove(host, player, { rules, chance: this.#chance, at: clock.now() });
      if (move && !this.#stopped) moved = (await host.submit(move)).ok || moved;
    }
    return moved;
  }

  #next(): Millis | null {
    const { game, clock, epochs } = this.#options;
    const look = { state: game.host.state, rules: game.rules, at: clock.now() };
    const due = nextDue(game.host, game.votes, { grace: game.grace, epochs })?.at;
    const times = [due, ...botsOf(look.state).map((id) => wakeAt(look, id))];
    const known = times.filter((time): time is Millis => typeof time === 'number');
    return known.length > 0 ? Math.min(...known) : null;
  }

  async #fire(): Promise<void> {
    const { game, clock, epochs } = this.#options;
    this.#vote();
    const due = nextDue(game.host, game.votes, { grace: game.grace, epochs });
    if (due && due.at <= clock.now()) await game.host.submit(due.request());
  }

  /** The chats that are not there vote just before a poll is counted. */
  #vote(): void {
    const { game, clock } = this.#options;
    const { state } = game.host;
    for (const poll of Object.values(state.polls)) {
      if (clock.now() < poll.closes) continue;
      const draws = this.#chance.draw(0, 'policy', poll.pending);
      const votes = standInVotes(poll, { state, rules: game.rules, draws, size: VIEWERS });
      const sentAt = poll.closes - 1;
      game.cast(
        poll.id,
        votes.map((choice, n) => ({ voter: `crowd:${n}`, choice, sentAt })),
      );
    }
  }
}
