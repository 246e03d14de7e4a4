/**
 * A list whose elements stay with their items: as lit's `repeat`, but nothing is left behind. `repeat` leaves an empty
 * comment for each item that goes; after hours of a chronicle they are thousands.
 */
import { noChange } from 'lit';
import { type ChildPart, Directive, directive, type PartInfo, PartType } from 'lit/directive.js';
import {
  getCommittedValue,
  insertPart,
  removePart,
  setChildPartValue,
  setCommittedValue,
} from 'lit/directive-helpers.js';

type KeyOf = (item: never, index: number) => unknown;
type Render = (item: never, index: number) => unknown;

class Each extends Directive {
  #keys: unknown[] = [];

  constructor(info: PartInfo) {
    super(info);
    if (info.type !== PartType.CHILD) throw new Error('each() stands between elements');
  }

  override render(items: readonly unknown[], _key: KeyOf, render: Render): unknown {
    return items.map((item, i) => render(item as never, i));
  }

  override update(
    container: ChildPart,
    [items, keyOf, render]: [readonly unknown[], KeyOf, Render],
  ): unknown {
    const before = getCommittedValue(container) as ChildPart[] | undefined;
    const keys = items.map((item, i) => keyOf(item as never, i));
    const known = this.#keys;
    this.#keys = keys;
    // The first time lit itself makes a part for each value.
    if (!Array.isArray(before)) return this.render(items, keyOf, render);
    const old = new Map(known.map((key, i) => [key, before[i]!]));
    for (const [key, part] of old) if (!keys.includes(key)) drop(part);
    const parts: ChildPart[] = [];
    for (let i = items.length - 1; i >= 0; i--) {
      const next = parts[0];
      const part = placed(container, next, old.get(keys[i]));
      parts.unshift(setChildPartValue(part, render(items[i] as never, i)));
    }
    setCommittedValue(container, parts);
    return noChange;
  }
}

/** The part before `next`, or at the end: a new one, or the one there was, moved only if it stands elsewhere. */
function placed(container: ChildPart, next: ChildPart | undefined, known: ChildPart | undefined): ChildPart {
  if (!known) return insertPart(container, next);
  const behind = next ? next.startNode : container.endNode;
  return known.endNode?.nextSibling === behind ? known : insertPart(container, next, known);
}

function drop(part: ChildPart): void {
  const end = part.endNode;
  removePart(part);
  end?.parentNode?.removeChild(end);
}

const listed = directive(Each);

/** Elements by key; two items never have the same one. */
export function each<T>(
  items: readonly T[],
  key: (item: T, index: number) => unknown,
  render: (item: T, index: number) => unknown,
): unknown {
  return listed(items, key as KeyOf, render as Render);
}
