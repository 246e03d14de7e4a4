/** What the monsters of a game are called: found once when they are met, kept for the faces. No word of it is in the log. */
import type { CombatEvent } from '../engine/combat/events.ts';
import type { Fight } from '../engine/combat/state.ts';
import type { GameEvent } from '../engine/events.ts';
import type { PlayerId } from '../engine/state.ts';
import type { Naming } from '../protocol/views.ts';

export const LANGS = ['ru', 'en'] as const;
export type Lang = (typeof LANGS)[number];

/** As in the fight, without its figures. */
export interface Met {
  readonly templateId: string;
  readonly affixId: string | null;
  readonly tier: number;
  readonly hint: string;
}

/** Finds words in one language, in its own time. Never throws; null where the pack's own have to do. */
export type FindWords = (met: Met, lang: Lang) => Promise<Naming | null>;

/** Monsters that are remembered; the one that was met longest ago goes first. */
const KEPT = 48;

export class MonsterWords {
  readonly #find: FindWords;
  readonly #onFound: () => void;
  #words: Readonly<Record<string, Naming>> = {};
  /** The last foe of each player's last fight that words were asked for. */
  readonly #met = new Map<PlayerId, { readonly fight: number; readonly foe: number }>();

  constructor(find: FindWords, onFound: () => void) {
    this.#find = find;
    this.#onFound = onFound;
  }

  /** By `template/affix/tier/lang`; a new object whenever something was found. */
  view(): Readonly<Record<string, Naming>> {
    return this.#words;
  }

  /** Of waves later foes come later; of a fight that began before this host did, all are new. */
  meet(events: readonly (GameEvent | CombatEvent)[]): void {
    for (const event of events)
      if (event.type === 'fightBegun' || event.type === 'fightRound') this.#see(event.player, event.fight);
  }

  #see(player: PlayerId, { n, foes }: Fight): void {
    const before = this.#met.get(player);
    const last = before?.fight === n ? before.foe : 0;
    for (const foe of foes.filter((one) => one.n > last)) for (const lang of LANGS) void this.#ask(foe, lang);
    this.#met.set(player, { fight: n, foe: Math.max(last, ...foes.map((one) => one.n)) });
  }

  async #ask(met: Met, lang: Lang): Promise<void> {
    const found = await this.#find(met, lang);
    const key = wordsKey(met, lang);
    const old = this.#words[key];
    if (!found || (old?.name === found.name && old.line === found.line)) return;
    const { [key]: _before, ...others } = this.#words;
    const kept = Object.entries(others).slice(-(KEPT - 1));
    this.#words = { ...Object.fromEntries(kept), [key]: found };
    this.#onFound();
  }
}

export function wordsKey({ templateId, affixId, tier }: Omit<Met, 'hint'>, lang: Lang): string {
  return `${templateId}/${affixId ?? '-'}/${tier}/${lang}`;
}
