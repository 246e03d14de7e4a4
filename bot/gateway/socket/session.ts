/** One socket from hello to bye: who it is, what it watches, what it says. */
import { randomUUID } from 'node:crypto';
import type { WebSocket } from 'ws';
import { seenOf } from '../../host/chronicle.ts';
import type { HostedGame } from '../../host/hosted-game.ts';
import type { BothTexts } from '../../protocol/texts.ts';
import type { FromClient, FromServer } from '../../protocol/wire.ts';
import type { AccountDesk } from '../accounts/desk.ts';
import { runAct, runCommand } from '../act.ts';
import { Bucket } from '../guard/flood.ts';
import { type Identity, mayCast, mayDo, mayEnter, maySee, maySpeak } from '../guard/identity.ts';
import type { Tokens } from '../guard/tokens.ts';
import type { HookDesk } from '../hooks/desk.ts';
import type { HookReader } from '../hooks/reader.ts';
import type { Channels } from './channels.ts';
import { readChats } from './chats.ts';
import { readFrame } from './frames.ts';
import { BURST_SECONDS, HELLO_MS, type Limits, PATIENCE } from './limits.ts';
import type { Sources } from './sources.ts';

export interface SessionWorld {
  readonly tokens: Tokens;
  readonly accounts: AccountDesk;
  readonly channels: Channels;
  readonly hooks: HookDesk;
  readonly sources: Sources;
  readonly limits: Limits;
  readonly texts: BothTexts;
  readonly game: (id: string) => HostedGame | undefined;
  readonly onFault: (error: unknown) => void;
}

/** More people than any chat has; a number beyond it is a mistake. */
const MOST_ACTIVE = 1_000_000;

type Of<T extends FromClient['type']> = Extract<FromClient, { readonly type: T }>;

interface Entered {
  readonly who: Identity;
  readonly game: HostedGame;
  readonly bucket: Bucket;
  /** Where news of accounts are heard: by a player's process or Discord also after a cut, by others on this socket. */
  readonly address: string;
}

export class Session {
  readonly #socket: WebSocket;
  readonly #world: SessionWorld;
  readonly #leave: (() => void)[] = [];
  readonly #waiting: NodeJS.Timeout;
  /** Set from hello on; frames that come while the token is being looked at wait for it. */
  #greeting: Promise<void> | null = null;
  #entered: Entered | null = null;
  #wrong = 0;
  #inRoom = false;
  #hooks: HookReader | null = null;

  constructor(socket: WebSocket, world: SessionWorld) {
    this.#socket = socket;
    this.#world = world;
    this.#waiting = setTimeout(() => this.#bye('no-hello'), HELLO_MS);
    socket.on('message', (data, isBinary) => {
      this.#receive(data as Buffer, isBinary).catch((error: unknown) => {
        world.onFault(error);
        this.#bye('fault');
      });
    });
    socket.on('close', () => this.#end());
    // A broken frame or an oversized one: ws closes the socket by itself and tells why here.
    socket.on('error', () => {});
  }

  get entered(): boolean {
    return this.#entered !== null;
  }

  /** Looks at this game by a read-only key. */
  reads(game: string): boolean {
    const who = this.#entered?.who;
    return who?.role === 'overlay' && who.game === game;
  }

  /** Says why, and closes. */
  bye(code: string): void {
    this.#bye(code);
  }

  async #receive(data: Buffer, isBinary: boolean): Promise<void> {
    if (this.#entered && !this.#entered.bucket.take()) return this.#complain('too-fast', {});
    const read = readFrame(data, isBinary);
    if (!read.ok) {
      await this.#greeting;
      if (!this.#entered) return this.#bye(read.code, read.args);
      if (read.id !== undefined)
        this.#send({ type: 'refused', id: read.id, code: read.code, args: read.args });
      return this.#complain(read.code, read.args);
    }
    if (read.message.type === 'hello') {
      if (this.#greeting) return this.#bye('hello-twice');
      this.#greeting = this.#hello(read.message);
      return this.#greeting;
    }
    if (!this.#entered) await this.#greeting;
    if (!this.#entered) return this.#bye('no-hello');
    await this.#obey(read.message, this.#entered);
  }

  async #hello(hello: Of<'hello'>): Promise<void> {
    const verified = await this.#world.tokens.verify(hello.token);
    if (!verified.ok) return this.#bye(verified.code);
    const { who } = verified;
    const game = this.#world.game(hello.game);
    if (!game) return this.#bye('unknown-game');
    if (!mayEnter(who, hello.game)) return this.#bye('forbidden');
    const hidden = hello.views.find((view) => !maySee(who, view));
    if (hidden) return this.#bye('forbidden', { detail: hidden });
    clearTimeout(this.#waiting);
    const rate = this.#world.limits.frames[who.role];
    const session = randomUUID();
    const player = who.role === 'player' ? who.player : null;
    const stays = player ?? (who.role === 'discord' ? who.role : null);
    const address = stays === null ? `session ${session}` : `${game.id}/${stays}`;
    this.#entered = { who, game, bucket: new Bucket(rate, rate * BURST_SECONDS), address };
    this.#leave.push(this.#world.accounts.join(address, (news) => this.#send({ type: 'news', ...news })));
    this.#send({ type: 'welcome', session, seq: game.host.seq, role: who.role, player });
    for (const view of new Set(hello.views)) this.#watch(game, view, hello.since?.[view]);
  }

  #watch(game: HostedGame, view: string, since: number | undefined): void {
    if (this.#socket.readyState !== this.#socket.OPEN) return;
    const leave = this.#world.channels.join(game, view, this.#socket, since);
    if (leave) this.#leave.push(leave);
    else this.#send({ type: 'notice', code: 'unknown-view', args: { found: view } });
  }

  async #obey(message: Exclude<FromClient, { readonly type: 'hello' }>, entered: Entered): Promise<void> {
    switch (message.type) {
      case 'act':
        return this.#act(message, entered);
      case 'account':
        return this.#account(message, entered);
      case 'ask':
        return this.#ask(message, entered);
      case 'ballots':
        return this.#ballots(message, entered);
      case 'say':
        return this.#say(message, entered);
      case 'speak':
        return this.#speak(message, entered);
      case 'beat':
        return this.#beat(message, entered);
      case 'done':
        return this.#hooks?.done(message.id);
    }
  }

  async #act(act: Of<'act'>, { who, game }: Entered): Promise<void> {
    const refuse = (code: string, args: Readonly<Record<string, string | number>> = {}) =>
      this.#send({ type: 'refused', id: act.id, code, args });
    if (!maySpeak(who, act.as)) return refuse('forbidden', { detail: 'as' });
    if (!mayDo(who, act.command)) return refuse('forbidden', { detail: 'command' });
    const talk = who.role === 'site';
    const { texts, accounts } = this.#world;
    const doing =
      act.text === undefined ? runCommand(game, act) : runAct(game, act, { texts, talk, accounts });
    const result = await doing.catch((error: unknown) => {
      this.#world.onFault(error);
      return { ok: false as const, code: 'not-stored', args: {} };
    });
    if (!result.ok) return refuse(result.code, result.args);
    this.#send({ type: 'ack', id: act.id, seq: result.seq, events: seenOf(result.events) });
  }

  async #account({ id, as, wish, chat }: Of<'account'>, { who, game, address }: Entered): Promise<void> {
    const refuse = (code: string, args: Readonly<Record<string, string | number>>) =>
      this.#send({ type: 'refused', id, code, args });
    if (!maySpeak(who, as)) return refuse('forbidden', { detail: 'as' });
    const asking = this.#world.accounts.ask(game, { id, as, wish, chat, address });
    const answer = await asking.catch((error: unknown) => {
      this.#world.onFault(error);
      return { ok: false as const, code: 'not-stored', args: {} };
    });
    if (answer.ok) this.#send({ type: 'account', id, says: answer.says });
    else refuse(answer.code, answer.args);
  }

  async #ask({ id, as, wish }: Of<'ask'>, { who, game }: Entered): Promise<void> {
    const refuse = (code: string, args: Readonly<Record<string, string | number>>) =>
      this.#send({ type: 'refused', id, code, args });
    // Words are brought by whoever reads that chat, as ballots are.
    const chat = 'player' in as ? as.player : 'channel' in as ? as.channel : '';
    const fits = wish.type === 'luck' ? mayCast(who, chat, wish.list) : maySpeak(who, as);
    if (!fits) return refuse('forbidden', { detail: 'as' });
    const answer = await game.ask({ id, as, wish }).catch((error: unknown) => {
      this.#world.onFault(error);
      return { ok: false as const, code: 'not-stored', args: {} };
    });
    if (answer.ok) this.#send({ type: 'told', id, says: answer.says });
    else refuse(answer.code, answer.args);
  }

  #ballots({ poll, list }: Of<'ballots'>, { who, game }: Entered): void {
    const of = game.host.state.polls[poll]?.player;
    // A batch for a poll that has just closed is no fault of its sender.
    if (of === undefined) this.#send({ type: 'notice', code: 'no-poll', args: { poll } });
    else if (mayCast(who, of, list)) game.cast(poll, list);
    else this.#complain('forbidden', { detail: 'ballots' });
  }

  #say({ player, from, role, text }: Of<'say'>, { who, game }: Entered): void {
    if (maySpeak(who, { player }) && who.role !== 'site') game.say({ player, from, role, text });
    else this.#complain('forbidden', { detail: 'say' });
  }

  /** Only players speak: no viewer's free text reaches another chat. Who a person of Discord plays, the host knows. */
  #speak({ id, as, channel, text }: Of<'speak'>, { who, game }: Entered): void {
    const actor = maySpeak(who, as) ? game.actorOf(as) : null;
    const heard =
      actor?.by === 'player'
        ? game.speeches.say({ id, from: actor.player, channel, text })
        : ({
            ok: false,
            code: actor ? 'not-yours' : 'forbidden',
            args: actor ? {} : { detail: 'as' },
          } as const);
    if (heard.ok) this.#send({ type: 'heard', id, to: heard.to });
    else this.#send({ type: 'refused', id, code: heard.code, args: heard.args });
  }

  /** A player's process says so: from then on it counts as there and hears the local chat. A page tells how it fares. */
  #beat({ state }: Of<'beat'>, { who, game }: Entered): void {
    if (who.role === 'overlay' || who.role === 'site')
      return this.#world.sources.report(this, game.id, state?.health);
    if (who.role !== 'player') return;
    const active = state?.active;
    if (typeof active === 'number' && Number.isSafeInteger(active) && active >= 0) {
      game.audience(who.player, Math.min(active, MOST_ACTIVE));
    }
    this.#serve(`${game.id}/${who.player}`, state?.serves);
    game.rooms.report(who.player, readChats(state?.chats));
    if (this.#inRoom) return;
    this.#inRoom = true;
    this.#leave.push(game.rooms.join(who.player, (line) => this.#send({ type: 'chat', ...line })));
    this.#leave.push(game.rooms.listen(who.player, (line) => this.#send({ type: 'spoken', ...line })));
  }

  #serve(seat: string, channels: unknown): void {
    if (!this.#hooks) {
      const reader = this.#world.hooks.join(seat, (hook) => this.#send({ type: 'hook', ...hook }));
      this.#hooks = reader;
      this.#leave.push(() => reader.leave());
    }
    this.#hooks.serve(channels);
  }

  #complain(code: string, args: Readonly<Record<string, string | number>>): void {
    this.#wrong += 1;
    if (this.#wrong > PATIENCE) this.#bye(code);
    else this.#send({ type: 'notice', code, args });
  }

  #send(message: FromServer): void {
    if (this.#socket.readyState === this.#socket.OPEN) this.#socket.send(JSON.stringify(message));
  }

  #bye(code: string, args: Readonly<Record<string, string | number>> = {}): void {
    if (Object.keys(args).length > 0) this.#send({ type: 'notice', code, args });
    this.#send({ type: 'bye', code });
    this.#socket.close(1008, code);
    this.#end();
  }

  #end(): void {
    clearTimeout(this.#waiting);
    this.#world.sources.leave(this);
    for (const leave of this.#leave.splice(0)) leave();
  }
}
