/** What waits for an answer. The first one of a player is current; it begins when it becomes so. */
import type { Rules } from './rules.ts';
import type { Pending, Player, PlayerId, Poll } from './state.ts';
import { pollFor } from './trials/polls.ts';
import { emit, type Work, who } from './work.ts';

type Draft<T> = T extends Pending ? Omit<T, 'n' | 'until'> : never;
export type NewPending = Draft<Pending>;

/** Appends (or, in front, pushes before the current one) and begins it if it is now current. */
export function pend(work: Work, player: PlayerId, draft: NewPending, front = false): void {
  const pending = { ...draft, n: work.state.serial, until: null } as Pending;
  emit(work, { type: 'pended', player, pending, front });
  begin(work, player);
}

/** A video game to be finished goes on beside everything else; it never blocks a turn. */
function isGame(pending: Pending, rules: Rules): boolean {
  return pending.is === 'trial' && rules.trials[pending.trial]?.kind === 'game';
}

/** What the player is asked for now, and what blocks rolling. */
export function currentOf(player: Player, rules: Rules): Pending | undefined {
  return player.pending.find((one) => !isGame(one, rules));
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
    if (one.until !== null || (one.n !== current?.n && !isGame(one, work.rules))) continue;
    const poll: Poll | null = pollFor(work, id, one);
    if (poll) emit(work, { type: 'pollOpened', poll });
    emit(work, {
      type: 'begun',
      player: id,
      n: one.n,
      until: deadlineOf(work, one, poll),
      poll: poll?.id ?? null,
    });
  }
}

/** Takes it away and begins the next. */
export function settle(
  work: Work,
  player: PlayerId,
  n: number,
  why: 'answered' | 'late' | 'passed' | 'failed' | 'dropped',
): void {
  emit(work, { type: 'unpended', player, n, why });
  begin(work, player);
}

/** After the poll closes the host has a while to bring the totals; then the clock decides. */
const TOTALS_LATE = 10_000;
/** A finished video game may take a week of evenings. */
export const GAME_TRIAL = 7 * 24 * 3_600_000;

function deadlineOf(work: Work, pending: Pending, poll: Poll | null): number {
  const t = work.rules.tunables;
  if (poll) return poll.closes + t.poll.grace * 1000 + TOTALS_LATE;
  switch (pending.is) {
    case 'fork':
      return work.at + t.fork.seconds * 1000;
    case 'choice':
      return work.at + t.choice.seconds * 1000;
    case 'final':
      return work.at + t.final.seconds * 1000;
    case 'trial':
      return work.at + GAME_TRIAL;
  }
}
