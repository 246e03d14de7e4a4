/** For the walk: a player who has stopped on a monster. */
import type { Fight } from '../combat/state.ts';
import { Table } from '../given.ts';
import type { Rules } from '../rules.ts';
import type { Player } from '../state.ts';
import { packOf } from './given.suite.ts';

/** Middle faces: nothing is missed, nothing is critical. */
export const EVEN: readonly number[] = Array.from({ length: 400 }, () => 60);
/** Nothing of these is over before it was seen. */
const TOUGH = 900;

/** p1 in a fight with foes that neither fall nor hide. */
export function met(more: Partial<Player> = {}, rules: Rules = packOf()): Table {
  const game = new Table({ rules }).flat({ 3: 'monster' }).set('p1', more);
  game.must({ type: 'roll' }, 'p1', [1, 1, 1]);
  const fight = fightOf(game);
  if (!fight) throw new Error('no monster came');
  const foes = fight.foes.map((foe) => ({ ...foe, hp: TOUGH, flags: {}, skills: [] }));
  return game.set('p1', { fight: { ...fight, foes } });
}

export function fightOf(game: Table): Fight | null {
  return game.player('p1').fight ?? null;
}
