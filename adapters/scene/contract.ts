/**
 * What the game needs of a scene program: the program in which a streamer mixes the picture. It makes and mends the
 * game's own part of the scene collection, switches what the streamer's table asks for, and takes pictures. What the
 * streamer made is never changed but by an order of that table.
 */

import type { SceneError } from './failures.ts';

/** What a program can do. False: its calls answer `unable`. */
export interface SceneAbilities {
  readonly scenes: boolean;
  readonly filters: boolean;
  readonly visibility: boolean;
  readonly pictures: boolean;
  readonly part: boolean;
}

/** `refused`: it is there but does not let us in; it is asked again only now and then. */
export type SceneState = 'connecting' | 'up' | 'down' | 'refused' | 'closed';

export interface SceneHealth {
  readonly state: SceneState;
  /** Why it is not up. */
  readonly error?: SceneError;
  /** Version of the program's remote control, once known. */
  readonly version?: string;
}

/** `absent`: no such scene, source or filter. `down`: no connection. `unable`: this program cannot. */
export type Outcome =
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly code: 'down' | 'absent' | 'unable' | 'failed';
      readonly detail: string;
    };

export interface FilterRef {
  readonly source: string;
  readonly filter: string;
}
export interface ItemRef {
  readonly scene: string;
  readonly source: string;
}

/** Where a page stands on the canvas. */
export type Place = 'fill' | 'bottom' | 'corner';

export interface PageSpec {
  /** Ours, stable: by it the source is known again, whatever its name has become. */
  readonly key: string;
  readonly name: string;
  /** Address of the page. */
  readonly url: string;
  /**
   * Of an address that is there already, only the server and these parameters are renewed, and the rest (a theme, a
   * language) is the streamer's. Null: all of it becomes `url`.
   */
  readonly renews: readonly string[] | null;
  /** Pixels of the page; on the canvas it is scaled as the canvas is to 1920x1080. */
  readonly width: number;
  readonly height: number;
  readonly place: Place;
  /** Set when the source is made; afterwards it is the streamer's. */
  readonly volumeDb: number;
}

export interface SceneSpec {
  readonly key: string;
  readonly name: string;
  readonly pages: readonly PageSpec[];
}

export interface PartSpec {
  readonly scenes: readonly SceneSpec[];
  /**
   * What becomes of scenes that are not there: all are made; or only if none of ours is there (a streamer may have
   * thrown some away on purpose).
   */
  readonly missing: 'make' | 'make-if-none';
  /** If given, and another collection is open now, nothing is touched. */
  readonly collection?: string;
}

export interface PartReport {
  /** The scene collection that was open. */
  readonly collection: string;
  /** False: this build cannot show pages; a plain card holds their place. */
  readonly browser: boolean;
  /** True: another collection is open than the one asked for. */
  readonly skipped: boolean;
  /** Names of scenes and sources, by what became of them. */
  readonly made: readonly string[];
  readonly mended: readonly string[];
  readonly kept: readonly string[];
  /** Names that are taken by what is not ours; nothing was done there. */
  readonly foreign: readonly string[];
  /** Keys of our scenes that are there now. */
  readonly present: readonly string[];
}

export interface SceneProgram {
  /** `obs`, `none`. */
  readonly program: string;
  readonly can: SceneAbilities;
  /**
   * Resolves when connected. Afterwards it comes back by itself after every loss, with growing pauses, until `close`.
   * @throws SceneError if the first attempt fails; it goes on trying all the same.
   */
  connect(): Promise<void>;
  /** Makes what is missing and mends what differs; the same again changes nothing. @throws SceneError */
  ensureCollectionPart(spec: PartSpec): Promise<PartReport>;
  /** The scene on air; null if that is not known now. */
  scene(): Promise<string | null>;
  /** These four, and the reading ones, never reject and never hang over 10 s. */
  setScene(name: string): Promise<Outcome>;
  filterEnabled(ref: FilterRef): Promise<boolean | null>;
  setFilterEnabled(ref: FilterRef, enabled: boolean): Promise<Outcome>;
  visible(ref: ItemRef): Promise<boolean | null>;
  setVisible(ref: ItemRef, visible: boolean): Promise<Outcome>;
  /** The scene on air as a PNG at most `width` pixels wide; null if there is none to be had. */
  screenshot(width: number): Promise<Buffer | null>;
  /** Calls the listener with the name of every scene that comes on air, by whomever. Returns the way to stop. */
  onScene(listener: (name: string) => void): () => void;
  onHealth(listener: (health: SceneHealth) => void): () => void;
  health(): SceneHealth;
  /** Ends the connection. Safe to call twice. */
  close(): Promise<void>;
}
