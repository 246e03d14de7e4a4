/** What the rules say of an entry and a face needs to show it: served beside its texts. No numbers that decide anything. */
import type { PropDef } from '../engine/combat/rules.ts';
import type { EffectDef, HappeningDef, ItemDef, RewardDef, Rules } from '../engine/rules.ts';

export type ItemFacts = Pick<
  ItemDef,
  'rarity' | 'category' | 'element' | 'purpose' | 'target' | 'targets' | 'slot'
> & {
  readonly usable: boolean;
} & Deeds;
export type EffectFacts = Pick<EffectDef, 'polarity' | 'purpose'> & Deeds;
export type HappeningFacts = Pick<HappeningDef, 'purpose'> & Deeds;

/** What an entry is and does, in words of the rules: from them a face makes its own small animation. */
export interface Deeds {
  readonly tags: readonly string[];
  /** Names of operations, in order, each once. */
  readonly does: readonly string[];
}

export interface Facts {
  readonly items: Readonly<Record<string, ItemFacts>>;
  readonly effects: Readonly<Record<string, EffectFacts>>;
  readonly traps: Readonly<Record<string, HappeningFacts>>;
  readonly finds: Readonly<Record<string, HappeningFacts>>;
  readonly rewards: Readonly<Record<string, Pick<RewardDef, 'cost'>>>;
  /** Of what stands on the stage of a fight: which weapon sets it off. */
  readonly props: Readonly<Record<string, Pick<PropDef, 'reach'>>>;
}

export function factsOf(
  rules: Pick<Rules, 'items' | 'effects' | 'rewards' | 'traps' | 'finds' | 'props'>,
): Facts {
  return {
    items: mapped(rules.items, itemFacts),
    effects: mapped(rules.effects, effectFacts),
    traps: mapped(rules.traps, happeningFacts),
    finds: mapped(rules.finds, happeningFacts),
    rewards: mapped(rules.rewards, ({ cost }) => ({ cost })),
    props: mapped(rules.props ?? {}, ({ reach }) => ({ reach })),
  };
}

function itemFacts(item: ItemDef): ItemFacts {
  const { rarity, category, element, purpose, target, targets, slot, use } = item;
  const usable = use !== undefined;
  return { rarity, category, element, purpose, target, targets, slot, usable, ...deedsOf(item) };
}

function effectFacts(effect: EffectDef): EffectFacts {
  const { polarity, purpose } = effect;
  return { polarity, purpose, ...deedsOf(effect) };
}

function happeningFacts(happening: HappeningDef): HappeningFacts {
  return { purpose: happening.purpose, ...deedsOf(happening) };
}

function deedsOf(entry: { readonly tags: readonly string[] }): Deeds {
  return { tags: entry.tags, does: [...new Set(operationsIn(entry))] };
}

function operationsIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.values(value).flatMap(operationsIn);
  const { op } = value as { readonly op?: unknown };
  return typeof op === 'string' ? [op, ...inner] : inner;
}

function mapped<A, B>(
  record: Readonly<Record<string, A>>,
  change: (value: A) => B,
): Readonly<Record<string, B>> {
  return Object.fromEntries(Object.entries(record).map(([id, value]) => [id, change(value)]));
}
