/** What the reader needs, out of the views of one game. */
import type { Millis, PlayerId, Poll } from '../engine/state.ts';
import type { BothTexts, Lang } from '../protocol/texts.ts';
import type { BagView, BoardView } from '../protocol/views.ts';
import { entryOf } from './answer/say.ts';
import type { OpenPoll, ReadContext, Role } from './spec.ts';
import { cellMeant } from './track.ts';

export interface Chat {
  /** Whose chat it is. */
  readonly player: PlayerId;
  readonly lang: Lang;
  readonly texts: BothTexts;
  /** Tags of the pack's items: what helpers may be granted. */
  readonly tags?: readonly string[];
}

export interface Said {
  readonly board: BoardView;
  /** Of the chat's player; null before it is known. */
  readonly bag: BagView | null;
  /** The speaker's. */
  readonly role: Role;
  readonly now: Millis;
  readonly viewer?: ReadContext['viewer'];
}

export type Contexts = (said: Said) => ReadContext;

/**
 * A maker of contexts for the lines of one chat. What comes out of the views is kept for as long as they are the
 * same objects, so that a line of talk costs a few lookups and the reader's own tables stay warm.
 */
export function createContexts(chat: Chat): Contexts {
  let of: { readonly board: BoardView; readonly bag: BagView | null } | null = null;
  let known: ReadContext | null = null;
  return ({ board, bag, role, now, viewer }) => {
    if (of?.board !== board || of.bag !== bag || known === null) {
      const views = {
        names: namesOf(board),
        polls: pollsOf(board, chat),
        cellAt: (number: number, relative: boolean) => cellMeant(board, chat.player, { number, relative }),
        ...forkOf(board, chat.player),
        ...(bag ? bagOf(bag) : EMPTY),
      };
      of = { board, bag };
      known = { ...chat, ...views, role, now };
    }
    return viewer ? { ...known, role, now, viewer } : { ...known, role, now };
  };
}

const NAMES = new WeakMap<BoardView['players'], ReadContext['names']>();
const BAGS = new WeakMap<BagView, FromBag>();
const POLLS = new WeakMap<Poll, OpenPoll>();

type FromBag = Pick<ReadContext, 'bag' | 'market' | 'offers' | 'requests' | 'weapons'>;
const EMPTY: FromBag = { bag: [] };
const NO_POLLS: readonly OpenPoll[] = [];

function namesOf({ players }: BoardView): ReadContext['names'] {
  let names = NAMES.get(players);
  if (!names) {
    names = Object.fromEntries(players.map(({ id, name }) => [id, name]));
    NAMES.set(players, names);
  }
  return names;
}

function forkOf({ players }: BoardView, player: PlayerId): Pick<ReadContext, 'fork'> {
  const asked = players.find(({ id }) => id === player)?.pending;
  return asked?.is === 'fork' ? { fork: asked.ways.length } : {};
}

function bagOf(view: BagView): FromBag {
  let known = BAGS.get(view);
  if (!known) {
    known = {
      bag: view.items.map(({ item, worn, wait }) => ({ item, worn, waits: wait > 0 })),
      market: view.market?.map(({ item }) => item),
      offers: view.offers ?? [],
      requests: view.requests.map(({ n }) => n),
      weapons: view.weapons,
    };
    BAGS.set(view, known);
  }
  return known;
}

/** Polls of this chat, oldest first. */
function pollsOf(board: BoardView, { player, texts }: Chat): readonly OpenPoll[] {
  if (board.polls.length === 0) return NO_POLLS;
  return board.polls
    .filter((poll) => poll.player === player)
    .sort((a, b) => a.opens - b.opens)
    .map((poll) => POLLS.get(poll) ?? openPoll(board, poll, texts));
}

function openPoll(board: BoardView, poll: Poll, texts: BothTexts): OpenPoll {
  const { id, kind, options } = poll;
  const asked = board.players.find((one) => one.id === (poll.owner ?? poll.player))?.pending;
  const trial = poll.trial ?? (asked?.is === 'trial' && asked.n === poll.pending ? asked.trial : null);
  const word = (lang: Lang) => (trial === null ? undefined : entryOf(texts[lang].trials, trial)?.word);
  const open =
    kind === 'crowd'
      ? { id, kind, options, word: { ru: word('ru'), en: word('en') } }
      : { id, kind, options };
  // A word that is not known yet may be so with the next view.
  if (kind !== 'crowd' || trial !== null) POLLS.set(poll, open);
  return open;
}
