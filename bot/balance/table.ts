/** The report for people: gates first, then who wins, then the strongest and the weakest things. */
import type { Gate } from './gates.ts';
import type { Interval } from './interval.ts';
import { type BalanceReport, DIMENSIONS, type Dimension } from './report.ts';

/** Things told of at either end. */
const ENDS = 8;

export function table(report: BalanceReport, unit: string): string {
  const lines = [
    `games        ${report.games}, of which ${report.ended} ended`,
    `length       ${plain(report.medianLength)} ${unit} a player, ${plain(report.medianMinutes)} minutes (medians)`,
    `comeback     ${percent(report.comeback)} won by the one who was last when the leader passed half`,
    '',
    'gate        limit      value   95%                      ',
    ...report.gates.map(gateLine),
    ...DIMENSIONS.flatMap((one) => ['', ...shareLines(report, one)]),
    ...itemLines(report),
    ...endLines(report),
  ];
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n`;
}

function gateLine({ name, limit, side, value, ok, interval, of }: Gate): string {
  const bound = `${side === 'most' ? '≤' : '≥'} ${told(name, limit)}`;
  const range = `${told(name, interval[0])} … ${told(name, interval[1])}`;
  return `${ok ? 'ok ' : 'NO '} ${name.padEnd(9)}${bound.padStart(7)}${told(name, value).padStart(11)}   ${range.padEnd(22)}${of}`;
}

/** Shares in percent, multiples and points as they are. */
function told(name: string, value: number): string {
  return ['comeback', 'length', 'minutes'].includes(name) ? percent(value) : plain(value);
}

const plain = (value: number): string => String(Math.round(value * 100) / 100);
const percent = (share: number): string => `${(100 * share).toFixed(1)}%`;

function shareLines({ winShare, fairShare }: BalanceReport, dimension: Dimension): readonly string[] {
  const rows = Object.entries(winShare[dimension]).map(([name, share]) => {
    const fair = fairShare[dimension][name] ?? 0;
    return { name, share, times: fair === 0 ? 0 : share / fair };
  });
  const sorted = dimension === 'seat' ? rows : rows.toSorted((a, b) => b.times - a.times);
  return [
    `${dimension.padEnd(15)}  wins  of fair`,
    ...sorted.map(
      ({ name, share, times }) =>
        `${name.padEnd(15)}${percent(share).padStart(6)}   ${times.toFixed(2)} ${bar(times)}`,
    ),
  ];
}

/** One block for a tenth of a fair share. */
const bar = (times: number): string => '▪'.repeat(Math.min(40, Math.round(10 * times)));

function itemLines({ itemLift, itemInterval }: BalanceReport): readonly string[] {
  const rows = Object.entries(itemLift).map(([id, points]) =>
    itemLine(id, points, itemInterval[id] ?? [0, 0]),
  );
  if (rows.length === 0) return [];
  const shown = rows.length <= 2 * ENDS ? rows : [...rows.slice(0, ENDS), '…', ...rows.slice(-ENDS)];
  return ['', `${'thing'.padEnd(24)}points   95%`, ...shown];
}

function itemLine(id: string, points: number, [low, high]: Interval): string {
  return `${id.padEnd(24)}${points.toFixed(1).padStart(6)}   ${low.toFixed(1)} … ${high.toFixed(1)}`;
}

function endLines({ deadEnds, refusals }: BalanceReport): readonly string[] {
  const refused = Object.entries(refusals).map(([code, count]) => `${code} ${count}`);
  return [
    ...(deadEnds.length > 0
      ? ['', `did not end: ${deadEnds.join(' ')}. Play one again: the same line with --only N`]
      : []),
    ...(refused.length > 0 ? ['', `refused: ${refused.join(', ')}`] : []),
  ];
}
