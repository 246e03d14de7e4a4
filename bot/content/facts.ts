/** What the rules say of an entry and a face needs to show it: served beside its texts. No numbers that decide anything. */
import type { EffectDef, ItemDef, RewardDef, Rules } from '../engine/rules.ts';

export type ItemFacts = Pick<
  ItemDef,
  'rarity' | 'category' | 'element' | 'purpose' | 'target' | 'targets' | 'slot'
> & {
  readonly usable: boolean;
};
export type EffectFacts = Pick<EffectDef, 'polarity' | 'purpose'>;

export interface Facts {
  readonly items: Readonly<Record<string, ItemFacts>>;
  readonly effects: Readonly<Record<string, EffectFacts>>;
  readonly rewards: Readonly<Record<string, Pick<RewardDef, 'cost'>>>;
}

export function factsOf(rules: Pick<Rules, 'items' | 'effects' | 'rewards'>): Facts {
  return {
    items: mapped(rules.items, itemFacts),
    effects: mapped(rules.effects, effectFacts),
    rewards: mapped(rules.rewards, ({ cost }) => ({ cost })),
  };
}

function itemFacts({ rarity, category, element, purpose, target, targets, slot, use }: ItemDef): ItemFacts {
  return { rarity, category, element, purpose, target, targets, slot, usable: use !== undefined };
}

function effectFacts({ polarity, purpose }: EffectDef): EffectFacts {
  return { polarity, purpose };
}

function mapped<A, B>(
  record: Readonly<Record<string, A>>,
  change: (value: A) => B,
): Readonly<Record<string, B>> {
  return Object.fromEntries(Object.entries(record).map(([id, value]) => [id, change(value)]));
}
