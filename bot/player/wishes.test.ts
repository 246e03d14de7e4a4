import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Donation, Redemption, Rewards } from '../../adapters/platform/contract.ts';
import type { PackTexts } from '../protocol/texts.ts';
import type { BagView } from '../protocol/views.ts';
import type { Reply } from './link.ts';
import { Wishes } from './wishes.ts';

const WISH: Redemption = { id: '1', reward: 'hot_soup', user: '7', name: 'Vera', input: '', at: 0 };

/** A chat with one open redemption, and a host that answers as told. */
function opened(replies: Reply[]) {
  const settled: string[] = [];
  const acts: string[] = [];
  const rewards: Rewards = {
    ensure: async () => [],
    onRedemption: () => () => {},
    open: async () => [WISH],
    settle: async (id, outcome) => {
      settled.push(`${id} ${outcome}`);
      return { ok: true, already: false };
    },
  };
  const act = async (id: string): Promise<Reply> => {
    acts.push(id);
    return replies.shift() ?? { ok: true, seq: 1, events: [] };
  };
  const texts = () => ({ rewards: {} }) as PackTexts;
  const adapter = { platform: 'kick', rewards };
  return {
    wishes: new Wishes({ player: 'p1', link: { act }, adapter, texts, note: () => {} }),
    settled,
    acts,
  };
}
const refused = (code: string): Reply => ({ ok: false, code, args: {} });

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('a paid wish', () => {
  it('that the host could not store now is handed in again under the same id', async () => {
    const { wishes, acts, settled } = opened([refused('not-stored'), refused('too-busy')]);
    await wishes.start();
    expect(acts).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(acts).toEqual(['redeem:kick:1', 'redeem:kick:1', 'redeem:kick:1']);
    expect(settled).toEqual([]);
    wishes.close();
  });

  it('that will never be taken gives the points back', async () => {
    const { wishes, acts, settled } = opened([refused('not-running')]);
    await wishes.start();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(acts).toHaveLength(1);
    expect(settled).toEqual(['1 refunded']);
    wishes.close();
  });

  it('that is known already is left to what the log owes', async () => {
    const { wishes, settled } = opened([refused('redeemed-already')]);
    await wishes.start();
    expect(settled).toEqual([]);
    wishes.close();
  });

  it('given as money is granted and settled, and the platform is asked for nothing', async () => {
    const texts = () =>
      ({ rewards: { hot_soup: { name: 'Суп', line: '', cost: 400 } } }) as unknown as PackTexts;
    const acts: unknown[] = [];
    const act = async (id: string, _as: unknown, { command }: { command: unknown }): Promise<Reply> => {
      acts.push([id, command]);
      return { ok: true, seq: 1, events: [] };
    };
    let give: (gift: Donation) => void = () => {};
    const onDonation = (listener: typeof give) => {
      give = listener;
      return () => {};
    };
    const adapter = { platform: 'youtube', onDonation };
    const wishes = new Wishes({ player: 'p1', link: { act }, adapter, texts, note: () => {} });
    await wishes.start();
    const person = { user: '7', name: 'Vera', text: '', at: 0 };
    give({ id: 'LCC.1', kind: 'tip', amount: 2, currency: 'EUR', ...person });
    give({ id: 'LCC.2', kind: 'tip', amount: 0.1, currency: 'EUR', ...person });
    const redemption = 'youtube:gift-LCC.1';
    wishes.follow({ unsettled: [{ redemption, outcome: 'applied' }] } as unknown as BagView);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(acts).toEqual([
      [`redeem:${redemption}`, { type: 'redeem', redemption, reward: 'hot_soup' }],
      [`settled:${redemption}`, { type: 'settled', redemption, code: 'gift' }],
    ]);
    wishes.close();
  });
});
