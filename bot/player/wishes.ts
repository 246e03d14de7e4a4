/**
 * Paid wishes of one chat, from the platform to the game and back. The game's log is the outbox: what is owed stands
 * in the player's bag view until the platform has been told, so a process that dies in between owes it still.
 */
import type { PlatformAdapter, Redemption, RewardSpec, Settled } from '../../adapters/platform/contract.ts';
import type { EntryText, PackTexts } from '../protocol/texts.ts';
import type { BagView } from '../protocol/views.ts';
import type { Link } from './link.ts';

export interface WishesOptions {
  readonly player: string;
  readonly link: Pick<Link, 'act'>;
  readonly adapter: Pick<PlatformAdapter, 'platform' | 'rewards'>;
  /** In the language of the channel, with the price beside each reward. */
  readonly texts: () => PackTexts;
  readonly note: (line: string) => void;
}

/** The host could not take it now; a while later it may. */
const PASSING: ReadonlySet<string> = new Set(['too-busy', 'not-stored', 'too-fast', 'fault', 'closing']);
/** After something that failed but may go through later. */
const AGAIN_MS = 15_000;
const CODE = 64;

export class Wishes {
  readonly #options: WishesOptions;
  /** Redemptions being told to the platform now, or waiting to be told again. */
  readonly #busy = new Set<string>();
  readonly #timers = new Set<NodeJS.Timeout>();
  #stop: () => void = () => {};
  #owed: BagView['unsettled'] = [];

  constructor(options: WishesOptions) {
    this.#options = options;
  }

  /** Makes the rewards on the platform, listens, and takes up what was paid while nobody listened. */
  async start(): Promise<void> {
    const { adapter, texts, note } = this.#options;
    if (!adapter.rewards) return;
    this.#stop = adapter.rewards.onRedemption((redemption) => void this.#redeem(redemption));
    for (const { key, code } of await adapter.rewards.ensure(specsOf(texts())))
      note(`reward ${key}: ${code}`);
    for (const redemption of await adapter.rewards.open()) await this.#redeem(redemption);
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
    if (!adapter.rewards || !redemption.startsWith(own) || this.#busy.has(redemption)) return;
    this.#busy.add(redemption);
    const end = outcome === 'applied' ? 'fulfilled' : 'refunded';
    const told = await adapter.rewards.settle(redemption.slice(own.length), end).catch(broken);
    if (!told.ok && told.retry) {
      return this.#again(async () => {
        this.#busy.delete(redemption);
        await this.#settle(redemption, outcome, logged);
      });
    }
    if (!told.ok) note(`redemption ${redemption} could not be settled: ${told.code}`);
    if (logged) {
      const code = (told.ok ? (told.already ? 'already' : 'ok') : told.code).slice(0, CODE);
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
    this.#stop();
    for (const timer of this.#timers) clearTimeout(timer);
  }
}

const broken = (error: unknown): Settled => {
  return { ok: false, retry: true, code: error instanceof Error ? error.message : String(error) };
};

/** Titles are cut to what the strictest platform takes; prices come beside the texts. */
function specsOf(texts: PackTexts): readonly RewardSpec[] {
  return Object.entries(texts.rewards).map(([key, text]) => {
    const { cost } = text as EntryText & { readonly cost?: number };
    return {
      key,
      title: text.name.slice(0, 45),
      cost: cost ?? 500,
      prompt: text.line.slice(0, 200),
      asksInput: false,
    };
  });
}
