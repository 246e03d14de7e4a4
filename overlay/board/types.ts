/** Short names for what the board draws. All of it comes from the protocol; nothing here is computed. */

import type { BoardView, Moment, PlayerView } from '../../bot/protocol/views.ts';
import type { MotifFacts } from '../motifs/motif.ts';
import type { Box } from './layout/places.ts';

export type { BoardView, Moment, PlayerView } from '../../bot/protocol/views.ts';

export type BoardMap = BoardView['map'];
export type Cell = BoardMap['cells'][number];
export type CellKind = Cell['kind'];
export type ZoneId = Cell['zone'];
export type PlayerId = PlayerView['id'];
export type GameEvent = Moment['events'][number];
export type EventOf<T extends GameEvent['type']> = Extract<GameEvent, { readonly type: T }>;

export interface DieFace {
  readonly sides: number;
  readonly value: number;
}

export type Lang = 'ru' | 'en';

/** What the board needs to know of the pack, apart from the view. Everything is optional: unknown ids get a plain mark. */
export interface Catalog {
  /** By effect id: which way its badge points, and a Game Icons name known to the theme. */
  readonly effects?: Readonly<
    Record<string, { readonly polarity: 'positive' | 'negative' | 'mixed'; readonly icon?: string }>
  >;
  /** What the pack says of an entry: its own animation follows from it. */
  readonly facts?: (kind: 'items' | 'effects' | 'traps' | 'finds', id: string) => MotifFacts;
  /** By item id: a Game Icons name known to the theme. */
  readonly items?: Readonly<Record<string, { readonly icon?: string }>>;
}

/** Words the board writes or says. Sentences have {named} gaps. */
export interface BoardTexts {
  readonly zones: Readonly<Record<ZoneId, string>>;
  readonly kinds: Readonly<Record<CellKind, string>>;
  /** Name of an effect by id; the id itself when the pack does not know it. */
  readonly effect: (id: string) => string;
  readonly board: string;
  readonly leader: string;
  readonly player: string;
  readonly effects: string;
  readonly treaties: Readonly<Record<NonNullable<BoardView['treaties']>[number]['kind'], string>>;
  readonly treaty: string;
  readonly superGame: string;
  readonly passages: string;
  readonly winner: string;
  readonly empty: string;
}

export interface BoardOptions {
  readonly lang: Lang;
  readonly theme?: 'glass' | 'paper' | 'signal';
  /** On maps larger than the window the camera stays with this player instead of with whoever acts. */
  readonly follow?: PlayerId | null;
  /** Where the whole race is shown in small, for pages that show a part of the window; they also say which part. */
  readonly small?: {
    readonly host: HTMLElement;
    readonly seen: () => Box;
  };
  /** `auto` follows the system's wish for reduced motion. */
  readonly motion?: 'auto' | 'full' | 'reduced';
  /** Texts of the page; without them the board's own words of `lang`. */
  readonly texts?: Partial<BoardTexts>;
  readonly catalog?: Catalog;
  /** Called when the show reaches a roll, a check or a last throw, so that the page rolls its dice in time with it. */
  readonly onDice?: (event: DiceEvent) => void;
  /** Milliseconds that only grow; pictures of a fixed time are taken with a clock that stands. */
  readonly clock?: () => number;
}

export type DiceEvent = EventOf<'rolled'> | EventOf<'checked'> | EventOf<'lastThrow'>;

export interface BoardFace {
  /** Shows a new state. What a queued moment is still going to animate is left to the animation. */
  update(view: BoardView): void;
  /** Queues what has happened. Call it with each moment once, before or after the `update` that contains it. */
  play(moment: Moment): void;
  /** Fits the window to the host's box; call it when the box has changed (a ResizeObserver calls it as well). */
  resize(): void;
  destroy(): void;
}
