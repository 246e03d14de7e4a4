/** Makes recordings: plays a game with typed lines and writes down what was typed, by whom, with what at hand. */
import { readLine } from '../../commands/read.ts';
import type { ReadContext } from '../../commands/spec.ts';
import type { Content } from '../../content/load.ts';
import { offers } from '../../engine/bag/market.ts';
import { type Chance, keyedChance } from '../../engine/chance.ts';
import type { Actor, Command } from '../../engine/commands.ts';
import { decide } from '../../engine/decide.ts';
import { initialState } from '../../engine/evolve.ts';
import { epochKey, epochSeed, rootFromSeedText } from '../../engine/proof.ts';
import { isRefusal } from '../../engine/refusal.ts';
import type { GameState, Millis, PlayerId } from '../../engine/state.ts';
import type { BothTexts } from '../../protocol/texts.ts';
import type { Recording, Step } from './path.ts';

/** Names as streamers have them. */
const NAMES = ['Vera', 'Oleg_TV', 'mirnaya', 'Foxtail', 'Kapitan', 'zhuk42', 'Luna', 'Proper_Tea'];
const BEGIN: Millis = 1_800_000_000_000;

export interface Wish {
  readonly content: Content;
  readonly players: number;
  readonly seed: string;
}

export class Recorder {
  readonly content: Content;
  readonly chance: Chance;
  readonly seed: Uint8Array;
  readonly #initial: GameState;
  readonly #names: Readonly<Record<PlayerId, string>>;
  readonly #texts: BothTexts;
  readonly #steps: Step[] = [];
  /** Where the play begins: before it come the lobby's lines. */
  readonly #begun: { readonly state: GameState; readonly steps: number };
  state: GameState;
  now: Millis = BEGIN;
  /** Steps that were typed. */
  typed = 0;

  constructor({ content, players, seed }: Wish) {
    this.content = content;
    this.seed = epochSeed(rootFromSeedText(seed));
    this.chance = keyedChance(epochKey({ seed: this.seed, nonces: [] }));
    const setup = {
      game: 'bench',
      mapSeed: seed,
      size: 'S',
      pace: 'session',
      lang: 'ru',
      ranked: false,
    } as const;
    this.#texts = content.texts as unknown as BothTexts;
    this.#names = Object.fromEntries(NAMES.slice(0, players).map((name, i) => [`p${i + 1}`, name]));
    this.#initial = initialState(setup, content.rules);
    this.state = this.#initial;
    for (const player of Object.keys(this.#names)) {
      this.say({ by: 'admin' }, { type: 'join', player, kind: 'bot', lang: 'ru' });
      this.say({ by: 'player', player }, { type: 'ready' });
    }
    this.say({ by: 'admin' }, { type: 'start' });
    this.#begun = { state: this.state, steps: this.#steps.length };
  }

  get steps(): number {
    return this.#steps.length;
  }

  /** From the first line of the lobby on. */
  recording(): Recording {
    const { rules } = this.content;
    return { rules, chance: this.chance, initial: this.#initial, steps: [...this.#steps] };
  }

  /** From the start of the game on. */
  play(): Recording {
    return { ...this.recording(), initial: this.#begun.state, steps: this.#steps.slice(this.#begun.steps) };
  }

  /** A command without a text. @returns false if it was refused. */
  say(as: Actor, command: Command): boolean {
    return this.#submit(as, command, null);
  }

  /** A line in a player's chat; if it cannot be read, or the engine refuses it, nothing happened. */
  type(player: PlayerId, text: string): boolean {
    const context = this.#contextOf(player);
    const meaning = readLine(text, context);
    if (meaning.kind !== 'command') return false;
    return this.#submit({ by: 'player', player }, meaning.command, { text, context });
  }

  nameOf(player: PlayerId): string {
    return this.#names[player] ?? player;
  }

  #submit(as: Actor, command: Command, typed: Step['typed']): boolean {
    const { rules } = this.content;
    const decided = decide(this.state, { at: this.now, as, command }, { rules, chance: this.chance });
    if (isRefusal(decided)) return false;
    this.state = decided.state;
    this.#steps.push({ id: `m${this.#steps.length}`, at: this.now, as, typed, command });
    if (typed) this.typed += 1;
    return true;
  }

  #contextOf(player: PlayerId): ReadContext {
    const { bag } = this.state.players[player]!;
    const look = { state: this.state, rules: this.content.rules, at: this.now };
    return {
      lang: 'ru',
      player,
      role: 'player',
      names: this.#names,
      bag: bag.map(({ item, worn }) => ({ item, worn })),
      texts: this.#texts,
      polls: [],
      market: offers(look, player).map(({ item }) => item),
      now: this.now,
    };
  }
}
