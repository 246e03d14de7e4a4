/**
 * The books of a game: what every player has, and what an event says of it. What somebody has after a command must be
 * what they had before and what its events name, so nothing can appear or vanish in silence.
 */
import type { EventType, GameEvent } from '../events.ts';
import { ELEMENTS } from '../rules.ts';
import type { GameState, Player, PlayerId } from '../state.ts';

/** Everything that can be counted of one player: `gold`, `item 17 cake`, `d8`, `shard fire`, `effect 18 shaken` … */
type Account = Map<string, number>;
export type Books = ReadonlyMap<PlayerId, Account>;

export function booksOf(state: GameState): Books {
  return new Map(state.order.map((id) => [id, accountOf(state.players[id]!)]));
}

function accountOf(player: Player): Account {
  const account: Account = new Map();
  const add = (what: string, by = 1) => book(account, what, by);
  for (const what of ['gold', 'hp', 'influence', 'score'] as const) add(what, player[what]);
  for (const element of ELEMENTS) add(`shard ${element}`, player.shards[element]);
  for (const { n, item } of player.bag) add(`item ${n} ${item}`);
  for (const { n, effect } of player.effects) add(`effect ${n} ${effect}`);
  for (const { n } of player.pending) add(`pending ${n}`);
  for (const sides of player.dice) add(`d${sides}`);
  for (const skill of player.skills) add(`skill ${skill}`);
  return account;
}

/** What comes to nothing is not in the books. */
function book(account: Account, what: string, by: number): void {
  const sum = (account.get(what) ?? 0) + by;
  if (sum === 0) account.delete(what);
  else account.set(what, sum);
}

type Write = (player: PlayerId, what: string, by: number) => void;
type Entry = (event: never, book: Write, books: Books) => void;
const entry = <T extends EventType>(
  write: (event: Extract<GameEvent, { readonly type: T }>, book: Write, books: Books) => void,
): Entry => write as Entry;

/** Takes everything of this sort out of an account. */
function clear(player: PlayerId, which: RegExp, { book, books }: { book: Write; books: Books }): void {
  for (const [what, count] of [...(books.get(player) ?? [])])
    if (which.test(what)) book(player, what, -count);
}

function clearPending(book: Write, books: Books): void {
  for (const player of books.keys()) clear(player, /^pending /, { book, books });
}

/** The events that name a change of what somebody has; every other event changes nothing of it. */
const ENTRIES: Readonly<Partial<Record<EventType, Entry>>> = {
  counted: entry<'counted'>(({ player, what, by }, book) => book(player, what, by)),
  shards: entry<'shards'>(({ player, element, by }, book) => book(player, `shard ${element}`, by)),
  itemGained: entry<'itemGained'>(({ player, got, why }, book) => {
    // The three weapons of the start hang at the belt, not in the bag.
    if (!['near', 'mid', 'far'].includes(why)) book(player, `item ${got.n} ${got.item}`, 1);
  }),
  itemLost: entry<'itemLost'>(({ player, n, item }, book) => book(player, `item ${n} ${item}`, -1)),
  dieGained: entry<'dieGained'>(({ player, sides }, book) => book(player, `d${sides}`, 1)),
  dieLost: entry<'dieLost'>(({ player, sides }, book) => book(player, `d${sides}`, -1)),
  rolled: entry<'rolled'>(({ player, spent }, book) => {
    for (const sides of spent) book(player, `d${sides}`, -1);
  }),
  lastThrow: entry<'lastThrow'>(({ player, spent }, book, books) => {
    // Logs from before there was a limit name no boosters: all of them were thrown.
    if (!spent) return clear(player, /^d\d+$/, { book, books });
    for (const sides of spent) book(player, `d${sides}`, -1);
  }),
  // At the end of a game nobody is asked anything any more.
  ended: entry<'ended'>((_event, book, books) => clearPending(book, books)),
  cancelled: entry<'cancelled'>((_event, book, books) => clearPending(book, books)),
  effectApplied: entry<'effectApplied'>(({ player, effect }, book) =>
    book(player, `effect ${effect.n} ${effect.effect}`, 1),
  ),
  effectEnded: entry<'effectEnded'>(({ player, n, effect }, book) =>
    book(player, `effect ${n} ${effect}`, -1),
  ),
  pended: entry<'pended'>(({ player, pending }, book) => book(player, `pending ${pending.n}`, 1)),
  unpended: entry<'unpended'>(({ player, n }, book) => book(player, `pending ${n}`, -1)),
  skillLearned: entry<'skillLearned'>(({ player, skill }, book) => book(player, `skill ${skill}`, 1)),
};

/** The books before, with every event written into them. */
export function written(before: Books, events: readonly GameEvent[]): Books {
  const books = new Map([...before].map(([id, account]) => [id, new Map(account)]));
  const write = (player: PlayerId, what: string, by: number) => {
    const account = books.get(player);
    if (account) book(account, what, by);
  };
  for (const event of events) ENTRIES[event.type]?.(event as never, write, books);
  return books;
}

/** Where two books differ, one line each: `p1 gold: 12 in the state, 10 by the events`. */
export function differences(state: Books, events: Books): readonly string[] {
  const out: string[] = [];
  for (const [id, has] of state) {
    const told = events.get(id) ?? new Map<string, number>();
    for (const what of new Set([...has.keys(), ...told.keys()])) {
      const [a, b] = [has.get(what) ?? 0, told.get(what) ?? 0];
      if (a !== b) out.push(`${id} ${what}: ${a} in the state, ${b} by the events`);
    }
  }
  return out;
}

/** Accounts below nothing. */
export function debts(books: Books): readonly string[] {
  return [...books].flatMap(([id, account]) =>
    [...account]
      .filter(([, sum]) => sum < 0 || !Number.isInteger(sum))
      .map(([what, sum]) => `${id} ${what}: ${sum}`),
  );
}
