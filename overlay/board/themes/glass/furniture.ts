/** What stands in the window: borders of zones, rims of roses, roads, names. All but names are painted over the lit glass. */

import type { Rose, ZoneName } from '../../layout/places.ts';
import type { Layout, Road } from '../../layout.ts';
import { came, type Sheet } from './canvas.ts';
import { GOLD, LEAD, ZONE_INK } from './colour.ts';
import { lineTo } from './light.ts';
import { pathOf } from './panes.ts';
import { openLine } from './pieces.ts';

/** A heavy came with gold on both sides of every border. */
export function paintBorders({ pen }: Sheet, layout: Layout): void {
  const paths = layout.regions.map(pathOf);
  const strokes = [
    [LEAD, 13],
    [GOLD.line, 8],
    ['#6d4f1d', 5.6],
    [LEAD, 4.4],
    ['#f6dc98', 1.3],
  ] as const;
  for (const stroke of strokes) for (const path of paths) came(pen, path, [stroke]);
}

export function paintRims({ pen }: Sheet, roses: readonly Rose[]): void {
  for (const { x, y, r } of roses) {
    const ring = (far: number): Path2D => {
      const path = new Path2D();
      path.arc(x, y, r + far, 0, Math.PI * 2);
      return path;
    };
    came(pen, ring(4), [[LEAD, 13]]);
    came(pen, ring(5), [
      [GOLD.line, 6],
      [GOLD.high, 2],
    ]);
    came(pen, ring(-1), [[LEAD, 2.4]]);
    for (let i = 0; i < 24; i++) {
      const a = (i * Math.PI) / 12;
      pen.fillStyle = LEAD;
      pen.beginPath();
      pen.arc(x + Math.cos(a) * (r + 5), y + Math.sin(a) * (r + 5), 1.4, 0, Math.PI * 2);
      pen.fill();
    }
  }
}

/** Main road: a channel of lead with a lit core. Fork: narrower, ivory core. Shortcut: narrowest, cyan dashes. */
export function paintRoads({ pen }: Sheet, layout: Layout, lit: number): void {
  const [main, ...sides] = layout.roads as [Road, ...Road[]];
  pen.lineCap = 'butt';
  for (const road of sides) {
    const path = new Path2D(openLine(road.line));
    const width = road.kind === 'shortcut' ? 9 : 11;
    channel(pen, path, width);
    came(pen, path, road.kind === 'shortcut' ? [['#54d4ff', 3.2, [7, 7]]] : [['#e3d4a8', 2.8]]);
  }
  const whole = new Path2D(openLine(main.line));
  channel(pen, whole, 15);
  came(pen, whole, [['#4d5790', 4.2]]);
  const walked = lineTo(main, lit);
  if (walked.length > 1) {
    came(pen, new Path2D(openLine(walked)), [
      ['rgba(255,208,110,.5)', 11.5],
      ['#ffd983', 6.6],
      ['#fff8e2', 3],
    ]);
  }
  pen.lineCap = 'round';
}

function channel(pen: CanvasRenderingContext2D, path: Path2D, width: number): void {
  came(pen, path, [
    ['rgba(5,6,13,.45)', width + 13],
    [LEAD, width + 6.5],
    ['#bd9242', width + 1.4],
    ['#0b0d1c', width - 2.4],
  ]);
}

/** Zone names in small capitals, on a lead stroke. */
export function paintName({ pen }: Sheet, { zone, x, y, size, lines }: ZoneName): void {
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  pen.font = `800 ${size}px "Alegreya SC", serif`;
  pen.letterSpacing = `${(size * 0.05).toFixed(1)}px`;
  lines.forEach((line, i) => {
    const at = [x, y + i * size * 0.98] as const;
    pen.strokeStyle = 'rgba(5,6,13,.55)';
    pen.lineWidth = 13;
    pen.strokeText(line, ...at);
    pen.strokeStyle = LEAD;
    pen.lineWidth = 7.5;
    pen.strokeText(line, ...at);
    pen.fillStyle = ZONE_INK[zone];
    pen.fillText(line, ...at);
  });
}

/** Night gathers in the window's corners. */
export function paintVignette({ pen }: Sheet, { width, height }: Layout): void {
  const far = Math.hypot(width, height) / 2;
  const dark = pen.createRadialGradient(width / 2, height / 2, far * 0.52, width / 2, height / 2, far * 1.06);
  dark.addColorStop(0, 'rgba(5,6,16,0)');
  dark.addColorStop(1, 'rgba(5,6,16,.58)');
  pen.fillStyle = dark;
  pen.fillRect(0, 0, width, height);
}
