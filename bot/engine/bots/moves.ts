/** What a player may do now. Every move in the list is accepted; practice bots choose only from it. */
import { isMarket, type Offer, offers } from '../bag/market.ts';
import type { Command, CommandOf } from '../commands.ts';
import { repliesTo } from '../diplomacy/replies.ts';
import { giftsReach } from '../diplomacy/treaties.ts';
import { slots } from '../effects/derive.ts';
import { playerOf } from '../patch.ts';
import { currentOf, gameOf, termOf, timedOf } from '../pending.ts';
import type { Rules } from '../rules.ts';
import type { Millis, Pending, Player, PlayerId } from '../state.ts';
import { isDriven } from '../time/state.ts';
import { hasTurn } from '../time/turns.ts';
import { rulesNow } from '../tuning/rules-now.ts';
import { nextToken, refill } from '../turn/tokens.ts';
import { fightMoves } from './fights.ts';
import type { Look } from './look.ts';
import { talks } from './talks.ts';
import { uses, usesInFight } from './uses.ts';

export function legalMoves(seen: Look, id: PlayerId): readonly Command[] {
  const look = { ...seen, rules: rulesNow(seen.state, seen.rules) };
  const player = playerOf(look.state, id);
  if (look.state.status === 'lobby') return player.ready ? [] : [{ type: 'ready' }];
  if (look.state.status !== 'running' && look.state.status !== 'superGame') return [];
  const current = currentOf(player, look.rules);
  const replies = repliesTo(look, id);
  const always = [...replies, ...talks(look, player), ...gifts(look, player), ...unwears(player)];
  if (current?.is === 'fight') return [...always, ...fightMoves(look, player), ...usesInFight(look, player)];
  if (current) return [...always, ...answers(current, look.rules)];
  return [
    ...always,
    ...turns(look, player),
    ...games(look, player),
    ...uses(look, player),
    ...wears(look, player),
    ...buys(look, player).map(({ item }): Command => ({ type: 'buy', item })),
    ...sales(look, player),
  ];
}

/** A vote of the chat is not answered by the player. */
export function answers(pending: Pending, rules: Rules): readonly Command[] {
  switch (pending.is) {
    case 'fork':
      return pending.ways.map((_, i) => ({ type: 'go', way: i + 1 }));
    case 'choice':
      return pending.poll === null ? pending.open.map((option) => ({ type: 'choose', option })) : [];
    case 'scene':
      return sceneAnswers(pending, rules);
    case 'fight':
      return [];
    case 'final':
      return [{ type: 'roll' }];
    case 'trial':
      return trialAnswers(pending, rules);
  }
}

/** The player's word stands above a vote, except where the chat alone is asked. */
function sceneAnswers({ run, poll }: Extract<Pending, { is: 'scene' }>, rules: Rules): readonly Command[] {
  if (poll !== null && rules.stories?.[run.story]?.asks === 'chat') return [];
  return run.options.map((_, i): Command => ({ type: 'choose', option: i + 1 }));
}

/** A stage of the super game may be given up as well; no bot does. */
function trialAnswers({ poll, trial }: Extract<Pending, { is: 'trial' }>, rules: Rules): readonly Command[] {
  const shows = poll === null && rules.trials[trial]?.kind === 'performance';
  return shows ? [{ type: 'done' }, { type: 'reroll' }, { type: 'giveUp' }] : [{ type: 'giveUp' }];
}

export function turns(look: Look, player: Player): readonly Command[] {
  if (!hasTurn(look.state, player.id)) return [];
  if (refill({ ...look, player: player.id }, player.tokens).count < 1 || lockedOut(look, player)) return [];
  const boosters = [...new Set(player.dice)].map((sides): Command => ({ type: 'roll', dice: [sides] }));
  return [{ type: 'roll' }, ...boosters];
}

function lockedOut({ state, at }: Look, player: Player): boolean {
  const next = state.board.cells[player.cell]?.next ?? [];
  return player.lockedUntil > at && next.includes(state.board.finish);
}

/**
 * A practice bot has finished its video game when the middle of the declared length has passed; a check with a clock
 * it throws at once.
 */
export function games(look: Look, player: Player): readonly Command[] {
  if (timedOf(player, look.rules)) return [{ type: 'done' }, { type: 'giveUp' }];
  const end = gameEnd(look, player);
  if (end !== null && end <= look.at) return [{ type: 'done' }, { type: 'giveUp' }];
  return gameOf(player, look.rules) ? [{ type: 'giveUp' }] : [];
}

function gameEnd(look: Look, player: Player): Millis | null {
  const { rules } = look;
  const game = gameOf(player, rules);
  if (game?.is !== 'trial' || game.until === null || !isDriven(player)) return null;
  const [min, max] = rules.trials[game.trial]?.game?.hours ?? [1, 1];
  const term = termOf(look, game.trial);
  return game.until - term + Math.min(term, ((min + max) / 2) * 3_600_000);
}

export function wears({ rules }: Look, player: Player): readonly Command[] {
  const taken = new Set(player.bag.filter((got) => got.worn).map((got) => rules.items[got.item]?.slot));
  return player.bag.flatMap((got): Command[] => {
    const slot = rules.items[got.item]?.slot;
    return slot && !got.worn && !taken.has(slot) ? [{ type: 'wear', item: String(got.n) }] : [];
  });
}

export function buys(look: Look, player: Player): readonly Offer[] {
  if (!isMarket(look.state, player.cell) || player.bag.length >= slots(player, look.rules)) return [];
  return offers(look, player.id).filter(({ price }) => price <= player.gold);
}

function unwears(player: Player): readonly Command[] {
  return player.bag.filter(({ worn }) => worn).map(({ n }): Command => ({ type: 'unwear', item: String(n) }));
}

export function sales(look: Look, player: Player): readonly CommandOf<'sell'>[] {
  if (!isMarket(look.state, player.cell)) return [];
  const goods = player.bag.filter((got) => !got.worn && !look.rules.items[got.item]?.protected);
  return goods.map(({ n }) => ({ type: 'sell', item: String(n) }));
}

/** By hand to whoever stands here, to a partner at any distance, as long as there is room. */
export function gifts(look: Look, player: Player): readonly CommandOf<'gift'>[] {
  const { state, rules } = look;
  const near = state.order.filter((other) => {
    if (other === player.id) return false;
    const receiver = playerOf(state, other);
    const reached = receiver.cell === player.cell || giftsReach(state, player.id, other);
    return reached && receiver.bag.length < slots(receiver, rules);
  });
  if (near.length === 0) return [];
  const goods = player.bag.filter((got) => {
    const def = rules.items[got.item];
    return def && !got.worn && !def.protected && def.transferable !== false;
  });
  return goods.flatMap(({ n }) => near.map((to) => ({ type: 'gift' as const, item: String(n), to })));
}

/** When a bot that has nothing to do now should look again; null: only when somebody else acts. */
export function wakeAt(seen: Look, id: PlayerId): Millis | null {
  const look = { ...seen, rules: rulesNow(seen.state, seen.rules) };
  const player = playerOf(look.state, id);
  if (look.state.status !== 'running' && look.state.status !== 'superGame') return null;
  if (currentOf(player, look.rules)) return null;
  const times = [gameEnd(look, player)];
  const clock = { ...look, player: id };
  const tokens = refill(clock, player.tokens);
  if (!hasTurn(look.state, id)) times.push(null);
  else if (tokens.count < 1) times.push(nextToken(clock, tokens));
  else if (lockedOut(look, player)) times.push(player.lockedUntil);
  const known = times.filter((time): time is Millis => time !== null);
  return known.length > 0 ? Math.max(look.at, Math.min(...known)) : null;
}
