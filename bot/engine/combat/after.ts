/** After every command: nobody fights who has been carried off, and no fight waits for an answer that is gone. */
import { settle } from '../pending.ts';
import { type Work, who } from '../work.ts';
import { tellEnd } from './end.ts';

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
