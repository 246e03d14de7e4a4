/** Where packs of content come from: layers of JSON files, whatever really holds them. */

export interface ContentSource {
  /**
   * Relative paths of all `.json` and `.ink` files of a layer, with `/` between folders, sorted by code units.
   * @throws LayerMissing when there is no such layer.
   */
  list(layer: string): Promise<readonly string[]>;
  /**
   * The parsed value of one file; of a script (`.ink`) its text.
   * @throws BrokenFile when it is absent or not JSON (a script: not text); the message says where and what was expected.
   */
  read(layer: string, path: string): Promise<unknown>;
  /** What a person would call that file: a path to open in an editor, where there is one. */
  describe(layer: string, path: string): string;
}

export class LayerMissing extends Error {
  readonly layer: string;
  constructor(layer: string, reason: string) {
    super(reason);
    this.name = 'LayerMissing';
    this.layer = layer;
  }
}

export class BrokenFile extends Error {
  /** Both counted from 1; null when the place is not known. */
  readonly line: number | null;
  readonly column: number | null;
  constructor(reason: string, place: { line: number; column: number } | null = null) {
    super(place ? `line ${place.line}, column ${place.column}: ${reason}` : reason);
    this.name = 'BrokenFile';
    this.line = place?.line ?? null;
    this.column = place?.column ?? null;
  }
}

/** What belongs to content; everything else in a layer is left alone. */
export function isContent(path: string): boolean {
  return path.endsWith('.json') || isScript(path);
}

export function isScript(path: string): boolean {
  return path.endsWith('.ink');
}
