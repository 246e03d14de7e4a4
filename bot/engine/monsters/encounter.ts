/** Who is met: found in the registry by the tags of the land, picked by the draw, put together by the factory. Pure. */
import type { Draws } from '../chance.ts';
import { figuresOf } from '../combat/calculator.ts';
import type { Rules, ZoneDef, ZoneId } from '../rules.ts';
import { makeMonster } from './factory.ts';
import { findMonstersByTags, monsterIndex, overlapOf } from './registry.ts';
import {
  type AffixDef,
  type Monster,
  type MonsterRules,
  type MonsterTemplate,
  type Post,
  TIERS,
  type Tier,
} from './rules.ts';

export interface Meeting {
  readonly rules: Pick<Rules, 'monsters' | 'zones' | 'tunables'>;
  /** Absent: only the tags decide. */
  readonly zone?: ZoneId;
  /** Tags of the very place. They go before those of the zone: who has most of them comes, and nobody else. */
  readonly tags?: readonly string[];
  /** 0 to 7; where nobody of that tier lives, the nearest one that somebody does. */
  readonly tier: number;
  /** Points of luck above the base; below it negative. */
  readonly luck?: number;
  /** Templates met last: they come again only if there is nobody else. */
  readonly recent?: readonly string[];
  readonly post?: Post;
  readonly draws: Draws;
}

/** @returns one monster, or a flock of equals; none where nobody lives at any tier. */
export function encounterFor(meeting: Meeting): readonly Monster[] {
  const found = candidatesFor(meeting);
  if (!found) return [];
  return assemble(meeting, { template: pick(meeting, found.templates), tier: found.tier });
}

/**
 * That one and nobody else, for whoever asks for it by name, at the nearest of its tiers.
 * @returns none if the rules do not know it.
 */
export function encounterWith(meeting: Meeting, templateId: string): readonly Monster[] {
  const template = meeting.rules.monsters && monsterIndex(meeting.rules.monsters).byId.get(templateId);
  const tier = template && byNearness(meeting.tier).find((one) => template.allowedTiers.includes(one));
  return template && tier !== undefined ? assemble(meeting, { template, tier }) : [];
}

function assemble(
  meeting: Meeting,
  { template, tier }: { readonly template: MonsterTemplate; readonly tier: Tier },
): readonly Monster[] {
  const { rules, draws } = meeting;
  if (!rules.monsters) return [];
  const affix = affixFor(rules.monsters, landsOf(meeting), draws);
  const made = { rules: rules.monsters, template, tier, affix, figures: figuresOf(rules) };
  const [least, most] = template.flock ?? [1, 1];
  const count = most > least ? least - 1 + draws.int(most - least + 1) : least;
  return Array.from({ length: count }, () => makeMonster(made));
}

/** Where an affix may come from: tags of the place, else elements and tags of the zone. */
function landsOf({ rules, zone, tags = [] }: Meeting): readonly (readonly string[])[] {
  const land = zone ? rules.zones[zone] : undefined;
  return [tags, land ? [...land.elements, ...land.tags] : []];
}

export interface Candidates {
  readonly tier: Tier;
  /** Best overlap first. */
  readonly templates: readonly MonsterTemplate[];
}

/** @returns everybody who may be met there, without any draw; null if nobody. */
export function candidatesFor({ rules, zone, tags = [], tier, post = 'wild' }: Meeting): Candidates | null {
  if (!rules.monsters) return null;
  const index = monsterIndex(rules.monsters);
  for (const asked of [tags, landTags(zone ? rules.zones[zone] : undefined)]) {
    for (const near of byNearness(tier)) {
      const templates = findMonstersByTags(index, near, asked).filter((one) => stands(one, post));
      if (templates.length > 0) return { tier: near, templates };
    }
  }
  return null;
}

/** Weight 0 is met by name alone. */
function stands({ post = 'wild', weight = 1 }: MonsterTemplate, wanted: Post): boolean {
  return post === wanted && weight > 0;
}

/** Where a zone is searched: by all that it is. */
export function landTags(zone: ZoneDef | undefined): readonly string[] {
  return zone ? [...zone.tags, ...zone.elements] : [];
}

/** The tier itself, then its neighbours, of two the lower first. */
function byNearness(tier: number): readonly Tier[] {
  return TIERS.toSorted((a, b) => Math.abs(a - tier) - Math.abs(b - tier) || a - b);
}

/** Weights are whole numbers: hundredths. */
const UNIT = 100;
/** What luck can do at most, either way. */
const MOST_LUCK = 0.6;

function pick(meeting: Meeting, templates: readonly MonsterTemplate[]): MonsterTemplate {
  const { tags = [], recent = [], draws } = meeting;
  const most = tags.length > 0 ? overlapOf(templates[0]!, tags) : 0;
  const close = most > 0 ? templates.filter((one) => overlapOf(one, tags) === most) : templates;
  const fresh = close.filter(({ id }) => !recent.includes(id));
  const open = weighed(meeting, fresh.length > 0 ? fresh : close);
  let left = draws.int(open.reduce((sum, [, weight]) => sum + weight, 0));
  for (const [template, weight] of open) {
    left -= weight;
    if (left <= 0) return template;
  }
  return templates[0]!;
}

/** More of the place's tags, more often; with luck the weaker half of them comes oftener, without it the stronger. */
function weighed(
  { rules, zone, luck = 0 }: Meeting,
  templates: readonly MonsterTemplate[],
): readonly (readonly [MonsterTemplate, number])[] {
  const tags = landTags(zone ? rules.zones[zone] : undefined);
  const strengths = templates.map(strengthOf).toSorted((a, b) => a - b);
  const middle = strengths[strengths.length >> 1]!;
  const lean = Math.max(-MOST_LUCK, Math.min(MOST_LUCK, (luck * rules.tunables.luck.perPoint) / 100));
  return templates.map((one) => {
    const side = Math.sign(middle - strengthOf(one));
    const weight = UNIT * (one.weight ?? 1) * Math.max(1, overlapOf(one, tags)) * (1 + side * lean);
    return [one, Math.max(1, Math.round(weight))];
  });
}

/** Attributes alone; resistances are shares and say little here. */
function strengthOf({ baseStats, flock }: MonsterTemplate): number {
  const { strength = 0, agility = 0, endurance = 0, mind = 0 } = baseStats;
  return strength + agility + endurance + mind + (flock ? flock[0] : 0);
}

/** An affix of the first kind of tags that has any; several are drawn from. */
function affixFor(
  { affixes }: MonsterRules,
  lands: readonly (readonly string[])[],
  draws: Draws,
): AffixDef | null {
  for (const tags of lands) {
    const known = [...new Set(tags)].flatMap((tag) => (Object.hasOwn(affixes, tag) ? [affixes[tag]!] : []));
    if (known.length > 0) return known.length === 1 ? known[0]! : known[draws.int(known.length) - 1]!;
  }
  return null;
}
