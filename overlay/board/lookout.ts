/** Where the window looks, and how it is lit. */
import { isLarge, pan, viewOf } from './camera.ts';
import type { Frame } from './frame.ts';
import type { Point } from './layout/geometry.ts';
import { WINDOW } from './layout.ts';
import { actorOf, type Now, type Parts, restOf } from './parts.ts';
import type { BoardView, PlayerId } from './types.ts';

/** The window is lit anew when the leader has come this many cells further. */
const RELIGHT = 3;

export function look(parts: Parts, now: Now, { frame, elapsed }: { frame: Frame; elapsed: number }): boolean {
  const { layout, minimap, stage, request } = parts;
  if (!isLarge(layout) && !minimap) return false;
  const actor =
    request.options.follow ??
    actorOf(parts, now) ??
    now.view.players.find((player) => player.place === 1)?.id;
  const pose = actor ? frame.poses.get(actor) : undefined;
  const middle: Point = pose ? [pose.x, pose.y] : actor ? restOf(parts, actor) : [0, layout.height];
  const goal = isLarge(layout) ? viewOf(layout, middle) : { x: 0, y: 0 };
  const camera = now.camera ? pan(now.camera, goal, { elapsed, still: request.still() }) : goal;
  const moved = !now.camera || camera.x !== now.camera.x || camera.y !== now.camera.y;
  now.camera = camera;
  if (moved) stage.look(camera);
  const tokens = now.view.players.map((player) => {
    const [x, y] = restOf(parts, player.id);
    return { player: player.id, x, y, colour: request.theme.seatColour(player.seat) };
  });
  const seen = request.options.small?.seen() ?? { x: 0, y: 0, w: WINDOW.width, h: WINDOW.height };
  minimap?.show({ ...seen, x: seen.x + camera.x, y: seen.y + camera.y }, tokens);
  return moved;
}

/** The cell of whoever is nearest to the finish. */
export function leaderOf({ map }: BoardView, shown: ReadonlyMap<PlayerId, number>): number {
  const left = (cell: number): number => map.cells[cell]?.toFinish ?? Number.POSITIVE_INFINITY;
  return [...shown.values()].reduce((best, cell) => (left(cell) < left(best) ? cell : best), map.start);
}

/** The race lights the window: anew only when the leader has come to new ground, and never during a walk. */
export function relight({ playback, picture, stage, request, minimap }: Parts, now: Now): void {
  if (playback.busy) return;
  const { cells, finish } = now.view.map;
  const leader = leaderOf(now.view, playback.shown);
  const step = cells[now.lit]!.toFinish - cells[leader]!.toFinish;
  if (Math.abs(step) < RELIGHT && (leader !== finish || now.lit === finish)) return;
  const patch = picture.relit(now.lit, leader);
  now.lit = leader;
  if (!patch) return;
  stage.patch(patch, request.still());
  minimap?.repaint(stage.ground);
}
