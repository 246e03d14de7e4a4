/**
 * Paid wishes of one chat, from the platform to the game and back. The game's log is the outbox: what is owed stands
 * in the player's bag view until the platform has been told, so a process that dies in between owes it still.
 */
import type {
  Donation,
  PlatformAdapter,
  Redemption,
  RewardSpec,
  Settled,
} from '../../adapters/platform/contract.ts';
import type { PackTexts } from '../protocol/texts.ts';
import type { BagView } from '../protocol/views.ts';
import { costOf, GIFT, rewardFor } from './gifts.ts';
import type { Link } from './link.ts';

export interface WishesOptions {
  readonly player: string;
  readonly link: Pick<Link, 'act'>;
  readonly adapter: Pick<PlatformAdapter, 'platform' | 'rewards' | 'onDonation'>;
  /** In the language of the channel, with the price beside each reward. */
  readonly texts: () => PackTexts;
  readonly note: (line: string) => void;
}

/** The host could not take it now; a while later it may. */
const PASSING: ReadonlySet<string> = new Set(['too-busy', 'not-stored', 'too-fast', 'fault', 'closing']);
/** After something that failed but may go through later. */
const AGAIN_MS = 15_000;
/** Redemptions that nobody told of are looked for this often; a platform may lose any message. */
const RECONCILE_MS = 30 * 60_000;
const CODE = 64;

export class Wishes {
  readonly #options: WishesOptions;
  /** Redemptions being told to the platform now, or waiting to be told again. */
  readonly #busy = new Set<string>();
  readonly #timers = new Set<NodeJS.Timeout>();
  readonly #stops: (() => void)[] = [];
  #clock: NodeJS.Timeout | undefined;
  #owed: BagView['unsettled'] = [];

  constructor(options: WishesOptions) {
    this.#options = options;
  }

  /** Makes the rewards on the platform, listens, and takes up what was paid while nobody listened. */
  async start(): Promise<void> {
    const { adapter, texts, note } = this.#options;
    for (const stop of this.#stops.splice(0)) stop();
    const stopGifts = adapter.onDonation?.((gift) => void this.#give(gift));
    if (stopGifts) this.#stops.push(stopGifts);
    if (!adapter.rewards) return;
    this.#stops.push(adapter.rewards.onRedemption((redemption) => void this.#redeem(redemption)));
    for (const { key, code } of await adapter.rewards.ensure(specsOf(texts())))
      note(`reward ${key}: ${code}`);
    await this.#takeUp();
    clearInterval(this.#clock);
    this.#clock = setInterval(() => {
      this.#takeUp().catch((error: unknown) => note(`open redemptions: ${String(error)}`));
    }, RECONCILE_MS);
  }

  /** What the platform still has open (paid while nobody listened, or told to nobody), and what is owed still. */
  async #takeUp(): Promise<void> {
    for (const redemption of (await this.#options.adapter.rewards?.open()) ?? [])
      await this.#redeem(redemption);
    for (const { redemption, outcome } of this.#owed) void this.#settle(redemption, outcome, true);
  }

  async #give(gift: Donation): Promise<void> {
    const { id, user, name, text, at } = gift;
    const reward = rewardFor(gift, this.#options.texts());
    if (reward) await this.#redeem({ id: GIFT + id, reward, user, name, input: text, at });
  }

  async #redeem(wish: Redemption): Promise<void> {
    const { id, reward, user, name } = wish;
    const { player, link, adapter } = this.#options;
    const redemption = `${adapter.platform}:${id}`;
    const as = { platform: adapter.platform, user, name: name.slice(0, 80) || user, channel: player };
    const reply = await link.act(`redeem:${redemption}`, as, {
      command: { type: 'redeem', redemption, reward },
    });
    if (reply.ok || reply.code === 'redeemed-already') return;
    if (PASSING.has(reply.code)) return this.#again(() => this.#redeem(wish));
    // A finished game takes no more lines, and nothing else will change its mind: the points go back without one.
    await this.#settle(redemption, 'returned', false);
  }

  /** Called whenever the bag changed: what is owed to this platform is paid. */
  follow(bag: BagView): void {
    if (bag.unsettled === this.#owed) return;
    this.#owed = bag.unsettled;
    for (const { redemption, outcome } of bag.unsettled) void this.#settle(redemption, outcome, true);
  }

  async #settle(redemption: string, outcome: 'applied' | 'returned', logged: boolean): Promise<void> {
    const { player, link, adapter, note } = this.#options;
    const own = `${adapter.platform}:`;
    if (!redemption.startsWith(own) || this.#busy.has(redemption)) return;
    const id = redemption.slice(own.length);
    const gift = id.startsWith(GIFT);
    if (!gift && !adapter.rewards) return;
    this.#busy.add(redemption);
    const end = outcome === 'applied' ? 'fulfilled' : 'refunded';
    const told = gift ? KEPT : await adapter.rewards!.settle(id, end).catch(broken);
    if (!told.ok && told.retry) {
      return this.#again(async () => {
        this.#busy.delete(redemption);
        await this.#settle(redemption, outcome, logged);
      });
    }
    if (!told.ok) note(`redemption ${redemption} could not be settled: ${told.code}`);
    if (logged) {
      const code = (gift ? 'gift' : told.ok ? (told.already ? 'already' : 'ok') : told.code).slice(0, CODE);
      await link.act(`settled:${redemption}`, { player }, { command: { type: 'settled', redemption, code } });
    }
    this.#busy.delete(redemption);
  }

  #again(work: () => Promise<void>): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      void work();
    }, AGAIN_MS);
    this.#timers.add(timer);
  }

  close(): void {
    for (const stop of this.#stops.splice(0)) stop();
    clearInterval(this.#clock);
    for (const timer of this.#timers) clearTimeout(timer);
  }
}

/** Money given stays given. */
const KEPT: Settled = { ok: true, already: false };

const broken = (error: unknown): Settled => {
  return { ok: false, retry: true, code: error instanceof Error ? error.message : String(error) };
};

/** Titles are cut to what the strictest platform takes; prices come beside the texts. */
function specsOf(texts: PackTexts): readonly RewardSpec[] {
  return Object.entries(texts.rewards).map(([key, text]) => ({
    key,
    title: text.name.slice(0, 45),
    cost: costOf(text),
    prompt: text.line.slice(0, 200),
    asksInput: false,
  }));
}
