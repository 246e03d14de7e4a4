/**
 * Pictures against small ones that were looked at and kept: one sheet for each theme and view, all its pictures one
 * below the other. Small enough for the repository, and large enough to tell a blank page, a page that is cut off,
 * another theme or a lost element from the page that was meant. The browser does all the work with pixels.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { boxOf, nameOf, type Shot, shotsOf } from './screenshots.shots.ts';

const FOLDER = fileURLToPath(new URL('../../overlay/pictures/', import.meta.url));
/** Pixels of a kept picture. */
const AREA = 3_200;
/** Channels are 0 to 255. Fonts are drawn a little differently by every machine; nothing else may differ. */
const TOLERANCE = { mean: 7, far: 48, share: 0.05 };

export interface Difference {
  /** Mean of all channels' differences. */
  readonly mean: number;
  /** Share of pixels that are far off. */
  readonly share: number;
  readonly fits: boolean;
  /** Kept, taken and their difference side by side, as a PNG; null when it fits. */
  readonly picture: Buffer | null;
}

interface Tile {
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Where a shot lies on its sheet. */
function tileOf(shot: Shot): Tile {
  let top = 0;
  for (const other of sheetOf(shot)) {
    const { width, height } = sizeOf(other);
    if (nameOf(other) === nameOf(shot)) return { top, width, height };
    top += height;
  }
  throw new Error(`${nameOf(shot)} has no place`);
}

function sheetOf({ theme, view }: Shot): Shot[] {
  return shotsOf({ themes: [theme], views: [String(view)] });
}

function sizeOf(shot: Shot): { width: number; height: number } {
  const { width, height } = boxOf(shot);
  const by = Math.sqrt(AREA / (width * height));
  return { width: Math.round(width * by), height: Math.round(height * by) };
}

function pathOf({ theme, view }: Shot): string {
  return join(FOLDER, `${theme}-${view}.png`);
}

export class Comparer {
  readonly #page: Page;

  private constructor(page: Page) {
    this.#page = page;
  }

  static async open(browser: Browser): Promise<Comparer> {
    return new Comparer(await browser.newPage());
  }

  /** @throws Error when nothing was kept for it. */
  async compare(shot: Shot, picture: Buffer): Promise<Difference> {
    const path = pathOf(shot);
    if (!existsSync(path)) throw new Error(`no pictures are kept at ${path}: npm run screenshots -- --keep`);
    const said = await this.#page.evaluate(differ, {
      kept: readFileSync(path).toString('base64'),
      taken: picture.toString('base64'),
      tile: tileOf(shot),
      far: TOLERANCE.far,
    });
    const fits = said.mean <= TOLERANCE.mean && said.share <= TOLERANCE.share;
    return {
      mean: said.mean,
      share: said.share,
      fits,
      picture: fits ? null : Buffer.from(said.beside, 'base64'),
    };
  }

  /** Keeps these pictures; of a sheet, all have to be there. */
  async keep(pictures: ReadonlyMap<string, Buffer>): Promise<void> {
    mkdirSync(FOLDER, { recursive: true });
    const first = new Map(shotsOf().map((shot) => [pathOf(shot), shot]));
    for (const [path, shot] of first) {
      const all = sheetOf(shot);
      if (!all.every((one) => pictures.has(nameOf(one)))) continue;
      const tiles = all.map((one) => ({
        ...tileOf(one),
        png: pictures.get(nameOf(one))!.toString('base64'),
      }));
      writeFileSync(path, Buffer.from(await this.#page.evaluate(stack, tiles), 'base64'));
    }
  }

  close(): Promise<void> {
    return this.#page.close();
  }
}

/** Runs in the page: the pictures in small, one below the other, with fewer shades so that they take less room. */
async function stack(tiles: readonly (Tile & { readonly png: string })[]): Promise<string> {
  const width = Math.max(...tiles.map((tile) => tile.width));
  const height = tiles.reduce((sum, tile) => sum + tile.height, 0);
  const canvas = new OffscreenCanvas(width, height);
  const pen = canvas.getContext('2d', { willReadFrequently: true })!;
  for (const { png, top, width: w, height: h } of tiles) {
    const blob = await (await fetch(`data:image/png;base64,${png}`)).blob();
    const small = await createImageBitmap(blob, { resizeWidth: w, resizeHeight: h, resizeQuality: 'high' });
    pen.drawImage(small, 0, top);
  }
  const pixels = pen.getImageData(0, 0, width, height);
  pixels.data.forEach((value, i) => {
    if (i % 4 !== 3) pixels.data[i] = Math.min(255, Math.round(value / 8) * 8);
  });
  pen.putImageData(pixels, 0, 0);
  const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: 'image/png' })).arrayBuffer());
  return btoa(bytes.reduce((text, byte) => text + String.fromCharCode(byte), ''));
}

interface Asked {
  readonly kept: string;
  readonly taken: string;
  readonly tile: Tile;
  readonly far: number;
}

/** Runs in the page. */
async function differ({
  kept,
  taken,
  tile,
  far,
}: Asked): Promise<{ mean: number; share: number; beside: string }> {
  const { top, width, height } = tile;
  const canvas = new OffscreenCanvas(width * 3, height);
  const pen = canvas.getContext('2d', { willReadFrequently: true })!;
  const load = async (png: string) => (await fetch(`data:image/png;base64,${png}`)).blob();
  pen.drawImage(await createImageBitmap(await load(kept)), 0, top, width, height, 0, 0, width, height);
  const resize = { resizeWidth: width, resizeHeight: height, resizeQuality: 'high' } as const;
  pen.drawImage(await createImageBitmap(await load(taken), resize), width, 0);
  const a = pen.getImageData(0, 0, width, height).data;
  const b = pen.getImageData(width, 0, width, height).data;
  const out = pen.createImageData(width, height);
  let sum = 0;
  let wrong = 0;
  for (let i = 0; i < a.length; i += 4) {
    const apart = [0, 1, 2].map((k) => Math.abs(a[i + k]! - b[i + k]!));
    sum += (apart[0]! + apart[1]! + apart[2]!) / 3;
    if (Math.max(...apart) > far) wrong += 1;
    out.data.set([...apart.map((one) => Math.min(255, one * 3)), 255], i);
  }
  pen.putImageData(out, width * 2, 0);
  const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: 'image/png' })).arrayBuffer());
  const beside = btoa(bytes.reduce((text, byte) => text + String.fromCharCode(byte), ''));
  return { mean: sum / (a.length / 4), share: wrong / (a.length / 4), beside };
}
