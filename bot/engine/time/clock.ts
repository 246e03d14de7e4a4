/** The stream-time clock: in a marathon a player's time counts while that player is live. Pure. */

import type { GameState, Millis, Pending, Player } from '../state.ts';
import type { TimeRules } from './rules.ts';
import { type DayOff, type PlayerTime, timeOf } from './state.ts';

/** How long this player's clock has stood by now. 0 for whoever is live, and in `session` pace. */
export function stood(state: Pick<GameState, 'pace'>, player: Player, at: Millis): Millis {
  const time = timeOf(player);
  if (state.pace !== 'marathon' || time.live) return 0;
  return Math.max(0, Math.min(at, time.hold) - time.since);
}

/** What this player's clock shows now: deadlines that begin while it stands are counted from there. */
export function ownNow(state: Pick<GameState, 'pace'>, player: Player, at: Millis): Millis {
  return at - stood(state, player, at);
}

/** A vote, or a result that may be contested, goes on without the player: others are asked, not that one. */
export function runsOn(one: Pending): boolean {
  if (one.is === 'trial') return one.poll !== null || one.review !== undefined;
  return (one.is === 'choice' || one.is === 'scene' || one.is === 'fight') && one.poll !== null;
}

/** When a moment of this player's own time comes, if nothing changes. */
export function dueAt(state: Pick<GameState, 'pace'>, player: Player, until: Millis): Millis {
  const time = timeOf(player);
  if (state.pace !== 'marathon' || time.live || until <= time.since) return until;
  return until + (time.hold - time.since);
}

/** The end of a hold that began at `since`: days off come on top of it. */
export function holdOf(
  time: Pick<PlayerTime, 'since' | 'daysOff'>,
  { absence }: Pick<TimeRules, 'absence'>,
): Millis {
  let left = absence.hold * 1000;
  let at = time.since;
  for (const day of [...time.daysOff].sort((a, b) => a.from - b.from)) {
    if (day.until <= at) continue;
    const free = Math.max(0, day.from - at);
    if (left <= free) return at + left;
    left -= free;
    at = day.until;
  }
  return at + left;
}

/** Milliseconds offline, planned days off not counted. */
export function absentFor(player: Player, at: Millis): Millis {
  const time = timeOf(player);
  if (time.live) return 0;
  const off = time.daysOff.reduce((sum, day) => sum + overlap(day, { from: time.since, until: at }), 0);
  return Math.max(0, at - time.since - off);
}

/** Does a planned day off cover this moment? */
export function isDayOff(player: Player, at: Millis): boolean {
  return timeOf(player).daysOff.some((day) => day.from <= at && at < day.until);
}

/** Out of reach of hostile things: offline for too long, or on a day off and not live. Marathons only. */
export function isShielded(
  state: Pick<GameState, 'pace'>,
  player: Player,
  { at, time }: { at: Millis; time: TimeRules | undefined },
): boolean {
  if (!time || state.pace !== 'marathon' || timeOf(player).live) return false;
  return isDayOff(player, at) || absentFor(player, at) >= time.absence.shield * 1000;
}

/** Milliseconds live since the first report. */
export function streamTime(player: Player, at: Millis): Millis {
  const { live, since, streamed } = timeOf(player);
  return live && since > 0 ? streamed + Math.max(0, at - since) : streamed;
}

function overlap(a: DayOff, b: DayOff): Millis {
  return Math.max(0, Math.min(a.until, b.until) - Math.max(a.from, b.from));
}
