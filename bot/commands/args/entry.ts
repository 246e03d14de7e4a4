import { type BothTexts, ENTRY_KINDS, type EntryKind, LANGS } from '../../protocol/texts.ts';
import { findName, indexNames, type NameIndex } from '../match.ts';
import { type Fault, fault, type ReadContext } from '../spec.ts';
import { echo } from '../text.ts';

const INDEXES = new WeakMap<BothTexts, NameIndex>();

/** Traps and finds are left out: their texts would tell secrets of the map. */
const OPEN_KINDS = ENTRY_KINDS.filter((kind) => kind !== 'traps' && kind !== 'finds');

function entries(texts: BothTexts): NameIndex {
  let index = INDEXES.get(texts);
  if (!index) {
    index = indexNames(
      LANGS.flatMap((lang) =>
        OPEN_KINDS.flatMap((kind) =>
          Object.entries(texts[lang][kind]).map(([id, text]) => ({ id: `${kind}/${id}`, text: text.name })),
        ),
      ),
    );
    INDEXES.set(texts, index);
  }
  return index;
}

/** Whatever of the pack is called so: items, effects, trials, punishments, classes, skills. */
export function readEntry(text: string, context: ReadContext): { kind: EntryKind; id: string } | Fault {
  const found = findName(entries(context.texts), text);
  const typed = echo(text) || '?';
  if (!found) return fault('unknown-entry', { typed });
  const all = found.ids.map((key) => {
    const [kind, id] = key.split('/') as [EntryKind, string];
    return { kind, id };
  });
  if (all.length === 1) return all[0]!;
  const candidates = all.slice(0, 4).map(({ kind, id }) => context.texts[context.lang][kind][id]?.name ?? id);
  return fault('ambiguous', { typed, candidates: candidates.join(', ') });
}
