/** Folds: counters, items, dice, effects, memory. */
import type { Evolvers } from '../evolving.ts';
import { patchPlayer, playerOf } from '../patch.ts';
import { aged } from '../stories/state.ts';
import { count } from '../turn/evolve.ts';

export const BAG: Evolvers<
  | 'counted'
  | 'shards'
  | 'itemGained'
  | 'itemLost'
  | 'itemChanged'
  | 'itemLocked'
  | 'itemUsed'
  | 'dieGained'
  | 'dieLost'
  | 'weaponDrawn'
  | 'coinFlipped'
  | 'effectApplied'
  | 'effectChanged'
  | 'effectEnded'
  | 'defended'
  | 'remembered'
  | 'reputation'
> = {
  counted: (state, { player, what, by }) =>
    patchPlayer(state, player, { [what]: playerOf(state, player)[what] + by }),
  shards: (state, { player, element, by }) => {
    const { shards } = playerOf(state, player);
    return patchPlayer(state, player, { shards: { ...shards, [element]: shards[element] + by } });
  },
  itemGained: (state, { player, got, why }) => {
    const next = { ...state, serial: state.serial + 1 };
    const { bag, weapons } = playerOf(state, player);
    if (why === 'near' || why === 'mid' || why === 'far') {
      return patchPlayer(next, player, { weapons: { ...weapons, [why]: got.item } });
    }
    return patchPlayer(next, player, { bag: [...bag, got] });
  },
  itemLost: (state, { player, n }) =>
    patchPlayer(state, player, { bag: playerOf(state, player).bag.filter((got) => got.n !== n) }),
  itemLocked: (state, { player, n, rolls }) =>
    patchPlayer(state, player, {
      bag: playerOf(state, player).bag.map((one) => (one.n === n ? { ...one, wait: rolls } : one)),
    }),
  itemChanged: (state, { player, got }) =>
    patchPlayer(state, player, {
      bag: playerOf(state, player).bag.map((one) => (one.n === got.n ? got : one)),
    }),
  itemUsed: (state, { player, item, copy }) =>
    count(copy ? state : { ...state, lastUse: { player, item } }, player, 'itemsUsed'),
  dieGained: (state, { player, sides }) =>
    patchPlayer(state, player, { dice: [...playerOf(state, player).dice, sides].sort((a, b) => a - b) }),
  dieLost: (state, { player, sides }) => {
    const { dice } = playerOf(state, player);
    const at = dice.indexOf(sides);
    return patchPlayer(state, player, { dice: dice.filter((_, i) => i !== at) });
  },
  weaponDrawn: (state, { player, reach }) => patchPlayer(state, player, { reach }),
  coinFlipped: (state) => state,
  effectApplied: (state, { player, effect }) => {
    const { effects } = playerOf(state, player);
    return { ...patchPlayer(state, player, { effects: [...effects, effect] }), serial: state.serial + 1 };
  },
  effectChanged: (state, { player, effect }) =>
    patchPlayer(state, player, {
      effects: playerOf(state, player).effects.map((one) => (one.n === effect.n ? effect : one)),
    }),
  effectEnded: (state, { player, n }) =>
    patchPlayer(state, player, { effects: playerOf(state, player).effects.filter((one) => one.n !== n) }),
  defended: (state, { player }) => count(state, player, 'defended'),
  remembered: (state, { player, fact, value }) =>
    patchPlayer(state, player, {
      facts: { ...playerOf(state, player).facts, [fact]: value },
      ...aged(playerOf(state, player), fact),
    }),
  reputation: (state, { player, zone, by }) => {
    const { reputation } = playerOf(state, player);
    const next = Math.max(-100, Math.min(100, (reputation[zone] ?? 0) + by));
    return patchPlayer(state, player, { reputation: { ...reputation, [zone]: next } });
  },
};
