/** What is heard of the channel, from the socket and from the history, sorted to those whom it concerns. */
import type { ChatMessage } from '../contract.ts';
import { faultOf } from './failures.ts';
import { Feed, type Filled } from './feed.ts';
import type { Vitals } from './health.ts';
import type { Purpose } from './life.ts';
import { inOrder, meaningOf, publicationOf } from './meaning.ts';
import type { OwnLines } from './own.ts';
import { HISTORY, type Identity, type Room } from './room.ts';
import { at, idAt, type Json } from './vk.external.ts';

export interface EarSettings {
  readonly room: Room;
  readonly vitals: Vitals;
  readonly channel: string;
  readonly lateMs: number;
  readonly log: (text: string) => void;
  readonly own: OwnLines;
  /** Whose account we use; null without one. */
  readonly self: () => Identity | null;
  readonly message: (message: ChatMessage) => void;
  /** A line of our own came back. */
  readonly echo: (text: string) => void;
  /** Somebody has paid with points. */
  readonly demand: (demand: unknown) => void;
  /** Something about the channel or the stream may have changed. */
  readonly news: () => void;
}

/** A line that the history has and the socket has not brought after this long is lost, not late. */
const LATE_PUSH_MS = 5_000;
const MOST_TYPES_LOGGED = 50;
/** Known to be of no use to the game yet. */
const SILENT = new Set(['channel_follow_create', 'channel_raid_income']);

export class Ear {
  readonly #settings: EarSettings;
  readonly #feed: Feed<ChatMessage>;
  readonly #logged = new Set<string>();
  #filling: Promise<void> | null = null;
  /** A history answer is wanted that was asked for after the latest gap. */
  #again = false;
  #pushes = 0;
  #pushesBefore = 0;

  constructor(settings: EarSettings) {
    this.#settings = settings;
    this.#feed = new Feed<ChatMessage>({
      lateMs: settings.lateMs,
      deliver: (message) => {
        settings.vitals.passedOn(Date.now());
        settings.message(message);
      },
    });
  }

  /** Before the first connection: what the chat has now is over. Never rejects. */
  async prime(): Promise<void> {
    if (this.#feed.primed) return;
    try {
      this.#feed.prime(this.#messages(await this.#settings.room.history(), { count: false }));
    } catch (error) {
      this.#settings.log(`the VK Video Live history cannot be read yet: ${faultOf(error).text}`);
    }
  }

  /** A publication of the socket. Never throws. */
  heard(purpose: Purpose, data: unknown): void {
    if (purpose === 'chat') this.#pushes += 1;
    const publication = publicationOf(data);
    if (!publication) return this.#settings.vitals.dropped('odd');
    this.#sort(publication.type, publication.data);
    if (purpose === 'info') this.#settings.news();
  }

  /** After each (re)connection: what was said meanwhile goes out first, then what comes. Never rejects. */
  async backfill(): Promise<void> {
    this.#again = true;
    this.#filling ??= this.#fillGaps().finally(() => {
      this.#filling = null;
    });
    await this.#filling;
  }

  /** The regular comparison. True: the socket is deaf, it brought nothing while lines were written. @throws as the call */
  async sweep(): Promise<boolean> {
    if (this.#filling) return false;
    const now = Date.now();
    const lines = await this.#settings.room.history();
    const lost = this.#messages(lines, { count: false }).filter(({ sentAt }) => now - sentAt > LATE_PUSH_MS);
    const { delivered } = this.#fill(lost);
    const deaf = delivered > 0 && this.#pushes === this.#pushesBefore;
    this.#pushesBefore = this.#pushes;
    return deaf;
  }

  async #fillGaps(): Promise<void> {
    this.#feed.hold();
    try {
      while (this.#again) {
        this.#again = false;
        this.#fill(this.#messages(await this.#settings.room.history(), { count: false }));
      }
    } catch (error) {
      // The next sweep fills it.
      this.#settings.log(`the VK Video Live history could not be read: ${faultOf(error).text}`);
    } finally {
      this.#feed.release();
    }
  }

  #fill(messages: readonly ChatMessage[]): Filled {
    // The first history that can be read, if the very first could not: all of it is from before.
    if (!this.#feed.primed) {
      this.#feed.prime(messages);
      return { delivered: 0, late: 0, open: false };
    }
    const filled = this.#feed.fill(messages, Date.now());
    // A shorter answer is the whole chat, so there is nothing beyond it.
    const whole = { ...filled, open: filled.open && messages.length >= HISTORY / 2 };
    this.#settings.vitals.filled(whole);
    if (whole.open) this.#settings.log('the gap in the VK Video Live chat was longer than its history');
    return whole;
  }

  #sort(type: string, data: Json): void {
    switch (type) {
      case 'channel_chat_message_send':
        return this.#line(at(data, 'chat_message'));
      case 'channel_chat_message_delete':
        return this.#feed.remove(idAt(data, 'chat_message', 'id'), Date.now());
      case 'channel_points_reward_demand_create':
        return this.#settings.demand(at(data, 'demand'));
      default:
        if (!SILENT.has(type)) this.#unknown(type);
    }
  }

  #unknown(type: string): void {
    this.#settings.vitals.dropped('unknown');
    if (this.#logged.has(type) || this.#logged.size >= MOST_TYPES_LOGGED) return;
    this.#logged.add(type);
    this.#settings.log(`VK Video Live sends "${type.slice(0, 60)}", which is not known here and left out`);
  }

  #line(value: unknown): void {
    for (const message of this.#messages([value], { count: true })) {
      if (!this.#feed.live(message, Date.now())) this.#settings.vitals.dropped('repeated');
    }
  }

  /** What the history repeats is not counted as dropped again. */
  #messages(values: readonly unknown[], { count }: { count: boolean }): ChatMessage[] {
    const { channel, self, vitals } = this.#settings;
    const identity = self();
    const reader = { channel, self: identity?.user ?? null, now: Date.now() };
    return inOrder(values).flatMap((value) => {
      const meaning = meaningOf(value, reader);
      if ('message' in meaning) return [meaning.message];
      const isOurs = meaning.dropped === 'own' && this.#returned(value, meaning.text);
      // The streamer types with the account that we write with.
      const typed = meaning.dropped === 'own' && !isOurs && identity?.isOwner === true;
      const again = typed ? meaningOf(value, { ...reader, self: null }) : meaning;
      if ('message' in again) return [again.message];
      if (count) vitals.dropped(again.dropped);
      return [];
    });
  }

  #returned(value: unknown, text: string): boolean {
    const now = Date.now();
    if (!this.#settings.own.returned(text, now)) return false;
    // Its next appearance, in the history, has no words left to be known by.
    this.#feed.remove(idAt(value, 'id'), now);
    this.#settings.echo(text);
    return true;
  }
}
