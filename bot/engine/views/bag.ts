/** What one player (and the admin) may see of a bag, with odds and prices worked out. */
import type { BagView } from '../../protocol/views.ts';
import { isMarket, offers, sellPrice } from '../bag/market.ts';
import { attribute, slots } from '../effects/derive.ts';
import { playerOf } from '../patch.ts';
import { ATTRIBUTES, type Rules } from '../rules.ts';
import type { GameState, PlayerId, ViewerKey } from '../state.ts';
import { landingOdds } from '../turn/odds.ts';
import { whyOf } from '../why/why.ts';
import { offersOf } from './treaties.ts';

export interface BagExtra {
  readonly rules: Rules;
  /** Names of helpers and viewers, by pseudonym. */
  readonly names: Readonly<Record<ViewerKey, string>>;
}

export function bagView(state: GameState, id: PlayerId, { rules, names }: BagExtra): BagView {
  const player = playerOf(state, id);
  const look = { state, rules };
  return {
    game: state.game,
    player: id,
    slots: slots(player, rules),
    items: player.bag,
    boosters: player.dice,
    gold: player.gold,
    shards: player.shards,
    influence: player.influence,
    effects: player.effects,
    attributes: Object.fromEntries(ATTRIBUTES.map((name) => [name, attribute(player, rules, name)])),
    skills: player.skills,
    weapons: player.weapons,
    helpers: Object.fromEntries(
      Object.entries(player.helpers).map(([viewer, grant]) => [
        viewer,
        { ...grant, name: names[viewer] ?? viewer },
      ]),
    ),
    requests: player.requests.map((request) => ({ ...request, name: names[request.by] ?? request.by })),
    pending: player.pending,
    offers: offersOf(state, id),
    unsettled: Object.entries(state.unsettled).flatMap(([redemption, { player: owner, outcome }]) =>
      owner === id ? [{ redemption, outcome }] : [],
    ),
    ...heldOf(state, id),
    odds: state.status === 'lobby' ? [] : landingOdds({ state, rules, player: id, boosters: [] }),
    market: isMarket(state, player.cell) ? offers(look, id) : null,
    sellFor: Object.fromEntries(
      player.bag.map((got) => {
        const def = rules.items[got.item];
        return [got.n, def ? sellPrice(look, def) : 0];
      }),
    ),
    why: whyOf(look, id),
  };
}

function heldOf(state: GameState, id: PlayerId): Pick<BagView, 'held'> {
  const held = Object.entries(state.held ?? {}).flatMap(([redemption, { player, until }]) =>
    player === id ? [{ redemption, until }] : [],
  );
  return held.length > 0 ? { held } : {};
}
