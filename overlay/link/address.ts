/**
 * What a page's address says: `?game=…&key=…&format=strip&lang=ru|en&theme=paper&player=p1&motion=reduced&scale=1.25`.
 * Every option is checked; nonsense becomes the default and a note for the console, never a white page.
 */
import type { PlayerId } from './types.ts';

/** What an OBS source can show: three formats of the race, then pages with one purpose. */
export const SOURCES = [
  'full',
  'strip',
  'corner',
  'dice',
  'alerts',
  'leaderboard',
  'votes',
  'chronicle',
  'previously',
  'ticker',
  'chat',
  'fight',
] as const;
export type Source = (typeof SOURCES)[number];
export const THEMES = ['glass', 'paper', 'signal'] as const;
export type ThemeName = (typeof THEMES)[number];
export const SOUNDS = ['roll', 'land', 'good', 'bad', 'item', 'vote', 'tick', 'win'] as const;
export type SoundName = (typeof SOUNDS)[number];
export type Motion = 'auto' | 'full' | 'reduced' | 'off';

export interface Box {
  readonly width: number;
  readonly height: number;
}

export interface Sounding {
  readonly on: boolean;
  /** 0 to 1, over all sounds. */
  readonly volume: number;
  /** 0 to 1, by sound; those left out are 1. */
  readonly each: Readonly<Partial<Record<SoundName, number>>>;
}

export interface Address {
  readonly game: string;
  /** Opaque id that is exchanged in `hello`; never shown. */
  readonly key: string;
  /** The language asked for, or the browser's. */
  readonly lang: 'ru' | 'en';
  readonly night: boolean;
  readonly player: PlayerId | null;
  readonly motion: Motion;
  readonly origin: string;
  readonly source: Source;
  readonly theme: ThemeName;
  readonly contrast: 'auto' | 'high' | 'normal';
  /** How much larger than usual things are, 0.5 to 3. */
  readonly scale: number;
  /** The box to draw in, in pixels; null: the whole window. */
  readonly size: Box | null;
  readonly sound: Sounding;
  /** What could not be understood, for the console: one line an option. */
  readonly notes: readonly string[];
}

const SIZES: Readonly<Record<string, Box>> = {
  '720p': { width: 1280, height: 720 },
  '1080p': { width: 1920, height: 1080 },
  '1440p': { width: 2560, height: 1440 },
};
const SIDE = { least: 40, most: 7680 };
const SCALE = { least: 0.5, most: 3 };
const LONGEST_NOTE = 40;

/** Reads one option after another, and keeps a note of each that is nonsense. */
class Reader {
  readonly notes: string[] = [];
  readonly #params: URLSearchParams;

  constructor(params: URLSearchParams) {
    this.#params = params;
  }

  text(name: string): string | null {
    const value = this.#params.get(name);
    return value === '' ? null : value;
  }

  /** The option as `read` understands it; null from `read` means nonsense. */
  option<T>(name: string, fallback: T, read: (text: string) => T | null): T {
    const text = this.text(name);
    if (text === null) return fallback;
    const value = read(text.trim().toLowerCase());
    if (value !== null) return value;
    this.notes.push(`${name}=${text.slice(0, LONGEST_NOTE)} is not known here; the default is used`);
    return fallback;
  }

  word<T extends string>(name: string, fallback: T, known: readonly T[]): T {
    return this.option(name, fallback, (text) => known.find((one) => one === text) ?? null);
  }

  flag(name: string): boolean {
    const words = new Map([
      ['1', true],
      ['true', true],
      ['on', true],
      ['0', false],
      ['false', false],
      ['off', false],
    ]);
    return this.option<boolean>(name, false, (text) => words.get(text) ?? null);
  }
}

/** `1920x160`, or a name such as `720p`. */
function readSize(text: string): Box | null {
  if (Object.hasOwn(SIZES, text)) return SIZES[text] ?? null;
  const found = /^(\d{2,5})[x×*](\d{2,5})$/.exec(text);
  if (!found) return null;
  const [width, height] = [Number(found[1]), Number(found[2])];
  const fits = [width, height].every((side) => side >= SIDE.least && side <= SIDE.most);
  return fits ? { width, height } : null;
}

/** `1.25` or `125%`. */
function readScale(text: string): number | null {
  const found = /^(\d{1,3}(?:[.,]\d{1,3})?)(%?)$/.exec(text);
  if (!found) return null;
  const value = Number(found[1]?.replace(',', '.')) / (found[2] ? 100 : 1);
  return value >= SCALE.least && value <= SCALE.most ? value : null;
}

/** 0 to 100. */
function readVolume(text: string): number | null {
  const value = /^\d{1,3}$/.test(text) ? Number(text) : 101;
  return value <= 100 ? value / 100 : null;
}

function readSound(ask: Reader): Sounding {
  const each: Partial<Record<SoundName, number>> = {};
  for (const name of SOUNDS) {
    if (ask.text(`volume-${name}`) !== null) each[name] = ask.option(`volume-${name}`, 1, readVolume);
  }
  return { on: ask.flag('sound'), volume: ask.option('volume', 0.6, readVolume), each };
}

/** Reads an address; what is missing gets its default, what is nonsense too, with a note. */
export function readAddress(href: string, browser = 'en'): Address {
  const url = new URL(href);
  const ask = new Reader(url.searchParams);
  const format = ask.word('format', 'full', ['full', 'strip', 'corner']);
  return {
    game: ask.text('game') ?? '',
    key: ask.text('key') ?? '',
    lang: ask.word('lang', browser.slice(0, 2) === 'ru' ? 'ru' : 'en', ['ru', 'en']),
    night: ask.text('bg') === 'night',
    player: ask.option<PlayerId | null>('player', null, (text) => (/^p[1-8]$/.test(text) ? text : null)),
    motion: ask.word<Motion>('motion', 'auto', ['auto', 'full', 'reduced', 'off']),
    origin: url.origin,
    source: ask.word<Source>('page', format, SOURCES),
    theme: ask.word('theme', 'glass', THEMES),
    contrast: ask.word('contrast', 'auto', ['auto', 'high', 'normal']),
    scale: ask.option('scale', 1, readScale),
    size: ask.option<Box | null>('size', null, readSize),
    sound: readSound(ask),
    notes: ask.notes,
  };
}

/** Where the WebSocket of this page's host is. */
export function socketUrl(origin: string): string {
  return `${origin.replace(/^http/, 'ws')}/ws`;
}
