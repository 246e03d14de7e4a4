/** A race of two with one die, for tests of the store: everything a log can hold, in a hundred lines of game. */
import type { Chance } from '../engine/chance.ts';
import type { Actor, Command } from '../engine/commands.ts';
import type { GameEvent } from '../engine/events.ts';
import type { HasNonces } from '../engine/proof.ts';
import { chanceFor, commitmentOf, epochSeed, nonceHash, rootFromSeedText } from '../engine/proof.ts';
import { isRefusal, refuse } from '../engine/refusal.ts';
import type { Rules } from '../engine/rules.ts';
import type { EnginePort } from './engine-port.ts';
import type { Loaded, NewLog } from './game-store.ts';
import type { Said } from './line.ts';

interface Runner {
  readonly cell: number;
  readonly rolls: number;
  readonly nonce: { readonly hash: string; readonly value: string | null } | null;
}
export interface ToyState extends HasNonces {
  readonly seed: string;
  readonly players: Readonly<Record<string, Runner>>;
  readonly status: 'running' | 'finished' | 'cancelled';
  readonly places: readonly string[];
  readonly at: number;
}

export const TOY_RULES = { version: 'toy', length: 40 } as unknown as Rules;
const lengthOf = (rules: Rules) => (rules as unknown as { length: number }).length;

export const toyEngine: EnginePort<ToyState> = {
  version: 'toy-1',
  initialState: ({ mapSeed }) => ({
    seed: mapSeed,
    players: { p1: { cell: 0, rolls: 0, nonce: null }, p2: { cell: 0, rolls: 0, nonce: null } },
    status: 'running',
    places: [],
    at: 0,
  }),
  fold: (state, at, events) => events.reduce(evolve, { ...state, at }),
  decide(state, { as, command }, { rules, chance }) {
    if (state.status !== 'running') return refuse('not-running');
    const events = eventsOf(state, as, command, { rules, chance });
    return isRefusal(events) ? events : { events, state: events.reduce(evolve, state) };
  },
  board: ({ seed }) => ({ cells: 40, seed }),
  chanceFor,
  over: ({ status }) => (status === 'running' ? null : status),
  places: ({ places }) => places,
};

function eventsOf(
  state: ToyState,
  as: Actor,
  command: Command,
  context: { rules: Rules; chance: Chance },
): GameEvent[] | ReturnType<typeof refuse> {
  if (as.by === 'admin' && command.type === 'cancel') return [{ type: 'cancelled' }];
  if (as.by !== 'player') return refuse('not-yours');
  const { player } = as;
  switch (command.type) {
    case 'commitNonce':
      return [{ type: 'nonceCommitted', player, hash: command.hash }];
    case 'revealNonce':
      return [{ type: 'nonceRevealed', player, nonce: command.nonce }];
    case 'roll':
      return rolled(state, player, context);
    default:
      return refuse('not-usable');
  }
}

function rolled(
  state: ToyState,
  player: string,
  { rules, chance }: { rules: Rules; chance: Chance },
): GameEvent[] {
  const { cell, rolls } = state.players[player]!;
  const draws = chance.draw(Number(player.slice(1)), 'roll', rolls);
  const values = [draws.int(6), draws.int(4)];
  const to = cell + values[0]! + values[1]!;
  const events: GameEvent[] = [
    { type: 'drawn', player, purpose: 'roll', n: rolls, sides: [6, 4], values },
    { type: 'moved', player, path: [cell, to], why: 'бросок' },
  ];
  if (to >= lengthOf(rules)) {
    events.push({ type: 'ended', winner: player, places: player === 'p1' ? ['p1', 'p2'] : ['p2', 'p1'] });
  }
  return events;
}

function evolve(state: ToyState, event: GameEvent): ToyState {
  const change = (player: string, part: Partial<Runner>): ToyState => ({
    ...state,
    players: { ...state.players, [player]: { ...state.players[player]!, ...part } },
  });
  switch (event.type) {
    case 'nonceCommitted':
      return change(event.player, { nonce: { hash: event.hash, value: null } });
    case 'nonceRevealed':
      return change(event.player, { nonce: { hash: nonceHash(event.nonce), value: event.nonce } });
    case 'drawn':
      return change(event.player, { rolls: event.n + 1 });
    case 'moved':
      return change(event.player, { cell: event.path.at(-1)! });
    case 'ended':
      return { ...state, status: 'finished', places: event.places };
    case 'cancelled':
      return { ...state, status: 'cancelled' };
    default:
      return state;
  }
}

export const TOY_SEED = epochSeed(rootFromSeedText('toy'));
export const TOY_SEED_HEX = Buffer.from(TOY_SEED).toString('hex');

export function toyLog(game = 'toy', seed = TOY_SEED): NewLog {
  return {
    header: {
      version: '0.1.0',
      game,
      pack: 'toy',
      mapSeed: 'карта "7"',
      ranked: false,
      size: 'S',
      pace: 'session',
      lang: 'ru',
    },
    rules: TOY_RULES,
    secret: seed,
    commitment: (bound) => commitmentOf(seed, bound),
  };
}

/** The commands of a whole game: nonces first, then rolls in turn until somebody is there. */
export function* toyCommands(): Generator<{ as: Actor; command: Command }> {
  for (const [i, player] of ['p1', 'p2'].entries()) {
    const nonce = `${i + 1}a`.repeat(32);
    yield { as: { by: 'player', player }, command: { type: 'commitNonce', hash: nonceHash(nonce) } };
    yield { as: { by: 'player', player }, command: { type: 'revealNonce', nonce } };
  }
  for (let n = 0; ; n += 1)
    yield { as: { by: 'player', player: n % 2 === 0 ? 'p1' : 'p2' }, command: { type: 'roll' } };
}

/** Decides one command on a loaded game. @throws Error when the toy refuses it. */
export function toySay(
  now: Loaded<ToyState>,
  { as, command }: { as: Actor; command: Command },
  id: string,
): { said: Said; after: ToyState } {
  const at = 1_700_000_000_000 + now.head.seq * 1000;
  const context = { rules: now.rules, chance: chanceFor(TOY_SEED)(now.state) };
  const decided = toyEngine.decide(now.state, { at, as, command }, context);
  if (isRefusal(decided)) throw new Error(`the toy refuses ${command.type}: ${decided.code}`);
  const after = toyEngine.fold(now.state, at, decided.events, now.rules);
  return { said: { at, id, as, command, events: decided.events }, after };
}
