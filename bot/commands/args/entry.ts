import { ASKED_KINDS, type AskedKind, type BothTexts, ENTRY_KINDS, LANGS } from '../../protocol/texts.ts';
import { EXACT, type Found, findName, indexNames, type NameIndex } from '../match.ts';
import { type Fault, fault, type ReadContext } from '../spec.ts';
import { echo } from '../text.ts';

interface Indexes {
  readonly entries: NameIndex;
  /** What fights and scenes are made of: so many names that a word of the book would often be one of them. */
  readonly others: NameIndex;
}
const INDEXES = new WeakMap<BothTexts, Indexes>();

/** Traps and finds are left out: their texts would tell secrets of the map. */
const OPEN_KINDS = ENTRY_KINDS.filter((kind) => kind !== 'traps' && kind !== 'finds');

function indexesOf(texts: BothTexts): Indexes {
  const known = INDEXES.get(texts);
  if (known) return known;
  const index = (kinds: readonly AskedKind[]) =>
    indexNames(
      LANGS.flatMap((lang) =>
        kinds.flatMap((kind) =>
          Object.entries(texts[lang][kind] ?? {}).map(([id, { name }]) => ({
            id: `${kind}/${id}`,
            text: name,
          })),
        ),
      ),
    );
  const indexes = { entries: index(OPEN_KINDS), others: index(ASKED_KINDS) };
  INDEXES.set(texts, indexes);
  return indexes;
}

type Entry = { readonly kind: AskedKind; readonly id: string };

/** Whatever of the pack is called so: items, effects, trials, classes, skills; a monster or a scene by its whole name. */
export function readEntry(text: string, context: ReadContext): Entry | Fault {
  const { entries, others } = indexesOf(context.texts);
  const found = findName(entries, text);
  const whole = findName(others, text, { fuzzy: false });
  const better = whole?.level === EXACT && (found?.level !== EXACT || standsFor(found, whole));
  return entryFrom(better ? whole : found, text, context);
}

/** The check that stands for a monster or a scene under rules without fights or stories has its id, too. */
function standsFor({ ids: [one = ''] }: Found, { ids: [other = ''] }: Found): boolean {
  const [kind, id] = one.split('/');
  return (kind === 'trials' || kind === 'punishments') && id === other.split('/')[1];
}

/** A monster, a scene, or what else fights are made of, by a part of its name. */
export function readOther(text: string, context: ReadContext): Entry | Fault {
  return entryFrom(findName(indexesOf(context.texts).others, text), text, context);
}

function entryFrom(found: Found | null, text: string, context: ReadContext): Entry | Fault {
  const typed = echo(text) || '?';
  if (!found) return fault('unknown-entry', { typed });
  const all = found.ids.map((key) => {
    const [kind, id] = key.split('/') as [AskedKind, string];
    return { kind, id };
  });
  if (all.length === 1) return all[0]!;
  const candidates = all
    .slice(0, 4)
    .map(({ kind, id }) => context.texts[context.lang][kind]?.[id]?.name ?? id);
  return fault('ambiguous', { typed, candidates: candidates.join(', ') });
}
