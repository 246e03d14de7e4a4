/** What somebody says in Discord, in whatever way, and the answer to it. The line is read as in every chat. */
import type { Button } from '../../adapters/platform/discord/contract.ts';
import { answerAccount } from '../commands/answer/account.ts';
import { answerAsk } from '../commands/answer/ask.ts';
import { heardLine } from '../commands/answer/speech.ts';
import { answerEvents, answerQuery, answerRefusal } from '../commands/answer.ts';
import { TAGS } from '../commands/args/tags.ts';
import { createDoor } from '../commands/checks/admit.ts';
import { createContexts } from '../commands/context.ts';
import { commandName } from '../commands/list.ts';
import { readLine } from '../commands/read.ts';
import {
  type CommandSpec,
  EVERYBODY,
  type FaultArgs,
  type ReadContext,
  type ReadResult,
  type Role,
} from '../commands/spec.ts';
import type { Command } from '../engine/commands.ts';
import type { GameEvent } from '../engine/events.ts';
import { Helpers } from '../player/helpers.ts';
import { People } from '../player/people.ts';
import type { AccountWish } from '../protocol/accounts.ts';
import type { SaidWish } from '../protocol/asks.ts';
import type { Lang } from '../protocol/texts.ts';
import type { BoardView } from '../protocol/views.ts';
import type { Game, Person } from './game.ts';
import { withSlashes } from './line.ts';
import { askedIn, buttonsFor } from './questions.ts';
import { WORDS } from './words.ts';

export interface Line {
  /** Of the message or interaction: the same id acts once. */
  readonly id: string;
  readonly text: string;
  readonly seat: string;
  readonly person: Person;
  readonly lang: Lang;
  /** Only this vote is meant, when the line is a vote. */
  readonly poll?: string | undefined;
  /** Typed among talk: what is none of ours, or noise, gets no answer. */
  readonly typed?: boolean;
}

export interface Answered {
  readonly text: string;
  /** For whoever asked alone. */
  readonly private: boolean;
  readonly buttons: readonly Button[];
  /** The line of the log that this tells of; others need not tell it again. */
  readonly seq: number | null;
}

export type CastVote = (
  poll: string,
  ballot: { readonly voter: string; readonly choice: number | 'x'; readonly sentAt: number },
) => boolean;

/** Questions whose answer is of use to one person. */
const ASIDE = new Set(['help', 'rule', 'helpers']);

export class Desk {
  readonly #game: Game;
  readonly #vote: CastVote;
  readonly #door = createDoor();
  readonly #people = new People();
  readonly #helpers = new Map<string, Helpers>();
  readonly #contexts = new Map<string, ReturnType<typeof createContexts>>();
  #turn = 0;

  constructor(game: Game, vote: CastVote) {
    this.#game = game;
    this.#vote = vote;
  }

  /** Null: not a word for us. */
  async hear(line: Line): Promise<Answered | null> {
    const { board } = this.#game;
    this.#people.seen({ platform: 'discord', ...line.person });
    if (!board) return aside(WORDS[line.lang].away);
    // Talk comes often and needs no role; asking for it goes over the wire.
    const talk = line.typed && !/^\s*[!\uff01]/u.test(line.text);
    const role = talk ? 'viewer' : await this.#roleOf(line);
    const read = readLine(line.text, this.#context(line, { board, role }));
    if (read.kind === 'none') return line.typed ? null : aside(WORDS[line.lang].nothing);
    if (read.kind === 'fault') return line.typed && read.quiet ? null : this.#refuse(line, read);
    const refused = read.spec && this.#admit(line, read.spec, role);
    if (!refused) return this.#obey(line, { read, board, role });
    // A form's answer can be for one pair of eyes: who asks often gets it so, and the channel stays calm.
    if (read.kind === 'query' && !line.typed && refused.code === 'cooldown')
      return { ...this.#ask(line, read, { board, role }), private: true };
    return line.typed && refused.quiet ? null : this.#refuse(line, refused);
  }

  #obey(
    line: Line,
    {
      read,
      board,
      role,
    }: { read: Exclude<ReadResult, { kind: 'none' | 'fault' }>; board: BoardView; role: Role },
  ): Promise<Answered> | Answered {
    switch (read.kind) {
      case 'vote':
        return this.#cast(line, read);
      case 'query':
        return this.#ask(line, read, { board, role });
      case 'account':
        return this.#account(line, read.wish);
      case 'ask':
        return this.#wish(line, read.wish);
      case 'speech':
        return this.#speak(line, read, board);
      case 'command':
        return this.#act(line, read.command, board);
    }
  }

  async #act(line: Line, command: Command, board: BoardView): Promise<Answered> {
    const { wire } = this.#game;
    if (!wire.up) return aside(WORDS[line.lang].away);
    const as = this.#game.speaker(line.person, line.seat);
    const name = command.type === 'grantHelper' ? this.#people.nameOf(command.viewer) : undefined;
    const people = command.type === 'grantHelper' && name ? { people: { [command.viewer]: name } } : {};
    const reply = await wire.act(`discord:${line.id}`, as, { command, ...people });
    if (!reply.ok) return this.#refuse(line, reply);
    if (command.type === 'grantHelper') this.#helpersOf(line.seat).met(reply.events, name);
    const text = answerEvents({ ...this.#setting(line, board), events: reply.events, board });
    return {
      text: text === '' ? WORDS[line.lang].nothing : withSlashes(text),
      private: text === '',
      buttons: this.#buttons(reply.events, line.lang),
      seq: text === '' ? null : reply.seq,
    };
  }

  #buttons(events: readonly GameEvent[], lang: Lang): Button[] {
    const asked = askedIn(events);
    return asked.flatMap((question) => buttonsFor(this.#game, question, { lang, named: asked.length > 1 }));
  }

  #ask(
    { seat, lang }: Line,
    { query, args }: Extract<ReadResult, { kind: 'query' }>,
    { board, role }: { board: BoardView; role: Role },
  ): Answered {
    const about = args.player ?? seat;
    const bag = this.#game.bag(about);
    const viewers = this.#helpersOf(seat).names(this.#game.bag(seat));
    const asked = {
      lang,
      texts: this.#game.texts[lang],
      query,
      args,
      player: seat,
      board,
      bag,
      role,
      viewers,
    };
    const text = answerQuery({ ...asked, turn: this.#next(), at: Date.now() });
    return { text: withSlashes(text), private: ASIDE.has(query), buttons: [], seq: null };
  }

  #cast(line: Line, { poll, choice }: Extract<ReadResult, { kind: 'vote' }>): Answered {
    const voter = `discord:${line.person.user}`;
    // The same vote again is no other vote, but it is in.
    this.#vote(poll, { voter, choice, sentAt: Date.now() });
    return aside(WORDS[line.lang].voted);
  }

  /** For whoever said it alone: the others hear it in their own chats. */
  async #speak(
    line: Line,
    { channel, text }: Extract<ReadResult, { kind: 'speech' }>,
    board: BoardView,
  ): Promise<Answered> {
    const { wire } = this.#game;
    if (!wire.up) return aside(WORDS[line.lang].away);
    const as = this.#game.speaker(line.person, line.seat);
    const speech = { channel, text: text.toWellFormed() };
    const heard = await wire.speak(`discord:${line.id}`, as, speech);
    if (!heard.ok) return this.#refuse(line, heard);
    const nameOf = (player: string) => board.players.find(({ id }) => id === player)?.name ?? player;
    return aside(heardLine(line.lang, heard.to.map(nameOf)));
  }

  async #wish(line: Line, said: SaidWish): Promise<Answered> {
    const { wire } = this.#game;
    if (!wire.up) return aside(WORDS[line.lang].away);
    const as = this.#game.speaker(line.person, line.seat);
    const sentAt = Date.now();
    const word = said.type === 'luck' && said.word !== '' ? [said.word] : [];
    const list = word.map((one) => ({ voter: `discord:${line.person.user}`, word: one, sentAt }));
    const wish = said.type === 'luck' ? { type: said.type, list } : said;
    const answer = await wire.ask(`discord:${line.id}`, as, wish);
    return aside(withSlashes(answerAsk({ lang: line.lang, answer, turn: this.#next() })));
  }

  async #account(line: Line, wish: AccountWish): Promise<Answered> {
    const { wire } = this.#game;
    if (!wire.up) return aside(WORDS[line.lang].away);
    const as = this.#game.speaker(line.person, line.seat);
    const answer = await wire.account(as, wish, { id: `discord:${line.id}`, chat: line.lang });
    this.#game.forget(line.person.user);
    const text = answerAccount({ lang: line.lang, answer, turn: this.#next() });
    // What the code is for is typed in another chat.
    const elsewhere = answer.ok && answer.says.is === 'code';
    return aside((elsewhere ? text : withSlashes(text)) || WORDS[line.lang].nothing);
  }

  #admit(
    line: Line,
    spec: CommandSpec,
    role: Role,
  ): { code: string; args: FaultArgs; quiet: boolean } | null {
    const command = commandName(spec.id, line.lang);
    const user = `discord:${line.person.user}`;
    // Who may do it, the host knows best: people are linked in other chats too. Here only the pace is kept.
    const open = { ...spec, who: EVERYBODY };
    return this.#door.admit({ spec: open, role, user, channel: line.seat, command, at: Date.now() });
  }

  #refuse(line: Line, { code, args }: { readonly code: string; readonly args: FaultArgs }): Answered {
    const { board } = this.#game;
    return aside(withSlashes(answerRefusal({ ...this.#setting(line, board), code, args, board })));
  }

  #setting({ lang, seat }: Line, board: BoardView | null) {
    const names = Object.fromEntries((board?.players ?? []).map(({ id, name }) => [id, name]));
    const viewers = this.#helpersOf(seat).names(this.#game.bag(seat));
    return { lang, texts: this.#game.texts[lang], names, viewers, turn: this.#next(), at: Date.now() };
  }

  #context(
    { seat, lang, poll, typed }: Line,
    { board, role }: { board: BoardView; role: Role },
  ): ReadContext {
    const key = `${seat} ${lang}`;
    const made =
      this.#contexts.get(key) ?? createContexts({ player: seat, lang, texts: this.#game.texts, tags: TAGS });
    this.#contexts.set(key, made);
    const viewer = (name: string) => this.#viewer(name);
    // A form is never talk: whatever is wrong with it is said, as to a player.
    const context = made({
      board,
      bag: this.#game.bag(seat),
      role: typed ? role : 'player',
      now: Date.now(),
      viewer,
    });
    return poll === undefined
      ? context
      : { ...context, polls: context.polls.filter(({ id }) => id === poll) };
  }

  /** By name, or by mention. */
  #viewer(name: string): string | undefined {
    const mention = /^<@!?(\d{1,21})>$/.exec(name);
    return mention ? `discord:${mention[1]}` : this.#people.find(name);
  }

  async #roleOf({ person, seat }: Line): Promise<Role> {
    if ((await this.#game.seatOf(person)) === seat) return 'player';
    return this.#helpersOf(seat).has(person.name, this.#game.bag(seat)) ? 'helper' : 'viewer';
  }

  #helpersOf(seat: string): Helpers {
    const known = this.#helpers.get(seat) ?? new Helpers();
    this.#helpers.set(seat, known);
    return known;
  }

  #next(): number {
    this.#turn += 1;
    return this.#turn;
  }
}

function aside(text: string): Answered {
  return { text, private: true, buttons: [], seq: null };
}
