/** Moves the tokens on by one frame: those who walk, those who stand, those who make room. */
import type { TokenLook } from './actors/token.ts';
import { arrange, type Standing } from './arrange.ts';
import type { Frame } from './frame.ts';
import { actorOf, type Drawn, type Now, type Parts } from './parts.ts';
import type { PlayerView } from './types.ts';

/** Time in which a token covers two thirds of the way to a new place on its cell, in milliseconds. */
const GLIDE = 90;
/** Arranges those who stand anew when somebody has come or gone. */
export function settle({ playback, layout, measure }: Parts, now: Now, frame: Frame): void {
  const standing = now.view.players
    .filter((player) => !frame.poses.has(player.id))
    .map(
      (player): Standing => ({
        player: player.id,
        cell: frame.reached.get(player.id) ?? playback.shown.get(player.id) ?? player.cell,
        name: player.name,
        seat: player.seat,
        place: player.place,
      }),
    );
  const sign = standing.map((one) => `${one.player}@${one.cell}.${one.place}.${one.name}`).join('|');
  if (sign === now.sign) return;
  now.sign = sign;
  now.arrangement = arrange(layout, standing, measure);
}

export function drawTokens(
  parts: Parts,
  now: Now,
  { frame, elapsed }: { frame: Frame; elapsed: number },
): boolean {
  const stands = new Map(now.arrangement.stands.map((stand) => [stand.player, stand]));
  const share = parts.request.still() ? 1 : 1 - Math.exp(-elapsed / GLIDE);
  let moving = false;
  const looks = now.view.players.map((player): TokenLook => {
    const pose = frame.poses.get(player.id);
    const stand = stands.get(player.id);
    const goal = pose ?? stand ?? { x: 0, y: 0, scale: 1 };
    const at = parts.drawn.get(player.id) ?? {
      x: goal.x,
      y: goal.y,
      scale: goal.scale,
      slack: [0, 0],
      posed: false,
    };
    if (pose && !at.posed) at.slack = [at.x - pose.x, at.y - pose.y];
    if (pose) at.slack = [at.slack[0] * (1 - share), at.slack[1] * (1 - share)];
    at.x = pose ? pose.x + at.slack[0] : at.x + (goal.x - at.x) * share;
    at.y = pose ? pose.y + at.slack[1] : at.y + (goal.y - at.y) * share;
    at.scale += (goal.scale - at.scale) * share;
    at.posed = Boolean(pose);
    if (Math.hypot(goal.x - at.x, goal.y - at.y) > 0.3 || Math.abs(goal.scale - at.scale) > 0.004)
      moving = true;
    parts.drawn.set(player.id, at);
    return lookOf(player, at, {
      pose: pose ?? null,
      crowd: stand?.crowd ?? 1,
      acting: player.id === actorOf(parts, now),
    });
  });
  const order = looks.toSorted((a, b) => Number(a.acting) - Number(b.acting) || a.y - b.y);
  parts.actors.tokens.sync(looks);
  restack(parts, order);
  return moving;
}

interface Extra {
  readonly pose: { readonly opacity: number; readonly turn: number } | null;
  readonly crowd: number;
  readonly acting: boolean;
}

function lookOf(player: PlayerView, at: Drawn, { pose, crowd, acting }: Extra): TokenLook {
  return {
    player,
    leader: player.place === 1,
    x: at.x,
    y: at.y,
    scale: at.scale,
    opacity: pose?.opacity ?? 1,
    turn: pose?.turn ?? 0,
    acting,
    crowded: crowd > 2,
  };
}

/** Lower tokens stand in front of higher ones; whoever acts stands in front of all. */
function restack({ actors }: Parts, order: readonly TokenLook[]): void {
  order.forEach((look, i) => {
    const node = actors.tokens.get(look.player.id);
    if (node && node.style.zIndex !== String(i)) node.style.zIndex = String(i);
  });
}
