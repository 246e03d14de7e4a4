/** One step of a number: where it comes from and what it adds. The steps of a number sum to it. */
export const STEP_SOURCES = [
  'base',
  'spent',
  'class',
  'skill',
  'item',
  'effect',
  'endurance',
  'attribute',
  'tier',
  'gate',
  'zone',
  'trial',
  'standing',
  'mind',
  'tuning',
  'least',
] as const;
/** `tuning`: the admin's, `id` is its number. `least`: nothing falls below a bound. */
export type StepSource = (typeof STEP_SOURCES)[number];

export interface Step {
  readonly from: StepSource;
  /** Of the entry, where one is behind it. */
  readonly id?: string;
  readonly by: number;
  /** Dice: what it changed of the dice themselves, which `by` does not count again. `+d6`, `−d4`, `3→4`. */
  readonly dice?: string;
}

export function sumOf(steps: readonly Step[]): number {
  return steps.reduce((sum, step) => sum + step.by, 0);
}

/** Steps that add nothing tell nothing. */
export function telling(steps: readonly Step[]): readonly Step[] {
  return steps.filter(({ by, dice }) => by !== 0 || dice !== undefined);
}
