/** The sentences of the chronicle: which events are told, in which form, and with what they are told. */
import type { PackKind } from '../link/pack.ts';
import type { CellKind, EventOf, EventType, PlayerId, ZoneId } from '../link/types.ts';

/** What a sentence may ask: names of people and things, in the language of the face. */
export interface Teller {
  readonly name: (player: PlayerId) => string;
  readonly thing: (kind: PackKind, id: string) => string;
  readonly kind: (kind: CellKind) => string;
  readonly zone: (zone: ZoneId) => string;
  /** Words of an option of what was asked under this number, or an empty string. */
  readonly option: (pending: number, option: number) => string;
  /** «путь 2: сундук», if what was asked under this number was a fork; else an empty string. */
  readonly way: (pending: number, option: number) => string;
  /** Who is behind this moment, if a helper or viewer is; else an empty string. */
  readonly who: string;
}

/** What stands between players, the super game, courts, time, the admin: heads with files of their own. */
export const DEALS = [
  'readied',
  'fightBegun',
  'fightEnded',
  'sceneBegun',
  'sceneChecked',
  'zoneEntered',
  'offered',
  'offerClosed',
  'treatySigned',
  'treatyLeft',
  'tributePaid',
  'treatyEnded',
  'traded',
  'clashBegun',
  'assisted',
  'clashFought',
  'clashCalledOff',
  'muted',
  'unmuted',
  'stageBegan',
  'stageEnded',
  'superGameLost',
  'objectShut',
  'trialCalled',
  'trialRerolled',
  'performed',
  'duelCalled',
  'duelEnded',
  'wishHeld',
  'contested',
  'juryDrawn',
  'proofVoted',
  'caseClosed',
  'wentOff',
  'wentLive',
  'daysOffSet',
  'autopilotSet',
  'goodsReleased',
  'turnOrderSet',
  'epochTurned',
  'tuned',
  'untuned',
  'corrected',
  'reseated',
  'ruleChangeSet',
  'ruleChangeTook',
  'ruleChangeDropped',
] as const satisfies readonly EventType[];

/** Events that begin a line of their own. */
export const HEADS = [
  'joined',
  'started',
  'paused',
  'resumed',
  'cancelled',
  'superGameOpened',
  'ended',
  'rolled',
  'gateOpened',
  'gateHeld',
  'rested',
  'trapSprung',
  'chestOpened',
  'objectOpened',
  'checked',
  'knockedOut',
  'lastThrow',
  'trialPassed',
  'trialFailed',
  'punished',
  'redeemed',
  'spared',
  'answered',
  'proofGiven',
  'itemUsed',
  'coinFlipped',
  'defended',
  'marked',
  'revealed',
  'weaponDrawn',
  'helperGranted',
  'helperRevoked',
  'helpAsked',
  'helpAnswered',
  'challenged',
  ...DEALS,
] as const satisfies readonly EventType[];
export type HeadType = (typeof HEADS)[number];

/** Events that are told as the consequence of the line before, or after a name when there is none. */
export const TAILS = [
  'moved',
  'landed',
  'counted',
  'shards',
  'itemGained',
  'itemLost',
  'dieGained',
  'dieLost',
  'effectApplied',
  'effectEnded',
  'reputation',
  'pended',
  'locked',
  'skillLearned',
  'itemLocked',
] as const satisfies readonly EventType[];
export type TailType = (typeof TAILS)[number];

/** Events that are bookkeeping: nothing a viewer could see has happened, or another event tells it; `silent.ts` says why. */
export type SilentType = Exclude<EventType, HeadType | TailType>;

/** An empty string: in this case there is nothing to tell. */
export type Sentence<T extends EventType> = (event: EventOf<T>, teller: Teller) => string;

export interface Tales {
  readonly heads: { readonly [T in HeadType]: Sentence<T> };
  readonly tails: { readonly [T in TailType]: Sentence<T> };
  /** A consequence without a line of its own: «{name}: золото +10». */
  readonly alone: (name: string, tail: string) => string;
  /** A throw and what it had to reach, under its outcome. */
  readonly against: (total: number, need: number) => string;
  /** Behind a line that a helper or viewer caused. */
  readonly by: (who: string) => string;
}

export type Deals = Pick<Tales['heads'], (typeof DEALS)[number]>;
