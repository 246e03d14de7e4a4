/** What a player may say to the others now: offers, wars, partings, a hand in a fight, a doubt. Every one is accepted. */

import { isMarket } from '../bag/market.ts';
import type { Command, CommandOf } from '../commands.ts';
import { diplomacyOf, type Treaty } from '../diplomacy/state.ts';
import { isParty, otherOf } from '../diplomacy/treaties.ts';
import { playerOf } from '../patch.ts';
import type { BagItem, Player, PlayerId } from '../state.ts';
import { isAllowed, type Look } from './look.ts';

type Talk = CommandOf<'propose' | 'declare' | 'leave' | 'betray' | 'assist' | 'contest' | 'trade'>;

export function talks(look: Look, player: Player): readonly Command[] {
  const ideas = othersOf(look, player.id).flatMap((other) => [
    ...proposals(look, player.id, other),
    { type: 'declare' as const, on: other },
    { type: 'contest' as const, player: other },
    ...deals(look, player, other),
  ]);
  const all = [...ideas, ...partings(look, player.id), ...hands(look, player.id)];
  return all.filter((one) => isAllowed(look, player.id, one));
}

export function othersOf({ state }: Pick<Look, 'state'>, id: PlayerId): readonly PlayerId[] {
  return state.order.filter((other) => other !== id);
}

/** A tribute as small as the rules let it be, either way. */
function proposals({ rules }: Look, id: PlayerId, to: PlayerId): readonly Talk[] {
  const gold = rules.treaties?.tribute.terms.pay?.min ?? 1;
  return [
    { type: 'propose', to, kind: 'alliance' },
    { type: 'propose', to, kind: 'truce' },
    { type: 'propose', to, kind: 'tribute', gold, payer: id },
    { type: 'propose', to, kind: 'tribute', gold, payer: to },
  ];
}

export function treatiesOf({ state }: Pick<Look, 'state'>, id: PlayerId): readonly Treaty[] {
  return diplomacyOf(state).treaties.filter((one) => isParty(one, id));
}

function partings(look: Look, id: PlayerId): readonly Talk[] {
  return treatiesOf(look, id).flatMap((treaty): Talk[] => [
    { type: 'leave', with: otherOf(treaty, id) },
    { type: 'betray', with: otherOf(treaty, id) },
  ]);
}

/** For partners who are in a fight. */
export function hands(look: Look, id: PlayerId): readonly Talk[] {
  const { clashes } = diplomacyOf(look.state);
  if (clashes.length === 0) return [];
  const fighting = clashes.flatMap(({ sides }) => sides.map(({ player }) => player));
  return [...new Set(fighting)].filter((one) => one !== id).map((ally) => ({ type: 'assist', ally }));
}

/** One thing for its price, and one thing for another, between two who stand in the same market. */
export function deals({ state, rules }: Look, player: Player, to: PlayerId): readonly CommandOf<'trade'>[] {
  const other = playerOf(state, to);
  if (other.cell !== player.cell || !isMarket(state, player.cell)) return [];
  const price = ({ item }: BagItem) => rules.items[item]?.price ?? 0;
  const goods = (bag: readonly BagItem[]) =>
    bag.filter(
      ({ worn, item }) => !worn && !rules.items[item]?.protected && rules.items[item]?.transferable !== false,
    );
  const [own] = goods(player.bag);
  const [theirs] = goods(other.bag);
  const nothing = { items: [], gold: 0 };
  const out: CommandOf<'trade'>[] = [];
  if (own) {
    const give = { items: [String(own.n)], gold: 0 };
    const gold = Math.min(other.gold, Math.ceil(price(own) * 0.8));
    if (gold > 0) out.push({ type: 'trade', to, give, want: { ...nothing, gold } });
    if (theirs) out.push({ type: 'trade', to, give, want: { items: [String(theirs.n)], gold: 0 } });
  }
  if (theirs && player.gold >= price(theirs)) {
    const want = { items: [String(theirs.n)], gold: 0 };
    out.push({ type: 'trade', to, give: { ...nothing, gold: price(theirs) }, want });
  }
  return out;
}
