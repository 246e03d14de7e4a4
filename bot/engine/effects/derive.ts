/** The modifiers calculator: base → class → gear and effects. The only place where such numbers are made. */
import type { Attribute, Rules } from '../rules.ts';
import type { Player } from '../state.ts';
import { statOf } from './reactions.ts';

export interface Step {
  readonly from: 'base' | 'spent' | 'class' | 'gear' | 'endurance';
  readonly by: number;
}

/** Each step that makes an attribute, for "why is this 7?". */
export function attributeSteps(player: Player, rules: Rules, name: Attribute): readonly Step[] {
  return [
    { from: 'base', by: rules.tunables.attributes.base },
    { from: 'spent', by: player.attributes[name] },
    { from: 'class', by: rules.classes[player.classId]?.shifts[name] ?? 0 },
    { from: 'gear', by: statOf(player, rules, name) },
  ];
}

export function attribute(player: Player, rules: Rules, name: Attribute): number {
  return attributeSteps(player, rules, name).reduce((sum, step) => sum + step.by, 0);
}

/** Points of health, at least 1. */
export function maxHp(player: Player, rules: Rules): number {
  const { base, perEndurance } = rules.tunables.hp;
  return Math.max(
    1,
    base + perEndurance * attribute(player, rules, 'endurance') + statOf(player, rules, 'maxHp'),
  );
}

export function slots(player: Player, rules: Rules): number {
  return rules.tunables.bag.slots + statOf(player, rules, 'slots');
}
