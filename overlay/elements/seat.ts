import type { BoardView, PlayerView } from '../../bot/protocol/views.ts';

/** Seats are named p1 … p8; used where a view gives the id alone. */
export function seatNumber(id: string): number {
  const number = Number(id.slice(1));
  return Number.isInteger(number) && number > 0 ? number : 1;
}

/** After the end the places stand as they were given out; before it they follow the road. */
export function placeOf(board: BoardView, player: PlayerView): number {
  const given = board.places.indexOf(player.id);
  return given < 0 ? player.place : given + 1;
}

/** Cells of the main track that lie behind this player, and of the whole of it. */
export function progress(
  board: BoardView,
  player: PlayerView,
): { readonly done: number; readonly total: number } {
  const total = board.map.length - 1;
  return { done: Math.max(0, Math.min(total, total - player.toFinish)), total };
}
