import type { Channel } from '../../engine/diplomacy/channels.ts';
import type { CommandSpec } from '../spec.ts';
import { fold } from '../text.ts';

/** First words that name who is to hear it; any other word belongs to the line, and the line is for everyone. */
const TO: Readonly<Record<Exclude<Channel, 'everyone'>, ReadonlySet<string>>> = {
  alliance: new Set('ally allies alliance союз союзу союзнику союзникам'.split(' ')),
  players: new Set('players игрокам'.split(' ')),
};

export const say: CommandSpec = {
  id: 'say',
  names: { ru: ['сказать', 'скажи'], en: ['say'] },
  who: ['player'],
  cooldown: 'crowd',
  exact: true,
  help: {
    ru: '!сказать текст — всем чатам игры; !сказать союзу текст — союзникам; !сказать игрокам текст — без зрительских страниц',
    en: '!say text — to all chats of the game; !say ally text — to allies; !say players text — not on the viewers’ pages',
  },
  read: ({ words, rest, raw = rest }) => {
    const first = fold(words[0] ?? '').replace(/[:,]$/u, '');
    const channel = (['alliance', 'players'] as const).find((one) => TO[one].has(first));
    if (!channel) return { kind: 'speech', channel: 'everyone', text: raw };
    return { kind: 'speech', channel, text: raw.trim().replace(/^\S+\s*/u, '') };
  },
};
