/** Lines of the game's own chat as other chats show them, and what the speaker is told. */
import type { Channel } from '../../engine/diplomacy/channels.ts';
import type { Lang } from '../../protocol/texts.ts';
import { shownName } from './say.ts';

/** Whom a line was for, where it is not for everyone. */
const TO: Readonly<Record<Lang, Readonly<Record<Channel, string>>>> = {
  ru: { everyone: '', players: ' (игрокам)', alliance: ' (союзу)' },
  en: { everyone: '', players: ' (to players)', alliance: ' (to allies)' },
};

export interface SpokenLine {
  /** Name of the player who speaks. */
  readonly name: string;
  readonly channel: Channel;
  readonly text: string;
}

/** `💬 Anna: …`. */
export function spokenLine(lang: Lang, { name, channel, text }: SpokenLine): string {
  return `💬 ${shownName(name)}${TO[lang][channel]}: ${text}`;
}

/** Who hears it now: names of players whose chats are connected. */
export function heardLine(lang: Lang, names: readonly string[]): string {
  if (names.length === 0)
    return lang === 'ru'
      ? 'Сказано, но другие чаты сейчас не на связи.'
      : 'Said, but no other chat is connected now.';
  const list = names.map((name) => shownName(name)).join(', ');
  return lang === 'ru' ? `Услышали: ${list}.` : `Heard by: ${list}.`;
}
