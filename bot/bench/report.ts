/** What a bench says: figures, each beside the limit it was measured against in the same run, as JSON or as a table. */

export interface Goal {
  readonly is: 'at least' | 'at most';
  readonly value: number;
}

/** One measured thing. `value` in `unit`; `ratio` is value / limit, and goals are about the ratio where there is one. */
export interface Figure {
  readonly name: string;
  readonly unit: string;
  readonly value: number;
  readonly limit: number | null;
  readonly ratio: number | null;
  readonly goal: Goal | null;
  /** null where nothing was promised. */
  readonly met: boolean | null;
}

export interface BenchReport {
  readonly bench: string;
  readonly figures: readonly Figure[];
  /** What the reader must know to read the numbers rightly. */
  readonly notes: readonly string[];
}

export interface Measured {
  readonly name: string;
  readonly unit: string;
  readonly value: number;
  readonly limit?: number;
  readonly goal?: Goal;
}

export function atLeast(value: number): Goal {
  return { is: 'at least', value };
}

export function atMost(value: number): Goal {
  return { is: 'at most', value };
}

/** The goal is held against the ratio; without a limit, against the value itself. */
export function figure({ name, unit, value, limit, goal }: Measured): Figure {
  const ratio = limit === undefined ? null : value / limit;
  const judged = ratio ?? value;
  const met = goal ? (goal.is === 'at least' ? judged >= goal.value : judged <= goal.value) : null;
  return { name, unit, value, limit: limit ?? null, ratio, goal: goal ?? null, met };
}

/** Three digits that matter; thousands as k, millions as M. */
export function short(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  const size = Math.abs(value);
  if (size >= 1e6) return `${Number((value / 1e6).toPrecision(3))} M`;
  if (size >= 1e4) return `${Number((value / 1e3).toPrecision(3))} k`;
  return String(Number(value.toPrecision(3)));
}

const HEAD = ['figure', 'measured', 'limit', 'ratio', 'goal', ''] as const;

/** For people: one row a figure, the notes below. */
export function table({ bench, figures, notes }: BenchReport): string {
  const rows = [HEAD as readonly string[], ...figures.map(row)];
  const widths = HEAD.map((_, i) => Math.max(...rows.map((cells) => cells[i]!.length)));
  const lines = rows.map((cells) =>
    cells
      .map((cell, i) => cell.padEnd(widths[i]!))
      .join('  ')
      .trimEnd(),
  );
  lines.splice(1, 0, widths.map((width) => '-'.repeat(width)).join('  '));
  return [`== ${bench}`, ...lines, ...notes.map((note) => `  * ${note}`), '', ''].join('\n');
}

function row({ name, unit, value, limit, ratio, goal, met }: Figure): readonly string[] {
  return [
    name,
    `${short(value)} ${unit}`.trim(),
    limit === null ? '' : short(limit),
    ratio === null ? '' : short(ratio),
    goal ? `${goal.is} ${goal.value}` : '',
    met === null ? '' : met ? 'met' : 'NOT MET',
  ];
}
