/** What is asked for when a game is made; everything has a default. */
import type { Attributes, Pace, Size } from '../engine/rules.ts';

export interface SeatWish {
  readonly name: string;
  readonly lang: 'ru' | 'en';
  readonly kind: 'person' | 'bot';
  readonly classId?: string;
  readonly skills?: readonly string[];
  readonly attributes?: Attributes;
}

export interface GameWish {
  /** Both the map and the dice follow from it, and the game is practice. Absent: secret dice, a map of its own. */
  readonly seed?: string;
  readonly size: Size;
  readonly pace: Pace;
  readonly lang: 'ru' | 'en';
  readonly seats: readonly SeatWish[];
  /** Seconds between two rolls of a player in an evening. Absent: the pack's. Frozen with the game's rules. */
  readonly rollEvery?: number;
  /** No waiting for show. Without a person among the seats the game's clock jumps. */
  readonly fast?: boolean;
}
