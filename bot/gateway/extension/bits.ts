/**
 * Bits. A receipt is written down before it is acted on and counts once for ever; it ends as applied, or as a credit
 * with the reason, because Twitch gives Bits back to nobody. A credit is the viewer's to try again, at no price.
 */
import type { RewardDef, Rules } from '../../engine/rules.ts';
import type { HostedGame } from '../../host/hosted-game.ts';
import type { ExtCredit, ExtProduct } from '../../protocol/extension.ts';
import { ExtDenied } from './answers.ts';
import type { Meta } from './bindings.ts';
import type { Receipt } from './jwt.ts';

/** Channel points are about a tenth of a Bit each. */
const POINTS_PER_BIT = 10;

/** What is left to chance is not for money. */
const isForSale = ({ tags }: RewardDef) => !tags.includes('chance');

/** The products to make at Twitch: a reward of the pack each, the id is the sku. */
export function productsOf({ rewards }: Pick<Rules, 'rewards'>): ExtProduct[] {
  return Object.values(rewards)
    .filter(isForSale)
    .map(({ id, cost }) => ({ sku: id, bits: Math.max(1, Math.ceil(cost / POINTS_PER_BIT)) }));
}

/** What became of a transaction. */
interface Kept {
  readonly user: string;
  readonly channel: string;
  readonly sku: string;
  readonly bits: number;
  /** `received`: the program ended in between, and it is taken up again. */
  readonly end: 'received' | 'applied' | 'credit';
  readonly why: string;
  /** Attempts so far. */
  readonly tries: number;
}

export interface Purchase {
  readonly game: HostedGame;
  readonly player: string;
  readonly channel: string;
  readonly name: string;
}

export interface Ended {
  readonly transaction: string;
  readonly sku: string;
  readonly end: 'applied' | 'credit';
  readonly why: string;
}

const keyOf = (transaction: string) => `extension-bits:${transaction}`;
const listOf = (channel: string, user: string) => `extension-credits:${channel}:${user}`;

export class BitsDesk {
  readonly #meta: Meta;
  readonly #clientId: string;
  /** One transaction is worked on once at a time, also when its receipt comes twice at once. */
  readonly #busy = new Set<string>();

  constructor(meta: Meta, clientId: string) {
    this.#meta = meta;
    this.#clientId = clientId;
  }

  /** @throws ExtDenied ext-receipt for a wrong product or price, ext-replayed for one that has ended. */
  async take({ transaction, user, sku, bits, domain }: Receipt, purchase: Purchase): Promise<Ended> {
    const { game, channel } = purchase;
    if (domain !== `twitch.ext.${this.#clientId}`) throw new ExtDenied('ext-receipt', { detail: 'domainId' });
    const price = productsOf(game.rules).find((product) => product.sku === sku)?.bits;
    if (price === undefined) throw new ExtDenied('ext-receipt', { detail: 'sku' });
    if (price !== bits) throw new ExtDenied('ext-receipt', { detail: `${bits} ≠ ${price}` });
    return this.#once(transaction, async () => {
      const known = await this.#load(transaction);
      if (known && known.end !== 'received') throw new ExtDenied('ext-replayed', { outcome: known.end });
      const fresh: Kept = { user, channel, sku, bits, end: 'received', why: '', tries: 0 };
      if (!known) await this.#save(transaction, fresh);
      return this.#redeem(transaction, known ?? fresh, purchase);
    });
  }

  /** Tries again what could not be applied. @throws ExtDenied ext-credit */
  async again(transaction: string, user: string, purchase: Purchase): Promise<Ended> {
    return this.#once(transaction, async () => {
      const known = await this.#load(transaction);
      const own = known?.end === 'credit' && known.user === user && known.channel === purchase.channel;
      if (!own) throw new ExtDenied('ext-credit');
      return this.#redeem(transaction, known, purchase);
    });
  }

  async credits(channel: string, user: string): Promise<ExtCredit[]> {
    const list = await this.#list(channel, user);
    const all = await Promise.all(list.map((one) => this.#load(one)));
    return all.flatMap((kept, i) => {
      if (kept?.end !== 'credit') return [];
      const { sku, bits, why } = kept;
      return [{ transaction: list[i]!, sku, bits, why }];
    });
  }

  async #once<T>(transaction: string, work: () => Promise<T>): Promise<T> {
    if (this.#busy.has(transaction)) throw new ExtDenied('ext-replayed', { outcome: 'received' });
    this.#busy.add(transaction);
    try {
      return await work();
    } finally {
      this.#busy.delete(transaction);
    }
  }

  async #redeem(transaction: string, kept: Kept, purchase: Purchase): Promise<Ended> {
    const { game, player, name } = purchase;
    const { user, sku } = kept;
    const redemption = kept.tries === 0 ? `bits:${transaction}` : `bits:${transaction}:${kept.tries}`;
    const as = { platform: 'twitch', user, name, channel: player };
    const command = { type: 'redeem', redemption, reward: sku } as const;
    const outcome = await game.act({ id: `redeem:${redemption}`, as, command });
    const event = outcome.ok ? outcome.events.find((one) => one.type === 'redeemed') : undefined;
    const applied = event?.type === 'redeemed' && event.outcome === 'applied';
    const why = event?.type === 'redeemed' ? event.why : outcome.ok ? '' : outcome.code;
    const end = applied ? 'applied' : 'credit';
    // In this order a crash in between shows nobody a credit that is used up.
    await this.#note(transaction, kept, end);
    await this.#save(transaction, { ...kept, end, why, tries: kept.tries + 1 });
    if (event) {
      const code = applied ? 'ok' : 'credit';
      const settled = { type: 'settled', redemption, code } as const;
      await game.act({ id: `settled:${redemption}`, as: { player }, command: settled });
    }
    return { transaction, sku, end, why };
  }

  async #load(transaction: string): Promise<Kept | null> {
    const text = await this.#meta.getMeta(keyOf(transaction));
    return text === null ? null : (JSON.parse(text) as Kept);
  }

  #save(transaction: string, kept: Kept): Promise<void> {
    return this.#meta.setMeta(keyOf(transaction), JSON.stringify(kept));
  }

  async #list(channel: string, user: string): Promise<string[]> {
    return JSON.parse((await this.#meta.getMeta(listOf(channel, user))) ?? '[]') as string[];
  }

  /** Keeps the list of what a viewer is owed. */
  async #note(transaction: string, { channel, user }: Kept, end: Ended['end']): Promise<void> {
    const before = await this.#list(channel, user);
    const others = before.filter((one) => one !== transaction);
    const after = end === 'credit' ? [...others, transaction] : others;
    if (after.length === before.length && end === 'applied') return;
    await this.#meta.setMeta(listOf(channel, user), JSON.stringify(after));
  }
}
