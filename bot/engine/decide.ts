/** The one entry of the engine: what a command does to a state. Pure: no clock, no I/O, no await. */
import { BAG } from './bag/decide.ts';
import type { Chance } from './chance.ts';
import { keepFights, leaveBehind } from './combat/after.ts';
import { COMBAT } from './combat/decide.ts';
import type { Actor, Command, CommandType, Envelope } from './commands.ts';
import { expire } from './deadlines.ts';
import { afterwards } from './diplomacy/after.ts';
import { DIPLOMACY } from './diplomacy/decide.ts';
import type { GameEvent } from './events.ts';
import { keepStages } from './final/stages.ts';
import type { Asked, Deciding } from './handling.ts';
import { HELPERS, useAsHelper } from './helpers/decide.ts';
import { LIFE } from './life/decide.ts';
import { closeDraft, openDraft } from './patch.ts';
import { gameOf } from './pending.ts';
import { type Refusal, refuse } from './refusal.ts';
import { REWARDS } from './rewards/decide.ts';
import { closeLedger } from './rewards/ledger.ts';
import type { Rules } from './rules.ts';
import type { GameState } from './state.ts';
import { keepStories } from './stories/after.ts';
import { finish } from './tasks.ts';
import { followStream, signOfLife } from './time/absence.ts';
import { TIME } from './time/decide.ts';
import { passTurn } from './time/rounds.ts';
import { TRIALS } from './trials/decide.ts';
import { offer } from './trials/offer.ts';
import { TUNING } from './tuning/decide.ts';
import { takeChanges } from './tuning/expire.ts';
import { gameTime, keepPace } from './tuning/pace.ts';
import { rulesNow } from './tuning/rules-now.ts';
import { TURN } from './turn/decide.ts';
import { type Work, who } from './work.ts';

export interface Context {
  readonly rules: Rules;
  readonly chance: Chance;
}

export interface Decided {
  readonly events: readonly GameEvent[];
  /** The state after the events; equal to folding them. */
  readonly state: GameState;
}

const DECIDERS: { readonly [K in CommandType]: Deciding<K> } = {
  ...LIFE,
  ...TURN,
  ...BAG,
  ...TRIALS,
  ...HELPERS,
  ...REWARDS,
  ...DIPLOMACY,
  ...TUNING,
  ...TIME,
  ...COMBAT,
  expire: (work) => expire(work),
};

/** Every command there is. */
export const COMMAND_TYPES = Object.keys(DECIDERS) as readonly CommandType[];

/** The referee may not: these are the admin's alone. */
const TUNES = Object.keys(TUNING) as readonly CommandType[];
/** The referee's. */
const ABSENCE: readonly CommandType[] = ['autopilot', 'release', 'turnOrder'];
/** What a referee may; all of it is the admin's too. */
const REFEREE: readonly CommandType[] = ['judge', 'pause', 'resume', 'mute', 'autopilot', 'release'];
/** Who may say what; the rest is for players. */
const ADMIN: readonly CommandType[] = [
  'join',
  'start',
  'pause',
  'resume',
  'cancel',
  'judge',
  'mute',
  ...TUNES,
  ...ABSENCE,
];
const SYSTEM: readonly CommandType[] = [
  'expire',
  'closePoll',
  'audience',
  'presence',
  'turnEpoch',
  'closeLuck',
  'summon',
];
const VIEWER: readonly CommandType[] = ['use', 'challenge', 'redeem', 'verdict'];
/** Allowed while the game is not running. */
const ANY_TIME: readonly CommandType[] = [
  'join',
  'prepare',
  'ready',
  'commitNonce',
  'revealNonce',
  'start',
  'pause',
  'resume',
  'cancel',
  'audience',
  'presence',
  'turnOrder',
  'grantHelper',
  'revokeHelper',
  'redeem',
  'settled',
  'mute',
  ...TUNES,
];

/** Same state, envelope, rules and chance: same events. A refusal changes and draws nothing. */
export function decide(state: GameState, envelope: Envelope, { rules, chance }: Context): Decided | Refusal {
  const { command, as, at } = envelope;
  const fault = accessFault(state, command, as);
  if (fault) return fault;
  const work: Work = {
    state: { ...state, at },
    events: [],
    rules: rulesNow(state, rules),
    chance,
    // What the admin puts right in a pause happens by the clocks that stand.
    at: TUNES.includes(command.type) ? gameTime({ state, at }) : at,
    tasks: [],
  };
  openDraft(work.state);
  const refused = handle(work, envelope, state);
  closeDraft();
  return refused ?? { events: work.events, state: work.state };
}

function handle(work: Work, { command, as }: Envelope, before: GameState): Refusal | undefined {
  const player = 'player' in as ? as.player : 'p0';
  const asked = { command, as, player } as Asked<CommandType>;
  signOfLife(work, as, command.type);
  const refused =
    as.by === 'viewer' && command.type === 'use'
      ? useAsHelper(work, player, as.viewer, command)
      : (DECIDERS[command.type] as Deciding<CommandType>)(work, asked);
  if (refused) return refused;
  followStream(work, as, command);
  leaveBehind(work, before, as);
  finish(work);
  leaveBehind(work, before, as);
  keepStories(work, before);
  finish(work);
  keepFights(work);
  afterwards(work, before);
  keepStages(work);
  passTurn(work);
  keepGamesGoing(work);
  takeChanges(work);
  keepPace(work, before);
  closeLedger(work);
  return undefined;
}

function accessFault(state: GameState, command: Command, as: Actor): Refusal | null {
  const { type } = command;
  if ('player' in as && !state.players[as.player]) return refuse('not-a-player', { player: as.player });
  if (SYSTEM.includes(type) && as.by !== 'system') return refuse('not-admin', { type });
  if (as.by === 'referee') return refereeFault(state, type);
  if (ADMIN.includes(type) && as.by !== 'admin' && as.by !== 'system') return refuse('not-admin', { type });
  if (as.by === 'viewer' && !VIEWER.includes(type)) return refuse('not-yours', { type });
  if (as.by !== 'player' && as.by !== 'viewer' && !ADMIN.includes(type) && !SYSTEM.includes(type)) {
    return refuse('not-a-player', { player: as.by });
  }
  const playing = state.status === 'running' || state.status === 'superGame';
  if (!playing && !ANY_TIME.includes(type)) return refuse('not-running', { status: state.status });
  return null;
}

function refereeFault({ status }: GameState, type: CommandType): Refusal | null {
  if (!REFEREE.includes(type)) return refuse('admin-only', { type });
  const playing = status === 'running' || status === 'superGame';
  return playing || ANY_TIME.includes(type) ? null : refuse('not-running', { status });
}

/** In a marathon whoever has no roll left is on a video game: that is what the next roll costs. */
function keepGamesGoing(work: Work): void {
  if (work.state.pace !== 'marathon' || work.state.startedAt === null) return;
  for (const id of work.state.order) {
    const player = who(work, id);
    if (work.state.status === 'finished' || player.tokens.count > 0 || gameOf(player, work.rules)) continue;
    offer(work, id, { tags: ['game'], id: null, by: null });
  }
}
