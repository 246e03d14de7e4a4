/** What a player of a game brings into a fight: attributes, gear, effects and skills, as the ring wants them. */
import { attribute, maxHp } from '../effects/derive.ts';
import { statOf } from '../effects/reactions.ts';
import type { RawStats } from '../monsters/rules.ts';
import { ATTRIBUTES, REACHES, type Reach, type Rules } from '../rules.ts';
import type { Player } from '../state.ts';
import type { Challenger } from './begin.ts';
import { derive, figuresOf } from './calculator.ts';
import { gearOf, turnedAway } from './gear.ts';
import type { Arena } from './ring.ts';
import type { WeaponDef } from './rules.ts';
import type { Fight } from './state.ts';

/** Of packs whose weapons say nothing about fights. */
export const BARE_HANDS: Readonly<Record<Reach, WeaponDef>> = {
  near: { power: [110, 0, 0] },
  mid: { power: [40, 100, 0] },
  far: { power: [0, 70, 95] },
};

export function arenaOf(player: Player, rules: Rules): Arena {
  const weapon = (reach: Reach) => rules.items[player.weapons[reach]]?.weapon ?? BARE_HANDS[reach];
  const weapons = { near: weapon('near'), mid: weapon('mid'), far: weapon('far') };
  const { skills, audience } = player;
  return { rules, skills, weapons, gear: gearOf(player, rules), chat: audience > 0 };
}

export function rawStatsOf(player: Player, rules: Rules): RawStats {
  const attributes = ATTRIBUTES.map((name) => [name, attribute(player, rules, name)] as const);
  return { ...Object.fromEntries(attributes), ...turnedAway(player, rules) };
}

/** Effects that are statuses in fights come along; the health is the player's own. */
export function challengerOf(player: Player, rules: Rules): Challenger {
  const derived = derive(rawStatsOf(player, rules), figuresOf(rules));
  return {
    hp: player.hp,
    derived: { ...derived, maxHp: maxHp(player, rules) },
    reach: player.reach,
    takes: Math.max(-100, statOf(player, rules, 'harm')),
    effects: player.effects.flatMap(({ effect }) => (rules.effects[effect]?.fight ? [effect] : [])),
  };
}

/** The fight with what has become of the player since its last round. */
export function upToDate(fight: Fight, player: Player, rules: Rules): Fight {
  const { hp, derived, reach } = challengerOf(player, rules);
  return { ...fight, me: { ...fight.me, hp, derived, reach } };
}

/** Points of the best blow of somebody who comes to help. */
export function helpOf(player: Player, rules: Rules): number {
  const { damage } = challengerOf(player, rules).derived;
  return Math.max(...REACHES.map((reach) => damage[reach]));
}
