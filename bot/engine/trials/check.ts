/** Choosing trials, and the kind that dice decide at once. */
import { statOf } from '../effects/reactions.ts';
import { react, run } from '../effects/run.ts';
import { later, type TrialDraft } from '../effects/scene.ts';
import type { Pace, Scope, TrialDef } from '../rules.ts';
import { sample, tierOf, weightFor, zoneOf } from '../sampler.ts';
import type { Die, PlayerId } from '../state.ts';
import { isClosedGate } from '../turn/walk.ts';
import { bringSteps, needSteps } from '../why/check.ts';
import { sumOf, telling } from '../why/step.ts';
import { drawing, emit, type Work, who } from '../work.ts';

/** Tags of trials that belong to their own cells. */
export const KEPT: readonly string[] = ['monster', 'story', 'guardian'];

export interface TrialQuery {
  /** Any of these; empty: everything that is not kept for its own cells. */
  readonly tags: readonly string[];
  readonly kinds: readonly TrialDef['kind'][];
  /** Absent: for one alone or for many. */
  readonly scopes?: readonly Scope[];
  /** Of games: one of these, a declared length that meets this one, at most this hard. Absent: as it comes. */
  readonly genres?: readonly string[];
  readonly hours?: readonly [min: number, max: number];
  readonly difficulty?: number;
  /** Not this one again. */
  readonly not?: string;
}

export function pickTrial(work: Work, id: PlayerId, query: TrialQuery): TrialDef | null {
  const place = { zone: zoneOf(work, id), tier: tierOf(work, id), pace: work.state.pace };
  const list = Object.values(work.rules.trials).filter((trial) => wanted(trial, { query, pace: place.pace }));
  const { recent = [], leastHours = 0 } = who(work, id);
  const near = longEnough(
    list.map((trial) => [trial, weightFor(trial, place)] as const),
    leastHours,
  );
  const fresh = near.map(([trial, weight]) => [trial, recent.includes(trial.id) ? 0 : weight] as const);
  for (const some of [fresh, near])
    if (some.some(([, weight]) => weight > 0)) return sample(work, { player: id, purpose: 'trial' }, some);
  // No entry covers this tier: any of the right place will do, so that no cell is empty.
  const loose = list.map((trial) => [trial, weightFor(trial, { zone: place.zone })] as const);
  return sample(work, { player: id, purpose: 'trial' }, longEnough(loose, leastHours));
}

type Weighted = readonly (readonly [trial: TrialDef, weight: number])[];

/** Games of at least so many hours; where none can come up, the longest that can. Other trials stay. */
function longEnough(list: Weighted, hours: number): Weighted {
  if (hours <= 0) return list;
  const longest = Math.max(...list.map(([{ game }, weight]) => (weight > 0 ? (game?.hours[0] ?? 0) : 0)));
  const least = Math.min(hours, longest);
  return list.filter(([{ game }]) => !game || game.hours[0] >= least);
}

/** Could anything come up here? */
export function hasTrial(work: Work, id: PlayerId, query: TrialQuery): boolean {
  const place = { zone: zoneOf(work, id), pace: work.state.pace };
  const all = Object.values(work.rules.trials).filter((trial) => wanted(trial, { query, pace: place.pace }));
  return all.some((trial) => weightFor(trial, { zone: place.zone }) > 0);
}

function wanted(trial: TrialDef, { query, pace }: { query: TrialQuery; pace: Pace }): boolean {
  if (!query.kinds.includes(trial.kind) || trial.id === query.not) return false;
  if (query.scopes && !query.scopes.includes(trial.scope)) return false;
  // Games to be finished belong to marathons; in an evening only those that the pack made for it.
  if (trial.kind === 'game' && pace === 'session' && trial.pace !== 'session') return false;
  if (trial.game && !isAsked(trial.game, query)) return false;
  if (query.tags.length > 0) return query.tags.some((tag) => trial.tags.includes(tag));
  return !trial.tags.some((tag) => KEPT.includes(tag));
}

function isAsked(game: NonNullable<TrialDef['game']>, { genres, hours, difficulty }: TrialQuery): boolean {
  if (genres && !genres.includes(game.genre)) return false;
  if (hours && (game.hours[1] < hours[0] || game.hours[0] > hours[1])) return false;
  return difficulty === undefined || game.difficulty <= difficulty;
}

export interface Checking {
  readonly trial: TrialDef;
  readonly tier: number;
  /** Overrides what tier and tunables say. */
  readonly need?: number;
}

/** Own starting dice and an attribute against a number. Settles the trial; true if passed. */
export function check(work: Work, id: PlayerId, { trial, tier, need }: Checking): boolean {
  const { tunables } = work.rules;
  const draft = drafted(work, id);
  const dice = drawing(work, { player: id, purpose: 'trial' }, (draws) =>
    tunables.dice.start.map((sides): Die => ({ sides, value: draws.int(sides) })),
  );
  const name = trial.check?.attribute ?? 'luck';
  const brings = bringSteps(work, id, name);
  const bonus = sumOf(brings);
  const total = dice.reduce((sum, die) => sum + die.value, 0) + bonus;
  const asks = needSteps(work, id, { trial, tier, need, bent: draft.steps });
  const goal = sumOf(asks);
  const passed = total >= goal;
  const steps = { brings: telling(brings), asks: telling(asks) };
  emit(work, { type: 'checked', player: id, trial: trial.id, dice, bonus, total, need: goal, passed, steps });
  if (passed) reward(work, id, { trial, tier, draft });
  else penalise(work, id, { trial, why: 'failed', draft });
  return passed;
}

/** What the player's gear and effects make of a trial. */
export function drafted(work: Work, id: PlayerId): TrialDraft {
  const draft: TrialDraft = { difficulty: 0, prize: 0, mercy: false, steps: [] };
  react(work, id, 'trial', { trial: draft });
  return draft;
}

export function reward(
  work: Work,
  id: PlayerId,
  won: { trial: TrialDef; tier: number; draft: TrialDraft },
): void {
  const { trial, draft } = won;
  emit(work, { type: 'trialPassed', player: id, trial: trial.id, tier: won.tier });
  openTogether(work, id, trial);
  learn(work, id);
  const worth = Math.max(1, won.tier);
  emit(work, { type: 'counted', player: id, what: 'score', by: worth, why: 'trial' });
  if (trial.onPass) run(work, trial.onPass, scene(id, trial.id, 'onPass'));
  else {
    const bonus = (trial.prize ?? 0) + draft.prize + statOf(who(work, id), work.rules, 'prize');
    later(work, { do: 'prize', player: id, tier: Math.floor(won.tier / 2) + 1 + bonus });
  }
}

/** A gate gives way to a trial of many as well as to its guardian: whoever stands before it and passes opens it. */
function openTogether(work: Work, id: PlayerId, { scope }: TrialDef): void {
  const { cell } = who(work, id);
  if ((scope === 'mass' || scope === 'regional') && isClosedGate(work.state, cell))
    emit(work, { type: 'gateOpened', player: id, cell });
}

/** Every so many passed trials and fights won or ended in peace teach a skill that one does not have yet. */
export function learn(work: Work, id: PlayerId): void {
  const { skills } = work.rules.tunables;
  const { skills: known, stats } = who(work, id);
  const { trialsPassed = 0, fightsWon = 0, fightsSpared = 0 } = stats;
  const passed = trialsPassed + fightsWon + fightsSpared;
  if (!skills || known.length >= skills.most || passed === 0 || passed % skills.every !== 0) return;
  const open = Object.values(work.rules.skills).filter((skill) => !known.includes(skill.id));
  const place = { zone: zoneOf(work, id), pace: work.state.pace };
  const list = open.map((skill) => [skill, weightFor(skill, place)] as const);
  const found = sample(work, { player: id, purpose: 'trial' }, list);
  if (found) emit(work, { type: 'skillLearned', player: id, skill: found.id });
}

type FailWhy = 'failed' | 'late' | 'dropped' | 'judged';

export function penalise(
  work: Work,
  id: PlayerId,
  lost: { trial: TrialDef; why: FailWhy; draft: TrialDraft },
): void {
  const { trial, why, draft } = lost;
  emit(work, { type: 'trialFailed', player: id, trial: trial.id, why });
  if (draft.mercy) emit(work, { type: 'spared', player: id });
  else if (trial.onFail) run(work, trial.onFail, scene(id, trial.id, 'onFail'));
  else later(work, { do: 'punish', player: id });
}

function scene(id: PlayerId, trial: string, list: 'onPass' | 'onFail') {
  return { path: `trials/${trial}/${list}`, why: trial, self: id, target: id };
}
