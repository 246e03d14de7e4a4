/** What each event adds to the line that tells of a command. Events that only count for the state say nothing. */
import type { GameEvent } from '../../engine/events.ts';
import type { Part } from './compose.ts';
import type { Phrase } from './phrases.ts';
import type { Speech } from './say.ts';
import { ADMIN } from './tales/admin.ts';
import { CONTESTS } from './tales/contests.ts';
import { DIPLOMACY } from './tales/diplomacy.ts';
import { FIGHTS } from './tales/fights.ts';
import { HELPERS, LIFE } from './tales/life.ts';
import { MOVES } from './tales/moves.ts';
import { RACE } from './tales/race.ts';
import { SCENES } from './tales/scenes.ts';
import type { Tale, Tellers, Told } from './tales/tale.ts';
import { THINGS } from './tales/things.ts';
import { TRIALS } from './tales/trials.ts';

const TELLERS: Tellers = {
  ...MOVES,
  ...TRIALS,
  ...CONTESTS,
  ...THINGS,
  ...LIFE,
  ...HELPERS,
  ...DIPLOMACY,
  ...RACE,
  ...FIGHTS,
  ...SCENES,
  ...ADMIN,
};

/**
 * All parts of the tale of one accepted command, in the order of its events; what the line is for comes first, what is
 * asked comes last.
 */
export function tell(speech: Speech, events: readonly GameEvent[]): Part[] {
  const tale: Tale = { speech, events, told: new Set() };
  // A start deals out everybody's things; nobody wants the list.
  const begins = events.some(({ type }) => type === 'started');
  const tellers = begins ? LIFE : TELLERS;
  const parts = events.flatMap((event, at) => {
    if (tale.told.has(event)) return [];
    const teller = tellers[event.type] as ((e: GameEvent, t: Tale, at: number) => Told) | undefined;
    const told = teller?.(event, tale, at) ?? [];
    return Array.isArray(told) ? told : [told as Part];
  });
  const asked = (part: Part) => QUESTIONS.includes(part.phrase);
  return [...mainFirst(parts.filter((part) => !asked(part))), ...parts.filter(asked)];
}

/** What somebody has to answer: it stands last, so that it is not lost among what has happened. */
const QUESTIONS: readonly Phrase[] = [
  ...([
    'chatTrial',
    'gameTrial',
    'fork',
    'choice',
    'choiceAsked',
    'choiceNamed',
    'sceneEither',
    'final',
    'fightTurn',
    'fightWhere',
    'fightLine',
    'fightHello',
    'fightVote',
    'guardian',
  ] as const),
  ...([
    'quiz',
    'crowd',
    'riddle',
    'number',
    'chatChoice',
    'confirm',
    'performVote',
    'actTrial',
    'helpAsked',
  ] as const),
];

const SMALL = 7;

/** Prices and side effects are events before the deed; people want the deed first. */
function mainFirst(parts: readonly Part[]): Part[] {
  const main = parts.findIndex(({ weight }) => weight > SMALL);
  const small = main < 0 ? 0 : parts.slice(0, main).filter(({ weight }) => weight < SMALL).length;
  if (main <= 0 || small < main) return [...parts];
  return [parts[main]!, ...parts.slice(0, main), ...parts.slice(main + 1)];
}
