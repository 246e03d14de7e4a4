/**
 * A player process's end of the wire. Comes back by itself after a loss, resumes its views from the last frame, and
 * sends again what was not answered: the same id acts once, so that does no harm. What is too long for a frame is
 * refused here as `too-large`, with the `limit` in bytes.
 */
import { randomUUID } from 'node:crypto';
import WebSocket from 'ws';
import type { GameEvent } from '../engine/events.ts';
import type { AccountAnswer, AccountNews, AccountWish } from '../protocol/accounts.ts';
import type { AskAnswer, AskWish } from '../protocol/asks.ts';
import { bytesOf } from '../protocol/frame.ts';
import { patched } from '../protocol/patch.ts';
import type { Moment } from '../protocol/views.ts';
import type { Ballot, FromClient, FromServer, Speaker } from '../protocol/wire.ts';
import { MAX_FRAME, VERSION } from '../protocol/wire.ts';

export type Reply =
  | { readonly ok: true; readonly seq: number; readonly events: readonly GameEvent[] }
  | { readonly ok: false; readonly code: string; readonly args: Readonly<Record<string, string | number>> };

export interface LinkEvents {
  /** A view was told whole or changed. */
  view(name: string, data: unknown): void;
  moments(moments: readonly Moment[]): void;
  chat(line: Extract<FromServer, { readonly type: 'chat' }>): void;
  hook(hook: Extract<FromServer, { readonly type: 'hook' }>): void;
  /** Another player said something in the game's own chat. */
  spoken?(line: Extract<FromServer, { readonly type: 'spoken' }>): void;
  /** The other side of a link did something: to be said in the chat it names. */
  news?(news: AccountNews): void;
  up(player: string): void;
  down(code: string): void;
}

/** Players whose processes have a line. */
export type Heard =
  | { readonly ok: true; readonly to: readonly string[] }
  | { readonly ok: false; readonly code: string; readonly args: Readonly<Record<string, string | number>> };

export interface LinkOptions extends LinkEvents {
  /** `ws://…/ws` */
  readonly socket: string;
  /** Asked for before every attempt, so that a fresh one is used after a refusal. */
  readonly token: (after: string | null) => Promise<string>;
  readonly game: string;
  readonly views: readonly string[];
}

const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 5_000;
/** The gateway pings every 30 s; without a sign of life for longer than two of them the line is dead. */
const SILENCE_MS = 70_000;
const MOST_OPEN = 2_000;

type Act = Extract<FromClient, { readonly type: 'act' }>;
type Account = Extract<FromClient, { readonly type: 'account' }>;
type Speak = Extract<FromClient, { readonly type: 'speak' }>;
type Ask = Extract<FromClient, { readonly type: 'ask' }>;

/** What is sent until it is answered, and what its answer settles. */
interface Open {
  readonly frame: Act | Account | Speak | Ask;
  /** Whoever waits for the answer. */
  readonly settle: ((answer: FromServer) => void)[];
}

/** A command, and the names of people whom it mentions by `platform:user`. */
export interface Doing {
  readonly command: unknown;
  readonly people?: Readonly<Record<string, string>>;
}

export class Link {
  readonly #options: LinkOptions;
  readonly #views = new Map<string, { frame: number; data: unknown }>();
  readonly #open = new Map<string, Open>();
  #socket: WebSocket | null = null;
  #up = false;
  #closed = false;
  #tries = 0;
  #refused: string | null = null;
  #timer: NodeJS.Timeout | null = null;
  #silence: NodeJS.Timeout | null = null;

  constructor(options: LinkOptions) {
    this.#options = options;
    void this.#connect();
  }

  get up(): boolean {
    return this.#up;
  }
  view<T>(name: string): T | null {
    return (this.#views.get(name)?.data as T | undefined) ?? null;
  }

  /** Resolves with the answer, however many lost connections later. */
  act(id: string, as: Speaker, { command, people }: Doing): Promise<Reply> {
    return this.#ask({ type: 'act', id, as, command, ...(people ? { people } : {}) }, (answer) =>
      answer.type === 'ack' ? { ok: true, seq: answer.seq, events: answer.events } : refusalIn(answer),
    );
  }

  /**
   * Links and unlinks the chats of one person. What the other side does later comes as `news`.
   * @param about `id`: of the message, so that it works once. `chat`: comes back with the news.
   */
  account(
    as: Speaker,
    wish: AccountWish,
    { id = randomUUID(), chat }: { readonly id?: string; readonly chat?: string } = {},
  ): Promise<AccountAnswer> {
    return this.#ask({ type: 'account', id, as, wish, ...(chat ? { chat } : {}) }, (answer) =>
      answer.type === 'account' ? { ok: true, says: answer.says } : refusalIn(answer),
    );
  }

  /** A word for the dice, a receipt, a note. */
  ask(id: string, as: Speaker, wish: AskWish): Promise<AskAnswer> {
    return this.#ask({ type: 'ask', id, as, wish }, (answer) =>
      answer.type === 'told' ? { ok: true, says: answer.says } : refusalIn(answer),
    );
  }

  /** A line for other players' chats; resolves with those who have it. */
  speak(id: string, as: Speaker, { channel, text }: Pick<Speak, 'channel' | 'text'>): Promise<Heard> {
    return this.#ask({ type: 'speak', id, as, channel, text }, (answer) =>
      answer.type === 'heard' ? { ok: true, to: answer.to } : refusalIn(answer),
    );
  }

  #ask<T>(frame: Open['frame'], read: (answer: FromServer) => T): Promise<T> {
    const { id } = frame;
    const asked = this.#open.get(id);
    // Asked already, and not answered yet: both get the one answer.
    if (asked) return new Promise((resolve) => asked.settle.push((answer) => resolve(read(answer))));
    // Kept, it would cut the line, and be sent again on the next one.
    if (bytesOf(frame) > MAX_FRAME)
      return Promise.resolve(read({ type: 'refused', id, code: 'too-large', args: { limit: MAX_FRAME } }));
    if (this.#open.size >= MOST_OPEN)
      return Promise.resolve(read({ type: 'refused', id, code: 'too-busy', args: {} }));
    return new Promise((resolve) => {
      this.#open.set(id, { frame, settle: [(answer) => resolve(read(answer))] });
      this.#send(frame);
    });
  }

  /** False if it could not be sent now, or is too long for a frame; then it is not sent later either. */
  say(line: Omit<Extract<FromClient, { readonly type: 'say' }>, 'type'>): boolean {
    return this.#send({ type: 'say', ...line });
  }
  ballots(poll: string, n: number, list: readonly Ballot[]): boolean {
    return this.#send({ type: 'ballots', poll, n, list: [...list] });
  }
  /** False if it could not be sent: then what it is about comes again. */
  done(id: string): boolean {
    return this.#send({ type: 'done', id });
  }
  beat(state: Record<string, unknown>): boolean {
    return this.#send({ type: 'beat', state });
  }

  close(): void {
    this.#closed = true;
    if (this.#timer) clearTimeout(this.#timer);
    if (this.#silence) clearTimeout(this.#silence);
    this.#socket?.close(1000);
    for (const [id, { settle }] of this.#open)
      for (const tell of settle) tell({ type: 'refused', id, code: 'closing', args: {} });
    this.#open.clear();
  }

  async #connect(): Promise<void> {
    const token = await this.#options.token(this.#refused).catch(() => null);
    if (this.#closed) return;
    if (token === null) return this.#again('no-token');
    this.#refused = null;
    const socket = new WebSocket(this.#options.socket, {
      maxPayload: 16 * 1024 * 1024,
      handshakeTimeout: 10_000,
    });
    this.#socket = socket;
    socket.on('open', () => this.#hello(socket, token));
    socket.on('message', (data, isBinary) => {
      this.#alive();
      // Binary messages only prime the compression of a stream.
      if (!isBinary) this.#receive(JSON.parse(data.toString()) as FromServer);
    });
    socket.on('ping', () => this.#alive());
    socket.on('error', () => {});
    socket.on('close', (code, reason) => {
      if (this.#socket === socket) this.#again(reason.toString() || String(code));
    });
  }

  #hello(socket: WebSocket, token: string): void {
    this.#alive();
    const since = Object.fromEntries([...this.#views].map(([name, { frame }]) => [name, frame]));
    const { game, views } = this.#options;
    socket.send(JSON.stringify({ type: 'hello', v: VERSION, token, game, views, since }));
  }

  #alive(): void {
    if (this.#silence) clearTimeout(this.#silence);
    this.#silence = setTimeout(() => this.#socket?.terminate(), SILENCE_MS);
  }

  #again(code: string): void {
    this.#socket = null;
    if (this.#silence) clearTimeout(this.#silence);
    const wasUp = this.#up;
    this.#up = false;
    if (wasUp) this.#options.down(code);
    if (this.#closed) return;
    const pause = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** this.#tries);
    this.#tries += 1;
    this.#timer = setTimeout(() => void this.#connect(), pause * (1 + Math.random() / 4));
  }

  #send(message: FromClient): boolean {
    if (!this.#up || this.#socket?.readyState !== WebSocket.OPEN) return false;
    const text = JSON.stringify(message);
    if (Buffer.byteLength(text) > MAX_FRAME) return false;
    this.#socket.send(text);
    return true;
  }

  #receive(message: FromServer): void {
    switch (message.type) {
      case 'welcome':
        this.#welcome(message.player ?? '');
        break;
      case 'snapshot':
        this.#views.set(message.view, { frame: message.frame, data: message.data });
        this.#options.view(message.view, message.data);
        break;
      case 'change':
        this.#change(message);
        break;
      case 'ack':
      case 'account':
      case 'heard':
      case 'told':
      case 'refused':
        this.#settle(message);
        break;
      case 'news':
        this.#options.news?.({ to: message.to, chat: message.chat, says: message.says });
        break;
      case 'chat':
        this.#options.chat(message);
        break;
      case 'spoken':
        this.#options.spoken?.(message);
        break;
      case 'hook':
        this.#options.hook(message);
        break;
      case 'bye':
        if (/token/.test(message.code)) this.#refused = message.code;
        break;
    }
  }

  #welcome(player: string): void {
    this.#up = true;
    this.#tries = 0;
    this.#options.up(player);
    for (const { frame } of this.#open.values()) this.#send(frame);
  }

  #change({ view, from, to, set, moments }: Extract<FromServer, { readonly type: 'change' }>): void {
    const have = this.#views.get(view);
    if (!have || to <= have.frame) return;
    if (from > have.frame + 1) {
      // Something is missing in between: ask for the whole again.
      this.#views.delete(view);
      this.#socket?.close(1000);
      return;
    }
    have.frame = to;
    have.data = patched(have.data, set);
    this.#options.view(view, have.data);
    if (moments.length > 0) this.#options.moments(moments);
  }

  #settle(
    answer: Extract<FromServer, { readonly type: 'ack' | 'account' | 'heard' | 'told' | 'refused' }>,
  ): void {
    const { id } = answer;
    const open = this.#open.get(id);
    if (!open) return;
    // Not an answer to the command but a wish to hear it again later.
    if (answer.type === 'refused' && AGAIN.has(answer.code)) {
      setTimeout(() => this.#open.has(id) && this.#send(open.frame), 1_000);
      return;
    }
    this.#open.delete(id);
    for (const tell of open.settle) tell(answer);
  }
}

const AGAIN = new Set(['too-busy', 'not-stored', 'closing']);

function refusalIn(answer: FromServer): {
  readonly ok: false;
  readonly code: string;
  readonly args: Readonly<Record<string, string | number>>;
} {
  if (answer.type === 'refused') return { ok: false, code: answer.code, args: answer.args };
  return { ok: false, code: 'fault', args: {} };
}
