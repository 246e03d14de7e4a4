/** What can be asked about time: who is there, days off, whose turn it is, the seed's epochs. */
import type { PlayerId } from '../state.ts';

export type TimeCommand =
  /** The host's: this player's stream has begun or ended. */
  | { readonly type: 'presence'; readonly player: PlayerId; readonly live: boolean }
  /** The player's: whole days, from `from` (ms) on, at the soonest if left out. 0 days takes the plan back. */
  | { readonly type: 'daysOff'; readonly days: number; readonly from?: number }
  /** The player's: I am here again, the seat is mine. */
  | { readonly type: 'back' }
  /** The referee's. */
  | { readonly type: 'autopilot'; readonly player: PlayerId; readonly on: boolean }
  | { readonly type: 'release'; readonly player: PlayerId }
  | { readonly type: 'turnOrder'; readonly order: 'free' | 'rounds' }
  /** The host's: an epoch is over, this was its seed (64 hex digits). */
  | { readonly type: 'turnEpoch'; readonly seed: string }
  /** The host's: viewers' words for the next epoch, as their number and the root over them (64 hex digits). */
  | { readonly type: 'closeLuck'; readonly words: number; readonly root: string };
