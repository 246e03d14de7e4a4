/** Entries that no game can meet: not wrong in themselves, but nobody will ever see them. */
import type { Test } from '../../engine/effects/operations.ts';
import type { Entry } from '../../engine/rules.ts';
import { faultIn } from '../document.ts';
import { about, type Fault } from '../faults.ts';
import type { EntryKind } from '../schema/kinds.ts';
import type { Told } from '../stories/tell.ts';
import { effectsOfFights } from './fights.ts';
import { entryFault, holders, type Scene } from './scene.ts';
import { opsOf, testsOf } from './walk.ts';

/** Put on by the engine itself, not by any operation: what a fall leaves behind. */
const ENGINES_OWN: readonly string[] = ['shaken'];

/** @returns one note an entry; the game starts with them all the same. */
export function unusedEntries(scene: Scene, told: Told): readonly Fault[] {
  const named = namedIn(scene, told);
  const { draft } = scene;
  const of = (kind: EntryKind, used: (id: string) => boolean, message: string): readonly Fault[] =>
    Object.keys(draft[kind])
      .filter((id) => !used(id))
      .map((id) => entryFault(scene, [kind, id], [], message));
  const sampled = (kind: 'items' | 'trials' | 'traps' | 'finds' | 'punishments') => (id: string) =>
    draft[kind][id]?.weight !== 0 || named[kind].has(id);
  const item = (id: string) => sampled('items')(id) || draft.items[id]?.category === 'weapon';
  return about('unused', [
    ...of(
      'effects',
      (id) => named.effects.has(id) || ENGINES_OWN.includes(id),
      'nothing applies this effect',
    ),
    ...of('items', item, 'its weight is 0 and nothing grants it'),
    ...of('trials', sampled('trials'), 'its weight is 0 and nothing calls for it'),
    ...of('traps', sampled('traps'), 'its weight is 0 and nothing lays it'),
    ...of('finds', sampled('finds'), 'its weight is 0, so that no chest holds it'),
    ...of('punishments', sampled('punishments'), 'its weight is 0, so that nobody is given it'),
    ...(['trials', 'traps', 'finds', 'punishments'] as const).flatMap((kind) =>
      of(
        kind,
        (id) => reachable(scene, draft[kind][id]) || named[kind].has(id),
        'no zone of its own reaches its tiers',
      ),
    ),
    ...idle(scene),
    ...forgotten(scene, told),
  ]);
}

type Named = Readonly<
  Record<'effects' | 'items' | 'trials' | 'traps' | 'finds' | 'punishments', Set<string>>
>;

/** Ids that operations and classes name. */
function namedIn(scene: Scene, told: Told): Named {
  const named: Named = {
    effects: new Set(effectsOfFights(scene)),
    items: new Set(Object.values(scene.draft.classes).map(({ item }) => item)),
    trials: new Set(),
    traps: new Set(),
    finds: new Set(),
    punishments: new Set(),
  };
  for (const { op } of holders(scene).flatMap(({ holder }) => opsOf(holder))) {
    if (op.op === 'apply') named.effects.add(op.effect);
    if (op.op === 'grant' && op.item !== undefined) named.items.add(op.item);
    if (op.op === 'mark') named.traps.add(op.trap);
    if (op.op === 'trial' && op.id !== undefined) named.trials.add(op.id);
  }
  for (const { name, args } of told.stories.flatMap(({ walk }) => walk.calls)) {
    if (name === 'give' || name === 'parcel') named.items.add(String(args[0]));
    if (name === 'effect') named.effects.add(String(args[0]));
  }
  return named;
}

function reachable({ draft }: Scene, entry: Entry | undefined): boolean {
  if (!entry?.tiers) return true;
  const [min, max] = entry.tiers;
  const zones = Object.values(draft.zones).filter(({ id }) => entry.zone === 'any' || entry.zone === id);
  return zones.some(({ tiers }) => min <= tiers[1] && max >= tiers[0]);
}

/** Abilities that no monster has, by itself, through an affix or through another ability. */
function idle({ draft, gathered }: Scene): readonly Fault[] {
  const { monsters, affixes, abilities } = draft.parts;
  const used = new Set([
    ...Object.values(monsters).flatMap(({ templates }) =>
      Object.values(templates).flatMap(({ skills }) => skills),
    ),
    ...Object.values(affixes).flatMap(({ injectSkills }) => injectSkills),
  ]);
  for (const id of used) for (const more of abilities[id]?.inject ?? []) used.add(more);
  return [...gathered.parts.abilities].flatMap(([id, document]) =>
    used.has(id) ? [] : [faultIn(document, [], 'no monster has this ability')],
  );
}

/** A test for something that nobody ever does: what hangs on it cannot happen. */
function forgotten(scene: Scene, { facts }: Told): readonly Fault[] {
  const all = holders(scene);
  const known = new Set(
    all.flatMap(({ holder }) => opsOf(holder).flatMap(({ op }) => (op.op === 'remember' ? [op.fact] : []))),
  );
  return all.flatMap((owned) =>
    testsOf(owned.holder).flatMap(({ test, path }) =>
      isFact(test) && !known.has(test.fact) && !facts.has(test.fact)
        ? [owned.fault([...path, 'fact'], `nothing remembers "${test.fact}", so that this never holds`)]
        : [],
    ),
  );
}

function isFact(test: Test): test is Extract<Test, { is: 'fact' }> {
  return test.is === 'fact';
}
