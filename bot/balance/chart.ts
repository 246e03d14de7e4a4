/** The report as one picture: SVG, in the colours of a page that may be dark or light. */
import type { Gate } from './gates.ts';
import type { BalanceReport, Dimension } from './report.ts';

const WIDTH = 960;
const LEFT = 150;
const ROW = 18;
const HEAD = 34;
const GAP = 26;
/** Pixels for one fair share, and how many fit in a column. */
const UNIT = 110;
const MOST = 2.4;
/** Strongest and weakest things shown. */
const THINGS = 12;
/** Points for the whole width of a half column. */
const POINTS = 16;

export interface ChartTitle {
  readonly title: string;
  /** What the length is counted in. */
  readonly unit: string;
}

export function chart(report: BalanceReport, { title, unit }: ChartTitle): string {
  const left = column(0, [
    (y) => gates(report, { y, unit }),
    ...(['class', 'policy'] as const).map((one) => (y: number) => shares(report, one, y)),
  ]);
  const right = column(WIDTH / 2, [
    ...(['seat', 'audience'] as const).map((one) => (y: number) => shares(report, one, y)),
    (y) => things(report, y),
  ]);
  const height = Math.max(left.height, right.height) + 16;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" font-family="system-ui, sans-serif" font-size="12">`,
    `<title>${escaped(title)}</title>`,
    `<style>${STYLE}</style>`,
    `<rect width="${WIDTH}" height="${height}" class="page"/>`,
    text({ x: 16, y: 26, what: title, kind: 'title' }),
    ...left.lines,
    ...right.lines,
    '</svg>',
    '',
  ].join('\n');
}

const STYLE =
  '.page{fill:#14161d}text{fill:#d8dbe6}.title{font-size:16px;font-weight:600}.head{font-size:13px;font-weight:600}' +
  '.dim{fill:#8d93a8}.bar{fill:#6fa8dc}.over{fill:#e0806c}.ok{fill:#7fc48d}.no{fill:#e0806c}' +
  '.line{stroke:#8d93a8;stroke-dasharray:3 3}.range{stroke:#d8dbe6;stroke-width:1.5}';

interface Part {
  readonly lines: readonly string[];
  /** Where it ends. */
  readonly y: number;
}

function column(
  x: number,
  parts: readonly ((y: number) => Part)[],
): { lines: readonly string[]; height: number } {
  const lines: string[] = [`<g transform="translate(${x} 0)">`];
  let y = 58;
  for (const part of parts) {
    const made = part(y);
    lines.push(...made.lines);
    y = made.y + GAP;
  }
  return { lines: [...lines, '</g>'], height: y };
}

function gates(
  { gates: list, medianLength, medianMinutes, games }: BalanceReport,
  { y, unit }: { y: number; unit: string },
): Part {
  const lines = [
    text({
      x: 16,
      y,
      what: `${games} games, ${medianLength} ${unit}, ${Math.round(medianMinutes)} min (medians)`,
      kind: 'head',
    }),
  ];
  list.forEach((gate, i) => {
    const at = y + HEAD - 14 + i * ROW;
    lines.push(text({ x: 16, y: at, what: gate.ok ? '✓' : '✗', kind: gate.ok ? 'ok' : 'no' }));
    lines.push(text({ x: 34, y: at, what: gate.name }));
    lines.push(text({ x: LEFT, y: at, what: figures(gate) }));
    lines.push(text({ x: LEFT + 200, y: at, what: gate.of, kind: 'dim' }));
  });
  return { lines, y: y + HEAD + list.length * ROW };
}

function figures({ value, limit, side, interval: [low, high] }: Gate): string {
  return `${short(value)} ${side === 'most' ? '≤' : '≥'} ${short(limit)}   [${short(low)}, ${short(high)}]`;
}

const short = (value: number): string => String(Number(value.toPrecision(3)));

/** Bars against the line of a fair share. */
function shares({ winShare, fairShare }: BalanceReport, dimension: Dimension, y: number): Part {
  const rows = Object.entries(winShare[dimension]).map(([name, share]) => {
    const fair = fairShare[dimension][name] ?? 0;
    return { name, times: fair === 0 ? 0 : share / fair };
  });
  const sorted = dimension === 'seat' ? rows : rows.toSorted((a, b) => b.times - a.times);
  const lines = [
    text({ x: 16, y, what: `Wins by ${dimension}, as a multiple of a fair share`, kind: 'head' }),
  ];
  const top = y + HEAD - 22;
  sorted.forEach(({ name, times }, i) => {
    const at = top + i * ROW;
    lines.push(text({ x: LEFT - 8, y: at + 12, what: name, end: true }));
    const kind = dimension === 'class' && times > 1.35 ? 'over' : 'bar';
    lines.push(
      `<rect x="${LEFT}" y="${at + 2}" width="${px(UNIT * Math.min(MOST, times))}" height="${ROW - 5}" class="${kind}"/>`,
    );
    lines.push(
      text({ x: LEFT + UNIT * Math.min(MOST, times) + 6, y: at + 12, what: times.toFixed(2), kind: 'dim' }),
    );
  });
  const bottom = top + sorted.length * ROW;
  lines.push(`<line x1="${LEFT + UNIT}" x2="${LEFT + UNIT}" y1="${top}" y2="${bottom}" class="line"/>`);
  return { lines, y: bottom };
}

/** The strongest and the weakest, with what is known of them. */
function things({ itemLift, itemInterval }: BalanceReport, y: number): Part {
  const rows = Object.entries(itemLift);
  if (rows.length === 0) return { lines: [], y };
  const shown = rows.length <= 2 * THINGS ? rows : [...rows.slice(0, THINGS), ...rows.slice(-THINGS)];
  const middle = LEFT + UNIT;
  const scale = (points: number) =>
    px(middle + (Math.max(-POINTS, Math.min(POINTS, points)) * UNIT) / POINTS);
  const lines = [
    text({ x: 16, y, what: 'Things: points of the chance to win, 95% intervals', kind: 'head' }),
  ];
  const top = y + HEAD - 22;
  shown.forEach(([id, points], i) => {
    const at = top + i * ROW;
    const [low, high] = itemInterval[id] ?? [points, points];
    lines.push(text({ x: LEFT - 8, y: at + 12, what: id, end: true }));
    lines.push(`<line x1="${scale(low)}" x2="${scale(high)}" y1="${at + 8}" y2="${at + 8}" class="range"/>`);
    lines.push(
      `<circle cx="${scale(points)}" cy="${at + 8}" r="4" class="${points > 12 ? 'over' : 'bar'}"/>`,
    );
    lines.push(text({ x: middle + UNIT + 10, y: at + 12, what: points.toFixed(1), kind: 'dim' }));
  });
  const bottom = top + shown.length * ROW;
  for (const points of [0, 12])
    lines.push(`<line x1="${scale(points)}" x2="${scale(points)}" y1="${top}" y2="${bottom}" class="line"/>`);
  return { lines, y: bottom };
}

interface Text {
  readonly x: number;
  readonly y: number;
  readonly what: string;
  readonly kind?: string;
  readonly end?: boolean;
}

function text({ x, y, what, kind, end }: Text): string {
  const anchor = end ? ' text-anchor="end"' : '';
  return `<text x="${px(x)}" y="${px(y)}"${kind ? ` class="${kind}"` : ''}${anchor}>${escaped(what)}</text>`;
}

const px = (value: number): number => Math.round(value * 10) / 10;

function escaped(what: string): string {
  return what.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
