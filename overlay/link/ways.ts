/** What the ways of a fork begin with. */
import type { BoardView } from '../../bot/protocol/views.ts';
import type { CellKind } from './types.ts';

/** A roll reaches further than one cell, so that one alone says little; as far as the chat's answer looks. */
const CELLS_AHEAD = 5;
const MOST_KINDS = 3;

/** Different kinds among the first cells of a way, nearest first, plain ones left out; `plain` alone if there is nothing else. */
export function wayKinds(map: BoardView['map'], first: number): CellKind[] {
  const kinds = new Set<CellKind>();
  let cell = map.cells[first];
  for (let i = 0; cell && i < CELLS_AHEAD && kinds.size < MOST_KINDS; i++) {
    if (cell.kind !== 'plain') kinds.add(cell.kind);
    cell = map.cells[cell.next[0] ?? -1];
  }
  return kinds.size > 0 ? [...kinds] : ['plain'];
}
