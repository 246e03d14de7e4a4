/** A close look on narrow screens: the window is larger than the element and moves with whoever moved last. */
import type { BoardView, Moment } from '../../../bot/protocol/views.ts';
import { viewOf } from '../../board/camera.ts';
import { layoutFor } from '../../board/known-layout.ts';
import { WINDOW } from '../../board/layout.ts';
import type { Face } from '../../link/face.ts';
import type { PlayerId } from '../../link/types.ts';

/** How large the window is drawn, of its 1200 by 832. */
export const CLOSE = 0.66;
/** How large it is drawn when the camera stays with one player. */
export const CLOSER = 1.6;

/** Who moved last in these moments, or null. */
export function moverOf(moments: readonly Moment[]): PlayerId | null {
  const moved = moments.flatMap((moment) => moment.events).findLast((event) => event.type === 'moved');
  return moved?.player ?? null;
}

/** Left and top of the drawn window, so that the player's cell is as near to the middle of `box` as its edges allow. */
export function offsetFor(
  face: Face,
  board: BoardView,
  {
    player,
    width,
    height,
    close,
  }: {
    readonly player: PlayerId | null;
    readonly width: number;
    readonly height: number;
    readonly close: number;
  },
): readonly [left: number, top: number] {
  const watched =
    board.players.find((one) => one.id === player) ?? board.players.find((one) => one.place === 1);
  const layout = layoutFor(board.map, face.words.zones);
  const spot = layout.spots[watched?.cell ?? 0];
  if (!spot) return [0, 0];
  const view = viewOf(layout, [spot.x, spot.y]);
  const shift = (at: number, room: number, whole: number) =>
    Math.round(Math.min(0, Math.max(room - whole * close, room / 2 - at * close)));
  return [shift(spot.x - view.x, width, WINDOW.width), shift(spot.y - view.y, height, WINDOW.height)];
}
