/** What a player may do now. Every move in the list is accepted; practice bots choose only from it. */
import { isMarket, offers } from '../bag/market.ts';
import { aimAt } from '../bag/use.ts';
import type { Command } from '../commands.ts';
import { repliesTo } from '../diplomacy/replies.ts';
import { slots } from '../effects/derive.ts';
import { playerOf } from '../patch.ts';
import { currentOf, gameOf, termOf, timedOf } from '../pending.ts';
import type { Rules } from '../rules.ts';
import type { GameState, Millis, Pending, Player, PlayerId } from '../state.ts';
import { isDriven } from '../time/state.ts';
import { hasTurn } from '../time/turns.ts';
import { rulesNow } from '../tuning/rules-now.ts';
import { nextToken, refill } from '../turn/tokens.ts';
import type { Work } from '../work.ts';

export interface Look {
  readonly state: GameState;
  readonly rules: Rules;
  readonly at: Millis;
}

export function legalMoves(seen: Look, id: PlayerId): readonly Command[] {
  const look = { ...seen, rules: rulesNow(seen.state, seen.rules) };
  const player = playerOf(look.state, id);
  if (look.state.status === 'lobby') return player.ready ? [] : [{ type: 'ready' }];
  if (look.state.status !== 'running' && look.state.status !== 'superGame') return [];
  const current = currentOf(player, look.rules);
  const replies = repliesTo(look, id);
  if (current) return [...replies, ...answers(current, look.rules)];
  return [
    ...replies,
    ...turns(look, player),
    ...games(look, player),
    ...uses(look, player),
    ...wears(look, player),
    ...buys(look, player),
  ];
}

/** A vote of the chat is not answered by the player. */
function answers(pending: Pending, rules: Rules): readonly Command[] {
  switch (pending.is) {
    case 'fork':
      return pending.ways.map((_, i) => ({ type: 'go', way: i + 1 }));
    case 'choice':
      return pending.poll === null ? pending.open.map((option) => ({ type: 'choose', option })) : [];
    case 'final':
      return [{ type: 'roll' }];
    case 'trial':
      return pending.poll === null && rules.trials[pending.trial]?.kind === 'performance'
        ? [{ type: 'done' }]
        : [];
  }
}

function turns(look: Look, player: Player): readonly Command[] {
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
function games(look: Look, player: Player): readonly Command[] {
  if (timedOf(player, look.rules)) return [{ type: 'done' }];
  const end = gameEnd(look, player);
  return end !== null && end <= look.at ? [{ type: 'done' }] : [];
}

function gameEnd(look: Look, player: Player): Millis | null {
  const { rules } = look;
  const game = gameOf(player, rules);
  if (game?.is !== 'trial' || game.until === null || !isDriven(player)) return null;
  const [min, max] = rules.trials[game.trial]?.game?.hours ?? [1, 1];
  const term = termOf(look, game.trial);
  return game.until - term + Math.min(term, ((min + max) / 2) * 3_600_000);
}

/** No move needs chance to be judged. */
const NO_CHANCE = {
  draw(): never {
    throw new Error('a dry run drew a number');
  },
};

function uses(look: Look, player: Player): readonly Command[] {
  const work: Work = { ...look, events: [], tasks: [], chance: NO_CHANCE };
  const seen = new Set<string>();
  return player.bag.flatMap((got) => {
    const def = look.rules.items[got.item];
    if (!def?.use || got.wait > 0 || seen.has(got.item)) return [];
    seen.add(got.item);
    const item = String(got.n);
    if (def.target === 'none') return [];
    const names =
      def.target === 'rival' || def.target === 'ally'
        ? look.state.order.filter((other) => other !== player.id)
        : [undefined];
    return names.flatMap((name): Command[] => {
      const use = name === undefined ? { item } : { item, targets: [name] };
      return 'refused' in aimAt(work, player.id, { def, use }) ? [] : [{ type: 'use', ...use }];
    });
  });
}

function wears({ rules }: Look, player: Player): readonly Command[] {
  const taken = new Set(player.bag.filter((got) => got.worn).map((got) => rules.items[got.item]?.slot));
  return player.bag.flatMap((got): Command[] => {
    const slot = rules.items[got.item]?.slot;
    return slot && !got.worn && !taken.has(slot) ? [{ type: 'wear', item: String(got.n) }] : [];
  });
}

function buys(look: Look, player: Player): readonly Command[] {
  if (!isMarket(look.state, player.cell) || player.bag.length >= slots(player, look.rules)) return [];
  const open = offers(look, player.id).filter((offer) => offer.price <= player.gold);
  return open.map((offer): Command => ({ type: 'buy', item: offer.item }));
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
