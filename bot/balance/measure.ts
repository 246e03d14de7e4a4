/** From outcomes to what is printed: shares, lengths, comebacks. */

import { POLICIES } from '../engine/bots/style.ts';
import { AUDIENCE_NAMES } from './audience.ts';
import { type Laboratory, planOf, type SeatPlan } from './plan.ts';
import type { Outcome } from './task.ts';

/** How a kind of seat fares. */
export interface Share {
  readonly wins: number;
  /** Wins that as many equal seats would have. */
  readonly fair: number;
}
export type Shares = Readonly<Record<string, Share>>;

export interface Measured {
  readonly games: number;
  readonly ended: number;
  /** Numbers of games that did not end. */
  readonly stuck: readonly number[];
  readonly seat: Shares;
  readonly class: Shares;
  readonly policy: Shares;
  readonly audience: Shares;
  readonly skill: Shares;
  /** Of each game that ended, the median of its players: rolls, and video games in marathons. */
  readonly lengths: readonly number[];
  readonly minutes: readonly number[];
  /** Games in which somebody passed half, and in how many of those the one who was last then won. */
  readonly comeback: { readonly games: number; readonly wins: number };
  readonly commands: number;
  readonly refusals: Readonly<Record<string, number>>;
}

export function measured(lab: Laboratory, outcomes: readonly Outcome[]): Measured {
  const ended = outcomes.filter(({ winner }) => winner !== null);
  const plans = new Map(ended.map(({ n }) => [n, planOf(lab, n).seats]));
  const shares = (of: (seat: SeatPlan, n: number) => readonly string[], names: readonly string[]) =>
    sharesOf(ended, { names, of: ({ n }, seat) => of(plans.get(n)![seat - 1]!, seat), players: lab.players });
  const { classes, skills } = lab.rules;
  return {
    games: outcomes.length,
    ended: ended.length,
    stuck: outcomes.filter(({ winner }) => winner === null).map(({ n }) => n),
    seat: shares(
      (_, seat) => [String(seat)],
      Array.from({ length: lab.players }, (_, i) => String(i + 1)),
    ),
    class: shares(({ classId }) => [classId], Object.keys(classes).sort()),
    policy: shares(({ policy }) => [policy], POLICIES),
    audience: shares(({ audience }) => [audience], AUDIENCE_NAMES),
    skill: shares(
      (seat) => [...new Set([classes[seat.classId]?.skill ?? '', ...seat.skills])],
      Object.keys(skills).sort(),
    ),
    lengths: ended.map((one) => middle(lab.pace === 'marathon' ? one.games : one.rolls)),
    minutes: ended.map(({ minutes }) => minutes),
    comeback: comebackOf(ended),
    commands: outcomes.reduce((sum, { commands }) => sum + commands, 0),
    refusals: added(outcomes.map(({ refusals }) => refusals)),
  };
}

interface Dimension {
  readonly names: readonly string[];
  readonly of: (outcome: Outcome, seat: number) => readonly string[];
  readonly players: number;
}

function sharesOf(ended: readonly Outcome[], { names, of, players }: Dimension): Shares {
  const out: Record<string, { wins: number; fair: number }> = {};
  for (const name of names) out[name] = { wins: 0, fair: 0 };
  for (const outcome of ended) {
    for (let seat = 1; seat <= players; seat += 1) {
      for (const name of of(outcome, seat)) {
        const share = out[name];
        if (!share) continue;
        share.fair += 1 / players;
        share.wins += outcome.winner === seat ? 1 : 0;
      }
    }
  }
  return out;
}

/** Where several were last, each is a part of the one who was. */
function comebackOf(ended: readonly Outcome[]): Measured['comeback'] {
  const halved = ended.filter(({ last }) => last !== null);
  const wins = halved.reduce((sum, { last, winner }) => {
    const list = last ?? [];
    return winner !== null && list.includes(winner) ? sum + 1 / list.length : sum;
  }, 0);
  return { games: halved.length, wins };
}

function middle(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[half] ?? 0) : ((sorted[half - 1] ?? 0) + (sorted[half] ?? 0)) / 2;
}

function added(list: readonly Readonly<Record<string, number>>[]): Readonly<Record<string, number>> {
  const out: Record<string, number> = {};
  for (const one of list) for (const [key, count] of Object.entries(one)) out[key] = (out[key] ?? 0) + count;
  return Object.fromEntries(Object.entries(out).sort(([a], [b]) => (a < b ? -1 : 1)));
}
