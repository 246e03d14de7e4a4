/** Who takes part in a link, and what each of them is told. */
import type { Known } from '../host/persons.ts';
import type { AccountAnswer, AccountNews, AccountSays } from '../protocol/accounts.ts';

/** Somebody who spoke, and where an answer finds them. */
export interface Party extends Known {
  /** `seat` for a player. */
  readonly platform: string;
  readonly game: string;
  /** The player in whose chat it was said. */
  readonly channel: string;
  /** The client's own word for that chat. */
  readonly chat: string | null;
  /** The client: what is to be told later goes there. */
  readonly address: string;
}

export interface News extends AccountNews {
  readonly party: Party;
}

export interface Said {
  readonly answer: AccountAnswer;
  /** For the other side. */
  readonly news: readonly News[];
}

export function answered(says: AccountSays): Said {
  return { answer: { ok: true, says }, news: [] };
}

export function refused(code: string, args: Readonly<Record<string, string | number>> = {}): Said {
  return { answer: { ok: false, code, args }, news: [] };
}

export function pending(to: Party, from: Party, yours: boolean): AccountSays {
  return { is: 'pending', to: to.name, other: from.name, platform: from.platform, yours };
}

export function asNews(party: Party, says: AccountSays): News {
  const { identity, platform, channel, chat } = party;
  const to =
    platform === 'seat' ? { player: channel } : { platform, user: identity.slice(platform.length + 1) };
  return { party, to, chat, says };
}

/** One after another: each sees what the one before it has stored. */
export class Talk {
  #last: Promise<unknown> = Promise.resolve();

  inTurn<T>(work: () => Promise<T>): Promise<T> {
    const next = this.#last.then(work);
    this.#last = next.catch(() => undefined);
    return next;
  }
}
