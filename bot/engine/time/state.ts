/** Time as the state knows it. All of it is absent in snapshots of before, so it is read through the functions here. */
import type { GameState, Millis, Player, PlayerId } from '../state.ts';

export interface DayOff {
  readonly from: Millis;
  readonly until: Millis;
}

export interface PlayerTime {
  readonly live: boolean;
  /** Since when that is so. */
  readonly since: Millis;
  /** While offline: from then on the player's clock runs all the same. */
  readonly hold: Millis;
  /** Milliseconds live before `since`. */
  readonly streamed: Millis;
  readonly daysOff: readonly DayOff[];
  readonly autopilot: boolean;
}

/** The order of `rounds`; null or absent: everybody rolls when a token is there. */
export interface Turns {
  /** Whose turn it is; null in the lobby. */
  readonly player: PlayerId | null;
  /** Counts turns from 1. */
  readonly n: number;
  readonly until: Millis;
  /** The player's rolls when the turn began. */
  readonly rolls: number;
}

export interface Epoch {
  /** Epochs that are over. */
  readonly n: number;
  readonly since: Millis;
  /** Of the epoch that ended last. */
  readonly seed: string;
  /** Root over the viewers' words in this epoch's key; absent where there were none, and in older games. */
  readonly luck?: string;
}

/** Viewers' words that were closed and wait for the next epoch. */
export interface Luck {
  readonly words: number;
  /** Over (voter, word) of each, as over the ballots of a vote. */
  readonly root: string;
}

const HERE: PlayerTime = { live: true, since: 0, hold: 0, streamed: 0, daysOff: [], autopilot: false };

/** Whoever was never reported is taken to be there. */
export function timeOf(player: Pick<Player, 'time'>): PlayerTime {
  return player.time ?? HERE;
}

/** A practice bot, or a person's seat that the referee has handed to one. */
export function isDriven(player: Pick<Player, 'kind' | 'time'>): boolean {
  return player.kind === 'bot' || timeOf(player).autopilot;
}

/** The moment as players' clocks see it: a pause stops it. */
export function nowOf({ pausedAt, at }: Pick<GameState, 'pausedAt' | 'at'>): Millis {
  return pausedAt ?? at;
}
