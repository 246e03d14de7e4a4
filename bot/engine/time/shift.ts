/** Moving a player's moments to come. */
import type { Millis, Pending, Player } from '../state.ts';
import { runsOn } from './clock.ts';
import type { PlayerTime } from './state.ts';

/** After a pause. Days off are days of the calendar and stay where they are. */
export function shiftedTime(time: PlayerTime, shift: Millis): PlayerTime {
  return { ...time, since: time.since + shift, hold: time.hold + shift };
}

/** What runs out for this player comes later by `shift`. `polled`: also what others are asked: a chat that votes, a helper. */
export function shiftedPlayer(player: Player, shift: Millis, polled: boolean): Player {
  const move = <T extends Millis | null>(time: T): T => (time === null ? time : ((time + shift) as T));
  return {
    ...player,
    pending: player.pending.map(
      (one): Pending => (runsOn(one) && !polled ? one : { ...one, until: move(one.until) }),
    ),
    effects: player.effects.map((effect) => ({ ...effect, until: move(effect.until) })),
    requests: polled
      ? player.requests.map((request) => ({ ...request, until: request.until + shift }))
      : player.requests,
    lockedUntil: player.lockedUntil === 0 ? 0 : player.lockedUntil + shift,
  };
}
