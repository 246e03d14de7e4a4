/**
 * Viewers' words for the dice: gathered while an epoch lasts, one for a person, closed at a published time before its
 * end, and mixed into the next epoch's key as one root. The words themselves stay beside the log, where they can be
 * forgotten; what they were is proved like a ballot.
 */
import { type Leaf, leafHash, rootOf } from '../crowd/merkle.ts';
import type { CommandOf } from '../engine/commands.ts';
import type { Rules } from '../engine/rules.ts';
import type { GameState, Millis } from '../engine/state.ts';
import { epochOf, luckCloses } from '../engine/time/epochs.ts';
import type { AskSays, LuckWord } from '../protocol/asks.ts';

export interface LuckOptions {
  readonly rules: Pick<Rules, 'tunables'>;
  readonly state: () => GameState;
  /** `platform:user` → a hash that is another one for every epoch. */
  readonly keyOf: (poll: string, voter: string) => string;
  /** The identity for which this person is counted. */
  readonly personOf: (voter: string) => string;
  /** Keeps the words of an epoch where a restart finds them. */
  readonly save: (poll: string, words: readonly Leaf[]) => void;
}

/** More people than any chat has. */
const MOST = 200_000;

/** The name under which the words for an epoch are kept and proved, as a poll's ballots are. */
export function luckPoll(epoch: number): string {
  return `luck-${epoch}`;
}

export class LuckBox {
  readonly #options: LuckOptions;
  /** Epoch in which they count → voter → the last word. */
  readonly #boxes = new Map<number, Map<string, { readonly word: string; readonly sentAt: Millis }>>();

  constructor(options: LuckOptions) {
    this.#options = options;
  }

  /** What an earlier run of the host had gathered for the next epochs. */
  restore(epoch: number, words: readonly Leaf[]): void {
    const box = this.#box(epoch);
    for (const { voter, choice } of words) box.set(voter, { word: choice, sentAt: 0 });
  }

  /** @returns how things stand; null where this game takes no words. `closes` and `words` are those of the open box. */
  put(list: readonly LuckWord[], now: Millis): Extract<AskSays, { is: 'luck' }> | null {
    const open = this.#open(now);
    if (open === null) return null;
    const { epoch, closes } = open;
    const { keyOf, personOf, save } = this.#options;
    const box = this.#box(epoch);
    for (const { voter, word, sentAt } of list) {
      const key = keyOf(luckPoll(epoch), personOf(voter));
      const before = box.get(key);
      if (before ? before.sentAt > sentAt || before.word === word : box.size >= MOST) continue;
      box.set(key, { word, sentAt });
    }
    if (list.length > 0) save(luckPoll(epoch), leavesOf(box));
    return { is: 'luck', words: box.size, closes, wait: Math.max(0, Math.ceil((closes - now) / 1000)) };
  }

  /** When the open box of the next epoch closes, with or without words in it; null while none is open. */
  closes(state: GameState): Millis | null {
    return state.luck ? null : luckCloses(state, this.#options.rules);
  }

  /** When the words that are there are to be closed; null while there is nothing to close. */
  due(state: GameState): Millis | null {
    this.#forget(epochOf(state));
    if (state.luck || !this.#boxes.get(epochOf(state) + 1)?.size) return null;
    return luckCloses(state, this.#options.rules);
  }

  /** The one batch. */
  closing(state: GameState): CommandOf<'closeLuck'> {
    const epoch = epochOf(state) + 1;
    const leaves = leavesOf(this.#box(epoch));
    const root = rootOf(luckPoll(epoch), leaves.map(leafHash));
    return { type: 'closeLuck', words: leaves.length, root };
  }

  /** The box that takes words now: after the closing it is the one of the epoch after the next. */
  #open(now: Millis): { readonly epoch: number; readonly closes: Millis } | null {
    const { rules, state } = this.#options;
    const game = state();
    const closes = luckCloses(game, rules);
    if (closes === null) return null;
    if (now < closes && !game.luck) return { epoch: epochOf(game) + 1, closes };
    const hours = rules.tunables.time?.epochs.hours ?? 0;
    const later = { n: epochOf(game) + 1, since: closes + hours * 3_600_000, seed: '' };
    if (luckCloses({ ...game, epoch: later }, rules) === null) return null;
    return { epoch: epochOf(game) + 2, closes: later.since };
  }

  #box(epoch: number): Map<string, { readonly word: string; readonly sentAt: Millis }> {
    const box = this.#boxes.get(epoch) ?? new Map<string, { word: string; sentAt: Millis }>();
    this.#boxes.set(epoch, box);
    return box;
  }

  #forget(now: number): void {
    for (const epoch of this.#boxes.keys()) if (epoch <= now) this.#boxes.delete(epoch);
  }
}

function leavesOf(box: ReadonlyMap<string, { readonly word: string }>): Leaf[] {
  return [...box]
    .map(([voter, { word }]) => ({ voter, choice: word }))
    .sort((a, b) => (a.voter < b.voter ? -1 : 1));
}
