/**
 * "Why is this 7?": every number that a player meets, with each step that made it. The steps come from the code that
 * makes the numbers; nothing is worked out a second time here.
 */
import { isMarket, type PriceWhy, priceWhy, stock } from '../bag/market.ts';
import { GEAR_NUMBERS, gearSteps } from '../combat/gear.ts';
import { attributeSteps, maxHpSteps, slotSteps } from '../effects/derive.ts';
import { playerOf } from '../patch.ts';
import { ATTRIBUTES, type Rules } from '../rules.ts';
import type { Die, GameState, Player, PlayerId } from '../state.ts';
import { tuningsFor } from '../tuning/knobs.ts';
import { tokenStep } from '../turn/tokens.ts';
import { isClosedGate } from '../turn/walk.ts';
import { type Step, sumOf, telling } from './step.ts';

type Look = { readonly state: GameState; readonly rules: Rules };

/** Steps sum to the total; for dice, the dice and the steps together. */
export interface WhySum {
  readonly total: number;
  readonly steps: readonly Step[];
  readonly dice?: readonly Die[];
}
export interface WhyCheck extends WhySum {
  readonly trial: string;
  readonly need: number;
  readonly asks: readonly Step[];
}
/** Where the cells of the last move went. */
export interface WhyMove {
  readonly from: number;
  readonly to: number;
  /** What was rolled. */
  readonly rolled: number;
  readonly parts: readonly { readonly to: number; readonly cells: number; readonly why: string }[];
  /** What cut the walk short, if anything did. */
  readonly stop: 'gate' | 'finish' | 'fork' | 'shut' | null;
}
export interface WhyPace {
  /** Seconds between two rolls; null where time gives none. */
  readonly total: number | null;
  readonly base: number;
  /** Numbers of the tunings that bend it, and their percent. */
  readonly tunings: readonly { readonly n: number; readonly percent: number }[];
}

export interface Why {
  readonly roll: WhySum | null;
  readonly move: WhyMove | null;
  readonly check: WhyCheck | null;
  /**
   * Attributes, `hp` (the most of it), `slots`; what gear does in fights where it does anything, in percent: `power`
   * with the weapon in hand, `magic`, and kinds of harm as they are taken.
   */
  readonly numbers: Readonly<Record<string, WhySum>>;
  /** Of the market the player stands in. */
  readonly prices: readonly PriceWhy[];
  readonly pace: WhyPace;
}

export function whyOf(look: Look, id: PlayerId): Why {
  const player = playerOf(look.state, id);
  return {
    roll: rollWhy(player),
    move: moveWhy(look, player),
    check: checkWhy(player),
    numbers: numbersWhy(player, look.rules),
    prices: pricesWhy(look, player),
    pace: paceWhy(look, id),
  };
}

function rollWhy({ lastRoll }: Player): WhySum | null {
  if (!lastRoll) return null;
  // A log from before steps were kept knows the sum alone.
  const steps =
    lastRoll.steps ?? (lastRoll.bonus === 0 ? [] : [{ from: 'base', by: lastRoll.bonus } as const]);
  return { total: lastRoll.total, dice: lastRoll.dice, steps };
}

function checkWhy({ lastCheck }: Player): WhyCheck | null {
  if (!lastCheck) return null;
  const { trial, dice, total, steps, need, asks } = lastCheck;
  return { trial, dice, total, steps: steps ?? [], need, asks };
}

function moveWhy(look: Look, { id, cell, lastRoll, lastMove }: Player): WhyMove | null {
  if (!lastRoll || !lastMove) return null;
  const parts = lastMove.parts.filter(({ cells }) => cells > 0);
  const walked = parts.filter(({ why }) => why === 'roll');
  const cells = walked.reduce((sum, part) => sum + part.cells, 0);
  const at = walked.at(-1)?.to ?? lastMove.from;
  const stop = cells < lastRoll.total ? stopAt(look, id, at) : null;
  return { from: lastMove.from, to: cell, rolled: lastRoll.total, parts, stop };
}

/** A gate that the player has opened by now has stopped the walk all the same. */
function stopAt({ state }: Look, id: PlayerId, cell: number): WhyMove['stop'] {
  if (playerOf(state, id).pending.some(({ is }) => is === 'fork')) return 'fork';
  if (cell === state.board.finish) return 'finish';
  if (isClosedGate(state, cell) || state.board.cells[cell]?.kind === 'gate') return 'gate';
  return 'shut';
}

function numbersWhy(player: Player, rules: Rules): Why['numbers'] {
  const attributes = ATTRIBUTES.map((name) => [name, attributeSteps(player, rules, name)] as const);
  const gear = GEAR_NUMBERS.map((name) => [name, gearSteps(player, rules, { name })] as const);
  const all = [
    ...attributes,
    ['hp', maxHpSteps(player, rules)],
    ['slots', slotSteps(player, rules)],
    ...gear.filter(([, steps]) => steps.length > 0),
  ] as const;
  return Object.fromEntries(
    all.map(([name, steps]) => [name, { total: sumOf(steps), steps: telling(steps) }]),
  );
}

function pricesWhy(look: Look, { id, cell }: Player): readonly PriceWhy[] {
  if (!isMarket(look.state, cell)) return [];
  return stock(look, cell).flatMap((item) => {
    const def = look.rules.items[item];
    return def ? [priceWhy(look, id, def)] : [];
  });
}

function paceWhy({ state, rules }: Look, player: PlayerId): WhyPace {
  const total = state.pace === 'marathon' ? null : tokenStep({ state, rules, player }) / 1000;
  const tunings = tuningsFor(state, player, 'cooldown').map(({ n, value }) => ({ n, percent: value }));
  return { total, base: rules.tunables.tokens.every, tunings };
}
