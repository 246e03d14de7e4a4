/**
 * What content is worth to a bot, in cells of the track, by the price list of VOICE.md: a roll is 7.5, ten gold, a fifth
 * of the health or a small favour is 1, a tier of a prize is 2. An estimate: it looks one step ahead and draws nothing.
 */
import { maxHp } from '../effects/derive.ts';
import type { Op } from '../effects/operations.ts';
import { touched } from '../effects/scene.ts';
import { holds } from '../effects/test.ts';
import { playerOf } from '../patch.ts';
import { toFinish } from '../places.ts';
import type { EffectDef, ItemDef, Rarity, Rules } from '../rules.ts';
import type { GameState, PlayerId } from '../state.ts';

export interface Eye {
  readonly state: GameState;
  readonly rules: Rules;
  /** Who acts, and the one it happens to. */
  readonly self: PlayerId;
  readonly target: PlayerId;
  /** What a cell of this player's is worth to whoever judges: 1 for one's own. */
  readonly weight: (player: PlayerId) => number;
}

const GOLD = 10;
const HP = 20;
const TURN = 7.5;
const TIER = 2;
const RARITY: Readonly<Record<Rarity, number>> = {
  common: 1.5,
  uncommon: 2.5,
  rare: 4.5,
  epic: 6.5,
  legendary: 8,
};
/** Of an effect that is neither dice nor numbers. */
const EFFECT = 1.5;
/** Most effects last so many rolls. */
const LASTS = 2;
/** What follows from a trial, on average. */
const TRIAL = 0.5;
const DIE_EDGE = 0.5;

export function worthOf(ops: readonly Op[], eye: Eye): number {
  let sum = 0;
  for (const op of ops) {
    const on = 'on' in op ? op.on : undefined;
    const scene = { path: '', why: '', self: eye.self, target: eye.target };
    for (const id of touched(eye.state, on, scene)) sum += worthTo(op, id, { ...eye, target: id });
  }
  return sum;
}

/** What one operation on one player is worth to whoever judges. */
function worthTo(op: Op, id: PlayerId, eye: Eye): number {
  const weight = eye.weight(id);
  switch (op.op) {
    case 'coin':
      return (worthOf(op.heads, eye) + worthOf(op.tails, eye)) / 2;
    case 'if':
      return worthOf(holds(op.test, { ...eye, player: id }) ? op.then : (op.else ?? []), eye);
    case 'choose':
      return chosen(
        op.options.map((option) => worthOf(option.do, eye)),
        weight,
      );
    case 'chatChoose': {
      const each = op.options.map((option) => worthOf(option.do, eye));
      return each.reduce((sum, one) => sum + one, 0) / Math.max(1, each.length);
    }
    case 'steal':
      return id === eye.self ? 0 : loot(op, eye, id) * (eye.weight(eye.self) - weight);
    case 'give':
      return id === eye.self ? 0 : loot(op, eye, eye.self) * (weight - eye.weight(eye.self));
    case 'swap': {
      const gap = toFinish(eye.state, eye.self) - toFinish(eye.state, id);
      return gap * (eye.weight(eye.self) - weight);
    }
    case 'mark':
      return 1;
    default:
      return weight * ownWorth(op, id, eye);
  }
}

/** Whoever is asked takes the best for themselves: the worst for a rival's rival. */
function chosen(each: readonly number[], weight: number): number {
  if (each.length === 0) return 0;
  return weight >= 0 ? Math.max(...each) : Math.min(...each);
}

function loot(op: Extract<Op, { op: 'steal' | 'give' }>, { state }: Eye, from: PlayerId): number {
  const { bag, dice, gold } = playerOf(state, from);
  if (op.what === 'gold') return Math.min(gold, op.by ?? GOLD) / GOLD;
  if (op.what === 'die') return dice.length > 0 ? Math.max(...dice) / 2 : 0;
  return bag.length > 0 ? RARITY.uncommon : 0;
}

/** To the player whom it touches. */
function ownWorth(op: Op, id: PlayerId, { state, rules }: Eye): number {
  const player = playerOf(state, id);
  switch (op.op) {
    case 'gold':
      return ((op.by ?? 0) + (player.gold * (op.percent ?? 0)) / 100) / GOLD;
    case 'heal':
      return Math.min(op.percent, 100 - (100 * player.hp) / maxHp(player, rules)) / HP;
    case 'harm':
      return -op.percent / HP - (player.hp * 100 <= op.percent * maxHp(player, rules) ? 4 : 0);
    case 'shard':
      return op.by / 2;
    case 'influence':
      return op.by / 30;
    case 'token':
      return op.by * TURN;
    case 'move':
      return op.by;
    case 'goto':
      return op.place === 'nextCamp' ? 3 : op.place === 'user' ? 0 : -gapToCamp(state, id);
    case 'addDie':
      return op.sides / 2 + DIE_EDGE;
    case 'dropDie':
      return -2.5;
    case 'shift':
      return op.by * (op.each === 'die' ? 3 : 1);
    case 'scale':
      return (op.by - 1) * TURN;
    case 'reroll':
      return op.keep === 'better' ? 1.5 : 0.3;
    case 'grant':
      return op.item ? rarityWorth(rules.items[op.item]) : sampleWorth(op.sample?.rarity);
    case 'die':
      return op.sides / 2 + DIE_EDGE;
    case 'lose':
      return op.what === 'die' ? -3 : player.bag.length > 0 ? -2 : 0;
    case 'lock':
      return -1;
    case 'apply':
      return effectWorth(rules.effects[op.effect]);
    case 'cleanse':
      return op.polarity === 'positive' ? 0 : Math.min(op.count, ailments(state, rules, id)) * EFFECT;
    case 'reoffer':
      return longGame(state, rules, id);
    case 'trial':
      return TRIAL;
    case 'prize':
      return TIER * op.tier;
    case 'punish':
      return -TIER;
    case 'difficulty':
      return -op.by / 2;
    case 'reveal':
      return 0.3;
    case 'copyLast':
      return state.lastUse ? 2 : 0;
    case 'rep':
      return op.by / 10;
    default:
      return 0;
  }
}

function gapToCamp(state: GameState, id: PlayerId): number {
  return (state.board.cells[playerOf(state, id).camp]?.toFinish ?? 0) - toFinish(state, id);
}

function ailments(state: GameState, rules: Rules, id: PlayerId): number {
  return playerOf(state, id).effects.filter((one) => rules.effects[one.effect]?.polarity === 'negative')
    .length;
}

/** Another game is worth more, the longer the one that waits. */
function longGame(state: GameState, rules: Rules, id: PlayerId): number {
  const hours = playerOf(state, id).pending.map((one) =>
    one.is === 'trial' ? rules.trials[one.trial]?.game?.hours : undefined,
  );
  const longest = Math.max(0, ...hours.map((range) => (range ? (range[0] + range[1]) / 2 : 0)));
  return longest === 0 ? 0 : (longest - 10) / 5;
}

export function rarityWorth(item: ItemDef | undefined): number {
  return item ? RARITY[item.rarity] : 0;
}

function sampleWorth(rarities: readonly Rarity[] = ['common', 'uncommon']): number {
  return rarities.reduce((sum, rarity) => sum + RARITY[rarity], 0) / Math.max(1, rarities.length);
}

const effects = new WeakMap<EffectDef, number>();

/** By what it does to dice and numbers while it lasts; what it does otherwise counts by its polarity. */
export function effectWorth(def: EffectDef | undefined): number {
  if (!def) return 0;
  const known = effects.get(def);
  if (known !== undefined) return known;
  const rolls = def.duration.rolls ?? def.duration.turns ?? LASTS;
  const dice = (def.hooks ?? []).flatMap(({ do: ops }) => ops).reduce((sum, op) => sum + diceWorth(op), 0);
  const sign = def.polarity === 'positive' ? 1 : def.polarity === 'negative' ? -1 : 0;
  const worth = (dice + (def.stats?.roll ?? 0)) * Math.min(rolls, 3) + sign * EFFECT;
  effects.set(def, worth);
  return worth;
}

function diceWorth(op: Op): number {
  switch (op.op) {
    case 'addDie':
      return op.sides / 2 + DIE_EDGE;
    case 'dropDie':
      return -2.5;
    case 'shift':
      return op.by;
    case 'move':
      return op.by;
    default:
      return 0;
  }
}
