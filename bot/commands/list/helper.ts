import { readGrant } from '../args/grant.ts';
import { tagOf } from '../args/tags.ts';
import { type CommandSpec, fault, type ReadContext } from '../spec.ts';
import { echo, fold } from '../text.ts';

const STOP = new Set('off stop remove revoke убрать стоп забрать снять'.split(' '));

/** Longest name that is looked for, in words. */
const MAX_NAME = 12;

/** Names may have spaces: the longest one that somebody carries wins. */
function named(
  words: readonly string[],
  context: ReadContext,
): { readonly viewer: string; readonly used: number } | null {
  for (let used = Math.min(words.length, MAX_NAME); used > 0; used -= 1) {
    const viewer = context.viewer?.(words.slice(0, used).join(' '));
    if (viewer !== undefined) return { viewer, used };
  }
  return null;
}

/** The words up to the first of the terms: what was meant for a name. */
function nameTyped([first = '', ...others]: readonly string[], { tags = [] }: ReadContext): string {
  const isTerm = (word: string) => {
    const key = fold(word);
    return /[\d,]/.test(key) || STOP.has(key) || tagOf(key) !== undefined || tags.includes(key);
  };
  const end = others.findIndex(isTerm);
  return [first, ...(end < 0 ? others : others.slice(0, end))].join(' ');
}

export const helper: CommandSpec = {
  id: 'helper',
  names: { ru: ['помощник', 'помощники'], en: ['helper', 'helpers'] },
  who: ['player'],
  cooldown: 'bag',
  exact: true,
  help: {
    ru: '!помощник @имя талон,лечение 3/день 7д — доверить сумку; !помощник -@имя — забрать',
    en: '!helper @name ticket,heal 3/day 7d — trust with the bag; !helper -@name — revoke',
  },
  read: (typed, context) => {
    const [first, ...others] = typed.words;
    if (first === undefined) return { kind: 'query', query: 'helpers', args: {} };
    const name = first.replace(/^[+\-−–]?@?/u, '');
    // A name may begin with an emoji, which leaves a space behind the sign.
    const spoken = name === '' ? others : [name, ...others];
    if (spoken.length === 0) return fault('needs-viewer', { command: typed.name });
    const found = named(spoken, context);
    if (!found) return fault('unknown-viewer', { typed: echo(nameTyped(spoken, context)) || '?' });
    const { viewer } = found;
    const terms = spoken.slice(found.used);
    const revoke = /^[-−–]/u.test(first) || terms.some((word) => STOP.has(fold(word)));
    if (revoke) return { kind: 'command', command: { type: 'revokeHelper', viewer } };
    const grant = readGrant(terms, typed, context);
    return 'kind' in grant ? grant : { kind: 'command', command: { type: 'grantHelper', viewer, grant } };
  },
};
