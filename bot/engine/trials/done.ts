/** The player says that it is done: the performance, the moment to throw, the game with its proof. */
import { currentOf, gameOf, settle, timedOf } from '../pending.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { PlayerId } from '../state.ts';
import { isDriven } from '../time/state.ts';
import { drawing, emit, type Work, who } from '../work.ts';
import { check } from './check.ts';
import { openReview } from './court.ts';
import { evidenceOf, isProof } from './evidence.ts';
import { curtain } from './perform.ts';
import { failTrial, passTrial, type WaitingTrial } from './settle.ts';

export function done(work: Work, id: PlayerId, proof: string): Refusal | undefined {
  const player = who(work, id);
  const current = currentOf(player, work.rules);
  if (current?.is === 'trial' && work.rules.trials[current.trial]?.kind === 'performance')
    return curtain(work, id, current);
  const timed = timedOf(player, work.rules);
  if (timed?.is === 'trial') {
    throwNow(work, id, timed);
    return undefined;
  }
  const game = gameOf(player, work.rules);
  return game?.is === 'trial' ? finishGame(work, id, { game, proof }) : refuse('no-trial');
}

function finishGame(
  work: Work,
  id: PlayerId,
  { game, proof }: { game: WaitingTrial; proof: string },
): Refusal | undefined {
  if (game.review) return refuse('proof-given');
  if (isDriven(who(work, id))) {
    emit(work, { type: 'proofGiven', player: id, n: game.n, proof });
    finishForBot(work, id, game);
    return undefined;
  }
  if (!isProof(evidenceOf(proof), who(work, id))) return refuse('needs-proof');
  openReview(work, id, { game, proof });
  return undefined;
}

/** The dice of a check with a clock: when the player says so, or when time is up. */
export function throwNow(work: Work, id: PlayerId, waiting: WaitingTrial): void {
  const trial = work.rules.trials[waiting.trial];
  const passed = trial ? check(work, id, { trial, tier: waiting.tier }) : false;
  settle(work, id, waiting.n, passed ? 'passed' : 'failed');
}

/** Percent of failing: for each step of difficulty, 1 (easy) to 5, and for each hour of the declared length. */
const PER_STEP = 9;
const PER_HOUR = 1;
const MOST_HOURS = 20;

/** A practice bot's game is drawn from the declared length and difficulty. */
function finishForBot(work: Work, id: PlayerId, game: WaitingTrial): void {
  const { difficulty, hours } = work.rules.trials[game.trial]?.game ?? { difficulty: 2, hours: [1, 1] };
  const middle = Math.min(MOST_HOURS, Math.round((hours[0] + hours[1]) / 2));
  const risk = difficulty * PER_STEP + middle * PER_HOUR;
  const roll = drawing(work, { player: id, purpose: 'trial' }, (draws) => draws.int(100));
  if (roll > risk) passTrial(work, id, game);
  else failTrial(work, id, game, 'failed');
}
