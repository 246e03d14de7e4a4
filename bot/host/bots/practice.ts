/** Practice players in real time: each looks at the board every few seconds, as a person would, and does one thing. */
import { chooseMove } from '../../engine/bots/policy.ts';
import { type Chance, keyedChance } from '../../engine/chance.ts';
import { sideKey } from '../../engine/proof.ts';
import type { Rules } from '../../engine/rules.ts';
import type { GameState, Millis, PlayerId } from '../../engine/state.ts';
import { isDriven } from '../../engine/time/state.ts';
import type { Clock } from '../clock.ts';
import { isLive } from '../deadlines.ts';
import type { GameHost } from '../game/game-host.ts';
import type { Request } from '../game/outcome.ts';

/** Milliseconds between two looks. */
const SLOWEST = 4_500;
const QUICKEST = 1_500;

export interface PracticeOptions {
  readonly host: GameHost;
  readonly rules: Rules;
  readonly clock: Clock;
  /** The epoch's seed; bots draw with a key of their own that tells nothing of the dice. */
  readonly seed: Uint8Array;
}

export function policyChance(seed: Uint8Array): Chance {
  return keyedChance(sideKey(seed, 'policy'));
}

/** The move this bot would make now, as a command for the mailbox; null to wait. */
export function botMove(
  { state, seq }: { readonly state: GameState; readonly seq: number },
  player: PlayerId,
  { rules, chance, at }: { readonly rules: Rules; readonly chance: Chance; readonly at: Millis },
): Request | null {
  const seat = state.players[player]?.seat ?? 0;
  const command = chooseMove({ state, rules, at }, player, chance.draw(seat, 'policy', seq));
  return command && { id: `bot ${seq}`, as: { by: 'player', player }, command };
}

export function botsOf(state: GameState): readonly PlayerId[] {
  return state.order.filter((id) => {
    const player = state.players[id];
    return player !== undefined && isDriven(player);
  });
}

export class Practice {
  readonly #options: PracticeOptions;
  readonly #chance: Chance;
  readonly #timers = new Map<PlayerId, () => void>();
  #stopped = false;
  readonly #unlisten: () => void;

  constructor(options: PracticeOptions) {
    this.#options = options;
    this.#chance = policyChance(options.seed);
    this.#unlisten = options.host.onCommit(() => this.#wake());
    this.#wake();
  }

  stop(): void {
    this.#stopped = true;
    this.#unlisten();
    for (const off of this.#timers.values()) off();
  }

  /** Bots sleep while nothing is played. */
  #wake(): void {
    const { state } = this.#options.host;
    if (this.#stopped || !isLive(state)) return;
    for (const player of botsOf(state)) if (!this.#timers.has(player)) this.#sleep(player);
  }

  #sleep(player: PlayerId): void {
    const ms = QUICKEST + Math.random() * (SLOWEST - QUICKEST);
    this.#timers.set(
      player,
      this.#options.clock.after(ms, () => void this.#look(player)),
    );
  }

  async #look(player: PlayerId): Promise<void> {
    const { host, rules, clock } = this.#options;
    this.#timers.delete(player);
    // A seat that was given back to its person is not played on.
    if (this.#stopped || !isLive(host.state) || !botsOf(host.state).includes(player)) return;
    const move = botMove(host, player, { rules, chance: this.#chance, at: clock.now() });
    // A refusal can only come from somebody who was quicker; the next look sees that.
    if (move) await host.submit(move).catch(() => null);
    if (!this.#stopped) this.#sleep(player);
  }
}
