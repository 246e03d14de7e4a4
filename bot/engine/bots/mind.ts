/** One thought of one bot: what it sees, how it plays, and its own chance, which is never the game's. */
import type { Draws } from '../chance.ts';
import { partnersOf } from '../diplomacy/treaties.ts';
import { ranking } from '../places.ts';
import type { Player, PlayerId } from '../state.ts';
import type { Look } from './look.ts';
import type { Style } from './style.ts';

export interface Mind {
  readonly look: Look;
  readonly player: Player;
  readonly style: Style;
  readonly draws: Draws;
  /** True so many times of a hundred. */
  readonly thinks: (percent: number) => boolean;
}

/** The leader's loss is everybody's gain; that of others counts for less. */
const BEHIND = 0.4;

/** What a cell of each player is worth to this one. */
export function weightOf({ look, player, style }: Mind): (id: PlayerId) => number {
  const [first, second] = ranking(look.state);
  const front = first === player.id ? second : first;
  const partners = partnersOf(look.state, player.id, 'alliance');
  return (id) => {
    if (id === player.id) return 1;
    if (partners.includes(id)) return style.kindness;
    return -style.malice * (id === front ? 1 : BEHIND);
  };
}
