/** The views a page has, by name, and who wants to know of them. */
import type { NotesView } from '../../bot/protocol/asks.ts';
import type {
  BagView,
  BoardView,
  LeaderboardView,
  LogView,
  Moment,
  TalkView,
} from '../../bot/protocol/views.ts';
import type { Patch } from '../../bot/protocol/wire.ts';
import { applyPatches } from './patch.ts';

export interface ViewTypes {
  board: BoardView;
  leaderboard: LeaderboardView;
  log: LogView;
  talk: TalkView;
  [bag: `bag:${string}`]: BagView;
  [notes: `notes:${string}`]: NotesView;
}
export type ViewName = keyof ViewTypes & string;

type Listener = () => void;
type MomentListener = (moments: readonly Moment[]) => void;

/** What happened while nobody listened, too much to be played: it is told as a summary. */
export interface Missed {
  /** Accepted commands, bookkeeping included. */
  readonly count: number;
  /** Those that are still known, oldest first. */
  readonly moments: readonly Moment[];
}
type MissedListener = (missed: Missed) => void;

/** More moments than this at once are summarised instead of played. */
export const MOST_PLAYED = 12;

export interface Views {
  get<N extends ViewName>(name: N): ViewTypes[N] | null;
  /** Calls `listener` after each change of the view; returns the way out. */
  subscribe(name: ViewName, listener: Listener): () => void;
  /** Calls `listener` with each moment once, before the views that contain it are shown. */
  onMoments(listener: MomentListener): () => void;
  /** Calls `listener` when too much has been missed to be played. */
  onMissed(listener: MissedListener): () => void;
  /** Holds everything back while the link catches up, until `release`. */
  hold(): void;
  /** `patient`: goes on holding, and says false, while the log has not come as far as the board has leapt. */
  release(how?: { readonly patient: boolean }): boolean;
  /** Number of the last moment that was told or shown, -1 before the first. */
  readonly last: number;
  put(name: string, data: unknown): void;
  change(name: string, set: readonly Patch[], moments: readonly Moment[]): void;
}

/** What is held back. */
interface Held {
  /** The last moment told before. */
  readonly from: number;
  readonly moments: Moment[];
  readonly names: Set<string>;
  /** A snapshot has leapt over moments. */
  jumped: boolean;
}

/** An empty store. Moments come with several views; each is told once, by its number. */
export function createViews(): Views {
  const data = new Map<string, unknown>();
  const listeners = new Map<string, Set<Listener>>();
  const momentListeners = new Set<MomentListener>();
  const missedListeners = new Set<MissedListener>();
  let told = -1;
  let held: Held | null = null;

  const say = (name: string) => {
    if (held) held.names.add(name);
    else for (const listener of listeners.get(name) ?? []) listener();
  };
  const tell = (moments: readonly Moment[]) => {
    const fresh = moments.filter((moment) => moment.seq > told);
    if (fresh.length === 0) return;
    told = Math.max(...fresh.map((moment) => moment.seq));
    if (held) held.moments.push(...fresh);
    else if (fresh.length > MOST_PLAYED) miss({ count: fresh.length, moments: fresh });
    else for (const listener of momentListeners) listener(fresh);
  };
  const miss = (missed: Missed) => {
    for (const listener of missedListeners) listener(missed);
  };
  /** A snapshot may have stood in for what was missed: then the log knows the last of it. */
  const catchUp = ({ from, moments, jumped }: Held) => {
    const log = jumped ? ((data.get('log') as LogView | undefined)?.moments ?? []) : [];
    const each = new Map([...log, ...moments].map((moment) => [moment.seq, moment]));
    const known = [...each.values()].filter(({ seq }) => seq > from).sort((a, b) => a.seq - b.seq);
    const count = jumped ? told - from : known.length;
    if (count === 0) return;
    // Few enough, and nothing between them is unknown: they are played like any others.
    if (count > MOST_PLAYED || known.length < count) return miss({ count, moments: known });
    for (const listener of momentListeners) listener(known);
  };

  return {
    get: (name) => (data.get(name) ?? null) as never,
    subscribe(name, listener) {
      const set = listeners.get(name) ?? new Set();
      listeners.set(name, set.add(listener));
      return () => set.delete(listener);
    },
    onMoments(listener) {
      momentListeners.add(listener);
      return () => momentListeners.delete(listener);
    },
    onMissed(listener) {
      missedListeners.add(listener);
      return () => missedListeners.delete(listener);
    },
    hold() {
      held ??= { from: told, moments: [], names: new Set(), jumped: false };
    },
    release({ patient } = { patient: false }) {
      const over = held;
      if (!over) return true;
      const log = data.get('log') as LogView | undefined;
      if (patient && over.jumped && log && (log.moments.at(-1)?.seq ?? -1) < told) return false;
      held = null;
      catchUp(over);
      for (const name of over.names) say(name);
      return true;
    },
    get last() {
      return told;
    },
    put(name, value) {
      data.set(name, value);
      // What a snapshot contains is past: it is shown, not played.
      const seq = (value as { seq?: unknown } | null)?.seq;
      if (name === 'board' && typeof seq === 'number' && seq > told) {
        if (held && told >= 0) held.jumped = true;
        told = seq;
      }
      say(name);
    },
    change(name, set, moments) {
      data.set(name, applyPatches(data.get(name), set));
      tell(moments);
      say(name);
    },
  };
}
