/** What every check works on: the draft, and where its things were written. */
import type { Op } from '../../engine/effects/operations.ts';
import { faultIn } from '../document.ts';
import type { Draft } from '../draft.ts';
import type { Fault, Path } from '../faults.ts';
import type { Gathered } from '../gather.ts';
import { ENTRY_KINDS, type EntryKind } from '../schema/kinds.ts';
import type { Holder } from './walk.ts';

export interface Scene {
  readonly draft: Draft;
  readonly gathered: Gathered;
}

/** A fault of an entry that exists. */
export function entryFault(
  scene: Scene,
  [kind, id]: readonly [EntryKind, string],
  path: Path,
  message: string,
): Fault {
  const document = scene.gathered.entries[kind].get(id);
  return document ? faultIn(document, path, message) : { file: kind, path: id, message };
}

export interface Owned {
  readonly holder: Holder;
  /** Absent for prizes, which have neither an id nor texts. */
  readonly kind: EntryKind | null;
  fault(path: Path, message: string): Fault;
}

/** Everything that can hold operations. */
export function holders(scene: Scene): readonly Owned[] {
  const entries = ENTRY_KINDS.flatMap((kind) =>
    Object.entries(scene.draft[kind]).map(
      ([id, entry]): Owned => ({
        holder: entry as Holder,
        kind,
        fault: (path, message) => entryFault(scene, [kind, id], path, message),
      }),
    ),
  );
  const document = scene.gathered.prizes;
  const prizes = scene.draft.prizes.map(
    (prize, i): Owned => ({
      holder: prize,
      kind: null,
      fault: (path, message) =>
        document
          ? faultIn(document, ['prizes', i, ...path], message)
          : { file: 'prizes.json', path: '', message },
    }),
  );
  return [...entries, ...prizes, ...treaties(scene)];
}

/** What breaking a treaty costs, and what the winner of a clash takes. */
function treaties({ draft, gathered }: Scene): readonly Owned[] {
  const document = gathered.diplomacy;
  if (!document) return [];
  const owned = (ops: readonly Op[] | undefined, at: Path): readonly Owned[] =>
    ops
      ? [
          {
            holder: { do: ops },
            kind: null,
            fault: ([, ...path], message) => faultIn(document, [...at, ...path], message),
          },
        ]
      : [];
  return Object.entries(draft.diplomacy?.treaties ?? {}).flatMap(([id, { betrayal, terms }]) => [
    ...owned(betrayal, ['treaties', id, 'betrayal']),
    ...owned(terms.clash?.spoils, ['treaties', id, 'terms', 'clash', 'spoils']),
  ]);
}
