/** How a practice bot plays: sensible, a little curious, never against the rules. */
import type { Draws } from '../chance.ts';
import type { Command } from '../commands.ts';
import { diplomacyOf, type Goods, type Offer } from '../diplomacy/state.ts';
import { maxHp } from '../effects/derive.ts';
import { playerOf } from '../patch.ts';
import { neighbour, ranking } from '../places.ts';
import type { Player, PlayerId } from '../state.ts';
import { type Look, legalMoves } from './moves.ts';

/** The move to make now, or null to wait. Chance is the bot's own, never the game's. */
export function chooseMove(look: Look, id: PlayerId, draws: Draws): Command | null {
  const moves = legalMoves(look, id);
  if (moves.length === 0) return null;
  const player = playerOf(look.state, id);
  const thought = (percent: number) => draws.int(100) <= percent;
  const of = <T extends Command['type']>(type: T) => moves.filter((move) => move.type === type);
  const reply = replyOf(look, player, { moves, thought });
  if (reply) return reply;
  const any = (list: readonly Command[]): Command | null =>
    list[draws.int(Math.max(1, list.length)) - 1] ?? null;
  const answer = any(of('choose')) ?? way(look, player, draws);
  if (answer) return answer;
  const heal = of('use').filter((move) => hasTag(look, player, move, 'heal'));
  if (player.hp * 100 < maxHp(player, look.rules) * 45 && heal.length > 0) return any(heal);
  const tidy = any([...of('wear'), ...of('ready'), ...of('done')]);
  if (tidy) return tidy;
  const attack = of('use').filter((move) => wantsToHit(look, player, move));
  if (attack.length > 0 && thought(40)) return any(attack);
  const calm = of('use').filter(
    (move) => move.type === 'use' && !move.targets && !hasTag(look, player, move, 'heal'),
  );
  if (calm.length > 0 && thought(35)) return any(calm);
  const kind = of('use').filter((move) => isFriendly(look, player, move));
  if (kind.length > 0 && thought(20)) return any(kind);
  if (of('buy').length > 0 && thought(50)) return any(of('buy'));
  const rolls = of('roll');
  return rolls.length > 1 && thought(50) ? any(rolls.slice(1)) : (rolls[0] ?? null);
}

/** Peace is welcome, a partner too unless it is the one to beat; a trade if it is not worse than even. */
function replyOf(
  look: Look,
  player: Player,
  { moves, thought }: { moves: readonly Command[]; thought: (percent: number) => boolean },
): Command | null {
  for (const offer of diplomacyOf(look.state).offers) {
    const yes = moves.find((move) => move.type === 'accept' && move.offer === offer.n);
    const no = moves.find((move) => move.type === 'decline' && move.offer === offer.n);
    if (offer.to !== player.id || !no) continue;
    if (offer.is === 'trade') return yes && gainOf(look, offer) >= 0 ? yes : no;
    const pays = offer.pay?.from === player.id;
    const rival = offer.kind === 'alliance' && ranking(look.state)[0] === offer.from;
    return yes && thought(pays ? 30 : rival ? 20 : 80) ? yes : no;
  }
  return null;
}

/** Gold that a trade is worth to whoever is asked. */
function gainOf(look: Look, { give, want }: Extract<Offer, { is: 'trade' }>): number {
  const worth = (goods: Goods) =>
    goods.items.reduce((sum, { item }) => sum + (look.rules.items[item]?.price ?? 0), goods.gold);
  return worth(give) - worth(want);
}

/** The shorter way more often than not. */
function way(look: Look, player: Player, draws: Draws): Command | null {
  const fork = player.pending[0];
  if (fork?.is !== 'fork') return null;
  const lengths = fork.ways.map((cell) => look.state.board.cells[cell]?.toFinish ?? 0);
  const shortest = lengths.indexOf(Math.min(...lengths)) + 1;
  return { type: 'go', way: draws.int(100) <= 60 ? shortest : draws.int(fork.ways.length) };
}

function hasTag(look: Look, player: Player, move: Command, tag: string): boolean {
  if (move.type !== 'use') return false;
  const got = player.bag.find((one) => String(one.n) === move.item);
  return got !== undefined && look.rules.items[got.item]?.tags.includes(tag) === true;
}

/** Only the leader, or whoever is right ahead. */
function wantsToHit(look: Look, player: Player, move: Command): boolean {
  if (move.type !== 'use') return false;
  const got = player.bag.find((one) => String(one.n) === move.item);
  const def = got && look.rules.items[got.item];
  if (!def?.hostile) return false;
  const target = move.targets?.[0];
  return (
    target === undefined ||
    target === ranking(look.state)[0] ||
    target === neighbour(look.state, player.id, 'ahead')
  );
}

/** Something good for somebody else. */
function isFriendly(look: Look, player: Player, move: Command): boolean {
  if (move.type !== 'use' || !move.targets) return false;
  const got = player.bag.find((one) => String(one.n) === move.item);
  return got !== undefined && !look.rules.items[got.item]?.hostile;
}
