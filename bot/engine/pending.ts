/** What waits for an answer. The first one of a player is current; it begins when it becomes so. */
import { secondsOfRound } from './combat/seconds.ts';
import type { EventOf } from './events.ts';
import { serve } from './rewards/ledger.ts';
import type { Rules } from './rules.ts';
import type { Millis, Pending, Player, PlayerId, Poll } from './state.ts';
import { secondsOf } from './stories/fallback.ts';
import { ownNow } from './time/clock.ts';
import { pollsFor, settlesAt } from './trials/polls.ts';
import { rivalFor } from './trials/rivals.ts';
import { emit, type Work, who } from './work.ts';

type Draft<T> = T extends Pending ? Omit<T, 'n' | 'until'> : never;
export type NewPending = Draft<Pending>;

/** Appends (or, in front, pushes before the current one) and begins it if it is now current. */
export function pend(work: Work, player: PlayerId, draft: NewPending, front = false): void {
  const pending = { ...draft, n: work.state.serial, until: null } as Pending;
  emit(work, { type: 'pended', player, pending, front });
  begin(work, player);
}

function isGame(pending: Pending, rules: Rules): boolean {
  return pending.is === 'trial' && rules.trials[pending.trial]?.kind === 'game';
}

/** A check with a clock: thrown when the player says so, at the latest when time is up. */
function isTimedCheck(pending: Pending, rules: Rules): boolean {
  if (pending.is !== 'trial') return false;
  const trial = rules.trials[pending.trial];
  return trial?.kind === 'check' && trial.timed !== undefined;
}

/** A video game to be finished, and a check with a clock, go on beside everything else; they never block a turn. */
function isBeside(pending: Pending, rules: Rules): boolean {
  return isGame(pending, rules) || isTimedCheck(pending, rules);
}

/** What the player is asked for now, and what blocks rolling. */
export function currentOf(player: Player, rules: Rules): Pending | undefined {
  return player.pending.find((one) => !isBeside(one, rules));
}

/** The oldest check with a clock that the player is on. */
export function timedOf(player: Player, rules: Rules): Pending | undefined {
  return player.pending.find((one) => isTimedCheck(one, rules));
}

/** The video game that the player is on. */
export function gameOf(player: Player, rules: Rules): Pending | undefined {
  return player.pending.find((one) => isGame(one, rules));
}

/** Gives whatever has become current its deadline, and opens its poll. */
export function begin(work: Work, id: PlayerId): void {
  const player = who(work, id);
  const current = currentOf(player, work.rules);
  for (const one of player.pending) {
    if (one.until !== null || (one.n !== current?.n && !isBeside(one, work.rules))) continue;
    const polls = pollsFor(work, id, facing(work, id, one));
    const poll = polls[0] ?? null;
    for (const each of polls) emit(work, { type: 'pollOpened', poll: each });
    emit(work, {
      type: 'begun',
      player: id,
      n: one.n,
      until: deadlineOf(work, one, { poll, player }),
      poll: poll?.id ?? null,
    });
    if (one.is === 'trial' && one.wish !== undefined) serve(work, one.wish);
  }
}

/** Against whom a duel is fought is known when it begins: until then that chat may be busy. */
function facing(work: Work, id: PlayerId, pending: Pending): Pending {
  if (pending.is !== 'trial' || pending.rival !== undefined) return pending;
  const rival = work.rules.trials[pending.trial]?.kind === 'duel' ? rivalFor(work.state, id) : null;
  if (rival === null) return pending;
  emit(work, { type: 'duelCalled', player: id, n: pending.n, rival, round: 1 });
  return { ...pending, rival };
}

/** Takes it away and begins the next. */
export function settle(work: Work, player: PlayerId, n: number, why: EventOf<'unpended'>['why']): void {
  emit(work, { type: 'unpended', player, n, why });
  begin(work, player);
}

/** After the poll closes the host has a while to bring the totals; then the clock decides. */
export const TOTALS_LATE = 10_000;
/** A finished video game may take a week of evenings. */
export const GAME_TRIAL = 7 * 24 * 3_600_000;

function deadlineOf(
  work: Work,
  pending: Pending,
  { poll, player }: { poll: Poll | null; player: Player },
): number {
  const t = work.rules.tunables;
  if (poll) return settlesAt(poll, t.poll.grace) + TOTALS_LATE;
  const now = ownNow(work.state, player, work.at);
  switch (pending.is) {
    case 'fork':
      return now + t.fork.seconds * 1000;
    case 'choice':
      return now + t.choice.seconds * 1000;
    case 'scene':
      return now + secondsOf(work.rules, pending) * 1000;
    case 'fight':
      return now + secondsOfRound(work) * 1000;
    case 'final':
      return now + t.final.seconds * 1000;
    case 'trial':
      return now + termOf(work, pending.trial);
  }
}

/** Milliseconds that there are for a trial that is not decided by a vote alone. */
export function termOf({ rules, state }: Pick<Work, 'rules' | 'state'>, trial: string): Millis {
  const { timed, performance } = rules.trials[trial] ?? {};
  if (timed) return timed[state.pace] * 1000;
  return performance ? (performance.think + performance.act) * 1000 : GAME_TRIAL;
}
