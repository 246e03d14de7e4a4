/**
 * A player's process: one seat and its chats. It speaks to the game only over the public WebSocket, as anybody could, and
 * holds nothing that a restart would miss.
 */
import {
  type ChatMessage,
  FEATURES,
  type Health,
  type PlatformAdapter,
} from '../../adapters/platform/contract.ts';
import { MsigError } from '../errors.ts';
import type { BothTexts } from '../protocol/texts.ts';
import type { BagView, BoardView, LogView } from '../protocol/views.ts';
import { doorsOf, readToken, type TokenSays } from './address.ts';
import { Chat } from './chat.ts';
import { Hooks } from './hooks.ts';
import { fetchTexts, freshToken, patiently } from './house.ts';
import { Link } from './link.ts';
import { LocalPort } from './local-port.ts';
import { Nonce } from './nonce.ts';
import { OnAir } from './on-air.ts';
import { Wishes } from './wishes.ts';
import { WORDS } from './words.ts';

export interface PlayerOptions {
  /** Address of the gateway, as a person types it. */
  readonly gateway: string;
  readonly token: string;
  /** Makes the adapters of this seat's chats, at most one of each platform; the local one goes through the port. */
  readonly adapters: (port: LocalPort, player: string) => readonly PlatformAdapter[];
  /** Lines for people, to stderr. */
  readonly note: (line: string) => void;
  /** Of those lines. */
  readonly lang?: 'ru' | 'en';
  /** Called about every second while all is well: the supervisor counts on it. */
  readonly onAlive: () => void;
}

export interface Running {
  /** Ends the process's part: the link, the chat. */
  close(): Promise<void>;
}

const ALIVE_MS = 1_000;
const FLUSH_MS = 100;

/** @throws MsigError BAD_TOKEN for a token that is no player's, BAD_OPTION for an address that is none. */
export async function runPlayer(options: PlayerOptions): Promise<Running> {
  const doors = readDoors(options.gateway);
  const says = readToken(options.token);
  if (!says) throw new MsigError('BAD_TOKEN', { detail: 'no token of a player' });
  options.onAlive();
  const alive = setInterval(options.onAlive, ALIVE_MS);
  const { note, lang = 'en' } = options;
  const texts = await patiently(() => fetchTexts(doors.http), { note, again: WORDS[lang].again });
  return new Player(options, { says, texts, doors, alive }).start();
}

/** @throws MsigError BAD_OPTION for an address that is none */
export function readDoors(gateway: string): ReturnType<typeof doorsOf> {
  try {
    return doorsOf(gateway);
  } catch {
    const expected = 'an address like http://127.0.0.1:4747';
    throw new MsigError('BAD_OPTION', { option: '--gateway', value: gateway, expected });
  }
}

interface Parts {
  readonly says: TokenSays;
  readonly texts: BothTexts;
  readonly doors: ReturnType<typeof doorsOf>;
  readonly alive: NodeJS.Timeout;
}

class Player {
  readonly #options: PlayerOptions;
  readonly #parts: Parts;
  readonly #port = new LocalPort();
  readonly #link: Link;
  readonly #chat: Chat;
  readonly #adapters: readonly PlatformAdapter[];
  readonly #nonce: Nonce;
  readonly #wishes: readonly Wishes[];
  readonly #hooks: Hooks;
  readonly #onAir: OnAir;
  readonly #timers: NodeJS.Timeout[] = [];
  #token: string;
  #down = false;
  #closed = false;
  readonly #over = new Set<string>();

  constructor(options: PlayerOptions, parts: Parts) {
    const { player, game } = parts.says;
    this.#options = options;
    this.#parts = parts;
    this.#token = options.token;
    this.#link = new Link({
      socket: parts.doors.socket,
      token: (after) => this.#freshToken(after),
      game,
      views: ['board', 'log', `bag:${player}`],
      view: (name, data) => this.#viewed(name, data),
      moments: (moments) => this.#chat.moments(moments),
      chat: ({ type: _, ...line }) => this.#port.hear(line),
      hook: (hook) => this.#hooks.hear(hook),
      news: (news) => this.#chat.news(news),
      spoken: (line) => this.#chat.spoken(line),
      up: () => this.#up(),
      down: (code) => this.#lost(code),
    });
    this.#port.bind((text) => this.#link.say({ player, from: 'MSIG', role: 'game', text }));
    this.#adapters = options.adapters(this.#port, player);
    this.#chat = new Chat({ player, link: this.#link, adapters: this.#adapters, texts: parts.texts });
    const texts = () => parts.texts[this.#lang(player)];
    const { note } = options;
    this.#wishes = this.#adapters.map(
      (adapter) => new Wishes({ player, link: this.#link, adapter, texts, note }),
    );
    this.#onAir = new OnAir({ player, link: this.#link });
    this.#hooks = new Hooks({ link: this.#link, adapters: this.#adapters, note });
    this.#nonce = new Nonce(player, (id, as, command) => this.#link.act(id, as, { command }));
  }

  async start(): Promise<Running> {
    this.#timers.push(
      setInterval(() => this.#chat.flush(), FLUSH_MS),
      setInterval(() => this.#beat(), ALIVE_MS),
    );
    await Promise.all(this.#adapters.map((adapter, n) => this.#open(adapter, this.#wishes[n]!)));
    return { close: () => this.#close() };
  }

  /** A chat that cannot be reached now is tried again; the game, and the other chats, go on meanwhile. */
  async #open(adapter: PlatformAdapter, wishes: Wishes): Promise<void> {
    const { note } = this.#options;
    const told = (line: string) => note(`${adapter.platform}: ${line}`);
    adapter.onMessage((message: ChatMessage) => void this.#chat.hear(message));
    adapter.onHealth((health) => this.#healthy(adapter, health));
    this.#onAir.follow(adapter);
    const patience = { note: told, over: () => this.#closed, again: this.#words.again };
    await patiently(() => adapter.connect(), patience);
    // What the platform tells the gateway is wanted from now on.
    this.#beat();
    await patiently(() => wishes.start(), patience);
  }

  #viewed(name: string, data: unknown): void {
    if (name === 'board') this.#chat.follow(data as BoardView);
    if (name.startsWith('bag:')) for (const wishes of this.#wishes) wishes.follow(data as BagView);
    if (name === 'board' || name === 'log') {
      void this.#nonce.follow(this.#link.view<BoardView>('board'), this.#link.view<LogView>('log'));
    }
  }

  get #words() {
    return WORDS[this.#options.lang ?? 'en'];
  }

  #lang(player: string): 'ru' | 'en' {
    const board = this.#link.view<BoardView>('board');
    return board?.players.find(({ id }) => id === player)?.lang ?? 'ru';
  }

  #up(): void {
    if (this.#down) this.#options.note(this.#words.hostBack);
    this.#down = false;
    this.#chat.resend();
    this.#beat();
    this.#port.turn(true);
  }

  #lost(code: string): void {
    this.#down = true;
    this.#port.turn(false);
    this.#options.note(this.#words.hostLost(code));
  }

  #healthy({ platform, channel }: PlatformAdapter, { state, reason }: Health): void {
    if (state === 'down') this.#options.note(this.#words.chatCut(platform, channel, reason ?? '—'));
  }

  /** Told once for each sign-in that ended. */
  #checkSignIns(): void {
    for (const adapter of this.#adapters) {
      const { platform } = adapter;
      const over = adapter.health().signIn === 'over';
      if (over && !this.#over.has(platform)) this.#options.note(this.#words.signInOver(platform));
      if (over) this.#over.add(platform);
      else this.#over.delete(platform);
    }
  }

  #beat(): void {
    this.#checkSignIns();
    this.#link.beat({
      active: this.#chat.active(),
      chats: this.#adapters.map((adapter) => ({
        platform: adapter.platform,
        state: adapter.health().state,
        lag: this.#chat.lag(adapter.platform),
        lacks: FEATURES.filter((feature) => !adapter.can.features?.includes(feature)),
      })),
      serves: this.#hooks.serves,
    });
  }

  /** A token is exchanged when half of its time is over, or when the gateway no longer takes it. */
  async #freshToken(after: string | null): Promise<string> {
    const says = readToken(this.#token);
    const half = says ? (says.issued + says.ends) / 2 : 0;
    if (after === null && Date.now() < half) return this.#token;
    const fresh = await freshToken(this.#parts.doors.http, this.#token);
    if (fresh) this.#token = fresh;
    else if (after !== null) this.#options.note(this.#words.tokenRefused(after));
    return this.#token;
  }

  async #close(): Promise<void> {
    this.#closed = true;
    for (const timer of this.#timers) clearInterval(timer);
    clearInterval(this.#parts.alive);
    this.#chat.close();
    for (const wishes of this.#wishes) wishes.close();
    this.#hooks.close();
    this.#nonce.close();
    await Promise.all(this.#adapters.map((adapter) => adapter.close()));
    this.#link.close();
  }
}
