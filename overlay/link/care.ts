/**
 * Hours in OBS: the page measures itself, tells the host how it fares, and heals itself while nothing moves.
 * Frames are counted for one second out of ten, so that measuring costs nothing between.
 */
export interface Health {
  /** Frames drawn in the last measured second. */
  readonly fps: number;
  /** Megabytes of script memory, where the browser says so; else null. */
  readonly memory: number | null;
  readonly nodes: number;
  /** Number of the last moment that was shown. */
  readonly seq: number;
  readonly errors: number;
  /** Seconds since the page was opened. */
  readonly up: number;
  readonly source: string;
}

export interface CareOptions {
  readonly source: string;
  readonly seq: () => number;
  readonly beat: (health: Health) => void;
  /** Fetches all views anew. */
  readonly refresh: () => void;
  /** Loads the page anew: the last resort. */
  readonly reload: () => void;
  /** Where errors are heard; the window. */
  readonly faults?: EventTarget;
  /** Milliseconds between two beats. */
  readonly every?: number;
}

const BEAT_MS = 10_000;
const COUNT_MS = 1_000;
/** Beats between two fresh looks at the game, and quiet beats that have to come before. */
const REFRESH_BEATS = 90;
const QUIET_BEATS = 2;
/** Errors since the last beat, and megabytes, from which the page is loaded anew. */
const ILL = { errors: 5, memory: 700 };

/** Starts to care; returns the way out. */
export function takeCare(options: CareOptions): () => void {
  const begun = performance.now();
  const state = { errors: 0, before: 0, beats: 0, quiet: 0, seq: options.seq() };
  const onError = () => {
    state.errors += 1;
  };
  const faults = options.faults ?? window;
  faults.addEventListener('error', onError);
  faults.addEventListener('unhandledrejection', onError);
  const timer = setInterval(async () => {
    const fps = await countFrames();
    const health = measure(options, { fps, errors: state.errors, begun });
    options.beat(health);
    heal(options, state, health);
  }, options.every ?? BEAT_MS);
  return () => {
    clearInterval(timer);
    faults.removeEventListener('error', onError);
    faults.removeEventListener('unhandledrejection', onError);
  };
}

interface Course {
  errors: number;
  /** Errors at the last beat. */
  before: number;
  beats: number;
  quiet: number;
  seq: number;
}

/** Only in a pause of the game: nobody may see it. */
function heal(options: CareOptions, state: Course, { seq, errors, memory }: Health): void {
  state.beats += 1;
  state.quiet = seq === state.seq ? state.quiet + 1 : 0;
  state.seq = seq;
  const ill = errors - state.before >= ILL.errors || (memory ?? 0) > ILL.memory;
  state.before = errors;
  if (ill && mayReload()) return options.reload();
  if (state.beats < REFRESH_BEATS || state.quiet < QUIET_BEATS) return;
  state.beats = 0;
  options.refresh();
}

const RELOADED = 'msig-reloaded';
const RELOAD_APART_MS = 300_000;

/** A page that is ill again at once would only blink: true once in five minutes. */
export function mayReload(): boolean {
  try {
    const last = Number(sessionStorage.getItem(RELOADED) ?? 0);
    if (Date.now() - last < RELOAD_APART_MS) return false;
    sessionStorage.setItem(RELOADED, String(Date.now()));
    return true;
  } catch {
    return false;
  }
}

interface Measured {
  readonly fps: number;
  readonly errors: number;
  readonly begun: number;
}

function measure({ source, seq }: CareOptions, { fps, errors, begun }: Measured): Health {
  const { memory } = performance as Performance & { readonly memory?: { readonly usedJSHeapSize: number } };
  return {
    fps,
    memory: memory ? Math.round(memory.usedJSHeapSize / 1_048_576) : null,
    nodes: nodesIn(document),
    seq: seq(),
    errors,
    up: Math.round((performance.now() - begun) / 1000),
    source,
  };
}

/** All elements, those in shadow trees too. */
export function nodesIn(root: ParentNode): number {
  let count = 0;
  for (const element of root.querySelectorAll('*')) {
    count += 1;
    if (element.shadowRoot) count += nodesIn(element.shadowRoot);
  }
  return count;
}

function countFrames(): Promise<number> {
  return new Promise((resolve) => {
    let frames = 0;
    const begin = performance.now();
    // A hidden page draws no frames at all.
    const late = setTimeout(() => resolve(0), COUNT_MS * 2);
    const frame = () => {
      frames += 1;
      const passed = performance.now() - begin;
      if (passed < COUNT_MS) return void requestAnimationFrame(frame);
      clearTimeout(late);
      resolve(Math.round((frames * 1000) / passed));
    };
    requestAnimationFrame(frame);
  });
}
