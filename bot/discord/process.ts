/**
 * The Discord process: one more client of the public WebSocket. People of Discord ask, vote and act through it; what
 * happens in the game is told in the channel. It holds nothing that a restart would miss.
 */

import type { DiscordAdapter } from '../../adapters/platform/discord/contract.ts';
import { answerAccount } from '../commands/answer/account.ts';
import { createCounter } from '../crowd/counter.ts';
import { MsigError } from '../errors.ts';
import { doorsOf } from '../player/address.ts';
import { fetchTexts, freshToken, patiently } from '../player/house.ts';
import { Link } from '../player/link.ts';
import type { AccountNews } from '../protocol/accounts.ts';
import type { BothTexts, Lang } from '../protocol/texts.ts';
import type { BoardView } from '../protocol/views.ts';
import { Desk } from './desk.ts';
import { Feed } from './feed.ts';
import { Game } from './game.ts';
import { tokenForDiscord } from './host.ts';
import { withSlashes } from './line.ts';
import { Reception } from './reception.ts';
import { slashCommands } from './slash.ts';
import { isAdminToken, readDiscordToken } from './token.ts';

export interface DiscordOptions {
  /** Address of the gateway, as a person types it. */
  readonly gateway: string;
  /** Of the role `discord` (`POST /api/discord-tokens`), or the referee's, which is exchanged for one. */
  readonly token: string;
  /** Of the channel's feed; whoever asks is answered in the language of their Discord. */
  readonly lang: Lang;
  readonly adapter: DiscordAdapter;
  /** The board as a PNG; null when there is none: then it is told in words. */
  readonly picture?: () => Promise<Uint8Array | null>;
  /** Lines for people, to stderr. */
  readonly note: (line: string) => void;
  /** Milliseconds between two posts of the feed, and how long the first event waits for others. */
  readonly pace?: { readonly everyMs: number; readonly gatherMs: number };
}

export interface DiscordRunning {
  close(): Promise<void>;
}

const VIEWS = ['board', 'log', ...Array.from({ length: 8 }, (_, i) => `bag:p${i + 1}`)];
const PACE = { everyMs: 5_000, gatherMs: 1_500 };
const FLUSH_MS = 100;

/** @throws MsigError BAD_TOKEN for a token of another role, BAD_OPTION for an address that is none. */
export async function runDiscord(options: DiscordOptions): Promise<DiscordRunning> {
  const doors = readDoors(options.gateway);
  const { token, game } = await tokenOf(options, doors.http);
  const texts = await patiently(() => fetchTexts(doors.http), { note: options.note, over: () => false });
  if (!texts) throw new MsigError('GATEWAY_UNREACHABLE', { url: doors.http, detail: 'no texts' });
  const room = new DiscordRoom({ ...options, token }, { texts, doors, game });
  room.start();
  return room;
}

async function tokenOf(
  { token, note }: DiscordOptions,
  http: string,
): Promise<{ readonly token: string; readonly game: string }> {
  const patience = { note, over: () => false };
  const own = isAdminToken(token) ? await patiently(() => tokenForDiscord(http, token), patience) : token;
  const says = own === null ? null : readDiscordToken(own);
  if (own === null || !says) throw new MsigError('BAD_TOKEN', { detail: 'no token of the Discord process' });
  return { token: own, game: says.game };
}

function readDoors(gateway: string): ReturnType<typeof doorsOf> {
  try {
    return doorsOf(gateway);
  } catch {
    const expected = 'an address like http://127.0.0.1:4747';
    throw new MsigError('BAD_OPTION', { option: '--gateway', value: gateway, expected });
  }
}

interface Parts {
  readonly texts: BothTexts;
  readonly doors: ReturnType<typeof doorsOf>;
  readonly game: string;
}

class DiscordRoom implements DiscordRunning {
  readonly #options: DiscordOptions;
  readonly #http: string;
  readonly #link: Link;
  readonly #game: Game;
  readonly #desk: Desk;
  readonly #feed: Feed;
  readonly #counter = createCounter();
  readonly #timer: NodeJS.Timeout;
  #token: string;
  #polls: readonly string[] = [];
  #down = false;
  #closed = false;

  constructor(options: DiscordOptions, { texts, doors, game }: Parts) {
    this.#options = options;
    this.#http = doors.http;
    this.#token = options.token;
    this.#link = new Link({
      ...{ socket: doors.socket, token: (after) => this.#freshToken(after), game, views: VIEWS },
      view: (name, data) => name === 'board' && this.#follow(data as BoardView),
      moments: (moments) => this.#feed.moments(moments),
      ...{ chat: () => {}, hook: () => {}, news: (news) => this.#news(news) },
      up: () => this.#up(),
      down: (code) => this.#lost(code),
    });
    this.#game = new Game(this.#link, texts);
    this.#desk = new Desk(this.#game, (poll, ballot) => this.#counter.vote(poll, ballot));
    this.#feed = new Feed({
      ...{ game: this.#game, lang: options.lang, ...(options.pace ?? PACE) },
      post: (post) => options.adapter.post(post),
      picture: options.picture ?? (async () => null),
    });
    this.#timer = setInterval(() => this.#flush(), FLUSH_MS);
  }

  /** Discord may be late; the game does not wait for it. */
  start(): void {
    const { adapter, note } = this.#options;
    const reception = new Reception({
      ...{ game: this.#game, desk: this.#desk, feed: this.#feed },
      ...{ lang: this.#options.lang, adapter, note },
    });
    adapter.onInteraction((call) => void reception.called(call));
    adapter.onMessage((message) => void reception.heard(message));
    adapter.onHealth(({ state, reason }) => {
      if (state === 'down') note(`Discord: ${reason ?? 'cut'}, trying again`);
    });
    void this.#enter();
  }

  async #enter(): Promise<void> {
    const { adapter, note } = this.#options;
    const patience = { note, over: () => this.#closed };
    await patiently(() => adapter.connect(), patience);
    await patiently(async () => {
      if (!(await adapter.register(slashCommands()))) throw new Error('Discord did not take the commands');
    }, patience);
  }

  #news({ to, chat, says }: AccountNews): void {
    if ('user' in to) this.#game.forget(to.user);
    const lang = chat === 'ru' || chat === 'en' ? chat : this.#options.lang;
    const text = withSlashes(answerAccount({ lang, answer: { ok: true, says } }));
    void this.#options.adapter.send(text);
  }

  #follow(board: BoardView): void {
    const open = board.polls.map(({ id }) => id);
    for (const id of open) this.#counter.open(id);
    for (const id of this.#polls) if (!open.includes(id)) this.#counter.close(id);
    this.#polls = open;
  }

  #flush(): void {
    if (!this.#link.up) return;
    for (const { poll, n, list } of this.#counter.flush(Date.now())) this.#link.ballots(poll, n, list);
  }

  #up(): void {
    if (this.#down) this.#options.note('the game host is there again');
    this.#down = false;
    this.#counter.resend();
  }

  #lost(code: string): void {
    this.#down = true;
    this.#options.note(`the line to the game host is cut (${code}), trying again`);
  }

  /** A token is exchanged when half of its time is over, or when the gateway no longer takes it. */
  async #freshToken(after: string | null): Promise<string> {
    const says = readDiscordToken(this.#token);
    const half = says ? (says.issued + says.ends) / 2 : 0;
    if (after === null && Date.now() < half) return this.#token;
    const fresh = await freshToken(this.#http, this.#token);
    if (fresh) this.#token = fresh;
    else if (after !== null) this.#options.note(`the gateway does not take this token (${after})`);
    return this.#token;
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearInterval(this.#timer);
    this.#feed.close();
    await this.#options.adapter.close();
    this.#link.close();
  }
}
