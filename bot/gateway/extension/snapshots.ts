/**
 * The state of each bound channel, made at most four times a second however many ask. What changed is seen by
 * reference, so an answer that is still good costs nothing, and nobody has to tell of changes.
 */
import type { HostedGame } from '../../host/hosted-game.ts';
import { EXT_VERSION, type ExtState } from '../../protocol/extension.ts';
import type { Binding } from './bindings.ts';
import { type Content, contentOf, versionOf } from './snapshot.ts';

/** A state is at most this old, in ms. */
export const FRESH_MS = 250;

export interface Snapshot {
  readonly body: string;
  readonly tag: string;
  readonly state: ExtState;
}

interface Kept extends Snapshot {
  readonly game: HostedGame;
  /** What it was made of. */
  readonly from: readonly unknown[];
  /** Text of the content alone, without its number. */
  readonly text: string;
  at: number;
}

export interface SnapshotsOptions {
  readonly binding: (channel: string) => Binding | null;
  readonly game: (id: string) => HostedGame | undefined;
  readonly texts: string;
  readonly now?: () => number;
}

export class Snapshots {
  readonly #options: SnapshotsOptions;
  readonly #now: () => number;
  readonly #kept = new Map<string, Kept>();
  #rev = 0;
  /** How often one was made, for the figures and the tests. */
  made = 0;

  constructor(options: SnapshotsOptions) {
    this.#options = options;
    this.#now = options.now ?? Date.now;
  }

  /** Null for a channel that is in no race. */
  of(channel: string): Snapshot | null {
    const binding = this.#options.binding(channel);
    const game = binding ? this.#options.game(binding.game) : undefined;
    if (!binding || !game) {
      this.#kept.delete(channel);
      return null;
    }
    const kept = this.#kept.get(channel);
    const from = sourcesOf(game, binding);
    if (kept?.game === game) {
      if (kept.from.every((one, i) => one === from[i])) return kept;
      const young = this.#now() - kept.at < FRESH_MS;
      // Whoever has just turned a switch wants to see it turned.
      if (young && kept.from[0] === from[0]) return kept;
    }
    return this.#make(channel, { binding, game, from, kept });
  }

  #make(
    channel: string,
    about: { binding: Binding; game: HostedGame; from: readonly unknown[]; kept: Kept | undefined },
  ): Snapshot | null {
    const { binding, game, from, kept } = about;
    const content: Content | null = contentOf(game, { ...binding, texts: this.#options.texts });
    if (!content) return null;
    this.made += 1;
    const text = JSON.stringify(content);
    const same = kept?.text === text;
    const rev = same ? kept.state.rev : this.#next();
    const state: ExtState = same ? kept.state : { v: EXT_VERSION, rev, ...content };
    // Hosts of one cluster give the same state the same tag.
    const tag = same ? kept.tag : `"${versionOf(text)}"`;
    const body = same ? kept.body : JSON.stringify(state);
    const made: Kept = { body, tag, state, text, game, from, at: this.#now() };
    this.#kept.set(channel, made);
    return made;
  }

  #next(): number {
    this.#rev = Math.max(this.#rev + 1, this.#now());
    return this.#rev;
  }
}

/** Each of them is another object as soon as what it holds is another. */
function sourcesOf(game: HostedGame, binding: Binding): readonly unknown[] {
  return [binding, game.host.state, game.votes.live(), game.names.seats()];
}
