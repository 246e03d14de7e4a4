/** Moving along the track: forks stop to ask, closed gates and the finish stop for good. */
import { waysFrom } from '../board/objects.ts';
import { playerOf } from '../patch.ts';
import type { GameState, PlayerId } from '../state.ts';

export interface Walk {
  readonly state: GameState;
  readonly player: PlayerId;
  readonly from: number;
  readonly steps: number;
  /** Way to take at the first cell (an id out of `next`); later forks ask or take the main way. */
  readonly first?: number;
}

export interface Walked {
  /** Cells stepped on, in order; empty when there was no way on. */
  readonly path: readonly number[];
  /** Steps left at a fork that must be chosen; 0 when the walk is over. */
  readonly left: number;
}

/** Goes on until the steps are used up, a fork must be chosen, or a gate or the finish stops it. */
export function walk(request: Walk, asking: boolean): Walked {
  const { state } = request;
  const path: number[] = [];
  let at = request.from;
  for (let left = request.steps; left > 0; left -= 1) {
    const next = waysFrom(state, at);
    const forced = path.length === 0 ? request.first : undefined;
    if (asking && forced === undefined && next.length > 1) return { path, left };
    const to = forced ?? next[0];
    if (to === undefined || shut(request, to)) break;
    path.push(to);
    at = to;
    if (stops(state, to)) break;
  }
  return { path, left: 0 };
}

/** Where a walk by the main way ends. */
export function destination(request: Walk): number {
  return walk(request, false).path.at(-1) ?? request.from;
}

/** Backwards by the main way, to the start at most. Gates do not hold anybody who goes back. */
export function retreat(state: GameState, from: number, steps: number): readonly number[] {
  const path: number[] = [];
  let at = from;
  for (let left = steps; left > 0; left -= 1) {
    const to = state.board.cells[at]?.prev[0];
    if (to === undefined) break;
    path.push(to);
    at = to;
  }
  return path;
}

/** Forwards by the main way without asking; never into the finish, so that no item wins the race. */
export function advance(request: Walk): readonly number[] {
  const path = walk(request, false).path;
  return path.at(-1) === request.state.board.finish ? path.slice(0, -1) : path;
}

/** A gate that nobody has opened, or the end. */
function stops(state: GameState, cell: number): boolean {
  return cell === state.board.finish || isClosedGate(state, cell);
}

export function isClosedGate(state: GameState, cell: number): boolean {
  return state.board.cells[cell]?.kind === 'gate' && !state.opened.includes(cell);
}

/** The finish is shut for a while for whoever lost the last throw. */
function shut(request: Walk, cell: number): boolean {
  if (cell !== request.state.board.finish) return false;
  return playerOf(request.state, request.player).lockedUntil > request.state.at;
}
