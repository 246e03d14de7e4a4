import type { Meaning, Query, ReadContext, Typed } from '../spec.ts';
import { readPlayer, withoutFillers } from './player.ts';

/** A question about a player: the one whose chat it is, or whoever is named. */
export function askAbout(query: Query, typed: Typed, context: ReadContext): Meaning {
  const words = withoutFillers(typed.words);
  if (words.length === 0) return { kind: 'query', query, args: {} };
  const player = readPlayer(words.join(' '), context);
  return typeof player === 'string' ? { kind: 'query', query, args: { player } } : player;
}
