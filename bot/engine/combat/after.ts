/** After every command: nobody fights who has been carried off, and no fight waits for an answer that is gone. */
import type { Actor } from '../commands.ts';
import type { GameEvent } from '../events.ts';
import { settle } from '../pending.ts';
import type { GameState, PlayerId } from '../state.ts';
import { type Work, who } from '../work.ts';
import { endFight, tellEnd } from './end.ts';

export function keepFights(work: Work): void {
  for (const id of work.state.order) {
    const { fight, pending } = who(work, id);
    const waits = pending.find((one) => one.is === 'fight');
    if (!fight && waits) settle(work, id, waits.n, 'dropped');
    if (!fight) continue;
    const fell = work.events.some((event) => event.type === 'knockedOut' && event.player === id);
    if (!fell && waits) continue;
    tellEnd(work, id, { fight, how: fell ? 'lost' : 'left' });
    if (waits) settle(work, id, waits.n, 'dropped');
  }
}

/**
 * Whoever walks off by an own thing, or by the choice it asks for, leaves the fight behind before the new cell counts.
 * A rival's push ends nobody's fight, whoever takes the rival's option, and the boss is met beside the map.
 */
export function leaveBehind(work: Work, before: GameState, as: Actor): void {
  for (const id of 'player' in as ? [as.player] : work.state.order) {
    const fight = work.state.players[id]?.fight;
    if (!fight || fight.bout === 'boss' || before.players[id]?.fight?.n !== fight.n) continue;
    const fell = work.events.some((event) => event.type === 'knockedOut' && event.player === id);
    if (!fell && walked(work.events, id)) endFight(work, id, { fight, how: 'left', walked: true });
  }
}

/** Did this player move, and by no answer of somebody else's, which the clock and the chats give as well? */
function walked(events: readonly GameEvent[], id: PlayerId): boolean {
  let cause = id;
  for (const event of events) {
    if (event.type === 'answered') cause = event.player;
    if (event.type === 'moved' && event.player === id && cause === id) return true;
  }
  return false;
}
