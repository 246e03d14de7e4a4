/** Exact odds: the roll is run over every outcome of its dice. Nothing is drawn and nothing is sampled. */
import type { Draws } from '../chance.ts';
import { playerOf } from '../patch.ts';
import { type Throw, throwDice } from './throw.ts';
import { destination } from './walk.ts';

export interface Landing {
  readonly cell: number;
  /** 0..1; all landings sum to 1. */
  readonly chance: number;
}

/** Outcomes looked at; beyond this (five large boosters) the rest is told as unknown by not being there. */
const MOST_OUTCOMES = 60_000;

/** Runs `make` once for each way its draws can come out. */
export function enumerate<T>(make: (draws: Draws) => T, visit: (result: T, chance: number) => void): void {
  const script: { value: number; sides: number }[] = [];
  for (let runs = 0; runs < MOST_OUTCOMES; runs += 1) {
    let at = 0;
    let chance = 1;
    const result = make({
      int(sides) {
        if (at === script.length) script.push({ value: 1, sides });
        chance /= sides;
        const step = script[at] as { value: number };
        at += 1;
        return step.value;
      },
    });
    visit(result, chance);
    while (script.length > 0 && last(script).value === last(script).sides) script.pop();
    if (script.length === 0) return;
    last(script).value += 1;
  }
}

const last = <T>(list: T[]): T => list[list.length - 1] as T;

/** Where a roll with these boosters lands, by the main way, most likely first. */
export function landingOdds(request: Throw): readonly Landing[] {
  const from = playerOf(request.state, request.player).cell;
  const sums = new Map<number, number>();
  enumerate(
    (draws) => throwDice(request, draws).total,
    (total, chance) => sums.set(total, (sums.get(total) ?? 0) + chance),
  );
  const cells = new Map<number, number>();
  for (const [total, chance] of sums) {
    const cell = destination({ state: request.state, player: request.player, from, steps: total });
    cells.set(cell, (cells.get(cell) ?? 0) + chance);
  }
  return [...cells]
    .map(([cell, chance]) => ({ cell, chance }))
    .sort((a, b) => b.chance - a.chance || a.cell - b.cell);
}
