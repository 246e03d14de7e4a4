/** A fighter without a game: a class, its points, a share of its health. */
import type { RawStats } from '../monsters/rules.ts';
import { ATTRIBUTES, type Reach, type Rules } from '../rules.ts';
import { BARE_HANDS } from './arena.ts';
import type { Challenger } from './begin.ts';
import { derive, figuresOf } from './calculator.ts';
import type { Arena } from './ring.ts';

export function arenaWith(rules: Rules, skills: readonly string[]): Arena {
  const weapon = (reach: Reach) =>
    Object.values(rules.items).find((item) => item.category === 'weapon' && item.reach === reach)?.weapon ??
    BARE_HANDS[reach];
  return {
    rules,
    skills,
    weapons: { near: weapon('near'), mid: weapon('mid'), far: weapon('far') },
    chat: false,
  };
}

/** Points go where `turn` says first, then all around: nobody is built for one thing alone. */
export function rawOf(rules: Rules, classId: string, turn = 0): RawStats {
  const { base, points } = rules.tunables.attributes;
  const shifts = rules.classes[classId]?.shifts ?? {};
  const each = Math.floor(points / ATTRIBUTES.length);
  const favoured = ATTRIBUTES[Math.floor(turn / 7) % ATTRIBUTES.length];
  const raw = ATTRIBUTES.map((name) => {
    const spent = each + (name === favoured ? each : 0) - (name === 'luck' && favoured !== 'luck' ? each : 0);
    return [name, base + Math.max(0, spent) + (shifts[name] ?? 0)] as const;
  });
  return Object.fromEntries(raw);
}

export function challenger(rules: Rules, raw: RawStats, health: number): Challenger {
  const derived = derive(raw, figuresOf(rules));
  const hp = Math.max(1, Math.round(derived.maxHp * health));
  return { hp, derived, reach: 'near', takes: 0, effects: [] };
}
