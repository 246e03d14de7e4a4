/** Things of the bag in a fight: the player's own use is the action of the round. */
import { applyItem, inBag, spend, type Use } from '../bag/use.ts';
import { currentOf } from '../pending.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { ItemDef, Rules } from '../rules.ts';
import type { BagItem, Player, PlayerId } from '../state.ts';
import { emit, type Work, who } from '../work.ts';
import { act, voteOpen } from './rounds.ts';

/**
 * The player uses a thing. In a fight that waits for an action it takes the round: thrown at the first foe where it can
 * be and neither rival nor cell is named, otherwise it does its ordinary thing first. While the chat is asked it waits.
 */
export function useOwn(work: Work, id: PlayerId, use: Use): Refusal | undefined {
  const { fight } = who(work, id);
  if (fight?.vote) return voteOpen(work, fight.vote.poll);
  if (!takesRound(who(work, id), work.rules)) return applyItem(work, id, use, null);
  const got = inBag(work, id, use.item);
  const def = got && work.rules.items[got.item];
  if (got && def?.fight && (use.targets ?? []).length === 0 && use.cell === undefined)
    return throwIt(work, id, { got, def });
  const { cell } = who(work, id);
  const refused = applyItem(work, id, use, null);
  if (refused) return refused;
  const fell = work.events.some((event) => event.type === 'knockedOut' && event.player === id);
  // Whoever walks off, or has fallen, has no round to go on with.
  if (got && !fell && who(work, id).cell === cell) act(work, id, { is: 'item', item: got.item });
  return undefined;
}

/** A fight that waits for the player's action, and for nothing else. */
export function takesRound(player: Player, rules: Rules): boolean {
  return Boolean(player.fight) && !player.fight?.vote && currentOf(player, rules)?.is === 'fight';
}

function throwIt(
  work: Work,
  id: PlayerId,
  { got, def }: { got: BagItem; def: ItemDef },
): Refusal | undefined {
  if (got.wait > 0) return refuse('item-waits', { item: def.id, rolls: got.wait });
  spend(work, id, { got, def });
  emit(work, { type: 'itemUsed', player: id, n: got.n, item: def.id, targets: [], cell: null, by: null });
  act(work, id, { is: 'item', item: def.id, ...(def.fight ? { does: def.fight } : {}) });
  return undefined;
}
