/** Coming and going, days off, and what the referee may do with a seat that nobody sits on. */
import { lose, takeable } from '../bag/things.ts';
import type { Actor, Command, CommandType } from '../commands.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { Player, PlayerId } from '../state.ts';
import { emit, type Work, who } from '../work.ts';
import { absentFor, holdOf, stood } from './clock.ts';
import { nowOf, timeOf } from './state.ts';

/** Said by the player's process, and not by the player. */
const OF_THE_PROCESS: readonly CommandType[] = ['streamed', 'settled', 'commitNonce', 'revealNonce'];

/** Before a player's own command: whoever plays is there, whatever the platform says. */
export function signOfLife(work: Work, as: Actor, type: CommandType): void {
  if (as.by !== 'player' || OF_THE_PROCESS.includes(type)) return;
  if (!timeOf(who(work, as.player)).live) arrive(work, as.player, 'acted');
}

/** What a player's process says of the stream is news of whether somebody is there. */
export function followStream(work: Work, as: Actor, command: Command): void {
  if (command.type !== 'streamed' || as.by !== 'player') return;
  const player = who(work, as.player);
  if (player.kind === 'bot' || !isNews(player, command.live)) return;
  if (command.live) arrive(work, player.id, 'stream');
  else leave(work, player.id);
}

/** A pilot sits there until somebody comes; that nobody has come is no news. */
export function isNews(player: Player, live: boolean): boolean {
  const time = timeOf(player);
  if (time.autopilot) return live;
  return player.time === undefined || time.live !== live;
}

export function arrive(work: Work, id: PlayerId, why: 'stream' | 'acted' | 'back'): void {
  const player = who(work, id);
  if (timeOf(player).autopilot) emit(work, { type: 'autopilotSet', player: id, on: false, shift: 0 });
  emit(work, { type: 'wentLive', player: id, shift: stood(work.state, player, nowOf(work.state)), why });
}

export function leave(work: Work, id: PlayerId): void {
  const { time } = work.rules.tunables;
  const { daysOff } = timeOf(who(work, id));
  const since = nowOf(work.state);
  emit(work, { type: 'wentOff', player: id, hold: time ? holdOf({ since, daysOff }, time) : since });
}

/** Null if the referee may act on this seat; days off are nobody's absence. */
export function absenceFault(work: Work, id: PlayerId): Refusal | null {
  const { time } = work.rules.tunables;
  if (!work.state.players[id]) return refuse('not-a-player', { player: id });
  if (!time) return refuse('no-absence');
  const needed = time.absence.referee[work.state.pace] * 1000;
  const absent = absentFor(who(work, id), nowOf(work.state));
  if (absent >= needed) return null;
  return refuse('not-absent', { player: id, wait: Math.ceil((needed - absent) / 1000) });
}

/** Things go back into the world, where everybody may find them again; the seat keeps what a market would pay. */
export function releaseGoods(work: Work, id: PlayerId): Refusal | undefined {
  const goods = takeable(work, id, 'transferable');
  if (goods.length === 0) return refuse('nothing-to-release', { player: id });
  const { sell } = work.rules.tunables.market;
  const worth = goods.reduce((sum, got) => sum + (work.rules.items[got.item]?.price ?? 0), 0);
  const gold = Math.floor((worth * sell) / 100);
  emit(work, { type: 'goodsReleased', player: id, items: goods.length });
  for (const { n } of goods) lose(work, id, { n, why: 'released' });
  if (gold > 0) emit(work, { type: 'counted', player: id, what: 'gold', by: gold, why: 'released' });
  return undefined;
}
