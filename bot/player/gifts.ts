/**
 * Money and its like, given without naming a reward, becomes the reward that it pays for: the one that the giver's words
 * name, or else the dearest that is not too dear. Nothing can be given back here, so nothing is asked of the platform.
 */
import type { Donation } from '../../adapters/platform/contract.ts';
import type { EntryText, PackTexts } from '../protocol/texts.ts';
import { fold } from './people.ts';

/** Platforms call their own redemptions otherwise; this cannot meet one of theirs. */
export const GIFT = 'gift-';

/** Points for one of each. About 500 for the smallest unit of money that people give, whatever it is called. */
const EACH: Readonly<Record<Exclude<Donation['kind'], 'tip'>, number>> = {
  bits: 5,
  gift: 5,
  membership: 500,
  subscription: 500,
};
const TIP: Readonly<Record<string, number>> = {
  ...{ USD: 500, EUR: 500, GBP: 600, CHF: 500, CAD: 350, AUD: 350 },
  ...{ RUB: 5, UAH: 12, KZT: 1, BYN: 150, TRY: 12, PLN: 125, BRL: 90, JPY: 3, INR: 6 },
};
/** For money that the table does not know: as if it were one of the smaller ones. */
const OTHER_TIP = 5;

/** Key of the reward; null if it pays for none. */
export function rewardFor(gift: Donation, texts: PackTexts): string | null {
  const points = worthOf(gift);
  const words = fold(gift.text);
  const priced = Object.entries(texts.rewards)
    .map(([key, text]) => ({ key, text, cost: costOf(text) }))
    .filter(({ cost }) => cost <= points)
    .sort((a, b) => b.cost - a.cost || (a.key < b.key ? -1 : 1));
  const named = priced.find(({ text }) => words.includes(fold(text.name)));
  return (named ?? priced[0])?.key ?? null;
}

/** The price beside a reward's text, in points. */
export function costOf(text: EntryText): number {
  return (text as EntryText & { readonly cost?: number }).cost ?? 500;
}

function worthOf({ kind, amount, currency }: Donation): number {
  return amount * (kind === 'tip' ? (TIP[currency.toUpperCase()] ?? OTHER_TIP) : EACH[kind]);
}
