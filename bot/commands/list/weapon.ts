import type { Reach } from '../../engine/rules.ts';
import { LANGS } from '../../protocol/texts.ts';
import { REACH_NAMES } from '../args/band.ts';
import { itemName } from '../args/item.ts';
import { findName, indexNames, type NameIndex } from '../match.ts';
import { type CommandSpec, fault, type ReadContext } from '../spec.ts';
import { echo } from '../text.ts';

export const weapon: CommandSpec = {
  id: 'weapon',
  names: { ru: ['оружие'], en: ['weapon'] },
  who: ['player'],
  cooldown: 'bag',
  help: {
    ru: '!оружие ближнее, среднее, дальнее или имя — сменить',
    en: '!weapon near, mid, far or name — switch',
  },
  read: (typed, context) => {
    const found = findName(REACH_NAMES, typed.rest) ?? findName(own(context), typed.rest);
    if (found?.ids.length === 1)
      return { kind: 'command', command: { type: 'weapon', reach: found.ids[0] as Reach } };
    return fault('no-weapon', typed.rest ? { reach: echo(typed.rest) } : {});
  },
};

/** The player's weapons by their names in both languages. */
function own({ weapons, texts }: ReadContext): NameIndex {
  return indexNames(
    (Object.keys(weapons ?? {}) as Reach[]).flatMap((id) =>
      LANGS.map((lang) => ({ id, text: itemName(texts, lang, weapons![id]) })),
    ),
  );
}
