/** Says on the console of each chat that opens what works there, and what does not. */
import { FEATURE_WORDS } from '../../doctor/feature-words.ts';
import type { HostedGame } from '../../host/hosted-game.ts';

type Lang = 'ru' | 'en';

const WORDS = {
  ru: {
    whole: 'чат открыт, можно всё',
    deaf: 'чат не читается; нельзя: ',
    partly: 'чат открыт; нельзя: ',
    how: '. Что поможет: npx msig doctor',
  },
  en: {
    whole: 'the chat is open, all works',
    deaf: 'the chat cannot be read; not possible: ',
    partly: 'the chat is open; not possible: ',
    how: '. What helps: npx msig doctor',
  },
} as const;

/** Once for each chat and each set of abilities. Returns the way to stop. */
export function tellChats(game: HostedGame, lang: Lang, note: (line: string) => void): () => void {
  const told = new Set<string>();
  return game.rooms.onChange(() => {
    for (const [player, chats] of Object.entries(game.rooms.chats())) {
      for (const { platform, state, lacks } of chats) {
        const line = `${game.names.of(player)} · ${platform}: ${sentence(lacks, lang)}`;
        if (state !== 'up' || told.has(line)) continue;
        told.add(line);
        note(line);
      }
    }
  });
}

/** An account or an address can give these two; what a platform cannot do at all, nobody can help. */
const CURABLE = ['read', 'write'];

function sentence(lacks: readonly string[], lang: Lang): string {
  const { whole, deaf, partly, how } = WORDS[lang];
  if (lacks.length === 0) return whole;
  const words: Readonly<Record<string, Readonly<Record<Lang, string>>>> = FEATURE_WORDS;
  const list = lacks.map((lack) => words[lack]?.[lang] ?? lack).join(', ');
  const cure = CURABLE.some((one) => lacks.includes(one)) ? how : '';
  return (lacks.includes('read') ? deaf : partly) + list + cure;
}
