/** Folds: rolling, moving, landing, what waits for an answer, the last throw. */
import type { Evolvers } from '../evolving.ts';
import { runOf } from '../final/state.ts';
import { patchPlayer, playerOf, without } from '../patch.ts';
import type { GameState, PlayerId } from '../state.ts';

export const TURN: Evolvers<
  | 'rolled'
  | 'tokens'
  | 'moved'
  | 'landed'
  | 'gateOpened'
  | 'gateHeld'
  | 'rested'
  | 'trapSprung'
  | 'chestOpened'
  | 'objectOpened'
  | 'objectShut'
  | 'checked'
  | 'knockedOut'
  | 'lastThrow'
  | 'locked'
  | 'pended'
  | 'begun'
  | 'unpended'
  | 'answered'
  | 'revealed'
  | 'marked'
> = {
  rolled: (state, { player, dice, bonus, total, spent, steps }) => {
    const { rolls, dice: pouch, cell } = playerOf(state, player);
    return patchPlayer(state, player, {
      rolls: rolls + 1,
      lastRoll: steps ? { dice, bonus, total, steps } : { dice, bonus, total },
      lastMove: { from: cell, parts: [] },
      dice: takeDice(pouch, spent),
    });
  },
  tokens: (state, { player, tokens }) => patchPlayer(state, player, { tokens }),
  moved: (state, { player, path, why }) => {
    const { cell, lastMove } = playerOf(state, player);
    const to = path.at(-1) ?? cell;
    if (!lastMove) return patchPlayer(state, player, { cell: to });
    const parts = [...lastMove.parts.slice(-7), { to, cells: path.length, why }];
    return patchPlayer(state, player, { cell: to, lastMove: { ...lastMove, parts } });
  },
  landed: (state, { player }) => count(state, player, 'landings'),
  gateOpened: (state, { cell }) => ({ ...state, opened: [...state.opened, cell] }),
  gateHeld: (state, { cell }) => ({
    ...state,
    attempts: { ...state.attempts, [cell]: (state.attempts[cell] ?? 0) + 1 },
  }),
  rested: (state, { player, cell }) => patchPlayer(state, player, { camp: cell }),
  trapSprung: (state, { player, cell, mark }) => {
    const known = mark === null && !state.known.includes(cell) ? [...state.known, cell] : state.known;
    const marks = mark === null ? state.marks : state.marks.filter((one) => one.n !== mark);
    return count({ ...state, known, marks }, player, 'traps');
  },
  chestOpened: (state, { player }) => count(state, player, 'chests'),
  objectOpened: (state, { player, cell }) =>
    count({ ...state, opened: [...state.opened, cell] }, player, 'objects'),
  objectShut: (state) => state,
  checked: (state, { player, passed, steps, ...last }) => {
    const next = count(state, player, passed ? 'checksPassed' : 'checksFailed');
    const { trial, dice, bonus, total, need } = last;
    if (!steps) return next;
    const lastCheck = { trial, dice, bonus, total, need, steps: steps.brings, asks: steps.asks };
    return patchPlayer(next, player, { lastCheck });
  },
  knockedOut: (state, { player, to }) => count(patchPlayer(state, player, { cell: to }), player, 'falls'),
  // A throw without stages is a run of its own; with them `superGameLost` counts.
  lastThrow: (state, { player, spent }) => {
    const { final, finalTries, dice: pouch } = playerOf(state, player);
    const dice = spent ? takeDice(pouch, spent) : [];
    return patchPlayer(state, player, { dice, finalTries: final ? finalTries : finalTries + 1 });
  },
  locked: (state, { player, until }) => backToRunning(patchPlayer(state, player, { lockedUntil: until })),
  pended: (state, { player, pending, front }) => {
    const list = playerOf(state, player).pending;
    const next = patchPlayer(state, player, { pending: front ? [pending, ...list] : [...list, pending] });
    return { ...next, serial: state.serial + 1 };
  },
  begun: (state, { player, n, until, poll }) =>
    patchPlayer(state, player, {
      pending: playerOf(state, player).pending.map((one) => {
        if (one.n !== n) return one;
        return 'poll' in one ? { ...one, until, poll } : { ...one, until };
      }),
    }),
  unpended: (state, { player, n }) => {
    const pending = playerOf(state, player).pending.filter((one) => one.n !== n);
    const polls = Object.values(state.polls).filter((poll) => poll.pending === n);
    const left = polls.reduce((rest, poll) => without(rest, poll.id), state.polls);
    return patchPlayer({ ...state, polls: left }, player, { pending });
  },
  answered: (state) => state,
  revealed: (state, { cells }) => ({ ...state, known: [...new Set([...state.known, ...cells])] }),
  marked: (state, { mark }) => ({ ...state, marks: [...state.marks, mark], serial: state.serial + 1 }),
};

/** Statistics of a player, by name. */
export function count(state: GameState, id: PlayerId, name: string): GameState {
  const { stats } = playerOf(state, id);
  return patchPlayer(state, id, { stats: { ...stats, [name]: (stats[name] ?? 0) + 1 } });
}

function takeDice(pouch: readonly number[], spent: readonly number[]): readonly number[] {
  const left = [...pouch];
  for (const sides of spent) {
    const at = left.indexOf(sides);
    if (at >= 0) left.splice(at, 1);
  }
  return left;
}

/** The super game goes on as long as anybody stands before the last throw. */
function backToRunning(state: GameState): GameState {
  const open = state.order.some((id) => {
    const player = playerOf(state, id);
    return runOf(player) !== null || player.pending.some((one) => one.is === 'final');
  });
  return open || state.status !== 'superGame' ? state : { ...state, status: 'running' };
}
