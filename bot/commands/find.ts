/** From a typed word to a command: exact, other layout, prefix, typo. Never guesses between two. */
import type { Lang } from '../protocol/texts.ts';
import { type CommandSpec, type Fault, fault, type Role } from './spec.ts';
import { distance, echo, fold, otherLayout, tolerance } from './text.ts';

export interface CommandIndex {
  /** Folded alias → command. */
  readonly exact: ReadonlyMap<string, CommandSpec>;
  /** What was looked up lately: busy chats repeat the same few commands, their own and other programs'. */
  readonly memo: Map<string, FoundCommand>;
  readonly aliases: readonly {
    readonly alias: string;
    /** As it is shown: not folded. */
    readonly name: string;
    readonly spec: CommandSpec;
  }[];
}

export type FoundCommand =
  | { readonly spec: CommandSpec; readonly sure: boolean; readonly fault?: undefined }
  | { readonly spec: null; readonly fault: Fault };

export interface Asker {
  readonly lang: Lang;
  readonly role: Role;
}

const INDEXES = new WeakMap<readonly CommandSpec[], CommandIndex>();
const MIN_PREFIX = 3;
const MAX_MEMO = 500;
const MAX_MEMO_WORD = 32;
/** Letters a suggestion may differ in; it is only a suggestion, so more than what is executed. */
const SUGGEST_WITHIN = 3;
/** The same for a command that has to be typed in full: `!lurk` is another program's, not a misspelt `!link`. */
const SUGGEST_EXACT_WITHIN = 1;
/** Of so few letters another one is another word: nor is it a misspelt `!luck`. */
const SHORT = 4;
const isOther = (alias: string, typed: string) => alias.length <= SHORT && alias.length === typed.length;

/** The tables of a list, made once. @throws Error when two commands share an alias. */
export function indexCommands(list: readonly CommandSpec[]): CommandIndex {
  const known = INDEXES.get(list);
  if (known) return known;
  const exact = new Map<string, CommandSpec>();
  const aliases = [];
  for (const spec of list) {
    for (const lang of ['ru', 'en'] as const) {
      for (const name of spec.names[lang]) {
        const alias = fold(name);
        if (exact.has(alias))
          throw new Error(`two commands are called !${alias}: ${exact.get(alias)?.id}, ${spec.id}`);
        exact.set(alias, spec);
        aliases.push({ alias, name, spec });
      }
    }
  }
  const index: CommandIndex = { exact, aliases, memo: new Map() };
  INDEXES.set(list, index);
  return index;
}

/**
 * `word`: cleaned, without `!`. `sure` is false when letters were missing or wrong. Only commands of `role` are
 * suggested.
 */
export function findCommand(index: CommandIndex, word: string, asker: Asker): FoundCommand {
  const sure = exactly(index, word);
  if (sure) return { spec: sure, sure: true };
  const key = `${asker.lang} ${asker.role} ${word}`;
  const known = index.memo.get(key);
  if (known) return known;
  const found = guess(index, word, asker);
  if (word.length > MAX_MEMO_WORD) return found;
  if (index.memo.size >= MAX_MEMO) index.memo.clear();
  index.memo.set(key, found);
  return found;
}

function guess(index: CommandIndex, word: string, { lang, role }: Asker): FoundCommand {
  const direct = fold(word).replace(/[!?.,:;…]+$/u, '');
  const swapped = fold(otherLayout(word));
  for (const by of [byPrefix, byTypo]) {
    for (const typed of [direct, swapped]) {
      const specs = by(index, typed);
      if (specs.length === 1) return { spec: specs[0]!, sure: false };
      if (specs.length > 1) return { spec: null, fault: ambiguous(word, specs, lang) };
    }
  }
  return { spec: null, fault: unknown(index, { direct, swapped, role }) };
}

function exactly(index: CommandIndex, word: string): CommandSpec | undefined {
  const known = index.exact.get(word);
  if (known) return known;
  const typed = fold(word);
  return (
    index.exact.get(typed) ??
    index.exact.get(fold(otherLayout(word))) ??
    index.exact.get(typed.replace(/[!?.,:;…]+$/u, ''))
  );
}

function byPrefix(index: CommandIndex, typed: string): CommandSpec[] {
  if (typed.length < MIN_PREFIX) return [];
  return unique(index.aliases.filter(({ alias, spec }) => !spec.exact && alias.startsWith(typed)));
}

function byTypo(index: CommandIndex, typed: string): CommandSpec[] {
  const max = tolerance(typed.length);
  if (max === 0) return [];
  let best = max;
  let near: CommandIndex['aliases'][number][] = [];
  for (const entry of index.aliases) {
    const wrong = distance(typed, entry.alias, best);
    if (wrong > best) continue;
    if (wrong < best) near = [];
    best = wrong;
    near.push(entry);
  }
  // A command that must be typed in full also keeps its neighbours from being guessed.
  return near.some(({ spec }) => spec.exact) ? [] : unique(near);
}

function unique(entries: readonly { readonly spec: CommandSpec }[]): CommandSpec[] {
  return [...new Set(entries.map(({ spec }) => spec))];
}

function ambiguous(word: string, specs: readonly CommandSpec[], lang: Lang): Fault {
  const candidates = specs.slice(0, 4).map((spec) => `!${spec.names[lang][0]}`);
  return fault('ambiguous', { typed: `!${echo(word)}`, candidates: candidates.join(', ') });
}

function unknown(
  index: CommandIndex,
  { direct, swapped, role }: { direct: string; swapped: string; role: Role },
): Fault {
  let best = SUGGEST_WITHIN + 1;
  let suggest: CommandIndex['aliases'][number] | null = null;
  for (const typed of [direct, swapped]) {
    // A suggestion keeps at least half of the letters.
    const max = Math.min(SUGGEST_WITHIN, Math.floor(typed.length / 2));
    for (const entry of index.aliases) {
      const wrong = distance(typed, entry.alias, max);
      if (wrong > max || wrong >= best || !entry.spec.who.includes(role)) continue;
      if (entry.spec.exact && (wrong > SUGGEST_EXACT_WITHIN || isOther(entry.alias, typed))) continue;
      best = wrong;
      suggest = entry;
    }
  }
  const typed = echo(direct) || '?';
  return suggest
    ? fault('unknown-command', { typed, suggest: `!${suggest.name}` })
    : fault('unknown-command', { typed });
}
