/** Layouts are dear and a map never changes: each is laid out once, as soon as anybody asks. */
import { type Layout, layoutBoard } from './layout.ts';
import type { BoardMap, BoardTexts } from './types.ts';

const known = new WeakMap<BoardMap, { readonly words: BoardTexts['zones']; readonly layout: Layout }>();

/** @param words names of the zones, which take room on the map. */
export function layoutFor(map: BoardMap, words: BoardTexts['zones']): Layout {
  const before = known.get(map);
  if (before?.words === words) return before.layout;
  const layout = layoutBoard({ map, words });
  known.set(map, { words, layout });
  return layout;
}
