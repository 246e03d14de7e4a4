/**
 * The WebSocket end of a face: says hello, keeps the frames of each view in order, comes back after a loss
 * with `since`, so that what was missed is replayed. It reads only; commands go over HTTP (`ask.ts`).
 */
import type { Moment } from '../../bot/protocol/views.ts';
import type { FromServer, Patch } from '../../bot/protocol/wire.ts';

export type LinkState = 'connecting' | 'up' | 'down' | 'refused';

export interface LinkEvents {
  readonly snapshot: (view: string, data: unknown) => void;
  readonly change: (view: string, set: readonly Patch[], moments: readonly Moment[]) => void;
  readonly state: (state: LinkState, code?: string) => void;
}

export interface LinkOptions extends LinkEvents {
  /** `ws://…/ws` */
  readonly url: string;
  readonly game: string;
  /** Opaque read-only id out of the page's address. */
  readonly token: string;
  readonly views: readonly string[];
  /** First pause before coming back, in milliseconds; doubles up to 8 s. Default 400. */
  readonly pause?: number;
}

export interface Link {
  /** Asks for more views, if this key may see them; reconnects if some of them are new. */
  want(views: readonly string[]): void;
  /** Says how this page fares; lost if the link is down just now. */
  beat(state: Readonly<Record<string, unknown>>): void;
  /** Asks for all views anew, so that whatever went wrong here heals. */
  refresh(): void;
  close(): void;
}

const LONGEST_PAUSE = 8_000;
/** `bye` codes after which coming back cannot help. */
const FINAL = /token|auth|forbidden|unknown-game|no-game|version|bad-hello/;

interface State {
  socket: WebSocket | null;
  timer: ReturnType<typeof setTimeout> | undefined;
  tries: number;
  ended: boolean;
  /** Set when the link itself closed the socket to say hello again. */
  again: boolean;
  readonly views: Set<string>;
  /** Views that this key may not see; they are not asked for again. */
  readonly denied: Set<string>;
  /** The last frame of each view. */
  readonly frames: Map<string, number>;
}

/** Opens the link and keeps it open until `close`. */
export function openLink(options: LinkOptions): Link {
  const state: State = {
    socket: null,
    timer: undefined,
    tries: 0,
    ended: false,
    again: false,
    views: new Set(options.views),
    denied: new Set(),
    frames: new Map(),
  };
  connect(options, state);
  return {
    want(views) {
      const fresh = views.filter((view) => !state.views.has(view) && !state.denied.has(view));
      for (const view of fresh) state.views.add(view);
      // Before the hello it is enough to have noted them.
      if (fresh.length > 0 && state.socket?.readyState !== WebSocket.CONNECTING) reconnectNow(options, state);
    },
    beat(report) {
      if (state.socket?.readyState !== WebSocket.OPEN) return;
      state.socket.send(JSON.stringify({ type: 'beat', state: report }));
    },
    refresh() {
      if (state.socket?.readyState !== WebSocket.OPEN) return;
      state.frames.clear();
      reconnectNow(options, state);
    },
    close() {
      state.ended = true;
      clearTimeout(state.timer);
      state.socket?.close();
    },
  };
}

function reconnectNow(options: LinkOptions, state: State): void {
  if (state.ended) return;
  clearTimeout(state.timer);
  const old = state.socket;
  state.again = true;
  if (old && old.readyState <= WebSocket.OPEN) old.close();
  else connect(options, state);
}

function connect(options: LinkOptions, state: State): void {
  state.again = false;
  options.state('connecting');
  const socket = new WebSocket(options.url);
  state.socket = socket;
  // Binary messages only prime the compression of the stream; they hold nothing to read.
  socket.binaryType = 'arraybuffer';
  socket.addEventListener('open', () => socket.send(hello(options, state)));
  socket.addEventListener('message', (event) => {
    if (typeof event.data === 'string') receive(options, state, JSON.parse(event.data) as FromServer);
  });
  socket.addEventListener('close', () => {
    if (state.socket === socket) comeBack(options, state);
  });
}

function hello(options: LinkOptions, state: State): string {
  const views = [...state.views];
  const since = Object.fromEntries([...state.frames].filter(([view]) => state.views.has(view)));
  const { token, game } = options;
  return JSON.stringify({
    type: 'hello',
    v: 1,
    token,
    game,
    views,
    ...(state.frames.size > 0 ? { since } : {}),
  });
}

function receive(options: LinkOptions, state: State, message: FromServer): void {
  switch (message.type) {
    case 'welcome':
      state.tries = 0;
      options.state('up');
      return;
    case 'snapshot':
      state.frames.set(message.view, message.frame);
      options.snapshot(message.view, message.data);
      return;
    case 'change':
      receiveChange(options, state, message);
      return;
    case 'bye':
      if (message.code === 'forbidden' && forgetExtra(options, state)) return;
      if (FINAL.test(message.code)) {
        state.ended = true;
        options.state('refused', message.code);
      }
      return;
    default:
      return;
  }
}

/** Not every key may see every view: what was asked for on top is given up, the rest goes on. */
function forgetExtra(options: LinkOptions, state: State): boolean {
  const extra = [...state.views].filter((view) => !options.views.includes(view));
  for (const view of extra) {
    state.views.delete(view);
    state.denied.add(view);
  }
  state.again ||= extra.length > 0;
  return extra.length > 0;
}

function receiveChange(
  options: LinkOptions,
  state: State,
  message: Extract<FromServer, { readonly type: 'change' }>,
): void {
  const have = state.frames.get(message.view);
  if (have === undefined || message.to <= have) return;
  if (message.from > have + 1) {
    // A gap: what is between cannot be made up here, so the view is asked for anew.
    state.frames.delete(message.view);
    reconnectNow(options, state);
    return;
  }
  state.frames.set(message.view, message.to);
  options.change(message.view, message.set, message.moments);
}

function comeBack(options: LinkOptions, state: State): void {
  if (state.ended) return;
  if (state.again) {
    connect(options, state);
    return;
  }
  options.state('down');
  const pause = Math.min(LONGEST_PAUSE, (options.pause ?? 400) * 2 ** state.tries);
  state.tries += 1;
  // Up to a quarter more, so that many pages do not come back in the same instant.
  state.timer = setTimeout(() => connect(options, state), pause * (1 + Math.random() / 4));
}
