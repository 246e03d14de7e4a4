/** Presence as everybody may see it. */
import type { PlayerTimeView } from '../../protocol/views.ts';
import type { Rules } from '../rules.ts';
import type { GameState, Millis, Player } from '../state.ts';
import { holdOf } from './clock.ts';
import { type PlayerTime, timeOf } from './state.ts';

export function timeView(
  state: Pick<GameState, 'pace'>,
  { tunables }: Pick<Rules, 'tunables'>,
  player: Player,
): PlayerTimeView | null {
  if (!player.time) return null;
  const time = timeOf(player);
  const away = state.pace === 'marathon' && !time.live;
  const dayOff = time.daysOff.at(-1) ?? null;
  return {
    ...{ live: time.live, since: time.since, autopilot: time.autopilot, dayOff },
    shieldFrom: away && tunables.time ? shieldFrom(time, tunables.time.absence.shield) : null,
    clockFrom: away ? time.hold : null,
  };
}

/** A day off shields from its first moment; else so many seconds offline do, days off not counted. */
function shieldFrom(time: PlayerTime, seconds: number): Millis {
  const slow = holdOf(time, {
    absence: { shield: seconds, hold: seconds, referee: { session: 0, marathon: 0 } },
  });
  const soon = time.daysOff
    .filter((day) => day.until > time.since)
    .map((day) => Math.max(day.from, time.since));
  return Math.min(slow, ...soon);
}
