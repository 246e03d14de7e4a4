/** Questions that a command opened: forks, choices, trials, votes. */
import type { EventOf, GameEvent } from '../../engine/events.ts';
import type { Pending, PlayerId, Poll } from '../../engine/state.ts';
import type { SceneRun } from '../../engine/stories/state.ts';
import type { EntryText } from '../../protocol/texts.ts';
import type { Part } from './compose.ts';
import { fightVotePhrase } from './fight-votes.ts';
import {
  entryName,
  entryOf,
  entryOfPath,
  entryText,
  optionsText,
  playerName,
  type Speech,
  wordsOf,
} from './say.ts';
import { sceneLabels, sceneLines } from './scenes.ts';
import { fightPart } from './tales/fights.ts';
import { duration } from './template.ts';
import { mainWay } from './way.ts';

interface Told {
  readonly speech: Speech;
  readonly events: readonly GameEvent[];
}

/** How long there is to answer: from the `begun` of the same command. */
function waitFor({ speech, events }: Told, n: number): string | undefined {
  const begun = events.find((event) => event.type === 'begun' && event.n === n);
  return begun?.type === 'begun' ? timeLeft(speech, begun.until) : undefined;
}

/** Days are not worth a countdown in a chat line. */
export function timeLeft(speech: Speech, until: number | null): string | undefined {
  if (until === null) return undefined;
  const seconds = (until - speech.at) / 1000;
  return seconds <= 0 || seconds > 86_400 ? undefined : duration(speech.lang, seconds);
}

/** What a new pending asks; votes are told by their poll. */
export function pendedParts({ player, pending }: EventOf<'pended'>, told: Told): Part[] {
  const polled = told.events.some((e) => e.type === 'pollOpened' && e.poll.pending === pending.n);
  const begun = told.events.some((e) => e.type === 'begun' && e.n === pending.n);
  if (pending.is === 'trial' && !begun) {
    const values = { entry: entryName(told.speech, 'trials', pending.trial) };
    return [{ about: player, phrase: 'queuedTrial', values, weight: 5, sign: '📜' }];
  }
  // The end of a walk that stops at a queued question is told when it comes up.
  if (!begun || (polled && (pending.is === 'choice' || pending.is === 'scene'))) return [];
  if (pending.is === 'scene') return [questionOf(told, { player, n: pending.n, run: pending.run })];
  const part = pendingPart(told.speech, pending, { wait: waitFor(told, pending.n), polled });
  const known = pending.is === 'choice' && named(told, pending.path);
  return [{ ...part, about: player, phrase: known ? 'choice' : part.phrase }];
}

/** What a scene asks the player; its votes are told by their polls. */
export function questionOf(
  told: Told,
  { player, n, run }: { readonly player: PlayerId; readonly n: number; readonly run: SceneRun },
): Part {
  return { ...asking(told.speech, { player, run, wait: waitFor(told, n) }), about: player };
}

function asking(
  speech: Speech,
  about: { readonly player: PlayerId; readonly run: SceneRun; readonly wait: string | undefined },
): Part {
  const { player, run, wait } = about;
  const options = optionsText(sceneLabels(speech, run, player), numbers(run.options.length));
  return { about: null, phrase: 'choice', values: { options, wait }, weight: 10 };
}

const numbers = (count: number): readonly number[] => Array.from({ length: count }, (_, i) => i + 1);

/** Has the same line named this entry already? */
function named({ events }: Told, path: string): boolean {
  const id = path.split('/')[1];
  return events.some((event) =>
    event.type === 'itemUsed'
      ? event.item === id
      : event.type === 'chestOpened'
        ? event.find === id
        : event.type === 'trapSprung'
          ? event.trap === id
          : event.type === 'punished'
            ? event.punishment === id
            : event.type === 'checked' && event.trial === id,
  );
}

/** One pending as a sentence: for the tale and for `!trial`. */
export function pendingPart(
  speech: Speech,
  pending: Pending,
  { wait, polled, player = '' }: { wait: string | undefined; polled: boolean; player?: PlayerId },
): Part {
  const about = null;
  switch (pending.is) {
    case 'fork': {
      return { about, phrase: 'fork', values: { ways: waysText(speech, pending.ways), wait }, weight: 9 };
    }
    case 'choice': {
      const entry = entryOfPath(speech, pending.path);
      const options = optionsText(entry?.text?.options, pending.open);
      return {
        about,
        phrase: entry?.text?.question ? 'choiceAsked' : 'choiceNamed',
        values: { entry: entry?.text?.name ?? entry?.id, question: entry?.text?.question, options, wait },
        weight: 9,
      };
    }
    case 'scene': {
      const { run } = pending;
      const asked = asking(speech, { player, run, wait });
      const entry = entryOf(speech.texts.stories ?? {}, run.story)?.name ?? run.story;
      const question = sceneLines(speech, run, player);
      return { ...asked, phrase: 'choiceAsked', values: { ...asked.values, entry, question } };
    }
    case 'trial': {
      const text = entryText(speech.texts, 'trials', pending.trial);
      const values = { entry: text?.name ?? pending.trial, line: text?.line };
      return {
        about,
        phrase: polled ? 'chatTrial' : text?.question ? 'actTrial' : 'gameTrial',
        values: { ...values, question: text?.question, wait },
        weight: polled ? 7 : 9,
        sign: '📜',
      };
    }
    case 'fight':
      return fightPart(speech, playerOfFight(speech, pending.n), wait);
    case 'final':
      return {
        ...{ about, values: { wait }, weight: 9, sign: '🏁' },
        phrase: pending.stage === 'guardian' ? 'guardian' : 'final',
      };
  }
}

/** Whose round it is. */
function playerOfFight({ board }: Speech, n: number): string {
  return board?.players.find(({ pending }) => pending?.n === n)?.id ?? '';
}

/** Cells of a way that are worth a look before one takes it, and the kinds that are named. */
const FIRST_CELLS = 5;
const FIRST_KINDS = 3;

/** «1 — испытание, рынок; 2 — сундук, тайник»: what each way begins with. */
function waysText(speech: Speech, ways: readonly number[]): string {
  return ways.map((cell, i) => `${i + 1}${firstKinds(speech, cell)}`).join('; ');
}

function firstKinds({ lang, board }: Speech, first: number): string {
  if (!board?.map.cells[first]) return '';
  const words = wordsOf(lang);
  const cells = [board.map.cells[first], ...mainWay(board, first, FIRST_CELLS - 1)];
  const kinds = cells.map((cell) => words.kinds[cell.kind]).filter((kind) => kind !== '');
  return ` — ${[...new Set(kinds)].slice(0, FIRST_KINDS).join(', ') || words.quiet}`;
}

/** What a vote asks of the chat. */
export function pollPart({ poll }: EventOf<'pollOpened'>, { speech, events }: Told): Part {
  return pollQuestion(speech, poll, { pending: pendingOf(speech, poll, events), events });
}

function pendingOf(speech: Speech, poll: Poll, events: readonly GameEvent[]): Pending | undefined {
  for (const event of events)
    if (event.type === 'sceneTurned' && event.n === poll.pending)
      return { is: 'scene', n: event.n, until: null, poll: poll.id, run: event.run };
  for (const event of events)
    if (event.type === 'pended' && event.pending.n === poll.pending) return event.pending;
  const owner = poll.owner ?? poll.player;
  const view = speech.board?.players.find(({ id }) => id === owner)?.pending;
  return view?.n === poll.pending ? view : undefined;
}

/** Nearly every chat is this quick; only what takes longer is worth a word. */
const PROMPT_MS = 4_000;

/** How much longer than it is open a vote is counted, where slow chats need it. */
function lateOf(speech: Speech, { closes, settles = closes }: Poll): string | undefined {
  return settles - closes > PROMPT_MS ? duration(speech.lang, (settles - closes) / 1000) : undefined;
}

/** The question of a poll with its options and the time there is. */
export function pollQuestion(
  speech: Speech,
  poll: Poll,
  { pending, events = [] }: { readonly pending?: Pending; readonly events?: readonly GameEvent[] },
): Part {
  const text =
    poll.trial === undefined ? textOf(speech, pending) : entryText(speech.texts, 'trials', poll.trial);
  const wait = duration(speech.lang, (poll.closes - poll.opens) / 1000);
  const late = lateOf(speech, poll);
  const open =
    pending?.is === 'choice' ? pending.open : Array.from({ length: poll.options }, (_, i) => i + 1);
  const base = { about: poll.player, weight: 9, sign: '📢' } as const;
  const question = text?.question ?? text?.line ?? playerName(speech, poll.player);
  // A question on the race itself has the players as its answers.
  const players = speech.board?.players.map(({ id }) => playerName(speech, id));
  const options = optionsText(text?.options ?? (poll.kind === 'quiz' ? players : undefined), open);
  switch (poll.kind) {
    case 'quiz':
      return { ...base, phrase: 'quiz', values: { question, options, wait, late } };
    case 'crowd': {
      // Where something is asked, the word is what has to be found.
      const phrase = text?.question ? 'riddle' : 'crowd';
      return { ...base, phrase, values: { question, word: text?.word, need: poll.need, wait, late } };
    }
    case 'number':
      return { ...base, phrase: 'number', values: { question, wait, late } };
    case 'choice':
      if (pending?.is === 'fight') {
        const phrase = fightVotePhrase(speech, poll, events);
        return { ...base, phrase, values: { most: poll.options, wait, late } };
      }
      if (pending?.is === 'scene') return sceneQuestion(speech, { poll, run: pending.run, wait, late });
      return { ...base, phrase: 'chatChoice', values: { question: text?.question, options, wait, late } };
    case 'confirm':
      return {
        ...base,
        phrase: poll.confirms === 'performance' ? 'performVote' : 'confirm',
        values: { wait, late },
      };
  }
}

/** Where both are asked, the player may answer for the chat. */
function sceneQuestion(
  speech: Speech,
  about: { readonly poll: Poll; readonly run: SceneRun; readonly wait: string; readonly late?: string },
): Part {
  const { poll, run, wait, late } = about;
  const labels = sceneLabels(speech, run, poll.player);
  const options = optionsText(labels, numbers(labels.length));
  const phrase = run.asks === 'either' ? 'sceneEither' : 'chatChoice';
  return { about: poll.player, weight: 10, sign: '📢', phrase, values: { options, wait, late } };
}

function textOf(speech: Speech, pending: Pending | undefined): EntryText | undefined {
  if (pending?.is === 'trial') return entryText(speech.texts, 'trials', pending.trial);
  return pending?.is === 'choice' ? entryOfPath(speech, pending.path)?.text : undefined;
}
