/** The game as this process knows it: its views, and whose seat somebody means. */

import type { Doing, Heard, Link, Reply } from '../player/link.ts';
import type { AccountAnswer, AccountWish } from '../protocol/accounts.ts';
import type { AskAnswer, AskWish } from '../protocol/asks.ts';
import type { BothTexts } from '../protocol/texts.ts';
import type { BagView, BoardView } from '../protocol/views.ts';
import type { Speaker } from '../protocol/wire.ts';

/** The wire, as far as it is needed here. */
export interface Wire {
  readonly up: boolean;
  view<T>(name: string): T | null;
  act(id: string, as: Speaker, doing: Doing): Promise<Reply>;
  speak(id: string, as: Speaker, speech: Parameters<Link['speak']>[2]): Promise<Heard>;
  ask(id: string, as: Speaker, wish: AskWish): Promise<AskAnswer>;
  account(
    as: Speaker,
    wish: AccountWish,
    about: { readonly id?: string; readonly chat?: string },
  ): Promise<AccountAnswer>;
}

export interface Person {
  /** Discord's id. */
  readonly user: string;
  readonly name: string;
}

/** How long it is believed for whom somebody speaks; linking in another chat is not told here. */
const BELIEVED_MS = 20_000;
/** People remembered so. */
const MOST = 5_000;
const LONGEST_NAME = 80;

export class Game {
  readonly texts: BothTexts;
  readonly wire: Wire;
  readonly #seats = new Map<string, { readonly seat: string | null; readonly until: number }>();

  constructor(wire: Wire, texts: BothTexts) {
    this.wire = wire;
    this.texts = texts;
  }

  get board(): BoardView | null {
    return this.wire.view<BoardView>('board');
  }
  bag(seat: string): BagView | null {
    return this.wire.view<BagView>(`bag:${seat}`);
  }
  has(seat: string): boolean {
    return this.board?.players.some(({ id }) => id === seat) === true;
  }
  isPerson(seat: string): boolean {
    return this.board?.players.find(({ id }) => id === seat)?.kind === 'person';
  }

  speaker({ user, name }: Person, seat: string): Speaker {
    return { platform: 'discord', user, name: name.slice(0, LONGEST_NAME) || user, channel: seat };
  }

  /** The player for whom this person speaks, or null. */
  async seatOf(person: Person): Promise<string | null> {
    const known = this.#seats.get(person.user);
    if (known && known.until > Date.now()) return known.seat;
    if (!this.wire.up) return known?.seat ?? null;
    const as = this.speaker(person, this.firstSeat());
    const answer = await this.wire.account(as, { type: 'who' }, {});
    const seat = answer.ok && answer.says.is === 'who' ? answer.says.seat : null;
    this.#seats.delete(person.user);
    this.#seats.set(person.user, { seat, until: Date.now() + BELIEVED_MS });
    if (this.#seats.size > MOST) this.#seats.delete(this.#seats.keys().next().value ?? '');
    return seat;
  }

  /** Somebody was linked or parted. */
  forget(user: string): void {
    this.#seats.delete(user);
  }

  /** The first seat that somebody plays. */
  firstSeat(): string {
    const players = this.board?.players ?? [];
    return (players.find(({ kind }) => kind === 'person') ?? players[0])?.id ?? 'p1';
  }

  /** Whose seat somebody means who named none: their own, else the first. */
  async meant(person: Person): Promise<string> {
    return (await this.seatOf(person)) ?? this.firstSeat();
  }
}
