import type { Reach } from '../../engine/rules.ts';
import { findName, indexNames } from '../match.ts';
import { type CommandSpec, fault } from '../spec.ts';
import { echo } from '../text.ts';

const WORDS: Readonly<Record<Reach, readonly string[]>> = {
  near: ['near', 'close', 'melee', 'ближнее', 'ближний', 'ближняя', 'вблизи'],
  mid: ['mid', 'middle', 'среднее', 'средний', 'средняя'],
  far: ['far', 'ranged', 'дальнее', 'дальний', 'дальняя', 'вдаль'],
};
const NAMES = indexNames(
  (Object.keys(WORDS) as Reach[]).flatMap((id) => WORDS[id].map((text) => ({ id, text }))),
);

export const weapon: CommandSpec = {
  id: 'weapon',
  names: { ru: ['оружие'], en: ['weapon'] },
  who: ['player'],
  cooldown: 'bag',
  help: {
    ru: '!оружие ближнее, среднее или дальнее — сменить',
    en: '!weapon near, mid or far — switch',
  },
  read: (typed) => {
    const found = findName(NAMES, typed.rest);
    if (found?.ids.length === 1)
      return { kind: 'command', command: { type: 'weapon', reach: found.ids[0] as Reach } };
    return fault('no-weapon', typed.rest ? { reach: echo(typed.rest) } : {});
  },
};
