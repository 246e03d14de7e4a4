/** Health: harm, healing, and what happens at zero. */

import type { PlayerId } from '../state.ts';
import { emit, type Work, who } from '../work.ts';
import { applyEffect } from './apply.ts';
import { maxHp } from './derive.ts';
import { statOf } from './reactions.ts';

/** What a fall leaves behind, if the pack has it. */
const SHAKEN = 'shaken';

/** Percent of the maximum. Never above it. */
export function heal(work: Work, id: PlayerId, change: { percent: number; why: string }): void {
  const player = who(work, id);
  const full = maxHp(player, work.rules);
  const by = Math.min(full - player.hp, Math.ceil((full * change.percent) / 100));
  if (by > 0) emit(work, { type: 'counted', player: id, what: 'hp', by, why: change.why });
}

/** Percent of the maximum, bent by what the player wears. At zero the player wakes at the last camp. */
export function harm(work: Work, id: PlayerId, change: { percent: number; why: string }): void {
  const player = who(work, id);
  const factor = Math.max(0, 100 + statOf(player, work.rules, 'harm')) / 100;
  const by = Math.min(player.hp, Math.ceil((maxHp(player, work.rules) * change.percent * factor) / 100));
  if (by <= 0) return;
  emit(work, { type: 'counted', player: id, what: 'hp', by: -by, why: change.why });
  if (who(work, id).hp <= 0) knockOut(work, id);
}

/** Wakes at the last camp with half of the health. */
export function knockOut(work: Work, id: PlayerId): void {
  const player = who(work, id);
  const lost = Math.floor((player.gold * work.rules.tunables.gold.lostOnFall) / 100);
  emit(work, { type: 'knockedOut', player: id, to: player.camp });
  emit(work, {
    type: 'counted',
    player: id,
    what: 'hp',
    by: Math.ceil(maxHp(player, work.rules) / 2),
    why: 'camp',
  });
  if (lost > 0) emit(work, { type: 'counted', player: id, what: 'gold', by: -lost, why: 'fall' });
  if (work.rules.effects[SHAKEN]) applyEffect(work, id, { effect: SHAKEN, from: null });
}
