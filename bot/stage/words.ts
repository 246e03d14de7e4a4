/** What the words of the table mean: which events of the game they stand for, and whom those happen to. */
import type { Moment } from '../protocol/views.ts';

export type StageEvent = Moment['events'][number];
type EventName = StageEvent['type'];

/** Each word and the events it stands for. */
const NAMED = {
  start: ['started'],
  pause: ['paused'],
  resume: ['resumed'],
  finish: ['ended'],
  final: ['superGameOpened', 'lastThrow'],
  roll: ['rolled'],
  move: ['moved'],
  gate: ['gateOpened', 'gateHeld'],
  camp: ['rested'],
  trap: ['trapSprung'],
  chest: ['chestOpened'],
  fall: ['knockedOut'],
  passed: ['trialPassed'],
  failed: ['trialFailed'],
  vote: ['pollOpened'],
  voted: ['pollClosed'],
  item: ['itemUsed'],
  effect: ['effectApplied'],
  defence: ['defended'],
  helper: ['helperUsed'],
  challenge: ['challenged'],
  fight: ['fightBegun'],
  story: ['sceneBegun'],
} as const satisfies Record<string, readonly EventName[]>;

type Test = (event: StageEvent) => boolean;

const WORDS: Readonly<Record<string, Test>> = {
  ...Object.fromEntries(
    Object.entries(NAMED).map(([word, names]) => [
      word,
      (event: StageEvent) => (names as readonly string[]).includes(event.type),
    ]),
  ),
  /** A trial is put before a player. */
  trial: (event) => event.type === 'pended' && event.pending.is === 'trial',
};

/** All words, for people. */
export const STAGE_WORDS: readonly string[] = Object.keys(WORDS);

/** Does the event answer to the word? What is no word is taken for an event's own name. */
export function means(word: string, event: StageEvent): boolean {
  const test = Object.hasOwn(WORDS, word) ? WORDS[word] : undefined;
  return test ? test(event) : event.type === word;
}

/** Whom it happens to; null if it happens to all. */
export function playerOf(event: StageEvent): string | null {
  if (event.type === 'pollOpened') return event.poll.player;
  if (event.type === 'ended') return event.winner;
  return 'player' in event ? event.player : null;
}
