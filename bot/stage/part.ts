/** What the game wants to stand in OBS: a scene with one page for every link. */
import type { PageSpec, PartSpec, Place, SceneSpec } from '../../adapters/scene/contract.ts';

interface Format {
  readonly width: number;
  readonly height: number;
  readonly place: Place;
}

/** Pixels; the three formats of the race. Other pages fill the canvas. */
const FORMATS: Readonly<Record<string, Format>> = {
  full: { width: 1920, height: 1080, place: 'fill' },
  strip: { width: 1920, height: 160, place: 'bottom' },
  corner: { width: 480, height: 270, place: 'corner' },
};
const FULL: Format = { width: 1920, height: 1080, place: 'fill' };
/** Under the music and the voice; the streamer turns it as they like. */
const VOLUME_DB = -12;
/** Parameters that say which game is shown. */
const IDENTITY = ['game', 'key'];
const RACE = ['overlay', 'map', 'faces'];

/** An overlay's link: http or https, with the game and its key. */
export function isOverlayLink(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, searchParams } = new URL(text);
  return /^https?:$/.test(protocol) && searchParams.has('game') && searchParams.has('key');
}

export interface PartWish {
  readonly links: readonly string[];
  readonly missing: PartSpec['missing'];
  /** True: of an address that OBS has, only the game and its key are renewed; a theme or a language is kept. */
  readonly keepsOptions: boolean;
}

/** A link that names no format stands for all three. Of two links for one scene the last one counts. */
export function partOf({ links, missing, keepsOptions }: PartWish): PartSpec {
  const scenes = new Map<string, SceneSpec>();
  for (const link of links) {
    const named = formatOf(link);
    for (const format of named === null ? Object.keys(FORMATS) : [named]) {
      const url = new URL(link);
      if (named === null) url.searchParams.set('format', format);
      scenes.set(format, sceneOf(format, url, keepsOptions));
    }
  }
  return { missing, scenes: [...scenes.values()] };
}

function formatOf(link: string): string | null {
  const { searchParams, pathname } = new URL(link);
  const named = searchParams.get('page') ?? searchParams.get('format');
  if (named && /^[a-z][a-z-]{0,20}$/.test(named)) return named;
  const path = /^\/([a-z][a-z-]{0,20})$/.exec(pathname)?.[1] ?? '';
  return path === '' || RACE.includes(path) ? null : path;
}

function sceneOf(format: string, url: URL, keepsOptions: boolean): SceneSpec {
  const { width, height, place } = FORMATS[format] ?? FULL;
  const size = /^(\d{3,4})x(\d{2,4})$/.exec(url.searchParams.get('size') ?? '');
  const page: PageSpec = {
    key: `${format}-page`,
    name: `MSIG ${format} page`,
    url: url.toString(),
    renews: keepsOptions ? IDENTITY : null,
    width: size ? Number(size[1]) : width,
    height: size ? Number(size[2]) : height,
    place,
    volumeDb: VOLUME_DB,
  };
  return { key: format, name: `MSIG ${format}`, pages: [page] };
}
