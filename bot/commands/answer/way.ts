/** What lies ahead. */
import type { Cell } from '../../engine/board/board.ts';
import type { BoardView } from '../../protocol/views.ts';

/** Cells after this one by the main way, at most `count`. */
export function mainWay(board: BoardView, from: number, count: number): Cell[] {
  const cells: Cell[] = [];
  let next = board.map.cells[from]?.next[0];
  while (next !== undefined && cells.length < count) {
    const cell = board.map.cells[next];
    if (!cell) break;
    cells.push(cell);
    next = cell.next[0];
  }
  return cells;
}
