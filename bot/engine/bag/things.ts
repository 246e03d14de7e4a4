/** Things coming into a bag and leaving it. */
import { slots } from '../effects/derive.ts';
import type { ItemDef } from '../rules.ts';
import type { BagItem, Player, PlayerId } from '../state.ts';
import { emit, type Work, who } from '../work.ts';

const SPENT_BY_USE: readonly string[] = ['consumable', 'scroll', 'die'];

/** Puts a thing into the bag; a full bag turns it into half its price. False if it became gold. */
export function gain(work: Work, id: PlayerId, what: { item: string; why: string }): boolean {
  const def = work.rules.items[what.item];
  if (!def) return false;
  const player = who(work, id);
  if (player.bag.length >= slots(player, work.rules)) {
    emit(work, {
      type: 'counted',
      player: id,
      what: 'gold',
      by: Math.max(1, Math.floor(def.price / 2)),
      why: 'bag-full',
    });
    return false;
  }
  emit(work, { type: 'itemGained', player: id, got: fresh(work, def), why: what.why });
  return true;
}

function fresh(work: Work, def: ItemDef): BagItem {
  const charges = def.charges ?? (SPENT_BY_USE.includes(def.category) ? 1 : null);
  return { n: work.state.serial, item: def.id, charges, ttl: def.ttl ?? null, worn: false, wait: 0 };
}

export function lose(work: Work, id: PlayerId, what: { n: number; why: string }): void {
  const got = who(work, id).bag.find((one) => one.n === what.n);
  if (got) emit(work, { type: 'itemLost', player: id, n: got.n, item: got.item, why: what.why });
}

/** From one bag into another, with its charges and age. */
export function handOver(
  work: Work,
  from: PlayerId,
  to: PlayerId,
  what: { got: BagItem; why: string },
): void {
  lose(work, from, { n: what.got.n, why: what.why });
  const receiver = who(work, to);
  if (receiver.bag.length >= slots(receiver, work.rules)) {
    const price = work.rules.items[what.got.item]?.price ?? 0;
    emit(work, {
      type: 'counted',
      player: to,
      what: 'gold',
      by: Math.max(1, Math.floor(price / 2)),
      why: 'bag-full',
    });
    return;
  }
  emit(work, {
    type: 'itemGained',
    player: to,
    got: { ...what.got, n: work.state.serial, worn: false },
    why: what.why,
  });
}

/** A booster die; over the pouch limit it becomes gold. */
export function gainDie(work: Work, id: PlayerId, sides: number): void {
  const { pouch, overGold } = work.rules.tunables.dice;
  if (who(work, id).dice.length < pouch) emit(work, { type: 'dieGained', player: id, sides });
  else emit(work, { type: 'counted', player: id, what: 'gold', by: overGold, why: 'pouch-full' });
}

/** What a lock can hold: things that can be used, and are not held or worn already. */
export function lockable({ rules }: Pick<Work, 'rules'>, player: Player): readonly BagItem[] {
  return player.bag.filter((got) => got.wait === 0 && !got.worn && rules.items[got.item]?.use !== undefined);
}

/** What others may take: not worn, not protected. `by` adds the flag that must not be false. */
export function takeable(work: Work, id: PlayerId, by: 'stealable' | 'transferable'): readonly BagItem[] {
  return who(work, id).bag.filter((got) => {
    const def = work.rules.items[got.item];
    return def && !got.worn && !def.protected && def[by] !== false;
  });
}
