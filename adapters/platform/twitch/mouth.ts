/** The way that a line goes: by the API where somebody may write there, by the chat's own connection otherwise. */
import type { Entry } from './entry.ts';
import type { Mouth } from './outbox.ts';
import type { Studio } from './studio.ts';

/** Twitch answers a line by the API within 300 ms; a line by IRC within 100. */
const CONFIRM_MS = { api: 4_000, irc: 1_200 } as const;

export function mouthOf(studio: Studio | null, entry: () => Entry): Mouth {
  const voice = () => studio?.voice ?? null;
  return {
    get open() {
      return voice() !== null || entry().by === 'irc';
    },
    get confirmMs() {
      return voice() ? CONFIRM_MS.api : CONFIRM_MS.irc;
    },
    say: (text, replyTo) => voice()?.say(text, replyTo) ?? entry().say(text, replyTo),
  };
}
