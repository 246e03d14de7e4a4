/** Outcomes → sentences for a chat, in its language. Pure: time and the rotation of variants come in as arguments. */
import type { GameEvent } from '../engine/events.ts';
import type { Millis, PlayerId, ViewerKey } from '../engine/state.ts';
import type { Lang, PackTexts } from '../protocol/texts.ts';
import type { BagView, BoardView } from '../protocol/views.ts';
import type { Answerer } from './answer/asked/asked.ts';
import { rule } from './answer/asked/book.ts';
import { help, market, players, top } from './answer/asked/game.ts';
import { bag, effects, helpers, near, status, trial, where } from './answer/asked/person.ts';
import { map, odds } from './answer/asked/track.ts';
import { treaties } from './answer/asked/treaties.ts';
import { tuning } from './answer/asked/tuning.ts';
import { why } from './answer/asked/why.ts';
import { compose } from './answer/compose.ts';
import { tell } from './answer/events.ts';
import { NO_TEXTS, refusalLine } from './answer/refusal.ts';
import type { Speech } from './answer/say.ts';
import type { FaultArgs, Query, QueryArgs, Role } from './spec.ts';

interface Setting {
  readonly lang: Lang;
  /** Of the pack, in `lang`. */
  readonly texts: PackTexts;
  /** Rotates variants so that equal answers differ; a counter of the chat. Default 0. */
  readonly turn?: number;
  /** Now, for waiting times. Default: the time of the board. */
  readonly at?: Millis;
  readonly viewers?: Readonly<Record<ViewerKey, string>>;
}

export interface EventsToTell extends Setting {
  /** Of one accepted command. */
  readonly events: readonly GameEvent[];
  readonly names: Readonly<Record<PlayerId, string>>;
  /** Best the one from before the command: it knows what was being asked. */
  readonly board: BoardView | null;
  /** Only what concerns this player and everybody: for a chat whose player did not act. Hand over all events still. */
  readonly about?: PlayerId;
}

/** What has happened, one line of at most 400 characters (200 where possible); `''` when nothing is worth saying. */
export function answerEvents(asked: EventsToTell): string {
  const speech = speechOf(asked, asked.names, asked.board);
  const parts = tell(speech, asked.events);
  const { about } = asked;
  return compose(about === undefined ? parts : parts.filter((one) => (one.about ?? about) === about), speech);
}

export interface RefusalToTell extends Omit<Setting, 'texts'> {
  readonly code: string;
  readonly args: FaultArgs;
  readonly texts?: PackTexts;
  readonly names?: Readonly<Record<PlayerId, string>>;
  /** Tells numbers of cells and who has won. */
  readonly board?: BoardView | null;
}

/** Why something was not done and what to type instead. Any code gets a sentence, known or not. */
export function answerRefusal(asked: RefusalToTell): string {
  const speech = speechOf(
    { ...asked, texts: asked.texts ?? NO_TEXTS },
    asked.names ?? {},
    asked.board ?? null,
  );
  return refusalLine(speech, asked.code, asked.args);
}

export interface QueryToTell extends Setting {
  readonly query: Query;
  readonly args: QueryArgs;
  /** Whose chat it is; `args.player` comes first. */
  readonly player: PlayerId;
  readonly board: BoardView;
  /** Of the player the question is about (`args.player ?? player`); null when it is not at hand. */
  readonly bag: BagView | null;
  /** The speaker's, for `help`. Default `player`. */
  readonly role?: Role;
}

const ANSWERERS: Readonly<Record<Query, Answerer>> = {
  status,
  where,
  near,
  effects,
  bag,
  odds,
  map,
  trial,
  market,
  top,
  rule,
  help,
  players,
  helpers,
  treaties,
  why,
  tuning,
};

/** The answer to a question, from views alone. A player who is not on the board gets the refusal `not-a-player`. */
export function answerQuery(asked: QueryToTell): string {
  const id = asked.args.player ?? asked.player;
  const names = Object.fromEntries(asked.board.players.map((one) => [one.id, one.name]));
  const speech = speechOf(asked, names, asked.board);
  const player = asked.board.players.find((one) => one.id === id);
  if (!player) return answerRefusal({ ...asked, code: 'not-a-player', args: { player: id }, names });
  const { entry, cell, command, book, why: about } = asked.args;
  const parts = ANSWERERS[asked.query]({
    ...{ speech, board: asked.board, player, bag: asked.bag, role: asked.role ?? 'player' },
    ...{ entry, cell, command, book, why: about },
  });
  return compose(parts, speech);
}

function speechOf(
  { lang, texts, turn = 0, at, viewers = {} }: Setting,
  names: Readonly<Record<PlayerId, string>>,
  board: BoardView | null,
): Speech {
  return { lang, texts, turn, at: at ?? board?.at ?? 0, viewers, names, board };
}
