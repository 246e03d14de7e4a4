/** Votes inside a fight: whose question it is says what the chat is asked. */
import type { GameEvent } from '../../engine/events.ts';
import type { Poll } from '../../engine/state.ts';
import type { Phrase } from './phrases.ts';
import type { Speech } from './say.ts';

/** Skill or ability → its question; each has words of its own. */
const QUESTIONS: ReadonlyMap<string, Phrase> = new Map<string, Phrase>([
  ['burrow', 'fightWhere'],
  ['heckle', 'fightLine'],
  ['waits_for_hello', 'fightHello'],
]);

/** The phrase that asks it; where a pack brings a question of its own, one that only asks for a number. */
export function fightVotePhrase(speech: Speech, poll: Poll, events: readonly GameEvent[]): Phrase {
  const [, asker = ''] = ruleOf(speech, poll, events)?.split('/') ?? [];
  return QUESTIONS.get(asker) ?? 'fightVote';
}

/** `side/asker/rule/operation`, from the command that opened the vote or from what is on the board. */
function ruleOf({ board }: Speech, poll: Poll, events: readonly GameEvent[]): string | undefined {
  const told = events.flatMap((one) => ('fight' in one && typeof one.fight === 'object' ? [one.fight] : []));
  const shown = board?.players.flatMap(({ fight }) => (fight ? [fight] : [])) ?? [];
  return [...told, ...shown].find(({ vote }) => vote?.poll === poll.id)?.vote?.rule;
}
