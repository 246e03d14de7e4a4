/**
 * The limit of the engine bench: a toy race as a pure reducer with one event a command, each event kept as a line of
 * JSON. No hash, no proof of chance, no text to read, no rules as data. Eight players go round a hundred tiles; each
 * action is a throw of 3d4 or an item.
 */
import { drawOf, FIRST, nextOf, type Xoroshiro } from './xoroshiro.ts';

export const PLAYERS = 8;
export const TILES = 100;
/** What happens on a tile, repeated round the track. */
const KINDS = [
  'plain',
  'earn',
  'plain',
  'item',
  'pay',
  'plain',
  'back',
  'earn',
  'item',
  'skip',
  'plain',
  'ahead',
  'collect',
] as const;
const KIND_OF = Array.from({ length: TILES }, (_, tile) => KINDS[tile % KINDS.length]!);

interface Racer {
  readonly tile: number;
  readonly laps: number;
  readonly coins: number;
  readonly skip: number;
  readonly boost: number;
  readonly shield: number;
  readonly items: readonly number[];
}

export interface RaceState {
  readonly racers: readonly Racer[];
  readonly turn: number;
  readonly seq: number;
  readonly chance: Xoroshiro;
}

const NEW: Racer = { tile: 0, laps: 0, coins: 5, skip: 0, boost: 0, shield: 0, items: [0, 0, 0, 0] };

export function newRace(): RaceState {
  return { racers: Array.from({ length: PLAYERS }, () => NEW), turn: 0, seq: 0, chance: FIRST };
}

/** Every third action is an item, the others are throws: three actions in two turns. */
export function isItem(action: number): boolean {
  return action % 3 === 0;
}

/** One action of whose turn it is; its event goes into `log` as a line. */
export function act(state: RaceState, action: number, log: string[]): RaceState {
  const next = isItem(action) ? useItem(state) : throwDice(state, log);
  if (isItem(action)) {
    const { coins } = next.racers[state.turn]!;
    log.push(JSON.stringify({ seq: next.seq, type: 'item', racer: state.turn, coins }));
  }
  return next;
}

function throwDice(state: RaceState, log: string[]): RaceState {
  let { chance } = state;
  const die = (): number => {
    const value = (drawOf(chance) & 3) + 1;
    chance = nextOf(chance);
    return value;
  };
  const dice = [die(), die(), die()];
  const racers = state.racers.slice();
  go(racers, state.turn, dice[0]! + dice[1]! + dice[2]!);
  const { tile, coins } = racers[state.turn]!;
  const seq = state.seq + 1;
  log.push(JSON.stringify({ seq, type: 'roll', racer: state.turn, dice, tile, coins }));
  return { racers, turn: (state.turn + 1) % PLAYERS, seq, chance };
}

function go(racers: Racer[], turn: number, total: number): void {
  const racer = racers[turn]!;
  if (racer.skip > 0) {
    racers[turn] = { ...racer, skip: racer.skip - 1 };
    return;
  }
  const to = racer.tile + total + racer.boost;
  const round = to >= TILES;
  const tile = round ? to - TILES : to;
  const laps = racer.laps + (round ? 1 : 0);
  const coins = racer.coins + (round ? 10 : 0);
  racers[turn] = { ...racer, tile, laps, coins, boost: 0 };
  land(racers, turn);
}

function land(racers: Racer[], turn: number): void {
  const racer = racers[turn]!;
  const { tile, coins } = racer;
  switch (KIND_OF[tile]) {
    case 'earn':
      racers[turn] = { ...racer, coins: coins + 3 };
      break;
    case 'pay':
      racers[turn] = { ...racer, coins: Math.max(0, coins - 2) };
      break;
    case 'back':
      racers[turn] = racer.shield > 0 ? { ...racer, shield: 0 } : { ...racer, tile: Math.max(0, tile - 3) };
      break;
    case 'item':
      racers[turn] = { ...racer, items: racer.items.with(tile & 3, racer.items[tile & 3]! + 1) };
      break;
    case 'skip':
      racers[turn] = { ...racer, skip: 1 };
      break;
    case 'ahead':
      racers[turn] = { ...racer, tile: (tile + 2) % TILES };
      break;
    case 'collect':
      collect(racers, turn);
      break;
    default:
      break;
  }
}

/** A coin of everybody who has one. */
function collect(racers: Racer[], turn: number): void {
  let got = 0;
  for (let i = 0; i < PLAYERS; i += 1) {
    const other = racers[i]!;
    if (i === turn || other.coins === 0) continue;
    racers[i] = { ...other, coins: other.coins - 1 };
    got += 1;
  }
  racers[turn] = { ...racers[turn]!, coins: racers[turn]!.coins + got };
}

/** The first item at hand; without one, five coins buy a shield. */
function useItem(state: RaceState): RaceState {
  const racers = state.racers.slice();
  const racer = racers[state.turn]!;
  const item = racer.items.findIndex((count) => count > 0);
  if (item >= 0) {
    racers[state.turn] = { ...racer, items: racer.items.with(item, racer.items[item]! - 1) };
    apply(racers, state.turn, item);
  } else if (racer.coins >= 5) {
    racers[state.turn] = {
      ...racer,
      coins: racer.coins - 5,
      items: racer.items.with(3, racer.items[3]! + 1),
    };
  }
  return { ...state, racers, seq: state.seq + 1 };
}

function apply(racers: Racer[], turn: number, item: number): void {
  const racer = racers[turn]!;
  const first = leader(racers, turn);
  const rival = racers[first]!;
  if (item === 0) racers[turn] = { ...racer, boost: 3 };
  else if (item === 1) {
    racers[first] =
      rival.shield > 0 ? { ...rival, shield: 0 } : { ...rival, tile: Math.max(0, rival.tile - 4) };
  } else if (item === 2) {
    const taken = Math.min(3, rival.coins);
    racers[first] = { ...rival, coins: rival.coins - taken };
    racers[turn] = { ...racer, coins: racer.coins + taken };
  } else racers[turn] = { ...racer, shield: 1 };
}

function leader(racers: readonly Racer[], turn: number): number {
  let best = -1;
  let at = turn;
  for (let i = 0; i < PLAYERS; i += 1) {
    const { laps, tile } = racers[i]!;
    if (i === turn || laps * TILES + tile <= best) continue;
    best = laps * TILES + tile;
    at = i;
  }
  return at;
}
