/** A new game's first lines: everybody joins, chooses and is ready at once. */
import { keyedChance } from '../engine/chance.ts';
import type { Actor, Command } from '../engine/commands.ts';
import { decide } from '../engine/decide.ts';
import { initialState } from '../engine/evolve.ts';
import { isRefusal, type Refusal } from '../engine/refusal.ts';
import type { Rules } from '../engine/rules.ts';
import type { Setup } from '../engine/state.ts';
import type { Request } from './game/outcome.ts';
import type { GameWish, SeatWish } from './wish.ts';

/** In seat order, so that what is drawn later does not hang on who came first. */
export function lobbyRequests(seats: GameWish['seats'], rules: Rules): Request[] {
  const admin: Actor = { by: 'admin' };
  const joins = seats.map(({ kind, lang }, seat): Request => {
    const player = `p${seat + 1}`;
    return { id: `join ${player}`, as: admin, command: { type: 'join', player, kind, lang } };
  });
  return [...joins, ...seats.flatMap((wish, seat) => choices(wish, { seat, rules }))];
}

function choices(wish: SeatWish, { seat, rules }: { seat: number; rules: Rules }): Request[] {
  const { classId, attributes } = wish;
  const as: Actor = { by: 'player', player: `p${seat + 1}` };
  const skills = wish.skills ?? (classId === undefined ? undefined : otherSkills(rules, classId, seat));
  const chosen = {
    ...(classId && { classId }),
    ...(skills && { skills }),
    ...(attributes && { attributes }),
  };
  const prepare: Command = { type: 'prepare', ...chosen };
  const ready: Request = { id: 'ready', as, command: { type: 'ready' } };
  return Object.keys(chosen).length === 0 ? [ready] : [{ id: 'prepare', as, command: prepare }, ready];
}

/** Two skills beside the one of a class that was chosen without naming any; by seat, so that not all are alike. */
function otherSkills({ classes, skills }: Rules, classId: string, seat: number): readonly string[] {
  const others = Object.keys(skills)
    .sort()
    .filter((id) => id !== classes[classId]?.skill);
  return [0, 1].map((n) => others[(2 * seat + n) % others.length]!).filter((id) => id !== undefined);
}

/** Tries the lobby without storing anything, so that a wish that cannot be met leaves no half-made game behind. */
export function refusalOf(setup: Setup, rules: Rules, seats: GameWish['seats']): Refusal | null {
  const chance = keyedChance(new Uint8Array(32));
  let state = initialState(setup, rules);
  for (const { as, command } of lobbyRequests(seats, rules)) {
    const decided = decide(state, { at: 0, as, command }, { rules, chance });
    if (isRefusal(decided)) return decided;
    state = decided.state;
  }
  return null;
}
