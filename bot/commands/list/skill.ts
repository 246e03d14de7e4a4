import { LANGS } from '../../protocol/texts.ts';
import { findName, indexNames } from '../match.ts';
import { type CommandSpec, fault } from '../spec.ts';
import { echo } from '../text.ts';

export const skill: CommandSpec = {
  id: 'skill',
  names: { ru: ['навык', 'умение'], en: ['skill'] },
  who: ['player'],
  cooldown: 'turn',
  help: {
    ru: '!навык — позвать навык в бою; !навык имя — какой',
    en: '!skill — call a skill in a fight; !skill name — which one',
  },
  read: ({ rest }, { texts }) => {
    if (rest === '') return { kind: 'command', command: { type: 'skill' } };
    const names = LANGS.flatMap((lang) =>
      Object.entries(texts[lang].skills).map(([id, { name }]) => ({ id, text: name })),
    );
    const found = findName(indexNames(names), rest);
    return found?.ids.length === 1
      ? { kind: 'command', command: { type: 'skill', skill: found.ids[0] ?? '' } }
      : fault('unknown-skill', { got: echo(rest) });
  },
};
