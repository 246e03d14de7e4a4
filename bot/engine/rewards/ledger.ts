/**
 * The ledger of paid wishes. Each ends once, as applied or as returned: at once, or, for a trial that has to wait in a
 * queue, when it begins. What never begins goes back: after a while, or when the game is over.
 */
import type { GameState, Millis } from '../state.ts';
import { emit, type Work, who } from '../work.ts';

/** The trial has begun: the wish is granted. */
export function serve(work: Work, redemption: string): void {
  end(work, redemption, 'applied');
}

/** The earliest moment at which a held wish goes back. */
export function nextOfLedger(state: GameState): Millis {
  let next = Number.POSITIVE_INFINITY;
  for (const held of Object.values(state.held ?? {})) next = Math.min(next, held.until);
  return next;
}

/** What has waited too long leaves the queue, and the points go back. */
export function expireLedger(work: Work): void {
  for (const [redemption, { player, until }] of Object.entries(work.state.held ?? {})) {
    if (until > work.at) continue;
    const waiting = who(work, player).pending.find((one) => one.is === 'trial' && one.wish === redemption);
    if (waiting) emit(work, { type: 'unpended', player, n: waiting.n, why: 'returned' });
    end(work, redemption, 'waited');
  }
}

/** After each command: nothing stays held that no queue holds, and nothing at all in a game that is over. */
export function closeLedger(work: Work): void {
  const { held, status } = work.state;
  const over = status === 'finished' || status === 'cancelled';
  for (const [redemption, { player }] of Object.entries(held ?? {})) {
    const waits = who(work, player).pending.some((one) => one.is === 'trial' && one.wish === redemption);
    if (over) end(work, redemption, 'ended');
    else if (!waits) end(work, redemption, 'gone');
  }
}

function end(work: Work, redemption: string, why: 'applied' | 'waited' | 'ended' | 'gone'): void {
  const held = work.state.held?.[redemption];
  if (!held) return;
  const { player, viewer, reward } = held;
  const outcome = why === 'applied' ? 'applied' : 'returned';
  emit(work, { type: 'redeemed', player, viewer, redemption, reward, outcome, why });
}
