/** The first stage: the guardian. How it is fought is data: a fight of rounds, or one throw. */
import { meetBoss } from '../combat/meet.ts';
import { attribute } from '../effects/derive.ts';
import { statOf } from '../effects/reactions.ts';
import { ATTRIBUTES } from '../rules.ts';
import type { Die, PlayerId } from '../state.ts';
import { pickTrial } from '../trials/check.ts';
import { drawing, emit, type Work, who } from '../work.ts';
import type { SuperGame } from './rules.ts';

type Guardian = SuperGame['guardian'];

/** True if won, false if lost; null: the fight has begun, and the stage ends with it. */
export function fightGuardian(work: Work, id: PlayerId, about: Guardian): boolean | null {
  if (about.fight === 'combat' && (who(work, id).fight || meetBoss(work, id, about.tier))) return null;
  return fightByDice(work, id, about);
}

function strength(work: Work, id: PlayerId, name: Guardian['attribute']): number {
  const names = name === 'best' || name === 'mean' ? ATTRIBUTES : [name];
  const values = names.map((one) => attribute(who(work, id), work.rules, one));
  if (name !== 'mean') return Math.max(...values);
  return Math.round(values.reduce((sum, value) => sum + value, 0) / values.length);
}

/** Neither prize nor punishment: the stage itself is both. */
function fightByDice(work: Work, id: PlayerId, { attribute: name, tier, harder, mercy }: Guardian): boolean {
  const { trials, dice: usual } = work.rules.tunables;
  const player = who(work, id);
  const trial = pickTrial(work, id, { tags: ['guardian'], kinds: ['check'] })?.id ?? 'guardian';
  const dice = drawing(work, { player: id, purpose: 'final' }, (draws) =>
    usual.start.map((sides): Die => ({ sides, value: draws.int(sides) })),
  );
  const bonus = strength(work, id, name) + statOf(player, work.rules, 'check');
  const total = dice.reduce((sum, die) => sum + die.value, 0) + bonus;
  const hard = trials.checkBase + trials.perTier * tier + harder - mercy * player.finalTries;
  const need = Math.max(1, Math.round(hard));
  const passed = total >= need;
  emit(work, { type: 'checked', player: id, trial, dice, bonus, total, need, passed });
  return passed;
}
