/** How easy the chorus is for a chat; mercy grows with each lost run, so that no game goes on for ever. */
import type { Rules } from '../rules.ts';
import type { Pending, Player } from '../state.ts';

/** Whatever mercy says, a choir is more than nobody. */
const LEAST = 0.1;

/** Factor on the ease of a crowd trial: 1 for every trial that is not the chorus. */
export function easeOf(rules: Rules, player: Pick<Player, 'finalTries'>, pending: Pending): number {
  const chorus = rules.tunables.superGame?.chorus;
  if (!chorus || pending.is !== 'trial' || pending.stage !== 'chorus') return 1;
  return Math.max(LEAST, chorus.ease * (1 - chorus.mercy * player.finalTries));
}
