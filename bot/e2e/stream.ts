/** Commands without a pause, over HTTP and over sockets, and a book of what was acknowledged. */
import { WebSocket } from 'ws';
import type { FromServer } from '../protocol/wire.ts';
import { Dice } from './dice.ts';
import { type Host, pause } from './rig.ts';

type Command = Readonly<Record<string, unknown>>;

/** One command and what became of it. */
export interface Sent {
  readonly id: string;
  readonly player: string;
  readonly command: Command;
  /** Null: no answer came, so it may or may not have been done. */
  answer: { readonly seq: number; readonly events: unknown } | { readonly code: string } | null;
}

export interface Acked extends Sent {
  readonly answer: { readonly seq: number; readonly events: unknown };
}

export function isAcked(sent: Sent): sent is Acked {
  return sent.answer !== null && 'seq' in sent.answer;
}

/** Most of them are always allowed, so that the log grows; some are not, and some move the game. */
function anyCommand(dice: Dice): Command {
  return dice.pick<Command>([
    { type: 'coin' },
    { type: 'coin' },
    { type: 'weapon', reach: dice.pick(['near', 'mid', 'far']) },
    { type: 'roll' },
    { type: 'go', way: 1 },
    { type: 'choose', option: 1 },
    { type: 'discard', item: String(dice.below(40)) },
  ]);
}

export class Stream {
  readonly sent: Sent[] = [];
  readonly #dice: Dice;
  readonly #senders: Promise<void>[] = [];
  #stopped = false;
  #n = 0;

  constructor(seed: number) {
    this.#dice = new Dice(seed);
  }

  /** Begins to send, from several senders at once; the game has the seats p1 … p4. */
  start(host: Host, game: string, { http, sockets }: { http: number; sockets: number }): void {
    this.#stopped = false;
    for (let i = 0; i < http; i += 1) this.#senders.push(this.#overHttp(host, game));
    for (let i = 0; i < sockets; i += 1) this.#senders.push(this.#overSocket(host, game));
  }

  /** Resolves when every sender has stopped: told to, or because the host is gone. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await Promise.all(this.#senders.splice(0));
  }

  #next(): Sent {
    this.#n += 1;
    const sent = {
      id: `c${this.#n}`,
      player: `p${1 + this.#dice.below(4)}`,
      command: anyCommand(this.#dice),
      answer: null,
    };
    this.sent.push(sent);
    return sent;
  }

  async #overHttp(host: Host, game: string): Promise<void> {
    while (!this.#stopped) {
      const sent = this.#next();
      const answer = await send(host, game, sent).catch(() => null);
      if (answer === null) return;
      sent.answer = answer;
    }
  }

  async #overSocket(host: Host, game: string): Promise<void> {
    const socket = new WebSocket(`ws://127.0.0.1:${host.port}/ws`);
    const waiting = new Map<string, Sent>();
    let open = true;
    socket.on('error', () => {});
    socket.on('close', () => {
      open = false;
    });
    socket.on('message', (data, binary) => {
      if (binary) return;
      const message = JSON.parse(String(data)) as FromServer;
      if (message.type !== 'ack' && message.type !== 'refused') return;
      const sent = waiting.get(message.id);
      waiting.delete(message.id);
      if (sent) sent.answer = message.type === 'ack' ? message : { code: message.code };
    });
    await new Promise((resolve) => socket.once('open', resolve).once('close', resolve));
    if (open) socket.send(JSON.stringify({ type: 'hello', v: 1, token: host.adminToken, game, views: [] }));
    while (open && !this.#stopped) {
      // A few in flight at once.
      if (waiting.size < 8) {
        const sent = this.#next();
        waiting.set(sent.id, sent);
        const { id, player, command } = sent;
        socket.send(JSON.stringify({ type: 'act', id, as: { player }, command }));
      } else await pause(1);
    }
    for (let tries = 0; open && waiting.size > 0 && tries < 500; tries += 1) await pause(10);
    socket.terminate();
  }
}

/** @throws Error if no answer comes. */
export async function send(host: Host, game: string, { id, player, command }: Sent): Promise<Sent['answer']> {
  const { status, body } = await host.ask<{ seq: number; events: unknown; code: string }>(
    `/api/games/${game}/commands`,
    { body: { id, as: { player }, command } },
  );
  return status === 200 ? { seq: body.seq, events: body.events } : { code: body.code };
}
