import { readGrant } from '../args/grant.ts';
import { type CommandSpec, fault } from '../spec.ts';
import { echo, fold } from '../text.ts';

const STOP = new Set('off stop remove revoke убрать стоп забрать снять'.split(' '));

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
    const [first, ...terms] = typed.words;
    if (first === undefined) return { kind: 'query', query: 'helpers', args: {} };
    const revoke = /^[-−–]/u.test(first) || terms.some((word) => STOP.has(fold(word)));
    const name = first.replace(/^[+\-−–]?@?/u, '');
    if (name === '') return fault('needs-viewer', { command: typed.name });
    const viewer = context.viewer?.(name);
    if (viewer === undefined) return fault('unknown-viewer', { typed: echo(name) || '?' });
    if (revoke) return { kind: 'command', command: { type: 'revokeHelper', viewer } };
    const grant = readGrant(terms, typed, context);
    return 'kind' in grant ? grant : { kind: 'command', command: { type: 'grantHelper', viewer, grant } };
  },
};
