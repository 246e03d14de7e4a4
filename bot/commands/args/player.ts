import type { PlayerId } from '../../engine/state.ts';
import { findName, indexNames, type NameIndex } from '../match.ts';
import { type Fault, fault, type ReadContext } from '../spec.ts';
import { echo } from '../text.ts';

const INDEXES = new WeakMap<ReadContext['names'], NameIndex>();
/** Words between an item and its target that name nobody: «на», «игроку», "on". */
const FILLERS = new Set(
  'на в во к по у для с и игрок игрока игроку клетка клетку клетке номер on to at for with and player cell the'.split(
    ' ',
  ),
);

function players(names: ReadContext['names']): NameIndex {
  let index = INDEXES.get(names);
  if (!index) {
    const all = Object.entries(names);
    index = indexNames([
      ...all.map(([id, text]) => ({ id, text })),
      ...all.map(([id]) => ({ id, text: id })),
    ]);
    INDEXES.set(names, index);
  }
  return index;
}

/** One player by name, prefix, typo (if `fuzzy`), `@name` or `p3`; a fault when there is none or several. */
export function readPlayer(text: string, context: ReadContext, fuzzy = true): PlayerId | Fault {
  const typed = text.replace(/^@+/, '');
  const found = findName(players(context.names), typed, { fuzzy });
  if (!found) return fault('unknown-player', { typed: echo(typed) || '?' });
  if (found.ids.length > 1) return ambiguousPlayers(typed, found.ids, context);
  return found.ids[0]!;
}

function ambiguousPlayers(typed: string, ids: readonly string[], context: ReadContext): Fault {
  const candidates = ids.map((id) => echo(context.names[id] ?? id) || id).join(', ');
  return fault('ambiguous', { typed: echo(typed) || '?', candidates });
}

/** The text without words that only join («на игрока»), with commas as spaces. */
export function withoutFillers(words: readonly string[]): string[] {
  return words
    .flatMap((word) => word.split(/[,;]/))
    .filter((word) => word !== '' && !FILLERS.has(word.toLowerCase()));
}

/** Several players in a row, each of one or more words, longest names first. */
export function readPlayers(words: readonly string[], context: ReadContext): PlayerId[] | Fault {
  const ids: PlayerId[] = [];
  let from = 0;
  while (from < words.length) {
    const step = longestPlayer(words.slice(from), context);
    if ('fault' in step) return step.fault;
    if (!ids.includes(step.id)) ids.push(step.id);
    from += step.used;
  }
  return ids;
}

function longestPlayer(
  words: readonly string[],
  context: ReadContext,
): { id: PlayerId; used: number } | { fault: Fault } {
  for (let used = Math.min(words.length, 5); used > 1; used -= 1) {
    const found = readPlayer(words.slice(0, used).join(' '), context);
    if (typeof found === 'string') return { id: found, used };
  }
  const one = readPlayer(words[0]!, context);
  return typeof one === 'string' ? { id: one, used: 1 } : { fault: one };
}
