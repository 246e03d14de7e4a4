/** What viewers want beside their votes: a trial for their influence, or something for their points. */
import type { Draws } from '../engine/chance.ts';
import type { Command } from '../engine/commands.ts';
import type { PlayerId } from '../engine/state.ts';
import { AUDIENCES, type Audience } from './audience.ts';
import type { Match } from './match.ts';

/** Of a hundred rolls, how many call a viewer to the keys: this for each power of ten of the audience. */
const PER_TEN = 6;
/** A chat that has the influence for it calls a trial in so many rolls of a hundred. */
const CALLS = 40;

export interface Wishing {
  readonly match: Pick<Match, 'state' | 'lab' | 'now'>;
  readonly player: PlayerId;
  readonly audience: Audience;
  readonly draws: Draws;
  /** Makes the redemption's id its own. */
  readonly n: number;
}

export function wishOf({ match, player, audience, draws, n }: Wishing): Command | null {
  const { state, lab } = match;
  const own = state.players[player];
  if (!own || (state.status !== 'running' && state.status !== 'superGame')) return null;
  const [pays, calls] = [draws.int(100), draws.int(100)];
  if (pays <= PER_TEN * Math.log10(AUDIENCES[audience])) {
    const rewards = Object.keys(lab.rules.rewards).sort();
    const reward = rewards[draws.int(Math.max(1, rewards.length)) - 1];
    if (reward !== undefined) return { type: 'redeem', redemption: `lab:${player}-${n}`, reward };
  }
  const { cost, perPlayer, window } = lab.rules.tunables.challenge;
  const recent = own.challenges.filter((one) => one.at > match.now - window * 1000);
  const may = own.influence >= cost && recent.length < perPlayer && own.pending.length === 0;
  return may && calls <= CALLS ? { type: 'challenge' } : null;
}
