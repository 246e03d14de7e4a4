/** After every command: nobody fights who has been carried off, and no fight waits for an answer that is gone. */
import type { Actor } from '../commands.ts';
import { settle } from '../pending.ts';
import type { GameState } from '../state.ts';
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
 * A rival's push ends nobody's fight, and the boss is met beside the map.
 */
export function leaveBehind(work: Work, before: GameState, as: Actor): void {
  for (const id of 'player' in as ? [as.player] : work.state.order) {
    const fight = work.state.players[id]?.fight;
    if (!fight || fight.bout === 'boss' || before.players[id]?.fight?.n !== fight.n) continue;
    const own = work.events.filter((event) => 'player' in event && event.player === id);
    const fell = own.some(({ type }) => type === 'knockedOut');
    if (!fell && own.some(({ type }) => type === 'moved')) endFight(work, id, { fight, how: 'left' });
  }
}
