/** Conditions of content, seen from one player. Pure. */
import { playerOf } from '../patch.ts';
import { ranking } from '../places.ts';
import type { Rules } from '../rules.ts';
import type { Die, GameState, PlayerId } from '../state.ts';
import { maxHp } from './derive.ts';
import type { Test } from './operations.ts';

export interface Seen {
  readonly state: GameState;
  readonly rules: Rules;
  readonly player: PlayerId;
  /** The roll being made, for total, odd, even and double. */
  readonly roll?: { readonly dice: readonly Die[]; readonly total: number };
  readonly hostile?: boolean;
}

export function holds(test: Test, seen: Seen): boolean {
  const player = playerOf(seen.state, seen.player);
  const cell = seen.state.board.cells[player.cell];
  switch (test.is) {
    case 'not':
      return !holds(test.test, seen);
    case 'leading':
      return ranking(seen.state)[0] === player.id;
    case 'last':
      return ranking(seen.state).at(-1) === player.id;
    case 'camp':
    case 'market':
      return cell?.kind === test.is;
    case 'alone':
      return !seen.state.order.some((id) => id !== player.id && seen.state.players[id]?.cell === player.cell);
    case 'hostile':
      return seen.hostile === true;
    case 'odd':
      return (seen.roll?.total ?? player.lastRoll?.total ?? 0) % 2 === 1;
    case 'even':
      return (seen.roll?.total ?? player.lastRoll?.total ?? 1) % 2 === 0;
    case 'double':
      return hasDouble(seen.roll?.dice ?? player.lastRoll?.dice ?? []);
    case 'gold':
      return player.gold >= test.atLeast;
    case 'hp':
      return player.hp * 100 >= test.atLeast * maxHp(player, seen.rules);
    case 'total':
      return (seen.roll?.total ?? player.lastRoll?.total ?? 0) >= test.atLeast;
    case 'items':
      return player.bag.length >= test.atLeast;
    case 'effect':
      return player.effects.some((active) => active.effect === test.id);
    case 'item':
      return player.bag.some(
        (got) => got.item === test.id || seen.rules.items[got.item]?.tags.includes(test.id),
      );
    case 'zone':
      return cell?.zone === test.id;
    case 'kind':
    case 'cell':
      return cell?.kind === test.id;
    case 'fact':
      return test.value === undefined ? test.fact in player.facts : player.facts[test.fact] === test.value;
  }
}

function hasDouble(dice: readonly Die[]): boolean {
  return new Set(dice.map((die) => die.value)).size < dice.length;
}
