/** How bots fight: by the same policy that plays when time is up, with a way out for the careful. */

import { type Action, mayFlee } from '../combat/action.ts';
import { arenaOf, upToDate } from '../combat/arena.ts';
import { choose, options } from '../combat/policy.ts';
import type { Command } from '../commands.ts';
import { maxHp } from '../effects/derive.ts';
import type { Player } from '../state.ts';
import type { Look } from './look.ts';
import type { Mind } from './mind.ts';
import { cure } from './uses.ts';

/** Everything that may be done in this round; nothing while the chat is asked. */
export function fightMoves({ state, rules }: Look, player: Player): readonly Command[] {
  const fight = player.fight && upToDate(player.fight, player, rules);
  if (!fight || fight.vote) return [];
  const each = options(arenaOf(player, rules), fight).map(commandOf);
  const acts = each.filter((one): one is Command => one !== null);
  return [...acts, { type: 'auto' }, ...(mayFlee(state, fight) ? [{ type: 'flee' } as const] : [])];
}

/** Percent of the health below which the careful leave. */
const SCARED = 25;

/** Below one part in so many of the health whoever has something that heals takes it. */
const ILL = 3;

/** A watched fight is played round by round; where nobody looks it plays itself. */
export function fightMove({ look, player, style, thinks }: Mind): Command | null {
  const fight = player.fight && upToDate(player.fight, player, look.rules);
  if (!fight || fight.vote) return null;
  const healing = player.hp * ILL < maxHp(player, look.rules) ? cure(look, player) : null;
  if (healing) return healing;
  const hurt = player.hp * 100 < SCARED * maxHp(player, look.rules);
  const open = mayFlee(look.state, fight);
  if (hurt && open && fight.foes.length > 0 && thinks(style.flight)) return { type: 'flee' };
  const careful = style.flight > 50 && open;
  if (player.audience === 0 && !careful) return { type: 'auto' };
  return commandOf(choose(arenaOf(player, look.rules), fight)) ?? { type: 'auto' };
}

/** Doing nothing is not a command, and what is in the bag is no policy's. */
function commandOf(action: Action): Command | null {
  switch (action.is) {
    case 'hit':
      return { type: 'hit', reach: action.reach, ...(action.foe === undefined ? {} : { foe: action.foe }) };
    case 'dash':
      return { type: 'dash', band: action.band };
    case 'skill':
      return { type: 'skill', skill: action.skill };
    case 'prop':
      return { type: 'prop' };
    case 'item':
    case 'rest':
      return null;
  }
}
