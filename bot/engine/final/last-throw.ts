/** The last throw: all own dice, boosters included, against the house or the runner-up. */

import { handOver, lose, takeable } from '../bag/things.ts';
import type { Draws } from '../chance.ts';
import { heal } from '../effects/health.ts';
import { settle } from '../pending.ts';
import { ranking, toFinish } from '../places.ts';
import type { BagItem, Die, PlayerId } from '../state.ts';
import { drawing, emit, type Work, who } from '../work.ts';
import type { SuperGame } from './rules.ts';

/** Under rules without stages: win it and the race is over. */
export function throwLast(work: Work, id: PlayerId, pending: number): void {
  const { final, dice } = work.rules.tunables;
  const player = who(work, id);
  const [own, house] = drawing(work, { player: id, purpose: 'final' }, (draws) => [
    cast([...dice.start, ...player.dice], draws),
    cast(final.house, draws),
  ]);
  const total = sum(own);
  // Each lost throw makes the house one weaker, so that no game goes on for ever.
  const need = sum(house) + final.bonus - player.finalTries * final.mercy;
  const won = total > need;
  emit(work, { type: 'lastThrow', player: id, own, house, total, need, won });
  if (won) {
    const places = [id, ...ranking(work.state).filter((other) => other !== id)];
    emit(work, { type: 'ended', winner: id, places });
    return;
  }
  settle(work, id, pending, 'failed');
  emit(work, { type: 'moved', player: id, path: [who(work, id).camp], why: 'lastThrow' });
  heal(work, id, { percent: 100, why: 'camp' });
  emit(work, { type: 'locked', player: id, until: work.at + final.lock * 1000 });
}

/**
 * The third stage. What is left in the bag is the stake: booster dice are thrown along and spent, the dearest things
 * each lend weight to the throw and are lost with it: to a runner-up who is near, else to the house. True if won.
 */
export function lastDuel(work: Work, id: PlayerId, about: SuperGame['duel']): boolean {
  const { final, dice } = work.rules.tunables;
  const player = who(work, id);
  const against = rivalNear(work, id, about.near);
  const stakes = stakesOf(work, id, about.stakes);
  const boosters = boostersOf(player.dice, about.boosters);
  const thrown = about.boosters === undefined ? {} : { spent: boosters };
  const [own, house] = drawing(work, { player: id, purpose: 'final' }, (draws) => [
    cast([...dice.start, ...boosters], draws),
    cast(against === null ? final.house : dice.start, draws),
  ]);
  const staked = stakes.length * about.perStake;
  const total = sum(own) + staked;
  const need = sum(house) + about.bonus - player.finalTries * final.mercy;
  const won = total > need;
  emit(work, { type: 'lastThrow', player: id, own, house, total, need, won, staked, against, ...thrown });
  if (!won) for (const got of stakes) forfeit(work, id, { got, to: against });
  return won;
}

/** In the order of the pouch where all of them fly. */
function boostersOf(pouch: readonly number[], most: number | undefined): readonly number[] {
  return most === undefined ? pouch : [...pouch].sort((a, b) => b - a).slice(0, most);
}

function forfeit(work: Work, id: PlayerId, { got, to }: { got: BagItem; to: PlayerId | null }): void {
  if (to === null) lose(work, id, { n: got.n, why: 'staked' });
  else handOver(work, id, to, { got, why: 'staked' });
}

/** The runner-up, if that one stands close enough to the finish to throw. */
function rivalNear(work: Work, id: PlayerId, near: number): PlayerId | null {
  const [runnerUp] = ranking(work.state).filter((other) => other !== id);
  return runnerUp !== undefined && toFinish(work.state, runnerUp) <= near ? runnerUp : null;
}

/** The dearest things that may change hands, the oldest first among equals. */
function stakesOf(work: Work, id: PlayerId, most: number): readonly BagItem[] {
  const price = (got: BagItem) => work.rules.items[got.item]?.price ?? 0;
  return [...takeable(work, id, 'transferable')]
    .sort((a, b) => price(b) - price(a) || a.n - b.n)
    .slice(0, most);
}

function cast(sides: readonly number[], draws: Draws): readonly Die[] {
  return sides.map((one) => ({ sides: one, value: draws.int(one) }));
}

const sum = (dice: readonly Die[]): number => dice.reduce((total, die) => total + die.value, 0);
