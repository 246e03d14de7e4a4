/** All that an element needs to show a game: the language, the words, the pack, the views, the time. */
import type { PlayerView } from '../../bot/protocol/views.ts';
import type { Teller } from '../texts/tales.ts';
import type { Words } from '../texts/words.ts';
import type { Motion } from './address.ts';
import { type Clock, createClock } from './clock.ts';
import { EMPTY_PACK, type Pack } from './pack.ts';
import type { Pending } from './types.ts';
import { createViews, type Views } from './views.ts';
import { wayKinds } from './ways.ts';

export interface Face {
  readonly words: Words;
  /** Replaced when the texts have come; `onPack` says so. */
  readonly pack: Pack;
  readonly views: Views;
  readonly clock: Clock;
  readonly motion: Motion;
  setPack(pack: Pack): void;
  onPack(listener: () => void): () => void;
}

export interface FaceOptions {
  readonly words: Words;
  readonly motion?: Motion;
  readonly views?: Views;
  readonly pack?: Pack;
  readonly clock?: Clock;
}

export function createFace(options: FaceOptions): Face {
  const listeners = new Set<() => void>();
  let pack = options.pack ?? EMPTY_PACK;
  return {
    words: options.words,
    get pack() {
      return pack;
    },
    views: options.views ?? createViews(),
    clock: options.clock ?? createClock(),
    motion: options.motion ?? 'auto',
    setPack(next) {
      pack = next;
      for (const listener of listeners) listener();
    },
    onPack(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** The player as the board shows it now, or null. */
export function playerOf(face: Face, id: string | null): PlayerView | null {
  return face.views.get('board')?.players.find((player) => player.id === id) ?? null;
}

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/;
const DIRECTION_MARKS = /[\u202a-\u202e\u2066-\u2069]/g;

/** A name that is written from right to left is set apart, so that it does not turn the sentence around it. */
function apart(name: string): string {
  const plain = name.replace(DIRECTION_MARKS, '');
  return RIGHT_TO_LEFT.test(plain) ? `\u2068${plain}\u2069` : plain;
}

/** Names of people and things for sentences. */
export function tellerOf(face: Face): Teller {
  return {
    name: (id) => apart(playerOf(face, id)?.name ?? id),
    thing: (kind, id) => face.pack.entry(kind, id).name,
    kind: (kind) => face.words.kinds[kind],
    zone: (zone) => face.words.zones[zone],
    option: (n, option) => optionText(face, n, option),
    way: (n, option) => wayText(face, n, option),
    who: '',
  };
}

/** What was asked is in the log while its answer is; the answer itself holds numbers alone. */
function askedAs(face: Face, n: number): Pending | null {
  const log = face.views.get('log')?.moments ?? [];
  for (let i = log.length - 1; i >= 0; i--) {
    for (const event of log[i]!.events) {
      if (event.type === 'pended' && event.pending.n === n) return event.pending;
    }
  }
  return null;
}

function optionText(face: Face, n: number, option: number): string {
  const pending = askedAs(face, n);
  return pending?.is === 'choice' ? (face.pack.options(pending.path)?.[option - 1] ?? '') : '';
}

function wayText(face: Face, n: number, option: number): string {
  const pending = askedAs(face, n);
  if (pending?.is !== 'fork') return '';
  const map = face.views.get('board')?.map;
  const first = pending.ways[option - 1];
  if (!map || first === undefined) return '';
  return face.words.wayTaken(option, wayKinds(map, first)[0] ?? 'plain');
}

/** True if this page should hold still. */
export function isStill(face: Face): boolean {
  if (face.motion !== 'auto') return face.motion !== 'full';
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}

/** The drawings know two kinds of motion: with none and with little of it they hold still. */
export function boardMotion({ motion }: Face): 'auto' | 'full' | 'reduced' {
  return motion === 'off' ? 'reduced' : motion;
}
