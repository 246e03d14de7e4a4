/** Sample states and moments for looking at the board. */
import { hash, random } from '../layout/random.ts';
import type { BoardMap, BoardView, GameEvent, PlayerId, PlayerView } from '../types.ts';

const NAMES = [
  'LiraVox',
  'Северный',
  'Kestrel',
  'Морок',
  'TundraTV',
  'ليلى الصقر',
  'pixel_nun_of_the_long_name',
  'DrakoBash',
];
const EFFECTS = ['swift', 'bleed', 'dead_air', 'spotlight', 'swift'];

export interface SampleOptions {
  readonly players: number;
  /** How many of them stand on one cell. */
  readonly crowd: number;
  /** Share of the track that the leader has walked. */
  readonly lead: number;
}

function samplePlayer(map: BoardMap, seat: number, cell: number): PlayerView {
  return {
    id: `p${seat + 1}`,
    seat: seat + 1,
    name: NAMES[seat]!,
    kind: 'bot',
    lang: 'en',
    classId: 'scrapper',
    cell,
    zone: map.cells[cell]!.zone,
    camp: 0,
    toFinish: map.cells[cell]!.toFinish,
    place: seat + 1,
    hp: 20,
    maxHp: 30,
    gold: 10,
    influence: 3,
    score: 0,
    rolls: 4,
    items: 2,
    boosters: [],
    reach: 'near',
    effects: EFFECTS.slice(0, seat % 5).map((effect, n) => ({
      n,
      effect,
      from: null,
      stacks: 1,
      rolls: 2,
      turns: null,
      until: null,
    })),
    tokens: { count: 1, next: null },
    lastRoll: null,
    pending: null,
    waiting: 0,
    lockedUntil: 0,
    nonce: 'none',
    link: null,
  };
}

/** A running game with players spread along the track. */
export function sampleView(map: BoardMap, { players, crowd, lead }: SampleOptions): BoardView {
  const draw = random(hash(`${map.size}${map.length}${map.cells.length}`));
  const list = Array.from({ length: players }, (_, seat): PlayerView => {
    const share = seat < crowd ? lead * 0.6 : Math.max(0, lead - seat * 0.09 * lead - draw() * 0.05);
    return samplePlayer(map, seat, Math.round(share * (map.length - 1)));
  })
    .toSorted((a, b) => a.toFinish - b.toFinish)
    .map((player, i) => ({ ...player, place: i + 1 }));
  return {
    game: `sample-${map.size}`,
    status: 'running',
    seq: 1,
    at: 0,
    pace: 'session',
    size: map.size,
    ranked: false,
    map,
    players: list,
    opened: map.cells
      .filter((cell) => cell.kind === 'object')
      .slice(0, 1)
      .map((cell) => cell.id),
    marks: [],
    traps: {},
    polls: [],
    tally: {},
    winner: null,
    places: [],
    commitment: '',
  };
}

/** Events of a kind, for a player of a view. */
export function sampleMoment(view: BoardView, id: PlayerId, kind: string): GameEvent[] {
  const player = view.players.find((one) => one.id === id)!;
  const other = view.players.find((one) => one.id !== id)!;
  const path = [player.cell];
  while (path.length < 8 && view.map.cells[path.at(-1)!]!.next.length)
    path.push(view.map.cells[path.at(-1)!]!.next[0]!);
  const end = path.at(-1)!;
  const scenes: Record<string, GameEvent[]> = {
    roll: [
      {
        type: 'rolled',
        player: id,
        dice: [
          { sides: 4, value: 1 },
          { sides: 4, value: 4 },
          { sides: 4, value: 2 },
        ],
        bonus: 0,
        total: 7,
        spent: [],
      },
      { type: 'moved', player: id, path, why: 'roll' },
      { type: 'landed', player: id, cell: end, kind: view.map.cells[end]!.kind },
    ],
    move: [{ type: 'moved', player: id, path, why: 'roll' }],
    chest: [{ type: 'chestOpened', player: id, find: 'x', cell: player.cell }],
    trap: [
      { type: 'trapSprung', player: id, trap: 'x', cell: player.cell, mark: null },
      { type: 'counted', player: id, what: 'hp', by: -6, why: 'trap' },
    ],
    item: [
      { type: 'itemUsed', player: id, n: 1, item: 'echo_jar', targets: [other.id], cell: null, by: null },
      { type: 'defended', player: other.id, from: id, item: 'x', how: 'reflect', effect: 'x' },
    ],
    fall: [{ type: 'knockedOut', player: id, to: 0 }],
    coin: [{ type: 'coinFlipped', player: id, side: 'heads' }],
    gate: [{ type: 'gateOpened', player: id, cell: player.cell }],
    end: [{ type: 'ended', winner: id, places: [id] }],
  };
  return scenes[kind] ?? [];
}
