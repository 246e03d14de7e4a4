/** The end of a waiting trial: passed or failed, by the chat, the clock, the referee or the player's own word. */

import { gainDie } from '../bag/things.ts';
import { attribute } from '../effects/derive.ts';
import { run } from '../effects/run.ts';
import type { EventOf } from '../events.ts';
import { endChorus } from '../final/stages.ts';
import { settle } from '../pending.ts';
import type { TrialDef, Tunables } from '../rules.ts';
import { sample, tierOf, weightFor, zoneOf } from '../sampler.ts';
import type { Pending, PlayerId } from '../state.ts';
import { ownNow } from '../time/clock.ts';
import { drawing, emit, type Work, who } from '../work.ts';
import { drafted, penalise, reward } from './check.ts';

export type WaitingTrial = Extract<Pending, { is: 'trial' }>;

export function passTrial(work: Work, id: PlayerId, waiting: WaitingTrial, prize = 0): void {
  endContest(work, id, { n: waiting.n, how: 'upheld' });
  if (waiting.stage) return endChorus(work, id, { n: waiting.n, won: true });
  const trial = work.rules.trials[waiting.trial];
  if (trial) {
    const draft = drafted(work, id);
    reward(work, id, { trial, tier: waiting.tier, draft: { ...draft, prize: draft.prize + prize } });
    if (trial.kind === 'game') gameFinished(work, id, trial);
  }
  settle(work, id, waiting.n, 'passed');
}

export function failTrial(
  work: Work,
  id: PlayerId,
  waiting: WaitingTrial,
  why: 'failed' | 'late' | 'dropped' | 'judged',
): void {
  endContest(work, id, { n: waiting.n, how: 'overturned' });
  if (waiting.stage) return endChorus(work, id, { n: waiting.n, won: false, silent: why === 'late' });
  const trial = work.rules.trials[waiting.trial];
  if (trial) penalise(work, id, { trial, why, draft: drafted(work, id) });
  if (trial?.game && why !== 'late') keepHours(work, id, trial.game.hours[0]);
  settle(work, id, waiting.n, why === 'late' ? 'late' : why === 'dropped' ? 'dropped' : 'failed');
}

/** A game that ends in any way ends its case: nobody's stake is left behind. */
function endContest(work: Work, id: PlayerId, { n, how }: { n: number; how: 'upheld' | 'overturned' }): void {
  const now = who(work, id).pending.find((one) => one.n === n);
  if (now?.is === 'trial') closeCase(work, id, { game: now, how });
}

type How = EventOf<'caseClosed'>['how'];

/** The stake goes to whoever was right; in doubt, and if it came to nothing, it goes back. */
export function closeCase(work: Work, id: PlayerId, { game, how }: { game: WaitingTrial; how: How }): void {
  const contest = game.review?.contest;
  if (!contest) return;
  const stakeTo = how === 'upheld' ? id : contest.by;
  const until = ownNow(work.state, who(work, id), work.at) + (game.review?.left ?? 0);
  emit(work, { type: 'caseClosed', player: id, n: game.n, how, stakeTo, until });
  if (contest.stake > 0)
    emit(work, { type: 'counted', player: stakeTo, what: 'gold', by: contest.stake, why: 'contest' });
}

/** A turn is a finished game: giving one up chooses another, and skips none of its time. Time that ran out is paid. */
function keepHours(work: Work, id: PlayerId, least: number): void {
  const hours = (least * (work.rules.tunables.trials.keep ?? 0)) / 100;
  if (work.state.pace === 'marathon' && hours > (who(work, id).leastHours ?? 0))
    emit(work, { type: 'hoursKept', player: id, hours });
}

/** In a marathon a finished game is a turn, with a booster die by its length, so that long games are worth choosing. */
function gameFinished(work: Work, id: PlayerId, trial: TrialDef): void {
  const { tokens, leastHours = 0 } = who(work, id);
  if (leastHours > 0) emit(work, { type: 'hoursKept', player: id, hours: 0 });
  if (work.state.pace === 'marathon')
    emit(work, { type: 'tokens', player: id, tokens: { count: tokens.count + 1, since: work.at } });
  const hours = trial.game?.hours[1] ?? 1;
  const die = (work.rules.tunables.dice.games ?? GAME_DICE).findLast((one) => hours > one.hours);
  if (die) gainDie(work, id, die.sides);
}
/** Under rules that do not name them. */
const GAME_DICE: NonNullable<Tunables['dice']['games']> = [
  { hours: 3, sides: 6 },
  { hours: 8, sides: 8 },
  { hours: 20, sides: 12 },
];

/** By tier and luck, never above the highest tier that the table has. */
export function givePrize(work: Work, id: PlayerId, tier: number): void {
  const top = Math.max(...work.rules.prizes.map((prize) => prize.tier));
  const wanted = Math.max(0, Math.min(top, tier + (isLucky(work, id) ? 1 : 0)));
  const list = work.rules.prizes.map((prize, i) => [i, prize.tier === wanted ? prize.weight : 0] as const);
  const i = sample(work, { player: id, purpose: 'prize' }, list);
  if (i === null) return;
  run(work, work.rules.prizes[i]?.do ?? [], { path: `prizes/${i}/do`, why: 'prize', self: id, target: id });
}

/** Each point of luck above the usual is so many percent for a prize one tier up. */
function isLucky(work: Work, id: PlayerId): boolean {
  const { luck, attributes } = work.rules.tunables;
  const chance = Math.round((attribute(who(work, id), work.rules, 'luck') - attributes.base) * luck.perPoint);
  return chance > 0 && drawing(work, { player: id, purpose: 'prize' }, (draws) => draws.int(100)) <= chance;
}

export function punish(work: Work, id: PlayerId): void {
  const place = { zone: zoneOf(work, id), tier: tierOf(work, id), pace: work.state.pace };
  const list = Object.values(work.rules.punishments).map(
    (entry) => [entry, weightFor(entry, place)] as const,
  );
  const found = sample(work, { player: id, purpose: 'trial' }, list);
  if (!found) return;
  emit(work, { type: 'punished', player: id, punishment: found.id });
  run(work, found.do, { path: `punishments/${found.id}/do`, why: found.id, self: id, target: id });
}
