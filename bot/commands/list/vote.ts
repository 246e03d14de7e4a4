import { readVote } from '../args/ballot.ts';
import { type CommandSpec, EVERYBODY } from '../spec.ts';

export const vote: CommandSpec = {
  id: 'vote',
  names: { ru: ['голос', 'голосую'], en: ['vote'] },
  who: EVERYBODY,
  cooldown: 'crowd',
  help: {
    ru: '!голос 2 (или просто 2) — голосовать, пока идёт голосование',
    en: '!vote 2 (or just 2) — vote while a vote runs',
  },
  read: (typed, context) => readVote(typed, context),
};
