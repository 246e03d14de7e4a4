/** How a practice bot plays: by the style of its policy, a little curious, never against the rules. */
import type { Draws } from '../chance.ts';
import type { Command } from '../commands.ts';
import { maxHp, slots } from '../effects/derive.ts';
import { choiceAt } from '../effects/path.ts';
import { playerOf } from '../patch.ts';
import { currentOf, gameOf } from '../pending.ts';
import type { Pending, PlayerId } from '../state.ts';
import { fightMove } from './fights.ts';
import type { Look } from './look.ts';
import { type Mind, weightOf } from './mind.ts';
import { answers, buys, games, sales, turns, wears } from './moves.ts';
import { handOf, replyOf, talkOf } from './social.ts';
import { type Policy, policyOf, STYLES } from './style.ts';
import { usesOf } from './uses.ts';
import { rarityWorth, worthOf } from './worth.ts';

/**
 * The move to make now, or null to wait. `draws` is the bot's own chance, never the game's.
 * `policy`: by default what seat and map say.
 */
export function chooseMove(
  look: Look,
  id: PlayerId,
  draws: Draws,
  policy: Policy = policyOf(look.state, id),
): Command | null {
  const player = playerOf(look.state, id);
  const { status } = look.state;
  if (status === 'lobby') return player.ready ? null : { type: 'ready' };
  if (status !== 'running' && status !== 'superGame') return null;
  const thinks = (percent: number) => draws.int(100) <= percent;
  const mind: Mind = { look, player, style: STYLES[policy], draws, thinks };
  const spoken = replyOf(mind) ?? handOf(mind);
  if (spoken) return spoken;
  const current = currentOf(player, look.rules);
  return current ? answer(mind, current) : (finished(mind) ?? turn(mind));
}

/** A vote of the chat is waited for. */
function answer(mind: Mind, pending: Pending): Command | null {
  switch (pending.is) {
    case 'fork':
      return way(mind, pending);
    case 'choice':
      return option(mind, pending);
    case 'scene':
      return inScene(mind, pending);
    case 'fight':
      return fightMove(mind);
    case 'final':
      return { type: 'roll' };
    case 'trial': {
      const open = answers(pending, mind.look.rules).map(({ type }) => type);
      if (!open.includes('done')) return null;
      return { type: mind.thinks(mind.style.shy) ? 'reroll' : 'done' };
    }
  }
}

/** What a scene leads to nobody knows beforehand. A chat that is asked is heard, if anybody is there. */
function inScene({ player, draws }: Mind, { run, poll }: Extract<Pending, { is: 'scene' }>): Command | null {
  const alone = run.asks === 'either' && player.audience === 0;
  if (poll !== null && !alone) return null;
  return { type: 'choose', option: draws.int(run.options.length) };
}

/** The shorter way more often than not. */
function way({ look, draws, thinks }: Mind, { ways }: Extract<Pending, { is: 'fork' }>): Command {
  const lengths = ways.map((cell) => look.state.board.cells[cell]?.toFinish ?? 0);
  const shortest = lengths.indexOf(Math.min(...lengths)) + 1;
  return { type: 'go', way: thinks(75) ? shortest : draws.int(ways.length) };
}

/** A cell more or less is a matter of taste. */
const TASTE = 20;

function option(
  mind: Mind,
  { poll, path, open, source }: Extract<Pending, { is: 'choice' }>,
): Command | null {
  if (poll !== null) return null;
  const { look, player, draws } = mind;
  const { options } = choiceAt(look.rules, path);
  const eye = { ...look, self: source ?? player.id, target: player.id, weight: weightOf(mind) };
  const each = open.map((n) => worthOf(options[n - 1]?.do ?? [], eye) + draws.int(TASTE) / TASTE);
  return { type: 'choose', option: open[each.indexOf(Math.max(...each))] ?? 1 };
}

/** What goes on beside the turns: a game that is over, a check with a clock, a game too long to begin. */
function finished({ look, player, style }: Mind): Command | null {
  const open = games(look, player);
  if (open.length === 0) return null;
  if (open.some(({ type }) => type === 'done')) return { type: 'done' };
  const game = gameOf(player, look.rules);
  const hours = game?.is === 'trial' && !game.review ? look.rules.trials[game.trial]?.game?.hours : undefined;
  // After one was given up the next is no shorter: once is enough to know.
  const again = (player.leastHours ?? 0) > 0;
  return hours && !again && (hours[0] + hours[1]) / 2 > style.hours ? { type: 'giveUp' } : null;
}

/** Everything that can wait waits for the turn, so that nobody plays more for looking more often. */
function turn(mind: Mind): Command | null {
  const { look, player } = mind;
  const rolls = turns(look, player);
  if (rolls.length === 0) return null;
  return wears(look, player)[0] ?? use(mind) ?? talkOf(mind) ?? trade(mind) ?? roll(mind);
}

/** What is used up is used when it is worth it; a tool that stays may be forgotten for once. */
const REMEMBERS = 60;

/** The best use of what is in the bag, if any is good enough. */
function use(mind: Mind): Command | null {
  const { look, player, style } = mind;
  const weight = weightOf(mind);
  const hurt = player.hp * 100 < maxHp(player, look.rules) * style.heal;
  let best: { readonly move: Command; readonly worth: number; readonly stays: boolean } | null = null;
  for (const got of player.bag) {
    const def = look.rules.items[got.item];
    if (!def?.use) continue;
    const heals = def.tags.includes('heal');
    for (const move of usesOf(look, player, got)) {
      const eye = { ...look, self: player.id, target: move.targets?.[0] ?? player.id, weight };
      const does = move.targets || !def.alone ? def.use : def.alone;
      const worth = worthOf(does, eye) * (heals && !hurt ? 0.5 : 1);
      const least = heals && hurt ? 0 : style.keep;
      if (worth > least && worth > (best?.worth ?? 0)) best = { move, worth, stays: got.charges === null };
    }
  }
  return best && mind.thinks(best.stays ? REMEMBERS : 90) ? best.move : null;
}

/** Slots that are kept free for what is found. */
const FREE = 2;
/** Gold for a cell of worth; a market that asks more is left alone. */
const FAIR = 14;

/** In a market: room first, then the best for the money. */
function trade(mind: Mind): Command | null {
  const { look, player, style } = mind;
  if (look.state.board.cells[player.cell]?.kind !== 'market' || !mind.thinks(style.shop)) return null;
  const worth = (item: string) => rarityWorth(look.rules.items[item]);
  const room = slots(player, look.rules) - player.bag.length;
  if (room < FREE) {
    const goods = sales(look, player).map((move) => ({
      move,
      got: player.bag.find(({ n }) => String(n) === move.item),
    }));
    const [cheap] = goods.sort((a, b) => worth(a.got?.item ?? '') - worth(b.got?.item ?? ''));
    if (cheap) return cheap.move;
  }
  if (room < 1) return null;
  const good = buys(look, player).filter(({ item, price }) => price <= worth(item) * FAIR);
  const [best] = [...good].sort((a, b) => worth(b.item) / b.price - worth(a.item) / a.price);
  return best ? { type: 'buy', item: best.item } : null;
}

/** Boosters beyond those that are kept for the end go along one at a time, the largest first. */
function roll({ player, style, thinks }: Mind): Command {
  const spare = player.dice.length - style.reserve;
  if (spare < 1 || !thinks(style.boost)) return { type: 'roll' };
  return { type: 'roll', dice: [Math.max(...player.dice)] };
}
