/** The views a page has, by name, and who wants to know of them. */
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
}
export type ViewName = keyof ViewTypes & string;

type Listener = () => void;
type MomentListener = (moments: readonly Moment[]) => void;

export interface Views {
  get<N extends ViewName>(name: N): ViewTypes[N] | null;
  /** Calls `listener` after each change of the view; returns the way out. */
  subscribe(name: ViewName, listener: Listener): () => void;
  /** Calls `listener` with each moment once, before the views that contain it are shown. */
  onMoments(listener: MomentListener): () => void;
  put(name: string, data: unknown): void;
  change(name: string, set: readonly Patch[], moments: readonly Moment[]): void;
}

/** An empty store. Moments come with several views; each is told once, by its number. */
export function createViews(): Views {
  const data = new Map<string, unknown>();
  const listeners = new Map<string, Set<Listener>>();
  const momentListeners = new Set<MomentListener>();
  let told = -1;

  const say = (name: string) => {
    for (const listener of listeners.get(name) ?? []) listener();
  };
  const tell = (moments: readonly Moment[]) => {
    const fresh = moments.filter((moment) => moment.seq > told);
    if (fresh.length === 0) return;
    told = Math.max(...fresh.map((moment) => moment.seq));
    for (const listener of momentListeners) listener(fresh);
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
    put(name, value) {
      data.set(name, value);
      // What a snapshot contains is past: it is shown, not played.
      const seq = (value as { seq?: unknown } | null)?.seq;
      if (name === 'board' && typeof seq === 'number') told = Math.max(told, seq);
      say(name);
    },
    change(name, set, moments) {
      data.set(name, applyPatches(data.get(name), set));
      tell(moments);
      say(name);
    },
  };
}
