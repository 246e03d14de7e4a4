/** What happens in the game, for the channel: gathered, so that there is at most one post in a few seconds. */
import type { Button, Post } from '../../adapters/platform/discord/contract.ts';
import { answerEvents, answerQuery } from '../commands/answer.ts';
import type { GameEvent } from '../engine/events.ts';
import { Seen } from '../player/seen.ts';
import type { Lang } from '../protocol/texts.ts';
import type { BoardView, Moment } from '../protocol/views.ts';
import type { Game } from './game.ts';
import { withSlashes } from './line.ts';
import { askedNow, buttonsFor } from './questions.ts';
import { WORDS } from './words.ts';

export interface FeedOptions {
  readonly game: Game;
  readonly lang: Lang;
  /** Milliseconds between two posts. */
  readonly everyMs: number;
  /** So long the first event waits for others. */
  readonly gatherMs: number;
  readonly post: (post: Post) => Promise<boolean>;
  /** The board as a PNG; null when there is none to be had. */
  readonly picture: () => Promise<Uint8Array | null>;
}

interface Item {
  readonly seq: number;
  readonly text: string;
  readonly events: readonly GameEvent[];
}

type EventType = GameEvent['type'];
/** Told whoever it happens to; all else only when a person has a part in it, or bots would fill the channel. */
const FOR_ALL: readonly EventType[] = [
  'started',
  'paused',
  'resumed',
  'cancelled',
  'gateOpened',
  'superGameOpened',
  'lastThrow',
  'ended',
];
/** A good moment to look at the board. */
const MILESTONES: readonly EventType[] = ['started', 'gateOpened', 'superGameOpened', 'ended'];
/** And so is every so many throws. */
const THROWS = 40;
/** Characters of one post, with room for what escaping adds. */
const ROOM = 1_600;
/** Kept while the channel cannot be reached; the log has all of it. */
const MOST_WAITING = 40;
const MOST_TOLD = 200;

export class Feed {
  readonly #options: FeedOptions;
  readonly #seen = new Seen();
  /** Lines of the log that an answer has told; the view with them may come before it or after. */
  readonly #told = new Set<number>();
  #queue: Item[] = [];
  #timer: NodeJS.Timeout | null = null;
  #lastAt = Number.NEGATIVE_INFINITY;
  #busy = false;
  #closed = false;
  #throws = 0;
  #left = 0;
  #turn = 0;

  constructor(options: FeedOptions) {
    this.#options = options;
  }

  moments(moments: readonly Moment[]): void {
    for (const { seq, events } of moments) {
      if (!this.#seen.first(String(seq)) || !this.#isWorth(events)) continue;
      this.#throws += events.filter(({ type }) => type === 'rolled').length;
      const text = this.#told.has(seq) ? '' : this.#tell(events);
      if (text !== '' || events.some(isMilestone)) this.#queue.push({ seq, text, events });
    }
    this.#trim();
    this.#arm();
  }

  /** An answer in the channel has told of this line of the log already. */
  told(seq: number): void {
    this.#told.add(seq);
    if (this.#told.size > MOST_TOLD) this.#told.delete(this.#told.values().next().value ?? seq);
    this.#queue = this.#queue.flatMap((item) => {
      if (item.seq !== seq) return [item];
      return item.events.some(isMilestone) ? [{ ...item, text: '' }] : [];
    });
  }

  close(): void {
    this.#closed = true;
    if (this.#timer) clearTimeout(this.#timer);
  }

  #isWorth(events: readonly GameEvent[]): boolean {
    const { game } = this.#options;
    return events.some(
      (event) => FOR_ALL.includes(event.type) || ('player' in event && game.isPerson(event.player)),
    );
  }

  #tell(events: readonly GameEvent[]): string {
    const { game, lang } = this.#options;
    const { board } = game;
    const names = Object.fromEntries((board?.players ?? []).map(({ id, name }) => [id, name]));
    const viewers = Object.fromEntries(
      (board?.players ?? []).flatMap(({ id }) =>
        Object.entries(game.bag(id)?.helpers ?? {}).map(([key, { name }]) => [key, name] as const),
      ),
    );
    this.#turn += 1;
    const setting = { lang, texts: game.texts[lang], turn: this.#turn, at: Date.now(), viewers };
    return withSlashes(answerEvents({ ...setting, events, names, board }));
  }

  #trim(): void {
    this.#left += Math.max(0, this.#queue.length - MOST_WAITING);
    this.#queue = this.#queue.slice(-MOST_WAITING);
  }

  #arm(): void {
    if (this.#closed || this.#timer || this.#busy || this.#queue.length === 0) return;
    const { everyMs, gatherMs } = this.#options;
    const wait = Math.max(gatherMs, this.#lastAt + everyMs - Date.now());
    this.#timer = setTimeout(() => {
      this.#timer = null;
      void this.#flush();
    }, wait);
  }

  async #flush(): Promise<void> {
    if (this.#queue.length === 0) return;
    this.#busy = true;
    const items = this.#queue;
    const left = this.#left;
    this.#queue = [];
    this.#left = 0;
    const done = await this.#post(items, left).catch(() => false);
    this.#lastAt = Date.now();
    this.#busy = false;
    if (!done) {
      // A channel that is gone may come back; the last words wait for it.
      this.#queue = [...items, ...this.#queue];
      this.#left += left;
      this.#trim();
    }
    this.#arm();
  }

  async #post(items: readonly Item[], left: number): Promise<boolean> {
    const { post, picture } = this.#options;
    const milestone = items.some(({ events }) => events.some(isMilestone)) || this.#throws >= THROWS;
    if (milestone) this.#throws = 0;
    const png = milestone ? await picture().catch(() => null) : null;
    const words = milestone && !png ? this.#boardInWords() : '';
    const text = this.#fitted([...items.map((item) => item.text), words].filter(Boolean), left);
    return post({ text, buttons: this.#buttons(items), ...(png ? { picture: png } : {}) });
  }

  /** The latest lines that fit, and how many went before. */
  #fitted(lines: readonly string[], left: number): string {
    let from = 0;
    while (from < lines.length - 1 && lines.slice(from).join('\n').length > ROOM) from += 1;
    const gone = from + left;
    return [...(gone > 0 ? [WORDS[this.#options.lang].more(gone)] : []), ...lines.slice(from)].join('\n');
  }

  /** As `!map` says it, for whoever leads, and `!top`. */
  #boardInWords(): string {
    const { game, lang } = this.#options;
    const { board } = game;
    const leader = board?.players.find(({ place }) => place === 1);
    if (!board || !leader) return '';
    const asked = {
      lang,
      texts: game.texts[lang],
      board,
      bag: game.bag(leader.id),
      player: leader.id,
      args: {},
    };
    const say = (query: 'map' | 'top') => answerQuery({ ...asked, query, turn: this.#turn, at: Date.now() });
    return withSlashes(`${say('top')}\n${say('map')}`);
  }

  /** For those who had a part in this post: what they are asked now, not what they were asked then. */
  #buttons(items: readonly Item[]): Button[] {
    const { game, lang } = this.#options;
    const board: BoardView | null = game.board;
    if (!board) return [];
    const seats = new Set(
      items.flatMap(({ events }) => events.flatMap((event) => ('player' in event ? [event.player] : []))),
    );
    const asked = [...seats]
      .filter((seat) => game.isPerson(seat))
      .flatMap((seat) => askedNow(board, seat, true));
    return asked.flatMap((question) => buttonsFor(game, question, { lang, named: asked.length > 1 }));
  }
}

function isMilestone({ type }: GameEvent): boolean {
  return MILESTONES.includes(type);
}
