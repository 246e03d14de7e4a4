/** What everybody may see of the race. Pure projections; parts that did not change keep their reference. */

import type { BoardView, PlayerView, SceneView, Tally } from '../../protocol/views.ts';
import type { Board } from '../board/board.ts';
import type { Fight } from '../combat/state.ts';
import { maxHp } from '../effects/derive.ts';
import { statOf } from '../effects/reactions.ts';
import { runOf } from '../final/state.ts';
import { playerOf } from '../patch.ts';
import { currentOf, gameOf } from '../pending.ts';
import { ranking } from '../places.ts';
import type { Rules } from '../rules.ts';
import type { GameState, Pending, Player, PlayerId, Roll } from '../state.ts';
import type { ScenePending } from '../stories/state.ts';
import { turnsOf } from '../time/turns.ts';
import { timeView } from '../time/view.ts';
import { nextToken } from '../turn/tokens.ts';
import { clashesOf, treatiesOf } from './treaties.ts';
import { casesOf, ledgerOf } from './trials.ts';

/** What the host knows and the engine does not. */
export interface Extra {
  readonly rules: Rules;
  readonly seq: number;
  readonly names: Readonly<Record<PlayerId, string>>;
  readonly links: Readonly<Record<PlayerId, 'up' | 'down' | null>>;
  readonly chats?: BoardView['chats'];
  /** Names of viewers, by pseudonym, for juries. */
  readonly viewers?: Readonly<Record<string, string>>;
  readonly tally: Readonly<Record<string, Tally>>;
  readonly named?: BoardView['named'];
  readonly commitment: string;
}

export function boardView(state: GameState, extra: Extra): BoardView {
  const places = state.places.length > 0 ? state.places : ranking(state);
  return {
    game: state.game,
    status: state.status,
    seq: extra.seq,
    at: state.at,
    pace: state.pace,
    size: state.size,
    ranked: state.ranked,
    map: publicMap(state.board),
    players: state.order.map((id) => playerView(state, extra, { id, place: places.indexOf(id) + 1 })),
    opened: state.opened,
    marks: marksOf(state),
    traps: trapsOf(state),
    ...objectsOf(state),
    polls: pollsOf(state),
    tally: extra.tally,
    treaties: treatiesOf(state),
    clashes: clashesOf(state),
    winner: state.winner,
    places: state.places,
    commitment: extra.commitment,
    ...trialsOf(state, extra),
    ...(state.tuning ? { tuning: state.tuning } : {}),
    turns: turnsOf(state),
    epoch: state.epoch ?? null,
    ...(extra.chats ? { chats: extra.chats } : {}),
    ...(extra.named ? { named: extra.named } : {}),
  };
}

function trialsOf(state: GameState, { viewers = {} }: Extra): Pick<BoardView, 'cases' | 'ledger'> {
  const cases = casesOf(state, viewers);
  const ledger = ledgerOf(state);
  const counts = ledger.applied + ledger.returned + ledger.held > 0 ? { ledger } : {};
  return cases ? { cases, ...counts } : counts;
}

/** One view for as long as its source lives: equal input gives the same object, so a change is found by reference. */
function memo<K extends object, V>(make: (key: K) => V): (key: K) => V {
  const made = new WeakMap<K, V>();
  return (key) => {
    const found = made.get(key);
    if (found !== undefined) return found;
    const value = make(key);
    made.set(key, value);
    return value;
  };
}

/** Traps stay hidden: their ids are cut out. */
const publicMap = memo(
  (board: Board): Board => ({
    ...board,
    cells: board.cells.map(({ secret: _hidden, passage: _shut, ...cell }) => cell),
  }),
);
/** What made the total is asked for by `why`. */
const bareRoll = memo(({ dice, bonus, total }: Roll): Roll => ({ dice, bonus, total }));
const marksByList = memo((marks: GameState['marks']) => marks.map(({ cell, by }) => ({ cell, by })));
const marksOf = (state: GameState) => marksByList(state.marks);
const pollsByMap = memo((polls: GameState['polls']) => Object.values(polls));
const pollsOf = (state: GameState) => pollsByMap(state.polls);

const trapsByKnown = new WeakMap<readonly number[], Readonly<Record<number, string>>>();
function trapsOf(state: GameState): Readonly<Record<number, string>> {
  const found = trapsByKnown.get(state.known);
  if (found) return found;
  const traps: Record<number, string> = {};
  for (const cell of state.known) {
    const secret = state.board.cells[cell]?.secret;
    if (secret) traps[cell] = secret;
  }
  trapsByKnown.set(state.known, traps);
  return traps;
}

/** What stands on the cells of objects is in plain sight; where a passage leads shows when it is open. */
const objectsByBoard = memo((board: Board): Readonly<Record<number, string>> => {
  const standing = board.cells.filter(({ kind, secret }) => kind === 'object' && secret !== undefined);
  return Object.fromEntries(standing.map(({ id, secret }) => [id, secret as string]));
});
const passagesByOpened = new WeakMap<readonly number[], Readonly<Record<number, number>>>();
function objectsOf({ board, opened }: GameState): Pick<BoardView, 'objects' | 'passages'> {
  const objects = objectsByBoard(board);
  if (Object.keys(objects).length === 0) return {};
  const known = passagesByOpened.get(opened);
  const open =
    known ??
    Object.fromEntries(
      opened.flatMap((id) => {
        const to = board.cells[id]?.passage;
        return to === undefined ? [] : [[id, to]];
      }),
    );
  passagesByOpened.set(opened, open);
  return { objects, passages: open };
}

/** What will be remembered of a fight is nobody's business. */
export const fightViews = memo(({ facts: _unspoken, ...fight }: Fight): Fight => fight);

/** What a scene has asked of the world is nobody's business. */
const bareScene = memo(
  (pending: ScenePending): ScenePending => ({ ...pending, run: { ...pending.run, answers: [] } }),
);
const shownPending = (pending: Pending | null): Pending | null =>
  pending?.is === 'scene' ? bareScene(pending) : pending;

const sceneViews = memo(({ run, poll, until }: ScenePending): SceneView => {
  const { story, lines, options, asks, rival } = run;
  return { story, lines, options, asks, poll, until, ...(rival === undefined ? {} : { rival }) };
});
function sceneOf(pending: Pending | undefined): Pick<PlayerView, 'scene'> {
  return pending?.is === 'scene' ? { scene: sceneViews(pending) } : {};
}

interface Seen {
  /** What the numbers follow from, beside the player. */
  readonly rules: Rules;
  readonly tuning: GameState['tuning'];
  readonly place: number;
  readonly name: string;
  readonly link: 'up' | 'down' | null;
  readonly view: PlayerView;
}
const seen = new WeakMap<Player, Seen>();

function playerView(state: GameState, extra: Extra, row: { id: PlayerId; place: number }): PlayerView {
  const player = playerOf(state, row.id);
  const name = extra.names[row.id] ?? row.id;
  const link = extra.links[row.id] ?? null;
  const found = seen.get(player);
  const { rules } = extra;
  const { tuning } = state;
  const same = found?.rules === rules && found.tuning === tuning;
  if (same && found.place === row.place && found.name === name && found.link === link) return found.view;
  const about = { rules, tuning, place: row.place, name, link };
  const view = project(state, { ...about, player });
  seen.set(player, { ...about, view });
  return view;
}

function project(state: GameState, about: Omit<Seen, 'view'> & { player: Player }): PlayerView {
  const { rules, player, place, name, link } = about;
  const cell = state.board.cells[player.cell];
  return {
    id: player.id,
    seat: player.seat,
    name,
    kind: player.kind,
    lang: player.lang,
    classId: player.classId,
    cell: player.cell,
    zone: cell?.zone ?? 'forest',
    camp: player.camp,
    toFinish: cell?.toFinish ?? 0,
    place,
    hp: player.hp,
    maxHp: maxHp(player, rules),
    gold: player.gold,
    influence: player.influence,
    score: player.score,
    rolls: player.rolls,
    items: player.bag.length,
    bag:
      statOf(player, rules, 'veil') > 0
        ? null
        : player.bag.map(({ item, worn, wait }) => ({ item, worn, wait })),
    boosters: player.dice,
    reach: player.reach,
    effects: player.effects,
    tokens: {
      count: player.tokens.count,
      next: nextToken({ state, rules, player: player.id }, player.tokens),
    },
    lastRoll: player.lastRoll && bareRoll(player.lastRoll),
    pending: shownPending(currentOf(player, rules) ?? gameOf(player, rules) ?? null),
    ...sceneOf(currentOf(player, rules)),
    waiting: player.pending.length,
    lockedUntil: player.lockedUntil,
    final: runOf(player),
    ...(player.fight ? { fight: fightViews(player.fight) } : {}),
    time: timeView(state, rules, player),
    nonce: player.nonce ? (player.nonce.value === null ? 'committed' : 'revealed') : 'none',
    link,
  };
}
