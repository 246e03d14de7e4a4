/** What a walk through all stories has come by, for whoever writes them. */
import type { Told } from './tell.ts';

export interface StoryCounts {
  readonly stories: number;
  /** Scenes that come by themselves, and those that follow from a deed. */
  readonly begin: number;
  readonly follow: number;
  /** Chains with a consequence two zones later or more. */
  readonly chains: readonly string[];
  /** Who answers, by story. */
  readonly asks: Readonly<Record<'player' | 'chat' | 'either', number>>;
  /** Stories that take note of what is done unasked. */
  readonly unspoken: number;
  /** By zone; `any` for those of every place. */
  readonly zones: Readonly<Record<string, number>>;
  /** Ways through all scenes, every one of them walked. */
  readonly paths: number;
  /** Keys that are said or asked, each with a sentence in both languages. */
  readonly sentences: number;
  /** Fact → its values, each of them remembered on some path or by some deed. */
  readonly facts: Readonly<Record<string, readonly string[]>>;
}

const LATER = 2;

export function countStories({ stories, facts }: Pick<Told, 'stories' | 'facts'>): StoryCounts {
  const defs = stories.map(({ def }) => def);
  const later = defs.filter(({ follows }) => follows !== undefined && follows.zonesLater >= LATER);
  const said = stories.map(
    ({ walk }) => new Set(walk.pages.flatMap(({ lines, options }) => [...lines, ...options])).size,
  );
  const asks = (who: 'player' | 'chat' | 'either') => defs.filter((def) => def.asks === who).length;
  const zones: Record<string, number> = {};
  for (const { zone } of defs) zones[zone] = (zones[zone] ?? 0) + 1;
  return {
    stories: defs.length,
    begin: defs.filter(({ follows }) => follows === undefined).length,
    follow: defs.filter(({ follows }) => follows !== undefined).length,
    chains: [...new Set(later.map(({ id, chain }) => chain ?? id))].sort(),
    asks: { player: asks('player'), chat: asks('chat'), either: asks('either') },
    unspoken: defs.filter(({ watches }) => watches !== undefined).length,
    zones,
    paths: stories.reduce((sum, { walk }) => sum + walk.paths, 0),
    sentences: said.reduce((sum, count) => sum + count, 0),
    facts: Object.fromEntries(
      [...facts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([fact, values]) => [fact, [...values].sort()]),
    ),
  };
}
