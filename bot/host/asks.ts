/** What people ask of a game's host beside the rules; nothing of it is a command, and none of its texts is in the log. */
import type { Actor } from '../engine/commands.ts';
import type { Millis } from '../engine/state.ts';
import type { AskAnswer, AskWish } from '../protocol/asks.ts';
import type { Speaker } from '../protocol/wire.ts';
import type { Beside } from './beside.ts';
import type { Receipts } from './receipts.ts';

export interface Asking {
  readonly id: string;
  readonly as: Speaker;
  readonly wish: AskWish;
}

export interface AsksOptions {
  readonly beside: Beside;
  readonly actorOf: (as: Speaker) => Actor;
  readonly nameOf: (as: Speaker) => string;
  readonly now: () => Millis;
  /** This player's notes are others now. */
  readonly onNotes: (player: string) => void;
}

/** Answers remembered for a question that is sent again after a lost connection. */
const REMEMBERED = 200;
const NOT_YOURS: AskAnswer = { ok: false, code: 'not-yours', args: {} };

export class Asks {
  readonly #options: AsksOptions;
  readonly #answers = new Map<string, Promise<AskAnswer>>();

  constructor(options: AsksOptions) {
    this.#options = options;
  }

  /** The same id of the same speaker is answered once. @throws the driver's error if something could not be stored. */
  ask(asking: Asking): Promise<AskAnswer> {
    const key = `${voterOf(asking.as)} ${asking.id}`;
    const first = this.#answers.get(key);
    if (first) return first;
    const answer = this.#answer(asking);
    this.#answers.set(key, answer);
    if (this.#answers.size > REMEMBERED) this.#answers.delete(this.#answers.keys().next().value ?? '');
    answer.catch(() => this.#answers.delete(key));
    return answer;
  }

  async #answer({ as, wish }: Asking): Promise<AskAnswer> {
    const { beside, now, actorOf, onNotes } = this.#options;
    const { luck, receipts, notes } = beside;
    if (wish.type === 'luck') {
      const says = luck.put(wish.list.map(cleaned), now());
      return says ? { ok: true, says } : { ok: false, code: 'no-luck', args: {} };
    }
    if (wish.type === 'receipt') return this.#receipt(as, await receipts.last(voterOf(as)));
    const actor = actorOf(as);
    if (actor.by !== 'player') return NOT_YOURS;
    const { player } = actor;
    const answer =
      wish.type === 'note' ? await notes.add(player, wish.text, now()) : await notes.drop(player, wish.n);
    if (answer.ok) onNotes(player);
    return answer;
  }

  #receipt(as: Speaker, found: Awaited<ReturnType<Receipts['last']>>): AskAnswer {
    if (!found) return { ok: false, code: 'no-receipt', args: {} };
    const { poll, voter, choice, index, count } = found.receipt;
    const to = this.#options.nameOf(as);
    const says = { is: 'receipt', to, poll, ballot: voter, choice, place: index + 1, count } as const;
    return { ok: true, says: { ...says, root: found.root } };
  }
}

/** As a word is counted: the same whatever the spaces and the case. */
function cleaned<T extends { readonly word: string }>(one: T): T {
  return { ...one, word: one.word.normalize('NFKC').replace(/\s+/gu, ' ').trim().toLowerCase() };
}

/** `platform:user`, or `seat:p1`. */
export function voterOf(as: Speaker): string {
  if ('user' in as) return `${as.platform}:${as.user}`;
  return 'player' in as ? `seat:${as.player}` : 'seat:admin';
}
