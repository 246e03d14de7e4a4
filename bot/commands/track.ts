/** Cells as people count them: the part of the track that is done. Ids of cells are for machines. */
import type { Board, Cell } from '../engine/board/board.ts';
import type { PlayerId } from '../engine/state.ts';
import type { BoardView } from '../protocol/views.ts';

/** Cells of the whole track, start not counted: the «59» of 14/59. */
export function trackLength(map: Board): number {
  return map.length - 1;
}

/** Cells done when standing there, as the faces count: the «14» of 14/59. Null for no cell of this map. */
export function cellsDone(map: Board, cell: number): number | null {
  const found = map.cells[cell];
  return found ? Math.max(0, trackLength(map) - found.toFinish) : null;
}

export interface TypedCell {
  readonly number: number;
  /** Steps from where the player stands: `+2`, `-2`. */
  readonly relative: boolean;
}

/** Id of the cell that a player means by a number; null when there is none. */
export function cellMeant(board: BoardView, player: PlayerId, typed: TypedCell): number | null {
  const own = board.players.find(({ id }) => id === player)?.cell;
  if (own === undefined) return null;
  return typed.relative ? walked(board.map, own, typed.number) : numbered(board.map, own, typed.number);
}

/** Along the main way from here: forwards, or back for a negative number. */
function walked({ cells }: Board, from: number, steps: number): number | null {
  let cell: Cell | undefined = cells[from];
  for (let left = Math.abs(steps); cell && left > 0; left -= 1)
    cell = cells[(steps > 0 ? cell.next[0] : cell.prev[0]) ?? -1];
  return cell?.id ?? null;
}

/** Where a shortcut is saved, two cells of the main way share a number: the nearer one is meant, ahead before behind. */
function numbered(map: Board, from: number, number: number): number | null {
  const here = onMain(map, from);
  const off = (id: number) => Math.abs(id - here) - (id > here ? 0.5 : 0);
  const fitting = map.cells.filter(({ id, way }) => way === 'main' && cellsDone(map, id) === number);
  return fitting.sort((a, b) => off(a.id) - off(b.id))[0]?.id ?? null;
}

/** The cell itself, or where its side way comes back. */
function onMain({ cells }: Board, from: number): number {
  let cell = cells[from];
  while (cell && cell.way !== 'main') cell = cells[cell.next[0] ?? -1];
  return cell?.id ?? from;
}
