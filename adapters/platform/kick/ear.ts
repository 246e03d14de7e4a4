/** Deliveries of the gateway, each acted on once: which are ours, which are news, which come too late. */
import type { ChatMessage, Donation, StreamStatus } from '../contract.ts';
import { Recent } from '../shared/recent.ts';
import { type KickRedemption, type Meaning, meaningOf } from './meaning.ts';
import { type KickDelivery, STALE_MS } from './webhook.ts';

/**
 * `acted`: passed on. `noted`: of no use to us. `repeated`: came before, by message id or by its body. `own`: written by
 * us. `foreign`: another channel's. `early`: before the first round told which channel is ours; deliver it again.
 */
export type Heard =
  | 'acted'
  | 'noted'
  | 'repeated'
  | 'stale'
  | 'own'
  | 'foreign'
  | 'unknown'
  | 'unreadable'
  | 'early'
  | 'closed';

export type EarCounts = Readonly<Record<Exclude<Heard, 'acted' | 'early' | 'closed'>, number>>;

/** Kick's window for the same id is a day; the count covers a busy evening. */
const IDS_KEPT = 50_000;
const IDS_KEPT_MS = 24 * 3_600_000;
/** Kinds of events named in the log: names come from outside. */
const MOST_NAMED = 50;

export interface EarOptions {
  readonly channel: string;
  /** Null while it is not known. */
  readonly broadcaster: () => string | null;
  readonly isOwn: (message: ChatMessage) => boolean;
  readonly log: (text: string) => void;
  /** Something came, whatever it was: deliveries work. */
  readonly heard: () => void;
  readonly message: (message: ChatMessage) => void;
  readonly donation: (donation: Donation) => void;
  /** Whether it was news. */
  readonly redemption: (redemption: KickRedemption) => boolean;
  /** A redemption came too late to be believed: its state has to be read. */
  readonly lateRedemption: () => void;
  readonly stream: (change: Partial<StreamStatus>) => void;
}

export class Ear {
  readonly #options: EarOptions;
  readonly #ids = new Recent(IDS_KEPT, IDS_KEPT_MS);
  readonly #bodies = new Recent(IDS_KEPT, IDS_KEPT_MS);
  readonly #named = new Set<string>();
  #counts = { noted: 0, repeated: 0, stale: 0, own: 0, foreign: 0, unknown: 0, unreadable: 0 };
  #lastAt: number | null = null;

  constructor(options: EarOptions) {
    this.#options = options;
  }

  get counts(): EarCounts {
    return { ...this.#counts };
  }

  get lastAt(): number | null {
    return this.#lastAt;
  }

  hear(delivery: KickDelivery): Heard {
    const heard = this.#judge(delivery);
    if (heard in this.#counts) this.#counts[heard as keyof EarCounts] += 1;
    return heard;
  }

  #judge(delivery: KickDelivery): Heard {
    const { broadcaster, heard, channel } = this.#options;
    const ours = broadcaster();
    if (ours === null) return 'early';
    if (delivery.broadcaster !== ours) return 'foreign';
    const now = Date.now();
    this.#lastAt = now;
    heard();
    if (!this.#ids.add(delivery.id, now)) return 'repeated';
    const meaning = meaningOf(delivery, channel);
    if (typeof meaning === 'string') return this.#unclear(meaning, delivery);
    if (isLate(meaning, delivery, now)) return this.#late(meaning);
    if ('key' in meaning && !this.#bodies.add(meaning.key, now)) return 'repeated';
    return this.#act(meaning);
  }

  #act(meaning: Meaning): Heard {
    const { isOwn, message, donation, redemption, stream } = this.#options;
    switch (meaning.kind) {
      case 'chat':
        if (isOwn(meaning.message)) return 'own';
        message(meaning.message);
        return 'acted';
      case 'donation':
        donation(meaning.donation);
        return 'acted';
      case 'redemption':
        return redemption(meaning.redemption) ? 'acted' : 'noted';
      case 'status':
        // The title of an ended stream is its last one.
        stream({ live: meaning.live, since: meaning.since, ...(meaning.title && { title: meaning.title }) });
        return 'acted';
      case 'metadata':
        stream({ title: meaning.title, category: meaning.category });
        return 'acted';
      case 'noted':
        return 'noted';
    }
  }

  #late(meaning: Meaning): Heard {
    if (meaning.kind === 'redemption') this.#options.lateRedemption();
    return 'stale';
  }

  #unclear(why: 'unknown' | 'unreadable', { type, version }: KickDelivery): Heard {
    const name = `${why} ${type.slice(0, 60)} v${version.slice(0, 10)}`;
    if (!this.#named.has(name) && this.#named.size < MOST_NAMED) {
      this.#named.add(name);
      this.#options.log(`a Kick event is ignored, and others like it: ${name}`);
    }
    return why;
  }
}

/** A command must be fresh when it is acted on; what was paid only has to have reached the gateway in time. */
function isLate(meaning: Meaning, delivery: KickDelivery, now: number): boolean {
  return delivery.stale || (meaning.kind === 'chat' && now - delivery.sentAt > STALE_MS);
}
