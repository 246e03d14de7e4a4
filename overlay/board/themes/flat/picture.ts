/** The whole still picture of a flat theme. Only the walked part of the road changes while the race goes on. */
import type { ZoneName } from '../../layout/places.ts';
import type { Layout } from '../../layout.ts';
import type { Patch, Picture } from '../../theme.ts';
import type { CellKind } from '../../types.ts';
import { came, type Sheet, sheet } from '../glass/canvas.ts';
import { lineTo, litLength, mainCell } from '../glass/light.ts';
import { drawIcon, MEDALLIONS } from '../glass/medallions.ts';
import { openLine } from '../glass/pieces.ts';
import { paintNames } from '../names.ts';
import { paintGround } from './ground.ts';
import type { FlatLook } from './look.ts';

/** Around the changed part of the road, in pixels. */
const RIM = 30;

export function paintFlat(layout: Layout, look: FlatLook, scale: number): Picture {
  const ground = paintGround(layout, look, scale);
  const top = sheet(layout.width, layout.height, scale);
  for (const spot of layout.spots) {
    top.pen.save();
    top.pen.translate(spot.x, spot.y);
    paintMedal(top, spot.kind, look);
    top.pen.restore();
  }
  const whole = { x: 0, y: 0, w: layout.width, h: layout.height };
  const compose = (leader: number, box: Omit<Patch, 'canvas'>): HTMLCanvasElement => {
    const out = sheet(box.w, box.h, scale);
    out.pen.translate(-box.x, -box.y);
    out.pen.drawImage(ground.canvas, 0, 0, layout.width, layout.height);
    paintWalked(out, layout, { look, leader });
    out.pen.drawImage(top.canvas, 0, 0, layout.width, layout.height);
    return out.canvas;
  };
  return {
    shimmer: [],
    names: paintNames(layout, scale, (painted, name) => paintName(painted, name, look)),
    lit: (leader) => compose(leader, whole),
    relit(from, to) {
      const box = changed(layout, from, to);
      return box && { ...box, canvas: compose(to, box) };
    },
  };
}

/** The box round the road between two leaders, on whole pixels of any bitmap. */
function changed(layout: Layout, from: number, to: number): Omit<Patch, 'canvas'> | null {
  const [a, b] = [from, to].map((cell) => litLength(layout, mainCell(layout, cell))) as [number, number];
  const road = layout.roads[0]!;
  const points = road.line.filter((_, i) => {
    const at = road.sums[i]!;
    return at >= Math.min(a, b) - RIM && at <= Math.max(a, b) + RIM;
  });
  if (a === b || points.length === 0) return null;
  const snap = (value: number) => Math.floor(value / 40) * 40;
  const x = Math.max(0, snap(Math.min(...points.map((p) => p[0])) - RIM));
  const y = Math.max(0, snap(Math.min(...points.map((p) => p[1])) - RIM));
  const right = Math.min(layout.width, snap(Math.max(...points.map((p) => p[0])) + RIM) + 40);
  const foot = Math.min(layout.height, snap(Math.max(...points.map((p) => p[1])) + RIM) + 40);
  return { x, y, w: right - x, h: foot - y };
}

function paintWalked(
  { pen }: Sheet,
  layout: Layout,
  { look, leader }: { look: FlatLook; leader: number },
): void {
  const walked = lineTo(layout.roads[0]!, litLength(layout, mainCell(layout, leader)));
  if (walked.length < 2) return;
  came(pen, new Path2D(openLine(walked)), [
    [look.road.walked, 11],
    [look.road.bed, 3.6],
  ]);
}

/** The same outlines and silhouettes as in every theme, cut out of a card with a collar. */
function paintMedal({ pen }: Sheet, kind: CellKind, { medal, shadow }: FlatLook): void {
  const { d, tones, icon, size, drop } = MEDALLIONS[kind];
  const path = new Path2D(d);
  const small = kind === 'plain';
  pen.shadowColor = shadow.colour;
  pen.shadowBlur = shadow.blur;
  pen.shadowOffsetX = shadow.x;
  pen.shadowOffsetY = shadow.y;
  pen.strokeStyle = medal.collar;
  pen.lineWidth = small ? 7 : 11;
  pen.stroke(path);
  pen.shadowColor = 'transparent';
  pen.fillStyle = tones[1];
  pen.fill(path);
  pen.strokeStyle = medal.line;
  pen.lineWidth = small ? 1.6 : 2.4;
  pen.stroke(path);
  if (icon) drawIcon(pen, icon, { size, x: 0, y: drop, fill: medal.ink });
}

function paintName({ pen }: Sheet, { zone, x, y, size, lines }: ZoneName, { name, zones }: FlatLook): void {
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  // The flat themes' faces are wider than the one that names were measured with.
  pen.font = name.font.replace('SIZE', String(Math.round(size * 0.78)));
  pen.letterSpacing = `${(size * name.spacing).toFixed(1)}px`;
  lines.forEach((line, i) => {
    const at = [x, y + i * size * 0.98] as const;
    pen.strokeStyle = name.stroke;
    pen.lineWidth = 9;
    pen.strokeText(line, ...at);
    pen.fillStyle = zones[zone].ink;
    pen.fillText(line, ...at);
  });
}
