/** Links to OBS sources: what `readAddress` understands, written. */
import { type Box, type Motion, readAddress, type Source, type ThemeName } from './address.ts';
import type { PlayerId } from './types.ts';

export interface LinkWish {
  readonly source: Source;
  readonly lang: 'ru' | 'en';
  readonly theme: ThemeName;
  readonly contrast: boolean;
  readonly motion: Motion;
  /** Whom the source follows; null: everybody. Only for sources that can follow somebody. */
  readonly player: PlayerId | null;
  /** What the source gets in OBS, in pixels. */
  readonly size: Box;
  /** 0.5 to 3. */
  readonly scale: number;
}

export interface LinkPlace {
  readonly origin: string;
  readonly game: string;
  readonly key: string;
}

/** The size that each source was drawn for, in pixels. */
export const NATURAL: Readonly<Record<Source, Box>> = {
  full: { width: 1920, height: 1080 },
  strip: { width: 1920, height: 160 },
  corner: { width: 420, height: 300 },
  dice: { width: 860, height: 440 },
  alerts: { width: 960, height: 220 },
  votes: { width: 640, height: 620 },
  leaderboard: { width: 1920, height: 1080 },
  chronicle: { width: 640, height: 440 },
  previously: { width: 1920, height: 1080 },
  ticker: { width: 1920, height: 90 },
  chat: { width: 640, height: 440 },
  fight: { width: 1280, height: 720 },
};

/** Sources that can follow one player. */
const FOLLOW: readonly Source[] = ['full', 'strip', 'corner', 'alerts', 'votes', 'ticker', 'chat', 'fight'];

export function follows(source: Source): boolean {
  return FOLLOW.includes(source);
}

/** Sizes to choose from: for canvases of 1920x1080, 1280x720 and 2560x1440. */
export function sizesOf(source: Source): Box[] {
  const { width, height } = NATURAL[source];
  return [1, 2 / 3, 4 / 3].map((by) => ({ width: Math.round(width * by), height: Math.round(height * by) }));
}

/** The address of a source; options that are the usual ones are left out. */
export function linkOf({ origin, game, key }: LinkPlace, wish: LinkWish): string {
  const { source, lang, theme, contrast, motion, player, size, scale } = wish;
  const query = new URLSearchParams({ game, key, page: source, lang });
  query.set('size', `${size.width}x${size.height}`);
  if (theme !== 'glass') query.set('theme', theme);
  if (contrast) query.set('contrast', 'high');
  if (motion !== 'auto') query.set('motion', motion);
  if (player && follows(source)) query.set('player', player);
  if (scale !== 1) query.set('scale', String(scale));
  return `${origin}/overlay?${query}`;
}

/** The link as it may be seen on a stream: its key is hidden. */
export function masked(link: string): string {
  const { key } = readAddress(link);
  return key === '' ? link : link.replace(encodeURIComponent(key), '•'.repeat(6));
}
