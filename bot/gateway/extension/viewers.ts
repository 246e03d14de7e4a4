/** What the backend remembers of viewers: the ends of what they did here, newest first, and what they are called. */
import type { HostedGame } from '../../host/hosted-game.ts';
import type { ExtReceipt } from '../../protocol/extension.ts';
import type { Viewer } from './jwt.ts';

const MOST_VIEWERS = 20_000;
const MOST_EACH = 12;
const NAME_LENGTH = 25;

/** Looks a name up at Twitch; null if that is not possible now. */
export type NameOf = (user: string, helix: string) => Promise<string | null>;

export class Receipts {
  readonly #by = new Map<string, readonly ExtReceipt[]>();

  /** The same id once more replaces the earlier one. */
  add(viewer: Viewer, receipt: ExtReceipt): void {
    const key = keyOf(viewer);
    const others = (this.#by.get(key) ?? []).filter(({ id }) => id !== receipt.id);
    this.#by.delete(key);
    if (this.#by.size >= MOST_VIEWERS) this.#by.delete(this.#by.keys().next().value ?? '');
    this.#by.set(key, [receipt, ...others].slice(0, MOST_EACH));
  }

  of(viewer: Viewer): readonly ExtReceipt[] {
    return this.#by.get(keyOf(viewer)) ?? [];
  }
}

const keyOf = ({ channel, opaque }: Viewer) => `${channel} ${opaque}`;

export interface Naming {
  readonly game: HostedGame;
  readonly player: string;
  /** Language of the seat. */
  readonly lang: 'ru' | 'en';
  readonly helix?: string | undefined;
  readonly lookUp: NameOf | null;
}

/** The name that others will read: as the chat knows it, as Twitch says it, never as a page claims it. */
export async function nameOf(user: string, { game, player, lang, helix, lookUp }: Naming): Promise<string> {
  const key = game.viewerKey(`twitch:${user}`, player);
  if (game.names.has(key)) return game.names.of(key);
  const found = helix && lookUp ? await lookUp(user, helix) : null;
  const fallback = `${lang === 'ru' ? 'зритель' : 'viewer'} ${user.slice(-4)}`;
  return (found ?? fallback).slice(0, NAME_LENGTH) || fallback;
}
