/** What somebody outside says to a game, as a command or as a line of chat, and what becomes of it. */
import { answerAccount } from '../commands/answer/account.ts';
import { answerAsk } from '../commands/answer/ask.ts';
import { heardLine } from '../commands/answer/speech.ts';
import { answerEvents, answerQuery, answerRefusal } from '../commands/answer.ts';
import { createContexts } from '../commands/context.ts';
import { readLine } from '../commands/read.ts';
import type { ReadResult, Role } from '../commands/spec.ts';
import { voterOf } from '../host/asks.ts';
import type { Outcome } from '../host/game/outcome.ts';
import type { HostedGame } from '../host/hosted-game.ts';
import type { AccountWish } from '../protocol/accounts.ts';
import type { SaidWish } from '../protocol/asks.ts';
import { readCommand } from '../protocol/commands.ts';
import type { BothTexts } from '../protocol/texts.ts';
import type { BagView, BoardView } from '../protocol/views.ts';
import type { Speaker } from '../protocol/wire.ts';
import { type AccountDesk, PAGE } from './accounts/desk.ts';

export interface Said {
  readonly id: string;
  readonly as: Speaker;
  readonly command?: unknown;
  readonly people?: Readonly<Record<string, string>> | undefined;
  readonly text?: string | undefined;
}

export type Reply = Readonly<Record<'ru' | 'en', string>>;
export type Done = Outcome & { readonly reply?: Reply };

const NOTHING: Reply = { ru: '', en: '' };
const LONGEST_DETAIL = 500;

export interface Door {
  readonly texts: BothTexts;
  /** Plain talk is fine here: the local chat. Elsewhere a line without a command is a mistake. */
  readonly talk: boolean;
  /** Takes lines that link chats; a door without one turns them away. */
  readonly accounts?: AccountDesk | undefined;
}

/** @throws the driver's error if the command could not be stored. */
export async function runAct(game: HostedGame, said: Said, door: Door): Promise<Done> {
  if (said.text !== undefined) return runLine(game, { ...said, text: said.text }, door);
  const before = game.view('board') as BoardView;
  const outcome = await runCommand(game, said);
  return outcome.ok ? { ...outcome, reply: replyTo(game, { outcome, before, texts: door.texts }) } : outcome;
}

/** The same for a command alone, without a sentence made for it. */
export async function runCommand(game: HostedGame, { id, as, command, people }: Said): Promise<Outcome> {
  const read = readCommand(command);
  if (read.ok) return game.act({ id, as, command: read.command, people });
  const detail = read.message.replace(/\s+/g, ' ').slice(0, LONGEST_DETAIL);
  return { ok: false, code: 'bad-request', args: { detail } };
}

type Line = Said & { readonly text: string };

async function runLine(game: HostedGame, line: Line, { texts, talk, accounts }: Door): Promise<Done> {
  const actor = game.actorOf(line.as);
  const before = game.view('board') as BoardView;
  // Read again, the same line may mean something else by now: the first answer stands.
  const first = await game.host.recall(actor, line.id);
  if (first) return first.ok ? { ...first, reply: replyTo(game, { outcome: first, before, texts }) } : first;
  const player = chatOf(line.as) ?? before.players[0]?.id ?? 'p1';
  const role = roleOf(game, line.as);
  const viewer = (name: string) => soleViewer(game, name);
  const bag = game.view(`bag:${player}`) as BagView | null;
  const context = contextsOf(
    game,
    player,
    texts,
  )({ board: before, bag, role, now: game.clock.now(), viewer });
  const read = readLine(line.text, context);
  // Words for some are not for the pages that everybody sees.
  if (!isPrivate(read))
    game.say({
      player,
      from: nameOf(game, line.as),
      role: role === 'admin' ? 'game' : role,
      text: line.text,
    });
  const done = await obey(game, { line, read, player, role, before, texts, talk, accounts });
  // What has happened is told by the process of that chat, if it is there.
  const told = done.ok && done.events.length > 0 && game.rooms.links()[player] === true;
  if (!told) answerInChat(game, { player, texts, board: before }, done);
  return done;
}

/** Words for some, and a player's own notes. */
function isPrivate(read: ReadResult): boolean {
  if (read.kind === 'speech') return true;
  return read.kind === 'ask' && (read.wish.type === 'note' || read.wish.type === 'unnote');
}

/** Everything that items are tagged with. */
function tagsOf({ items }: HostedGame['rules']): readonly string[] {
  return [...new Set(Object.values(items).flatMap(({ tags }) => tags))];
}

type Contexts = ReturnType<typeof createContexts>;
const contexts = new WeakMap<HostedGame, Map<string, Contexts>>();

/** Kept from line to line: they hold the reader's tables. */
function contextsOf(game: HostedGame, player: string, texts: BothTexts): Contexts {
  const ofGame = contexts.get(game) ?? new Map<string, Contexts>();
  contexts.set(game, ofGame);
  const known = ofGame.get(player);
  if (known) return known;
  const lang = game.host.state.players[player]?.lang ?? game.host.state.lang;
  const made = createContexts({ player, lang, texts, tags: tagsOf(game.rules) });
  ofGame.set(player, made);
  return made;
}

interface Obeying {
  readonly line: Line;
  readonly read: ReadResult;
  readonly player: string;
  readonly role: Role;
  readonly before: BoardView;
  readonly texts: BothTexts;
  readonly talk: boolean;
  readonly accounts: AccountDesk | undefined;
}

async function obey(game: HostedGame, about: Obeying): Promise<Done> {
  const { line, read, before, texts } = about;
  const seen = { ok: true as const, seq: game.host.seq, at: game.clock.now(), events: [] };
  switch (read.kind) {
    case 'none':
      return about.talk ? { ...seen, reply: NOTHING } : { ok: false, code: 'no-command', args: {} };
    case 'fault':
      return { ok: false, code: read.code, args: read.args };
    case 'query':
      return { ...seen, reply: answered(game, about, read) };
    case 'vote': {
      const ballot = { voter: voterOf(line.as), choice: read.choice, sentAt: game.clock.now() };
      game.cast(read.poll, [ballot]);
      return { ...seen, reply: NOTHING };
    }
    case 'account':
      return linked(game, about, read.wish);
    case 'ask':
      return asked(game, about, read.wish);
    case 'speech':
      return spoken(game, about, read);
    case 'command': {
      const outcome = await game.act({ id: line.id, as: line.as, command: read.command });
      return outcome.ok ? { ...outcome, reply: replyTo(game, { outcome, before, texts }) } : outcome;
    }
  }
}

async function linked(game: HostedGame, { line, accounts }: Obeying, wish: AccountWish): Promise<Done> {
  if (!accounts) return { ok: false, code: 'forbidden', args: {} };
  const answer = await accounts.ask(game, { id: line.id, as: line.as, wish, address: PAGE });
  if (!answer.ok) return answer;
  const reply = { ru: answerAccount({ lang: 'ru', answer }), en: answerAccount({ lang: 'en', answer }) };
  return { ok: true, seq: game.host.seq, at: game.clock.now(), events: [], reply };
}

async function asked(game: HostedGame, { line }: Obeying, said: SaidWish): Promise<Done> {
  const sentAt = game.clock.now();
  const wish =
    said.type === 'luck'
      ? { ...said, list: said.word === '' ? [] : [{ voter: voterOf(line.as), word: said.word, sentAt }] }
      : said;
  const answer = await game.ask({ id: line.id, as: line.as, wish });
  if (!answer.ok) return answer;
  const reply = { ru: answerAsk({ lang: 'ru', answer }), en: answerAsk({ lang: 'en', answer }) };
  return { ok: true, seq: game.host.seq, at: game.clock.now(), events: [], reply };
}

function spoken(
  game: HostedGame,
  { line }: Obeying,
  { channel, text }: Extract<ReadResult, { kind: 'speech' }>,
): Done {
  const actor = game.actorOf(line.as);
  if (actor.by !== 'player') return { ok: false, code: 'not-yours', args: {} };
  const heard = game.speeches.say({ id: line.id, from: actor.player, channel, text });
  if (!heard.ok) return heard;
  const names = heard.to.map((player) => game.names.of(player));
  const reply = { ru: heardLine('ru', names), en: heardLine('en', names) };
  return { ok: true, seq: game.host.seq, at: game.clock.now(), events: [], reply };
}

function answered(
  game: HostedGame,
  { player, role, before, texts }: Obeying,
  { query, args }: Extract<ReadResult, { kind: 'query' }>,
): Reply {
  const bag = game.view(`bag:${args.player ?? player}`) as BagView | null;
  const viewers = game.names.all();
  const at = game.clock.now();
  const inLang = (lang: 'ru' | 'en') =>
    answerQuery({
      lang,
      texts: texts[lang],
      query,
      args,
      player,
      board: before,
      bag,
      role,
      viewers,
      at,
      turn: game.host.seq,
    });
  return { ru: inLang('ru'), en: inLang('en') };
}

interface Telling {
  readonly outcome: Extract<Outcome, { ok: true }>;
  readonly before: BoardView;
  readonly texts: BothTexts;
}

function replyTo(game: HostedGame, { outcome, before, texts }: Telling): Reply {
  const { events, seq, at } = outcome;
  const told = { events, names: game.names.seats(), board: before, turn: seq, at, viewers: game.names.all() };
  return {
    ru: answerEvents({ ...told, lang: 'ru', texts: texts.ru }),
    en: answerEvents({ ...told, lang: 'en', texts: texts.en }),
  };
}

/** The answer as the chat's page shows it, in the language of the chat. */
function answerInChat(
  game: HostedGame,
  { player, texts, board }: { player: string; texts: BothTexts; board: BoardView },
  done: Done,
): void {
  const lang = game.host.state.players[player]?.lang ?? 'ru';
  const names = game.names.seats();
  const text = done.ok
    ? (done.reply?.[lang] ?? '')
    : answerRefusal({
        ...{ lang, code: done.code, args: done.args, names, board },
        ...{ texts: texts[lang], turn: game.host.seq, viewers: game.names.all() },
      });
  if (text !== '') game.say({ player, from: 'MSIG', role: 'game', text });
}

function chatOf(as: Speaker): string | null {
  if ('player' in as) return as.player;
  return 'channel' in as ? as.channel : null;
}

function roleOf(game: HostedGame, as: Speaker): Role {
  if ('admin' in as) return 'admin';
  if ('player' in as) return 'player';
  const actor = game.actorOf(as);
  if (actor.by === 'player') return 'player';
  const grants = game.host.state.players[as.channel]?.helpers ?? {};
  return actor.by === 'viewer' && Object.hasOwn(grants, actor.viewer) ? 'helper' : 'viewer';
}

function nameOf(game: HostedGame, as: Speaker): string {
  if ('name' in as) return as.name;
  return 'player' in as ? game.names.of(as.player) : 'admin';
}

/** Of a name that two people share nobody is meant. */
function soleViewer(game: HostedGame, name: string): string | undefined {
  const found = game.names.find(name);
  return found.length === 1 ? found[0] : undefined;
}
