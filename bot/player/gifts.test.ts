import { expect, it } from 'vitest';
import type { Donation } from '../../adapters/platform/contract.ts';
import type { PackTexts } from '../protocol/texts.ts';
import { rewardFor } from './gifts.ts';

const reward = (name: string, cost: number) => ({ name, line: '', cost });
const TEXTS = {
  rewards: {
    soup: reward('Горячий суп', 400),
    dare: reward('Испытание от чата', 800),
    money: reward('Pocket money', 300),
  },
} as unknown as PackTexts;

const gift = (over: Partial<Donation>): Donation => ({
  ...{ id: '1', user: '7', name: 'Vera', kind: 'tip', amount: 1, currency: 'USD', text: '', at: 0 },
  ...over,
});

it('is the dearest reward that it pays for', () => {
  expect(rewardFor(gift({ amount: 1 }), TEXTS)).toBe('soup');
  expect(rewardFor(gift({ amount: 2 }), TEXTS)).toBe('dare');
  expect(rewardFor(gift({ amount: 90, currency: 'RUB' }), TEXTS)).toBe('soup');
  expect(rewardFor(gift({ kind: 'bits', amount: 100, currency: 'bits' }), TEXTS)).toBe('soup');
  expect(rewardFor(gift({ kind: 'subscription' }), TEXTS)).toBe('soup');
});

it('is the one that is named, if it pays for that', () => {
  expect(rewardFor(gift({ amount: 2, text: 'ему бы ГОРЯЧИЙ СУП!' }), TEXTS)).toBe('soup');
  expect(rewardFor(gift({ amount: 1, text: 'испытание от чата' }), TEXTS)).toBe('soup');
  expect(rewardFor(gift({ amount: 5, text: 'pocket money' }), TEXTS)).toBe('money');
});

it('is none when it pays for none', () => {
  expect(rewardFor(gift({ kind: 'bits', amount: 1 }), TEXTS)).toBeNull();
  expect(rewardFor(gift({ amount: 10, currency: 'XXX' }), TEXTS)).toBeNull();
});
