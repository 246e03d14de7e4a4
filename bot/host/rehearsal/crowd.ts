/**
 * A made-up chat for each player: it votes, writes the words that are asked for, challenges, jokes and misspells. Its
 * lines go the way of every line: through a chat to the player's process and its reader.
 */
import type { GameState, PlayerId, Poll } from '../../engine/state.ts';
import type { BothTexts } from '../../protocol/texts.ts';
import { isLive } from '../deadlines.ts';
import type { HostedGame } from '../hosted-game.ts';
import { CHALLENGE, COMMANDS, TALK, VIEWERS } from './lines.ts';

/** Milliseconds between two lines of one viewer when nothing is asked. */
const CALM = 60_000;
/** Of a hundred lines: commands and challenges; the rest is talk. */
const COMMAND_SHARE = 22;
const CHALLENGE_SHARE = 6;
const TAKES_PART = 75;
const KNOWS = 60;
const MISTYPES = 8;
const LOOK_MS = 500;

export interface CrowdOptions {
  readonly game: HostedGame;
  readonly texts: BothTexts;
  /** Viewers of each chat. */
  readonly size: number;
  /** Whose chats they are in; all, if absent. */
  readonly seats?: ReadonlySet<PlayerId>;
  /** Where a line goes; the local chat of the seat if absent. */
  readonly write?: (
    player: PlayerId,
    viewer: { readonly user: string; readonly name: string },
    text: string,
  ) => void;
}

interface Viewer {
  readonly user: string;
  readonly name: string;
  /** When this one speaks next, by the wall clock. */
  next: number;
  readonly voted: Set<string>;
}

export class Crowd {
  readonly #options: CrowdOptions;
  readonly #chats = new Map<PlayerId, readonly Viewer[]>();
  readonly #timer: NodeJS.Timeout;
  #n = 0;

  constructor(options: CrowdOptions) {
    this.#options = options;
    this.#timer = setInterval(() => this.#look(), LOOK_MS);
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  #look(): void {
    const { state } = this.#options.game.host;
    if (!isLive(state)) return;
    const now = Date.now();
    for (const player of state.order) {
      if (this.#options.seats?.has(player) === false) continue;
      const polls = Object.values(state.polls).filter((poll) => poll.player === player);
      for (const viewer of this.#viewersOf(player)) {
        const poll = polls.find(({ id }) => !viewer.voted.has(id));
        if (poll) this.#maybeVote(player, viewer, poll);
        else if (viewer.next <= now) this.#speak(player, viewer, state);
      }
    }
  }

  #viewersOf(player: PlayerId): readonly Viewer[] {
    const known = this.#chats.get(player);
    if (known) return known;
    const lang = this.#langOf(player);
    const { first, second } = VIEWERS[lang];
    const seat = Number(player.slice(1));
    const viewers = Array.from({ length: this.#options.size }, (_, n): Viewer => {
      const round = Math.floor(n / (first.length * second.length));
      // Every pair of words once before any comes again; chats differ by their seat.
      const shift = n + Math.floor(n / first.length) + seat;
      const name = `${first[n % first.length]} ${second[shift % second.length]}`;
      const next = Date.now() + Math.random() * CALM;
      const full = round === 0 ? name : `${name} ${round + 1}`;
      return { user: `crowd-${player}-${n}`, name: full, next, voted: new Set() };
    });
    this.#chats.set(player, viewers);
    return viewers;
  }

  /** People answer over some seconds, not all at once; some never do. */
  #maybeVote(player: PlayerId, viewer: Viewer, poll: Poll): void {
    if (!chance(12)) return;
    viewer.voted.add(poll.id);
    if (!chance(TAKES_PART)) return;
    const line = this.#voteFor(player, poll);
    if (line !== null) this.#write(player, viewer, line);
  }

  #voteFor(player: PlayerId, poll: Poll): string | null {
    const { game, texts } = this.#options;
    const pending = game.host.state.players[poll.owner ?? player]?.pending.find(
      ({ n }) => n === poll.pending,
    );
    const trial = pending?.is === 'trial' ? pending.trial : '';
    const chat = game.rules.trials[trial]?.chat;
    if (poll.kind === 'crowd') {
      const word = texts[this.#langOf(player)].trials[trial]?.word;
      return word ? (chance(MISTYPES) ? mistyped(word) : word) : null;
    }
    if (chat?.game === 'number') return String(Math.round(chat.answer * (0.7 + Math.random() * 0.6)));
    if (chat?.game === 'quiz' && chance(KNOWS)) return String(chat.answer);
    return String(1 + Math.floor(Math.random() * Math.max(1, poll.options)));
  }

  #speak(player: PlayerId, viewer: Viewer, state: GameState): void {
    viewer.next = Date.now() + CALM * (0.5 + Math.random());
    const lang = this.#langOf(player);
    const able = (state.players[player]?.influence ?? 0) >= this.#options.game.rules.tunables.challenge.cost;
    if (able && chance(CHALLENGE_SHARE)) this.#write(player, viewer, CHALLENGE[lang]);
    else if (chance(COMMAND_SHARE)) this.#write(player, viewer, pick(COMMANDS[lang]));
    else this.#write(player, viewer, pick(TALK[lang]));
  }

  #write(player: PlayerId, viewer: Viewer, text: string): void {
    const { write } = this.#options;
    if (write) return write(player, viewer, text);
    const { user, name } = viewer;
    this.#n += 1;
    const id = `crowd-${Date.now()}-${this.#n}`;
    this.#options.game.hear(player, { id, user, name, roles: [], text, sentAt: Date.now() });
  }

  #langOf(player: PlayerId): 'ru' | 'en' {
    return this.#options.game.host.state.players[player]?.lang ?? 'ru';
  }
}

function chance(percent: number): boolean {
  return Math.random() * 100 < percent;
}

function pick<T>(list: readonly T[]): T {
  return list[Math.floor(Math.random() * list.length)]!;
}

/** Two letters change places. */
function mistyped(word: string): string {
  const at = Math.floor(Math.random() * Math.max(1, word.length - 1));
  return word.slice(0, at) + (word[at + 1] ?? '') + (word[at] ?? '') + word.slice(at + 2);
}
