/** The chats of one seat as one: reads their lines, checks them, sends what they mean to the game, and says what became of it. */
import type { ChatMessage, PlatformAdapter } from '../../adapters/platform/contract.ts';
import { answerAccount } from '../commands/answer/account.ts';
import { answerAsk } from '../commands/answer/ask.ts';
import { heardLine, spokenLine } from '../commands/answer/speech.ts';
import { answerEvents, answerQuery, answerRefusal } from '../commands/answer.ts';
import { TAGS } from '../commands/args/tags.ts';
import { createDoor } from '../commands/checks/admit.ts';
import { createContexts } from '../commands/context.ts';
import { commandName } from '../commands/list.ts';
import { readLine } from '../commands/read.ts';
import type { CommandSpec, FaultArgs, ReadResult, Role } from '../commands/spec.ts';
import { createAudience } from '../crowd/audience.ts';
import { createCounter } from '../crowd/counter.ts';
import { createLuckEdge } from '../crowd/luck.ts';
import type { Command } from '../engine/commands.ts';
import type { GameEvent } from '../engine/events.ts';
import type { AccountNews, AccountWish } from '../protocol/accounts.ts';
import type { SaidWish } from '../protocol/asks.ts';
import type { BothTexts } from '../protocol/texts.ts';
import type { BagView, BoardView, Moment } from '../protocol/views.ts';
import type { FromServer, Speaker } from '../protocol/wire.ts';
import { concerns } from './answers.ts';
import { Helpers } from './helpers.ts';
import { Lag } from './lag.ts';
import type { Doing, Link } from './link.ts';
import { People } from './people.ts';
import { Seen } from './seen.ts';
import { Voices } from './voices.ts';

type Spoken = Extract<FromServer, { readonly type: 'spoken' }>;

export interface ChatOptions {
  readonly player: string;
  readonly link: Link;
  /** At most one of each platform. */
  readonly adapters: readonly PlatformAdapter[];
  readonly texts: BothTexts;
}

/** The audience counts people in minutes: telling it of each line would be telling it the same. */
const COUNT_AGAIN_MS = 10_000;
/** One answer for all who brought a word. */
const LUCK_TOLD_MS = 20_000;
const DONE = Promise.resolve();
/** Bytes of what a talk line may hold on the wire. */
const LONGEST_LINE = 500;

export class Chat {
  readonly #options: ChatOptions;
  readonly #door = createDoor();
  readonly #counter = createCounter();
  readonly #luck = createLuckEdge();
  /** When a chat was last told how many words there are. */
  #luckTold = Number.NEGATIVE_INFINITY;
  readonly #audience = createAudience();
  readonly #people = new People();
  readonly #helpers = new Helpers();
  readonly #seen = new Seen();
  readonly #voices: Voices;
  readonly #lag = new Lag();
  /** Platforms whose lines are on the game's pages already. */
  readonly #ownPages: ReadonlySet<string>;
  /** Lines of the log that this process has told of already, by its own commands. */
  readonly #told = new Seen();
  readonly #viewer = (name: string): string | undefined => this.#people.find(name);
  #contexts: ReturnType<typeof createContexts> | null = null;
  readonly #bagName: string;
  #turn = 0;

  constructor(options: ChatOptions) {
    this.#options = options;
    this.#bagName = `bag:${options.player}`;
    const { adapters, player, link } = options;
    this.#ownPages = new Set(adapters.filter(({ can }) => can.ownPages).map(({ platform }) => platform));
    const talk = (line: string) =>
      void link.say({ player, from: 'MSIG', role: 'game', text: line.slice(0, LONGEST_LINE) });
    this.#voices = new Voices({ adapters, talk });
  }

  get #board(): BoardView | null {
    return this.#options.link.view<BoardView>('board');
  }
  get #bag(): BagView | null {
    return this.#options.link.view<BagView>(this.#bagName);
  }

  /** Different people who wrote in the last minutes. */
  active(): number {
    return this.#audience.active(Date.now());
  }

  /** Milliseconds within which nearly all lines of this platform come; null before the first. */
  lag(platform: string): number | null {
    return this.#lag.of(platform);
  }

  /** A line of one of the platforms. The same message id again is no new line. */
  hear(message: ChatMessage): Promise<void> {
    const now = Date.now();
    this.#lag.heard(message.platform, message.sentAt, now);
    const person = this.#people.seen(message);
    if (now - person.counted >= COUNT_AGAIN_MS) {
      person.counted = now;
      this.#audience.seen(person.key, now);
    }
    const board = this.#board;
    if (!board) return DONE;
    const role = this.#roleOf(message);
    const read = this.#read(message.text, { board, role, now });
    if (read.kind === 'none') return DONE;
    // Talk and votes do no harm when they come again, so only what acts is remembered: its platform has ids of its own.
    if (read.kind === 'vote' && read.spec === null) {
      this.#vote(message, read);
      return DONE;
    }
    if (!this.#seen.first(`${message.platform}:${message.id}`)) return DONE;
    // Words for some are not for the pages that everybody sees; words for all are put there by the host.
    if (read.kind !== 'speech' && !isNote(read)) this.#tell(message, role);
    return this.#obey(message, { read, role, board });
  }

  #read(text: string, { board, role, now }: { board: BoardView; role: Role; now: number }): ReadResult {
    this.#contexts ??= createContexts({
      player: this.#options.player,
      lang: this.#lang,
      texts: this.#options.texts,
      tags: TAGS,
    });
    return readLine(text, this.#contexts({ board, bag: this.#bag, role, now, viewer: this.#viewer }));
  }

  async #obey(
    message: ChatMessage,
    { read, role, board }: { read: ReadResult; role: Role; board: BoardView },
  ): Promise<void> {
    if (read.kind === 'none') return;
    if (read.kind === 'fault') {
      if (!read.quiet) this.#refuse(read.code, read.args, message.platform);
      return;
    }
    if (read.spec && !this.#admitted(message, read.spec, role)) return;
    if (read.kind === 'vote') return this.#vote(message, read);
    if (read.kind === 'account') return this.#account(message, read.wish, role);
    if (read.kind === 'ask') return this.#wish(message, read.wish, role);
    if (read.kind === 'speech') return this.#speak(message, read, role);
    if (read.kind === 'query') return this.#ask(read, { board, role, platform: message.platform });
    const id = `${message.platform}:${message.id}`;
    const reply = await this.#options.link.act(id, this.#speaker(message, role), this.#doing(read.command));
    if (!reply.ok) return this.#refuse(reply.code, reply.args, message.platform);
    // On a busy machine the log's own word of it may have come first, and has been told.
    if (!this.#told.first(String(reply.seq))) return;
    if (read.command.type === 'grantHelper')
      this.#helpers.met(reply.events, this.#people.nameOf(read.command.viewer));
    this.#report(reply.events, board);
  }

  /** Whoever is made a helper is named along: the game may never have heard of them. */
  #doing(command: Command): Doing {
    if (command.type !== 'grantHelper') return { command };
    const name = this.#people.nameOf(command.viewer);
    return name ? { command, people: { [command.viewer]: name } } : { command };
  }

  #admitted(message: ChatMessage, spec: CommandSpec, role: Role): boolean {
    const { player } = this.#options;
    const user = `${message.platform}:${message.user}`;
    const command = commandName(spec.id, this.#lang);
    const refused = this.#door.admit({ spec, role, user, channel: player, command, at: Date.now() });
    if (refused && !refused.quiet) this.#refuse(refused.code, refused.args, message.platform);
    return refused === null;
  }

  #vote(message: ChatMessage, { poll, choice }: Extract<ReadResult, { kind: 'vote' }>): void {
    // A streamer has one vote, in however many chats.
    const isOwner = message.roles.includes('broadcaster');
    const voter = isOwner ? this.#ownVoter : `${message.platform}:${message.user}`;
    this.#counter.open(poll);
    this.#counter.vote(poll, { voter, choice, sentAt: message.sentAt });
  }

  #ask(
    { query, args }: Extract<ReadResult, { kind: 'query' }>,
    { board, role, platform }: { board: BoardView; role: Role; platform: string },
  ): void {
    const { player, texts } = this.#options;
    const lang = this.#lang;
    const own = args.player === undefined || args.player === player;
    const bag = own ? this.#bag : null;
    const asked = { lang, texts: texts[lang], query, args, player, board, bag, role, ...this.#now() };
    this.#voices.answer(platform, answerQuery(asked));
  }

  async #account(message: ChatMessage, wish: AccountWish, role: Role): Promise<void> {
    const { platform, id } = message;
    // The message's id, so that it works once; the platform comes back with news of it.
    const about = { id: `${platform}:${id}`, chat: platform };
    const answer = await this.#options.link.account(this.#speaker(message, role), wish, about);
    this.#voices.answer(platform, answerAccount({ lang: this.#lang, answer, turn: this.#now().turn }));
  }

  /** Words for the dice go in batches, told of once in a while; whoever asks only how things stand is answered. */
  async #wish(message: ChatMessage, wish: SaidWish, role: Role): Promise<void> {
    const { platform, id, user, sentAt } = message;
    if (wish.type === 'luck' && wish.word !== '') {
      const word = { voter: role === 'player' ? this.#ownVoter : `${platform}:${user}`, word: wish.word };
      this.#luck.add({ ...word, sentAt });
      return;
    }
    const asked = wish.type === 'luck' ? { type: 'luck' as const, list: [] } : wish;
    const answer = await this.#options.link.ask(`${platform}:${id}`, this.#speaker(message, role), asked);
    this.#voices.answer(platform, answerAsk({ lang: this.#lang, answer, turn: this.#now().turn }));
  }

  get #ownVoter(): string {
    return `seat:${this.#options.player}`;
  }

  async #bringWords(now: number): Promise<void> {
    const list = [...this.#luck.flush(now)];
    if (list.length === 0) return;
    const { link, player } = this.#options;
    const answer = await link.ask(
      `luck ${player} ${now} ${list[0]?.voter}`,
      { player },
      { type: 'luck', list },
    );
    if (now - this.#luckTold < LUCK_TOLD_MS) return;
    this.#luckTold = now;
    this.#voices.tell(answerAsk({ lang: this.#lang, answer, turn: this.#now().turn }));
  }

  async #speak(
    message: ChatMessage,
    { channel, text }: Extract<ReadResult, { kind: 'speech' }>,
    role: Role,
  ): Promise<void> {
    const { platform, id } = message;
    const speech = { channel, text: text.slice(0, LONGEST_LINE).toWellFormed() };
    const heard = await this.#options.link.speak(`${platform}:${id}`, this.#speaker(message, role), speech);
    if (!heard.ok) return this.#refuse(heard.code, heard.args, platform);
    const names = heard.to.map((player) => this.#nameOf(player));
    this.#voices.answer(platform, heardLine(this.#lang, names));
  }

  /** Another player's line, from the game's own chat. */
  spoken({ from, channel, text }: Spoken): void {
    this.#voices.tell(spokenLine(this.#lang, { name: this.#nameOf(from), channel, text }));
  }

  #nameOf(player: string): string {
    return this.#board?.players.find(({ id }) => id === player)?.name ?? player;
  }

  /** The other side of a link did something. */
  news({ chat, says }: AccountNews): void {
    const line = answerAccount({ lang: this.#lang, answer: { ok: true, says } });
    if (chat === null) this.#voices.tell(line);
    else this.#voices.answer(chat, line);
  }

  /** @param about tell only what concerns this player and everybody. */
  #report(events: readonly GameEvent[], board: BoardView | null, about?: string): void {
    this.#voices.tell(answerEvents({ ...this.#setting(board), events, board, about }));
  }

  #refuse(code: string, args: FaultArgs, platform: string): void {
    const board = this.#board;
    this.#voices.answer(platform, answerRefusal({ ...this.#setting(board), code, args, board }));
  }

  #setting(board: BoardView | null) {
    const lang = this.#lang;
    const names = Object.fromEntries((board?.players ?? []).map(({ id, name }) => [id, name]));
    return { lang, texts: this.#options.texts[lang], names, ...this.#now() };
  }

  #now(): { readonly turn: number; readonly at: number; readonly viewers: Readonly<Record<string, string>> } {
    this.#turn += 1;
    return { turn: this.#turn, at: Date.now(), viewers: this.#helpers.names(this.#bag) };
  }

  /** What others and the clock did to this player is told here too; what this chat did was answered at once. */
  moments(moments: readonly Moment[]): void {
    const { player } = this.#options;
    for (const { seq, events, who } of moments) {
      if (!events.some((event) => concerns(event, player)) || !this.#told.first(String(seq))) continue;
      this.#helpers.met(events, who);
      this.#report(events, this.#board, player);
    }
  }

  /** Polls of this chat that opened or closed since. */
  follow(board: BoardView): void {
    const { player } = this.#options;
    const open = board.polls.filter((poll) => poll.player === player).map(({ id }) => id);
    for (const id of open) this.#counter.open(id);
    for (const id of this.#open) if (!open.includes(id)) this.#counter.close(id);
    this.#open = open;
  }
  #open: readonly string[] = [];

  /** Called often; sends ballots that are due. */
  flush(): void {
    if (!this.#options.link.up) return;
    void this.#bringWords(Date.now());
    for (const { poll, n, list } of this.#counter.flush(Date.now()))
      this.#options.link.ballots(poll, n, list);
  }

  /** After the link came back: the host may have lost what it had. */
  resend(): void {
    this.#counter.resend();
    this.#luck.resend();
  }

  get #lang(): 'ru' | 'en' {
    return this.#board?.players.find(({ id }) => id === this.#options.player)?.lang ?? 'ru';
  }

  #tell(message: ChatMessage, role: Role): void {
    const { link, player } = this.#options;
    if (this.#ownPages.has(message.platform)) return;
    const shown = role === 'admin' ? 'viewer' : role;
    link.say({
      player,
      from: message.name.slice(0, 80),
      role: shown,
      text: message.text.slice(0, LONGEST_LINE),
    });
  }

  #roleOf({ roles, name }: ChatMessage): Role {
    if (roles.includes('broadcaster')) return 'player';
    return this.#helpers.has(name, this.#bag) ? 'helper' : 'viewer';
  }

  #speaker(message: ChatMessage, role: Role): Speaker {
    const { player } = this.#options;
    if (role === 'player') return { player };
    const { platform, user, name } = message;
    const speaker = { platform, user, name: name.slice(0, 80), channel: player };
    return message.roles.includes('moderator') ? { ...speaker, moderator: true } : speaker;
  }

  close(): void {
    this.#voices.close();
  }
}

/** A note is for its player alone, though the chat that it was typed in has it. */
function isNote(read: ReadResult): boolean {
  return read.kind === 'ask' && (read.wish.type === 'note' || read.wish.type === 'unnote');
}
