/** Families hold together: skills, tags and tiers that are there, no loops, somebody at every tier of every zone. */

import type { z } from 'zod';
import { POSTS, type Post, TIERS } from '../../engine/monsters/rules.ts';
import type { ZoneDef } from '../../engine/rules.ts';
import { about, type Fault } from '../faults.ts';
import { hint } from '../nearest.ts';
import type { templateSchema } from '../schema/monsters.ts';
import { type Complaint, checkFights, ofMove, ofRules, told, unknown } from './fights.ts';
import type { Scene } from './scene.ts';

type Template = z.infer<typeof templateSchema>;

/** A pack without families has no fights, and nothing here to be wrong. */
export function checkMonsters(scene: Scene): readonly Fault[] {
  const { parts, tiers } = scene.gathered;
  if (parts.monsters.size === 0) return strayParts(scene);
  const file = 'tiers.json';
  const noTiers = tiers
    ? []
    : [{ file, path: '', message: 'no layer has this file, expected one that does' }];
  return [
    ...about('reference', [
      ...templates(scene),
      ...affixes(scene),
      ...abilities(scene),
      ...checkFights(scene),
    ]),
    ...about('balance', ids(scene)),
    ...about('coverage', [...noTiers, ...coverage(scene)]),
  ];
}

/** Abilities and affixes are nobody's where there are no monsters; rules of skills are checked all the same. */
function strayParts(scene: Scene): readonly Fault[] {
  return about('reference', [...affixes(scene), ...abilities(scene), ...checkFights(scene)]);
}

/** Tags that some land has: a zone's own, its elements, and those that bring an affix. */
export function landTags({ draft, gathered }: Scene): ReadonlySet<string> {
  const ofZones = Object.values(draft.zones).flatMap((zone) => [...zone.tags, ...zone.elements]);
  return new Set([...ofZones, ...Object.keys(draft.zones), ...gathered.parts.affixes.keys()]);
}

function templates(scene: Scene): readonly Fault[] {
  const tags = landTags(scene);
  return Object.entries(scene.draft.parts.monsters).flatMap(([family, { templates }]) =>
    Object.entries(templates).flatMap(([id, template]) =>
      told(
        scene.gathered.parts.monsters.get(family),
        ['templates', id],
        [
          ...skillsOf(scene, 'skills', template.skills),
          ...template.environmentTags.flatMap((tag, i): readonly Complaint[] =>
            tags.has(tag) ? [] : [[['environmentTags', i], `no land has the tag "${tag}"${hint(tag, tags)}`]],
          ),
          ...ofShape(template),
        ],
      ),
    ),
  );
}

function skillsOf({ gathered }: Scene, field: string, skills: readonly string[]): readonly Complaint[] {
  const known = gathered.parts.abilities;
  return skills.flatMap((skill, i): readonly Complaint[] =>
    known.has(skill) ? [] : [[[field, i], unknown('abilities', skill, known.keys())]],
  );
}

function ofShape({ allowedTiers, flock, skills }: Template): readonly Complaint[] {
  const found: Complaint[] = [];
  if (new Set(allowedTiers).size < allowedTiers.length) found.push([['allowedTiers'], 'a tier comes twice']);
  if (flock && flock[0] > flock[1])
    found.push([['flock'], `${flock.join(' to ')} came, expected least, most`]);
  if (skills.length === 0) found.push([['skills'], 'it can do nothing, expected at least one ability']);
  return found;
}

/** Ids of templates are unique in the whole registry, not only in their family. */
function ids({ draft, gathered }: Scene): readonly Fault[] {
  const owners = new Map<string, string>();
  return Object.entries(draft.parts.monsters).flatMap(([family, { templates }]) =>
    Object.keys(templates).flatMap((id) => {
      const other = owners.get(id);
      if (other === undefined) owners.set(id, family);
      const message = `the family ${other} has a template of this id already`;
      return other === undefined
        ? []
        : told(gathered.parts.monsters.get(family), ['templates', id], [[[], message]]);
    }),
  );
}

function affixes(scene: Scene): readonly Fault[] {
  const { draft, gathered } = scene;
  const lands = Object.values(draft.zones).flatMap((zone) => [zone.id, ...zone.tags, ...zone.elements]);
  const named = Object.values(draft.parts.monsters).flatMap(({ templates }) =>
    Object.values(templates).flatMap(({ environmentTags }) => environmentTags),
  );
  const known = new Set([...lands, ...named]);
  return Object.values(draft.parts.affixes).flatMap(({ id, injectSkills }) =>
    told(
      gathered.parts.affixes.get(id),
      [],
      [
        ...(known.has(id)
          ? []
          : [[[], `an affix for the tag "${id}", which no land has${hint(id, known)}`] as const]),
        ...skillsOf(scene, 'injectSkills', injectSkills),
      ],
    ),
  );
}

function abilities(scene: Scene): readonly Fault[] {
  const { draft, gathered } = scene;
  return Object.values(draft.parts.abilities).flatMap(({ id, moves = [], rules = [], inject = [] }) => {
    const loop = loopFrom(scene, id);
    return told(
      gathered.parts.abilities.get(id),
      [],
      [
        ...(moves.length + rules.length + inject.length > 0
          ? []
          : [[[], 'it does nothing, expected moves, rules or inject'] as const]),
        ...skillsOf(scene, 'inject', inject),
        ...(loop ? [[['inject'], `it comes back to itself: ${loop.join(' → ')}`] as const] : []),
        ...moves.flatMap((move, i) => ofMove(scene, move, ['moves', i])),
        ...ofRules(scene, rules, ['rules']),
      ],
    );
  });
}

/** The way back to where it began, or null. */
function loopFrom({ draft }: Scene, start: string): readonly string[] | null {
  const seen = new Set<string>();
  const walk = (way: readonly string[]): readonly string[] | null => {
    for (const next of draft.parts.abilities[way.at(-1) ?? '']?.inject ?? []) {
      if (next === start) return [...way, next];
      if (seen.has(next)) continue;
      seen.add(next);
      const found = walk([...way, next]);
      if (found) return found;
    }
    return null;
  };
  return walk([start]);
}

/** Of every tier there is somebody in the wild; a gate and the end of the map have their own at every zone. */
function coverage(scene: Scene): readonly Fault[] {
  return Object.values(scene.draft.zones).flatMap((zone) => {
    const document = scene.gathered.zones.get(zone.id);
    const missing = POSTS.flatMap((post) => {
      const tiers = tiersOf(post, zone).filter((tier) => !livesIn(scene, zone, { post, tier }));
      return tiers.length > 0
        ? [`no ${post} monster of tier ${tiers.join(', ')} lives here, expected one`]
        : [];
    });
    const elements = zone.elements.filter((element) => !scene.gathered.parts.affixes.has(element));
    const complaints = [
      ...missing,
      ...(elements.length > 0 ? [`no affix for its element ${elements.join(', ')}, expected one`] : []),
    ];
    return told(
      document,
      [],
      complaints.map((message) => [[], message]),
    );
  });
}

function tiersOf(post: Post, { tiers: [min, max] }: ZoneDef): readonly number[] {
  if (post === 'boss') return [7];
  return post === 'wild' ? TIERS : TIERS.filter((tier) => tier >= min && tier <= max);
}

function livesIn(
  { draft }: Scene,
  zone: ZoneDef,
  { post, tier }: { readonly post: Post; readonly tier: number },
): boolean {
  const lands = new Set<string>([...zone.tags, ...zone.elements]);
  return Object.values(draft.parts.monsters).some(({ templates }) =>
    Object.values(templates).some(
      (one) =>
        (one.post ?? 'wild') === post &&
        one.weight !== 0 &&
        (one.allowedTiers as readonly number[]).includes(tier) &&
        one.environmentTags.some((tag) => lands.has(tag)),
    ),
  );
}
