/**
 * The streamers of a rehearsal: each looks at the board every few seconds and types one line into the own simulated
 * chat, the owner's way. Whoever plays a seat by hand is not disturbed for a while.
 */
import { chooseMove } from '../engine/bots/policy.ts';
import type { PlayerId } from '../engine/state.ts';
import type { HostedGame } from '../host/hosted-game.ts';
import type { BothTexts } from '../protocol/texts.ts';
import type { Place } from './places/place.ts';
import { typed } from './words.ts';

export interface StreamersOptions {
  readonly game: HostedGame;
  readonly texts: BothTexts;
  /** By seat. */
  readonly places: ReadonlyMap<PlayerId, Place>;
  /** Milliseconds between two looks of one streamer, at least and at most. */
  readonly pause: readonly [number, number];
}

/** Somebody at the keyboard may think for so long. */
const BY_HAND_MS = 45_000;

export class Streamers {
  readonly #options: StreamersOptions;
  readonly #timers = new Map<PlayerId, NodeJS.Timeout>();
  readonly #byHand = new Map<PlayerId, number>();
  readonly #unlisten: () => void;

  constructor(options: StreamersOptions) {
    this.#options = options;
    for (const player of options.places.keys()) this.#sleep(player);
    this.#unlisten = options.game.host.onCommit(({ lines }) => {
      for (const { id, as } of lines) if (as.by === 'player') this.#notice(as.player, id);
    });
  }

  stop(): void {
    this.#unlisten();
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
  }

  /** What came by no simulated chat was typed on the play page. */
  #notice(player: PlayerId, id: string): void {
    const place = this.#options.places.get(player);
    const own = /^(nonce|settled:|redeem:)/.test(id);
    if (place && !own && !id.startsWith(`${place.platform}:`)) this.#byHand.set(player, Date.now());
  }

  #sleep(player: PlayerId): void {
    const [least, most] = this.#options.pause;
    const timer = setTimeout(() => this.#look(player), least + Math.random() * (most - least));
    this.#timers.set(player, timer);
  }

  #look(player: PlayerId): void {
    this.#sleep(player);
    const { game, texts, places } = this.#options;
    const { state } = game.host;
    const place = places.get(player);
    const atKeyboard = Date.now() - (this.#byHand.get(player) ?? 0) < BY_HAND_MS;
    if (!place?.heard() || atKeyboard) return;
    if (state.status !== 'running' && state.status !== 'superGame') return;
    const look = { state, rules: game.rules, at: game.clock.now() };
    const move = chooseMove(look, player, { int: (sides) => 1 + Math.floor(Math.random() * sides) });
    const { lang = 'ru', bag = [] } = state.players[player] ?? {};
    const line = move && typed(move, { lang, texts, bag });
    if (line) place.say({ login: 'owner', name: game.names.of(player), owner: true }, line);
  }
}
