/** Every id that content names exists, and every sample can find something. */
import type { ItemQuery, Op, Test } from '../../engine/effects/operations.ts';
import type { Fault, Path } from '../faults.ts';
import { hint } from '../nearest.ts';
import type { EntryKind } from '../schema/kinds.ts';
import { cellKind, zoneId } from '../schema/words.ts';
import { entryFault, holders, type Owned, type Scene } from './scene.ts';
import { opsOf, testsOf } from './walk.ts';

export function checkReferences(scene: Scene): readonly Fault[] {
  const inside = holders(scene).flatMap((owned) => [
    ...opsOf(owned.holder).flatMap(({ op, path }) => ofOp(scene, owned, op, path)),
    ...testsOf(owned.holder).flatMap(({ test, path }) => ofTest(scene, owned, test, path)),
  ]);
  const ofClasses = Object.values(scene.draft.classes).flatMap((entry) =>
    (['skill', 'item'] as const).flatMap((field) => {
      const message = unknown(scene, `${field}s` as 'skills' | 'items', entry[field]);
      return message === null ? [] : [entryFault(scene, ['classes', entry.id], [field], message)];
    }),
  );
  const ofObjects = Object.values(scene.draft.objects).flatMap((entry) => {
    if (!('tool' in entry.opens)) return [];
    const complain = (message: string) =>
      entryFault(scene, ['objects', entry.id], ['opens', 'tool'], message);
    return ofTags(scene, 'items', [entry.opens.tool], complain);
  });
  return [...inside, ...ofClasses, ...ofObjects];
}

/** An entry that is broken in itself still counts as there: its own faults are told already. */
function unknown(scene: Scene, kind: EntryKind, id: string): string | null {
  const ids = scene.gathered.entries[kind];
  return ids.has(id) ? null : `"${id}" is not one of the ${kind}${hint(id, ids.keys())}`;
}

function ofOp(scene: Scene, owned: Owned, op: Op, path: Path): readonly Fault[] {
  const names = (kind: EntryKind, field: string, id: string | undefined): readonly Fault[] => {
    const message = id === undefined ? null : unknown(scene, kind, id);
    return message === null ? [] : [owned.fault([...path, field], message)];
  };
  switch (op.op) {
    case 'apply':
      return names('effects', 'effect', op.effect);
    case 'mark':
      return names('traps', 'trap', op.trap);
    case 'trial':
      return [
        ...names('trials', 'id', op.id),
        ...ofTags(scene, 'trials', op.tags, (m) => owned.fault([...path, 'tags'], m)),
      ];
    case 'grant':
      return [
        ...names('items', 'item', op.item),
        ...(op.sample ? ofSample(scene, op.sample, (m) => owned.fault([...path, 'sample'], m)) : []),
        ...((op.item === undefined) === (op.sample === undefined)
          ? [owned.fault(path, 'expected either "item" or "sample", one of the two')]
          : []),
      ];
    default:
      return [];
  }
}

type Complain = (message: string) => Fault;

/** Each tag must occur somewhere: one that does not is a slip of the hand. */
function ofTags(
  scene: Scene,
  kind: 'items' | 'trials',
  tags: readonly string[] | undefined,
  complain: Complain,
): readonly Fault[] {
  const known = new Set(Object.values(scene.draft[kind]).flatMap((entry) => entry.tags));
  return (tags ?? []).flatMap((tag) =>
    known.has(tag) ? [] : [complain(`the tag "${tag}" is on none of the ${kind}${hint(tag, known)}`)],
  );
}

function ofSample(scene: Scene, query: ItemQuery, complain: Complain): readonly Fault[] {
  const { tags, all = [], none = [], rarity } = query;
  const faults = [tags, all, none].flatMap((list) => ofTags(scene, 'items', list, complain));
  if (faults.length > 0) return faults;
  const found = Object.values(scene.draft.items).some(
    (item) =>
      item.category !== 'weapon' &&
      item.weight !== 0 &&
      (!tags || tags.some((tag) => item.tags.includes(tag))) &&
      all.every((tag) => item.tags.includes(tag)) &&
      !none.some((tag) => item.tags.includes(tag)) &&
      (!rarity || rarity.includes(item.rarity)),
  );
  return found ? [] : [complain('no item has one of these tags and rarities')];
}

function ofTest(scene: Scene, owned: Owned, test: Test, path: Path): readonly Fault[] {
  const complain = (message: string | null) =>
    message === null ? [] : [owned.fault([...path, 'id'], message)];
  const word = (words: readonly string[], id: string) =>
    words.includes(id) ? null : `"${id}" came, expected one of ${words.join(', ')}${hint(id, words)}`;
  switch (test.is) {
    case 'effect':
      return complain(unknown(scene, 'effects', test.id));
    case 'item':
      return complain(itemOrTag(scene, test.id));
    case 'zone':
      return complain(word(zoneId.options, test.id));
    case 'cell':
    case 'kind':
      return complain(word(cellKind.options, test.id));
    default:
      return [];
  }
}

/** "Has such a thing" may mean one item or any with a tag. */
function itemOrTag(scene: Scene, id: string): string | null {
  const tagged = Object.values(scene.draft.items).some((item) => item.tags.includes(id));
  const message = tagged ? null : unknown(scene, 'items', id);
  return message === null ? null : `${message} and no tag of them`;
}
