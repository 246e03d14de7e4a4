/** A game as the viewers of one channel see it, small enough to be sent every second. Pure. */
import { createHash } from 'node:crypto';
import type { HostedGame } from '../../host/hosted-game.ts';
import {
  EXT_VERSION,
  type ExtFight,
  type ExtMessage,
  type ExtPlayer,
  type ExtPoll,
  type ExtState,
  type ExtSwitches,
  type ExtTold,
} from '../../protocol/extension.ts';
import type { BagView, BoardView, LogView, Moment, PlayerView } from '../../protocol/views.ts';

/** Twitch takes 5 KB; bytes, not letters. */
export const MESSAGE_BYTES = 5_000;
const MOST_TOLD = 8;

export type Content = Omit<ExtState, 'v' | 'rev'>;

export interface Asked {
  readonly player: string;
  readonly switches: ExtSwitches;
  /** Version of the texts that names are made with. */
  readonly texts: string;
}

/** Null if the seat is not in this game. */
export function contentOf(game: HostedGame, { player, switches, texts }: Asked): Content | null {
  const board = game.view('board') as BoardView;
  const bag = game.view(`bag:${player}`) as BagView | null;
  const own = board.players.find(({ id }) => id === player);
  if (!bag || !own) return null;
  const { items, slots, boosters: dice, gold, influence } = bag;
  return {
    game: game.id,
    seat: player,
    status: board.status,
    pace: board.pace,
    map: mapVersion(board.map),
    texts,
    players: board.players.map(playerOf),
    polls: pollsOf(board, bag),
    asked: own.pending,
    fight: fightOf(own),
    bonds: (board.treaties ?? []).map(({ kind, between: [one, other] }) => [kind, one, other] as const),
    roll: own.lastRoll,
    winner: board.winner,
    opened: board.opened,
    traps: board.traps,
    marks: board.marks,
    bag: { slots, items, dice, gold, influence },
    told: toldOf(game.view('log') as LogView, player, game),
    open: switches,
  };
}

function playerOf(player: PlayerView): ExtPlayer {
  const { id, seat, name, kind, cell, place, hp, maxHp: max, gold, effects } = player;
  const fx = effects.map(({ n, effect }) => [n, effect] as const);
  return { id, seat, name, bot: kind === 'bot', cell, place, hp, max, gold, fx };
}

/** Foes that still stand; the rest of a fight is for the stream. */
function fightOf({ fight }: PlayerView): ExtFight | null {
  if (!fight) return null;
  const foes = fight.foes
    .filter(({ hp, out }) => hp > 0 && !out)
    .map(({ templateId: template, affixId: affix, hp, derived: { maxHp: max }, next }) => {
      return { template, affix, hp, max, next: next && { move: next.move, lands: next.lands } };
    });
  return { round: fight.round, foes };
}

/** Only of this chat: votes of other chats belong to their viewers. */
function pollsOf(board: BoardView, bag: BagView): ExtPoll[] {
  return board.polls
    .filter(({ player }) => player === bag.player)
    .map((poll) => ({
      ...poll,
      tally: board.tally[poll.id] ?? { voters: 0, totals: {} },
      about: bag.pending.find(({ n }) => n === poll.pending) ?? null,
    }));
}

/** The last ends of viewers' wishes in this chat, newest first. */
function toldOf({ moments }: LogView, player: string, game: Pick<HostedGame, 'names'>): ExtTold[] {
  const own = new Set(
    moments.flatMap(({ events }) =>
      events.flatMap((one) => (one.type === 'pollOpened' && one.poll.player === player ? [one.poll.id] : [])),
    ),
  );
  const told = moments.flatMap(({ seq, at, events }) =>
    events.flatMap((event) => {
      const end = endIn(event, player, own);
      return end ? [{ seq, at, ...end, who: end.who && game.names.of(end.who) }] : [];
    }),
  );
  return told.slice(-MOST_TOLD).reverse();
}

type End = Omit<ExtTold, 'seq' | 'at'>;

/** `who` is still a pseudonym here. */
function endIn(event: Moment['events'][number], player: string, polls: ReadonlySet<string>): End | null {
  if (event.type === 'pollClosed') {
    const { poll, result, root } = event;
    const end = { who: '', is: 'vote', what: poll, end: String(result), why: root.slice(0, 16) } as const;
    return polls.has(poll) ? end : null;
  }
  if (!('player' in event) || event.player !== player) return null;
  switch (event.type) {
    case 'challenged':
      return { who: event.viewer, is: 'challenged', what: event.trial, end: 'applied', why: '' };
    case 'redeemed':
      return { who: event.viewer, is: 'redeemed', what: event.reward, end: event.outcome, why: event.why };
    case 'itemUsed':
      return event.by === null
        ? null
        : { who: event.by, is: 'helped', what: event.item, end: 'applied', why: '' };
    default:
      return null;
  }
}

const versions = new WeakMap<BoardView['map'], string>();

export function mapVersion(map: BoardView['map']): string {
  const known = versions.get(map);
  if (known) return known;
  const made = versionOf(JSON.stringify(map));
  versions.set(map, made);
  return made;
}

export function versionOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 16);
}

/** Left out in this order until the message fits: a panel keeps what it had, and the snapshot has everything. */
const CAN_MISS = ['told', 'marks', 'traps', 'opened', 'bag', 'players'] as const;

/** The state as one PubSub message of at most `most` bytes. */
export function messageOf(state: ExtState, most = MESSAGE_BYTES): string {
  let message: ExtMessage = state;
  for (const part of [null, ...CAN_MISS]) {
    if (part) message = { ...message, [part]: undefined };
    const text = JSON.stringify(message);
    if (Buffer.byteLength(text) <= most) return text;
  }
  return JSON.stringify({ v: EXT_VERSION, rev: state.rev, thin: true } satisfies ExtMessage);
}
