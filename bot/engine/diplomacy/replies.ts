/** Answers to open offers that would be taken now. */
import type { Command } from '../commands.ts';
import type { Rules } from '../rules.ts';
import type { GameState, Millis, PlayerId } from '../state.ts';
import type { Work } from '../work.ts';
import { defOf, signFault } from './sign.ts';
import { diplomacyOf, type Offer } from './state.ts';
import { tradeFault } from './trade.ts';

interface Look {
  readonly state: GameState;
  readonly rules: Rules;
  readonly at: Millis;
}

/** Nothing about an answer is left to chance. */
const NO_CHANCE = {
  draw(): never {
    throw new Error('a dry run drew a number');
  },
};

export function repliesTo(look: Look, id: PlayerId): readonly Command[] {
  const work: Work = { ...look, events: [], tasks: [], chance: NO_CHANCE };
  return diplomacyOf(look.state).offers.flatMap((offer): Command[] => {
    if (offer.to !== id) return [];
    const no: Command = { type: 'decline', offer: offer.n };
    return offer.until > look.at && mayAccept(work, offer) ? [{ type: 'accept', offer: offer.n }, no] : [no];
  });
}

function mayAccept(work: Work, offer: Offer): boolean {
  if (offer.is === 'trade') return tradeFault(work, offer) === null;
  const def = defOf(work, offer.kind);
  if ('refused' in def) return false;
  return signFault(work, def, { kind: offer.kind, by: offer.from, other: offer.to, pay: offer.pay }) === null;
}
