/**
 * The streamed chat: `GET /youtube/v3/liveChat/messages/stream` (PLATFORMS.md 3.4). One JSON array that never ends,
 * each element a page; the first one holds the recent history, or what came after the token.
 */
import type { ServerResponse } from 'node:http';
import { pageOf } from './bodies.ts';
import { type Chat, endOf, type World } from './world.ts';

const MOST_A_PAGE = 2_000;

interface Open {
  readonly chat: Chat;
  readonly response: ServerResponse;
  at: number;
  pages: number;
  readonly end: AbortController;
}

export class Streams {
  readonly #world: World;
  readonly #open = new Set<Open>();
  /** The sockets stay, and nothing comes any more. */
  silent = false;
  /** Written in place of pages: framing that no reader knows. */
  garbled = '';

  constructor(world: World) {
    this.#world = world;
    world.onFeed = (chat) => {
      for (const one of this.#open) if (one.chat === chat) this.#flush(one);
    };
  }

  get count(): number {
    return this.#open.size;
  }

  open(chat: Chat, from: number, response: ServerResponse): void {
    response.writeHead(200, { 'content-type': 'application/json; charset=UTF-8' });
    const one: Open = { chat, response, at: from, pages: 0, end: new AbortController() };
    this.#open.add(one);
    response.on('close', () => {
      one.end.abort();
      this.#open.delete(one);
    });
    this.#flush(one, true);
    void this.#live(one);
  }

  /** Ends all streams politely, as the server does now and then. */
  close(): void {
    for (const one of [...this.#open]) this.#finish(one);
  }

  /** Pulls the cable; `half` leaves an object without its end behind. */
  cut(half: boolean): void {
    for (const { response } of [...this.#open]) {
      if (half) response.write(',\r\n{"kind":"youtube#liveChatMessageListResponse","items":[{"id":"half');
      response.destroy();
    }
  }

  async #live(one: Open): Promise<void> {
    const { streamLifeMs } = this.#world.limits;
    if (!Number.isFinite(streamLifeMs)) return;
    await this.#world.clock.sleep(streamLifeMs, one.end.signal);
    if (this.#open.has(one)) this.#finish(one);
  }

  #finish(one: Open): void {
    this.#open.delete(one);
    one.response.end(']');
  }

  #flush(one: Open, first = false): void {
    if (this.silent || (!first && one.at >= endOf(one.chat))) return;
    const { body, next } = pageOf(this.#world, one.chat, one.at, MOST_A_PAGE);
    one.at = next;
    one.pages += 1;
    const text =
      this.garbled !== ''
        ? this.garbled
        : `${one.pages === 1 ? '[' : ',\r\n'}${JSON.stringify(body, null, 1)}`;
    one.response.write(text);
    if (one.chat.endedAt !== null && one.at >= endOf(one.chat)) this.#finish(one);
  }
}
