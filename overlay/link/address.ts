/** What a page's address says: `?game=…&key=…&lang=ru|en&bg=night&player=p1&motion=reduced`. */
import type { PlayerId } from './types.ts';

export interface Address {
  readonly game: string;
  /** Opaque id that is exchanged in `hello`; never shown. */
  readonly key: string;
  /** The language asked for, or the browser's. */
  readonly lang: 'ru' | 'en';
  readonly night: boolean;
  readonly player: PlayerId | null;
  readonly motion: 'auto' | 'full' | 'reduced';
  readonly origin: string;
}

/** Reads an address; what is missing gets its default. */
export function readAddress(href: string, browser = 'en'): Address {
  const url = new URL(href);
  const ask = (name: string) => url.searchParams.get(name);
  const lang = ask('lang') ?? browser.slice(0, 2);
  const motion = ask('motion');
  const player = ask('player');
  return {
    game: ask('game') ?? '',
    key: ask('key') ?? '',
    lang: lang === 'ru' ? 'ru' : 'en',
    night: ask('bg') === 'night',
    player: player !== null && /^p[1-8]$/.test(player) ? player : null,
    motion: motion === 'full' || motion === 'reduced' ? motion : 'auto',
    origin: url.origin,
  };
}

/** Where the WebSocket of this page's host is. */
export function socketUrl(origin: string): string {
  return `${origin.replace(/^http/, 'ws')}/ws`;
}
