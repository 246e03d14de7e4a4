/**
 * The closed list of what can be turned for a game, a zone or a player, and how much each is turned for somebody now.
 * The places that make the numbers ask here; none of them knows who turned what, or why.
 */
import type { GameState, PlayerId } from '../state.ts';
import type { Step } from '../why/step.ts';
import { type Scope, type Tuning, tuningOf } from './state.ts';

interface Range {
  readonly min: number;
  readonly max: number;
  /** What it is when nobody touches it. */
  readonly idle: number;
  /** How two that hold at once come together. */
  readonly mix: 'sum' | 'share';
}

export const KNOBS = {
  /** Added to the total of each roll. */
  dice: { min: -6, max: 6, idle: 0, mix: 'sum' },
  /** Added to what a check asks for. */
  difficulty: { min: -6, max: 6, idle: 0, mix: 'sum' },
  /** Percent added to prices. */
  price: { min: -50, max: 100, idle: 0, mix: 'sum' },
  /** Percent of the time until the next roll. */
  cooldown: { min: 25, max: 400, idle: 100, mix: 'share' },
  /** Percent of the weight with which entries are drawn. */
  weight: { min: 0, max: 500, idle: 100, mix: 'share' },
} as const satisfies Record<string, Range>;

/** `rule`: one number of the rules, for the whole game; its range is that of the number. */
export type Knob = keyof typeof KNOBS | 'rule';
export type Turned = keyof typeof KNOBS;

/** The tunings of one knob that hold for a player, oldest first. Without a player: those of the whole game. */
export function tuningsFor(state: GameState, player: PlayerId | null, knob: Knob): readonly Tuning[] {
  const { tunings } = tuningOf(state);
  if (tunings.length === 0) return tunings;
  return tunings.filter((one) => one.knob === knob && covers(state, one.scope, player));
}

function covers(state: GameState, scope: Scope, player: PlayerId | null): boolean {
  if (scope.of === 'game') return true;
  if (player === null) return false;
  if (scope.of === 'player') return scope.player === player;
  const cell = state.players[player]?.cell;
  return cell !== undefined && state.board.cells[cell]?.zone === scope.zone;
}

/** How far the knob is turned for this player: a sum, or a share in percent. */
export function turned(state: GameState, player: PlayerId | null, knob: Exclude<Turned, 'weight'>): number {
  return mixed(tuningsFor(state, player, knob), knob);
}

function mixed(list: readonly Tuning[], knob: Turned): number {
  const { idle, mix } = KNOBS[knob];
  return list.reduce((now, { value }) => (mix === 'sum' ? now + value : (now * value) / 100), idle as number);
}

interface Drawn {
  readonly id: string;
  readonly tags: readonly string[];
}

type Weights<T> = readonly (readonly [entry: T, weight: number])[];

/** Weights as they are turned for this player: 0 stays 0, and no other becomes 0 by rounding. */
export function weighed<T>(state: GameState, player: PlayerId, list: Weights<T>): Weights<T> {
  const tunings = tuningsFor(state, player, 'weight');
  if (tunings.length === 0) return list;
  return list.map(([entry, weight]) => {
    if (weight === 0 || !isEntry(entry)) return [entry, weight];
    const fitting = tunings.filter(({ on }) => on === entry.id || (on !== null && entry.tags.includes(on)));
    const percent = mixed(fitting, 'weight');
    return [entry, percent === 0 ? 0 : Math.max(1, Math.round((weight * percent) / 100))];
  });
}

function isEntry(value: unknown): value is Drawn {
  return typeof value === 'object' && value !== null && 'id' in value && 'tags' in value;
}

/** The same as steps of a number; the admin's hand is never hidden in it. */
export function tuningSteps(
  state: GameState,
  player: PlayerId,
  knob: 'dice' | 'difficulty',
): readonly Step[] {
  return tuningsFor(state, player, knob).map(({ n, value }) => ({
    from: 'tuning',
    id: String(n),
    by: value,
  }));
}
