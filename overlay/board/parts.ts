/** What a running show is made of, and what changes in it. */
import type { Actors } from './actors.ts';
import type { Playback } from './animate.ts';
import type { Arrangement, Measure } from './arrange.ts';
import type { Camera } from './camera.ts';
import { above } from './frame.ts';
import type { Point } from './layout/geometry.ts';
import type { Layout } from './layout.ts';
import type { Minimap } from './minimap.ts';
import type { Stage } from './stage.ts';
import type { Picture, Theme } from './theme.ts';
import type { BoardOptions, BoardTexts, BoardView, PlayerId } from './types.ts';

export interface ShowRequest {
  readonly host: HTMLElement;
  readonly theme: Theme;
  readonly view: BoardView;
  readonly options: BoardOptions;
  readonly still: () => boolean;
  readonly scale: number;
  readonly cells?: ReadonlyMap<PlayerId, number>;
}

export interface Drawn {
  x: number;
  y: number;
  scale: number;
  /** What was left of the distance to the pose when a walk began; it melts away. */
  slack: Point;
  posed: boolean;
}

export interface Parts {
  readonly request: ShowRequest;
  readonly words: BoardTexts;
  readonly layout: Layout;
  readonly picture: Picture;
  readonly stage: Stage;
  readonly actors: Actors;
  readonly playback: Playback;
  readonly minimap: Minimap | null;
  readonly measure: Measure;
  readonly drawn: Map<PlayerId, Drawn>;
  /** The leader's cell at the beginning. */
  readonly first: number;
}

export interface Now {
  view: BoardView;
  camera: Camera | null;
  arrangement: Arrangement;
  sign: string;
  lit: number;
  waited: number;
}

export function restOf({ drawn, playback, layout }: Parts, player: PlayerId): Point {
  const at = drawn.get(player);
  return at ? [at.x, at.y] : above(layout, playback.shown.get(player) ?? 0);
}

/** Who acts: in the show, or else who is asked for something. */
export function actorOf({ playback }: Parts, { view }: Now): PlayerId | null {
  return playback.actor ?? view.players.find((player) => player.pending)?.id ?? null;
}
