/** Operations that move avatars and mark cells. */
import { playerOf } from '../../patch.ts';
import type { GameState, PlayerId } from '../../state.ts';
import { advance, retreat } from '../../turn/walk.ts';
import { emit, type Work, who } from '../../work.ts';
import { later } from '../scene.ts';
import type { Handlers } from './context.ts';

export const BOARD: Handlers<'move' | 'goto' | 'swap' | 'mark' | 'reveal'> = {
  move(work, { op, on, scene }) {
    const from = who(work, on).cell;
    const path =
      op.by < 0
        ? retreat(work.state, from, -op.by)
        : advance({ state: work.state, player: on, from, steps: op.by });
    put(work, on, { path, why: scene.why, land: op.land === true });
  },
  goto(work, { op, on, scene }) {
    const to = op.place === 'user' ? who(work, scene.self).cell : placeFor(work.state, on, op.place);
    if (to === work.state.board.finish) return;
    put(work, on, { path: to === who(work, on).cell ? [] : [to], why: scene.why, land: false });
  },
  swap(work, { on, scene }) {
    const [a, b] = [who(work, scene.self).cell, who(work, on).cell];
    if (a === b) return;
    put(work, scene.self, { path: [b], why: scene.why, land: false });
    put(work, on, { path: [a], why: scene.why, land: false });
  },
  mark(work, { op, on, scene }) {
    const cell = scene.cell ?? who(work, on).cell;
    emit(work, { type: 'marked', mark: { n: work.state.serial, cell, trap: op.trap, by: scene.self } });
  },
  reveal(work, { op, on, scene }) {
    const cells = ahead(work.state, scene.cell ?? who(work, on).cell, op.cells);
    emit(work, { type: 'revealed', player: on, cells });
  },
};

function put(work: Work, id: PlayerId, move: { path: readonly number[]; why: string; land: boolean }): void {
  if (move.path.length === 0) return;
  emit(work, { type: 'moved', player: id, path: move.path, why: move.why });
  if (move.land) later(work, { do: 'land', player: id });
}

function placeFor(state: GameState, id: PlayerId, place: 'camp' | 'start' | 'nextCamp'): number {
  const player = playerOf(state, id);
  if (place === 'start') return state.board.start;
  if (place === 'camp') return player.camp;
  return (
    ahead(state, player.cell, state.board.length).find((cell) => state.board.cells[cell]?.kind === 'camp') ??
    player.cell
  );
}

/** Cells in front by the main way, as far as asked. */
export function ahead(state: GameState, from: number, count: number): readonly number[] {
  const out: number[] = [];
  let at = from;
  while (out.length < count) {
    const to = state.board.cells[at]?.next[0];
    if (to === undefined) break;
    out.push(to);
    at = to;
  }
  return out;
}
