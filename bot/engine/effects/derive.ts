/** The modifiers calculator: base → class → gear and effects. The only place where such numbers are made. */
import type { Attribute, Rules } from '../rules.ts';
import type { Player } from '../state.ts';
import { type Step, sumOf } from '../why/step.ts';
import { statOf, statSteps } from './reactions.ts';

/** Each step that makes an attribute, for "why is this 7?". */
export function attributeSteps(player: Player, rules: Rules, name: Attribute): readonly Step[] {
  return [
    { from: 'base', by: rules.tunables.attributes.base },
    { from: 'spent', by: player.attributes[name] },
    { from: 'class', id: player.classId, by: rules.classes[player.classId]?.shifts[name] ?? 0 },
    ...statSteps(player, rules, name),
  ];
}

export function attribute(player: Player, rules: Rules, name: Attribute): number {
  return sumOf(attributeSteps(player, rules, name));
}

export function maxHpSteps(player: Player, rules: Rules): readonly Step[] {
  const { base, perEndurance } = rules.tunables.hp;
  const steps: readonly Step[] = [
    { from: 'base', by: base },
    { from: 'endurance', by: perEndurance * attribute(player, rules, 'endurance') },
    ...statSteps(player, rules, 'maxHp'),
  ];
  return [...steps, { from: 'least', by: Math.max(0, 1 - sumOf(steps)) }];
}

/** Points of health, at least 1. */
export function maxHp(player: Player, rules: Rules): number {
  return sumOf(maxHpSteps(player, rules));
}

export function slotSteps(player: Player, rules: Rules): readonly Step[] {
  return [{ from: 'base', by: rules.tunables.bag.slots }, ...statSteps(player, rules, 'slots')];
}

export function slots(player: Player, rules: Rules): number {
  return rules.tunables.bag.slots + statOf(player, rules, 'slots');
}
