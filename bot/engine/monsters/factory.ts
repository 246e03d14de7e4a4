/** Puts a monster together: template, affix and tier in, plain data for a fight out. */
import { derive, type Figures } from '../combat/calculator.ts';
import type { AffixDef, Monster, MonsterRules, MonsterTemplate, RawStat, RawStats, Tier } from './rules.ts';

export interface Build {
  readonly rules: MonsterRules;
  readonly template: MonsterTemplate;
  readonly tier: Tier;
  readonly affix: AffixDef | null;
  /** What the calculator goes by; absent: its own. */
  readonly figures?: Figures;
}

/** @throws TypeError if the rules have no such tier. */
export function makeMonster({ rules, template, tier, affix, figures }: Build): Monster {
  const multiplier = rules.tiers[tier]?.statMultiplier;
  if (multiplier === undefined) throw new TypeError(`tier ${tier} came, expected one of the rules' tiers`);
  const rawStats = rawStatsOf(template.baseStats, affix?.addedStats ?? {}, multiplier);
  return {
    templateId: template.id,
    affixId: affix?.id ?? null,
    tier,
    rawStats,
    derived: derive(rawStats, figures),
    skills: withInjected(rules, [...template.skills, ...(affix?.injectSkills ?? [])]),
    hint: affix ? `${affix.visualPrefix} ${template.narrativeHint}` : template.narrativeHint,
  };
}

/**
 * (base + added) * multiplier, for every stat that either names: attributes in points, resistances in shares.
 * Nothing is rounded here: the calculator rounds what is counted in whole points.
 */
export function rawStatsOf(base: RawStats, added: RawStats, multiplier: number): RawStats {
  const names = new Set([...Object.keys(base), ...Object.keys(added)]) as Set<RawStat>;
  return Object.fromEntries(
    [...names].map((name) => [name, ((base[name] ?? 0) + (added[name] ?? 0)) * multiplier]),
  );
}

/** The skills without repeats, the first place kept, then what they bring with them, and what that brings. */
export function withInjected({ abilities }: MonsterRules, skills: readonly string[]): readonly string[] {
  const all = new Set(skills);
  // A set is walked in the order of its entries, those that join on the way included: loops end by themselves.
  for (const skill of all) for (const more of abilities[skill]?.inject ?? []) all.add(more);
  return [...all];
}
