/** Viewers of a rehearsal who pay: channel points for a reward of the list, or money for none in particular. */
import type { PlayerId } from '../engine/state.ts';
import type { HostedGame } from '../host/hosted-game.ts';
import type { BothTexts } from '../protocol/texts.ts';
import type { Place } from './places/place.ts';

export interface PayersOptions {
  readonly game: HostedGame;
  readonly texts: BothTexts;
  readonly places: ReadonlyMap<PlayerId, Place>;
  /** Milliseconds between two looks at each channel. */
  readonly everyMs: number;
}

/** Of a hundred looks: somebody redeems, somebody gives. */
const REDEEMS = 25;
const GIVES = 4;
/** Each channel's patrons speak its language. */
const PATRONS = {
  ru: { login: 'metsenat', name: 'Меценат' },
  en: { login: 'patron', name: 'Patron' },
} as const;

export function startPayers({ game, texts, places, everyMs }: PayersOptions): () => void {
  let count = 0;
  const timer = setInterval(() => {
    if (game.host.state.status !== 'running') return;
    for (const [player, place] of places) {
      count += 1;
      const lang = game.host.state.players[player]?.lang ?? 'ru';
      const person = {
        login: `${PATRONS[lang].login}${count % 7}`,
        name: `${PATRONS[lang].name}${count % 7}`,
      };
      if (Math.random() * 100 < GIVES) place.tip(person);
      if (Math.random() * 100 >= REDEEMS) continue;
      const titles = Object.values(texts[lang].rewards).map(({ name }) => name.slice(0, 45));
      const title = titles[Math.floor(Math.random() * titles.length)];
      if (title) place.redeem(person, title);
    }
  }, everyMs);
  return () => clearInterval(timer);
}
