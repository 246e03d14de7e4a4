/** The unlit window: glass on one sheet, lead on another, so that light can be laid between them later. */

import { distance, nearestOnSegment, type Point } from '../../layout/geometry.ts';
import type { Box, Rose } from '../../layout/places.ts';
import { type Random, random } from '../../layout/random.ts';
import { holds, type Region } from '../../layout/regions.ts';
import type { Layout } from '../../layout.ts';
import type { ZoneId } from '../../types.ts';
import { type Sheet, sheet } from './canvas.ts';
import { css, LEAD, lighter, PALETTE } from './colour.ts';
import { crystal } from './cuts/crystal.ts';
import { forest } from './cuts/forest.ts';
import { heaven } from './cuts/heaven.ts';
import { hell } from './cuts/hell.ts';
import { noise } from './cuts/static.ts';
import { type Cut, type Ground, openLine, type Piece, polygon } from './pieces.ts';
import { ROSES } from './roses.ts';

export interface Panes {
  readonly glass: Sheet;
  readonly lead: Sheet;
  /** By zone, the pieces that twinkle. */
  readonly bright: readonly { readonly zone: ZoneId; readonly piece: Piece }[];
}

const CUTS: Readonly<Record<ZoneId, Cut>> = { forest, crystal, static: noise, hell, heaven };
/** Width of the lead between pieces; below 2.4 px video compression eats it. */
const CAME: Readonly<Record<ZoneId, number>> = {
  forest: 3.2,
  crystal: 2.6,
  static: 2.4,
  hell: 2.8,
  heaven: 2.5,
};
/** Zones whose pieces lie side by side; where they overlap, a twinkling piece would shine through its neighbours. */
const FLAT: ReadonlySet<ZoneId> = new Set(['forest', 'crystal', 'static']);
/** Pieces of a zone that twinkle. */
const TWINKLES = 6;
/** The band of small panes along every border of a zone. */
const BAND = { width: 15, pane: 25 };

export function pathOf(region: Region): Path2D {
  return new Path2D(region.rings.map((ring) => polygon(ring)).join(''));
}

/** Paints all zones, `scale` canvas pixels to a board pixel. */
export function paintPanes(layout: Layout, scale: number): Panes {
  const { width, height, seed } = layout;
  const panes: Panes = { glass: sheet(width, height, scale), lead: sheet(width, height, scale), bright: [] };
  panes.glass.pen.fillStyle = LEAD;
  panes.glass.pen.fillRect(0, 0, width, height);
  const bright: { zone: ZoneId; piece: Piece }[] = [];
  layout.regions.forEach((region, i) => {
    const rose = layout.roses.find((one) => one.zone === region.zone)!;
    const ground = groundOf(layout, region, { rose, draw: random(seed + i * 7919) });
    const found = paintRegion(panes, region, ground);
    bright.push(...found.map((piece) => ({ zone: region.zone, piece })));
  });
  for (const region of layout.regions) paintBand(panes, region, layout);
  for (const rose of layout.roses) paintRose(panes, rose);
  streaks(panes.glass, layout);
  return { ...panes, bright };
}

function groundOf(layout: Layout, region: Region, { rose, draw }: { rose: Rose; draw: Random }): Ground {
  const all = region.rings.flat();
  const xs = all.map((p) => Math.min(layout.width + 20, Math.max(-20, p[0])));
  const ys = all.map((p) => Math.min(layout.height + 20, Math.max(-20, p[1])));
  const box: Box = { x: Math.min(...xs), y: Math.min(...ys), w: 0, h: 0 };
  const names = layout.names.map((name) => name.box);
  return {
    box: { ...box, w: Math.max(...xs) - box.x, h: Math.max(...ys) - box.y },
    rose,
    draw,
    has: (p) => holds(region, p),
    clear: (p) =>
      Math.min(
        roadAir(layout, p),
        ...names.map((b) =>
          Math.hypot(Math.max(b.x - p[0], 0, p[0] - b.x - b.w), Math.max(b.y - p[1], 0, p[1] - b.y - b.h)),
        ),
      ),
  };
}

/** Distance from a point to the nearest medallion or road. */
function roadAir(layout: Layout, p: Point): number {
  let best = Infinity;
  for (const spot of layout.spots) best = Math.min(best, distance(p, [spot.x, spot.y]) - spot.r);
  for (const { line } of layout.roads)
    for (let i = 5; i < line.length; i += 5)
      best = Math.min(best, nearestOnSegment(p, line[i - 5]!, line[i]!).far - 12);
  return best;
}

/** May it twinkle? Only small pieces with no road, cell or border on them. */
function isAlone({ x, y, size }: Piece, { has, clear }: Ground): boolean {
  if (size > 44 || size < 12 || clear([x, y]) < size + 16) return false;
  return [-1, 1].every((side) => has([x + side * (size + 16), y]) && has([x, y + side * (size + 16)]));
}

function touches(piece: Piece, { has }: Ground): boolean {
  const s = piece.size;
  const { x, y } = piece;
  return has([x, y]) || has([x - s, y]) || has([x + s, y]) || has([x, y - s]) || has([x, y + s]);
}

function paintRegion(panes: Panes, region: Region, ground: Ground): Piece[] {
  const clip = pathOf(region);
  const bright: Piece[] = [];
  for (const { pen } of [panes.glass, panes.lead]) {
    pen.save();
    pen.clip(clip, 'evenodd');
  }
  const [l, c, h] = PALETTE[region.zone][0]!;
  panes.glass.pen.fillStyle = css([l * 0.8, c, h]);
  panes.glass.pen.fill(clip);
  for (const piece of CUTS[region.zone](ground)) {
    if (!touches(piece, ground)) continue;
    paintPiece(panes, piece, CAME[region.zone]);
    if (FLAT.has(region.zone) && bright.length < TWINKLES && ground.draw() < 0.1 && isAlone(piece, ground))
      bright.push(piece);
  }
  panes.glass.pen.restore();
  panes.lead.pen.restore();
  return bright;
}

/** One piece: its colour, light from the upper left, a darker rim as of thick glass, and its lead. */
export function paintPiece(
  { glass, lead }: Pick<Panes, 'glass' | 'lead'>,
  piece: Piece,
  width: number,
): void {
  const path = new Path2D(piece.d);
  const { pen } = glass;
  pen.fillStyle = css(piece.c);
  pen.fill(path);
  const reach = Math.max(10, piece.size * 0.9);
  const shine = pen.createLinearGradient(
    piece.x - reach * 0.7,
    piece.y - reach,
    piece.x + reach * 0.6,
    piece.y + reach,
  );
  shine.addColorStop(0, 'rgba(255,250,228,.3)');
  shine.addColorStop(0.45, 'rgba(255,250,230,.02)');
  shine.addColorStop(1, 'rgba(0,0,24,.34)');
  pen.fillStyle = shine;
  pen.fill(path);
  pen.strokeStyle = 'rgba(2,2,16,.2)';
  pen.lineWidth = width + 6;
  pen.stroke(path);
  lead.pen.globalCompositeOperation = 'destination-out';
  lead.pen.fill(path);
  lead.pen.globalCompositeOperation = 'source-over';
  lead.pen.strokeStyle = LEAD;
  lead.pen.lineWidth = width;
  lead.pen.stroke(path);
}

/** A string of small panes along the inner side of the zone's border and of the window's edge. */
function paintBand(panes: Panes, region: Region, { width, height }: Layout): void {
  const clip = pathOf(region);
  const edge = new Path2D();
  edge.addPath(clip);
  edge.rect(0, 0, width, height);
  const [a, b] = [PALETTE[region.zone][0]!, PALETTE[region.zone][1]!];
  const { pen } = panes.glass;
  const lead = panes.lead.pen;
  for (const one of [pen, lead]) {
    one.save();
    one.clip(clip, 'evenodd');
    one.lineCap = 'butt';
  }
  pen.lineWidth = BAND.width * 2;
  pen.strokeStyle = css(lighter([a[0], a[1], a[2]], 0.06));
  pen.stroke(edge);
  pen.setLineDash([BAND.pane, BAND.pane]);
  pen.strokeStyle = css(lighter([b[0], b[1], b[2]], -0.02));
  pen.stroke(edge);
  lead.globalCompositeOperation = 'destination-out';
  lead.lineWidth = BAND.width * 2 + 2.6;
  lead.stroke(edge);
  lead.globalCompositeOperation = 'source-over';
  lead.strokeStyle = LEAD;
  lead.lineWidth = BAND.width * 2 + 2.6;
  lead.stroke(edge);
  lead.globalCompositeOperation = 'destination-out';
  lead.lineWidth = BAND.width * 2 - 2.6;
  lead.stroke(edge);
  lead.globalCompositeOperation = 'source-over';
  lead.setLineDash([2.6, BAND.pane - 2.6]);
  lead.lineDashOffset = 1.3;
  lead.stroke(edge);
  pen.restore();
  lead.restore();
}

function paintRose(panes: Panes, rose: Rose): void {
  const scale = rose.r / 100;
  for (const { pen } of [panes.glass, panes.lead]) {
    pen.save();
    pen.translate(rose.x, rose.y);
    pen.scale(scale, scale);
  }
  const disc = new Path2D();
  disc.arc(0, 0, 100 + 6 / scale, 0, Math.PI * 2);
  panes.glass.pen.fillStyle = LEAD;
  panes.glass.pen.fill(disc);
  panes.lead.pen.globalCompositeOperation = 'destination-out';
  panes.lead.pen.fill(disc);
  panes.lead.pen.globalCompositeOperation = 'source-over';
  for (const { d, c } of ROSES[rose.zone]) {
    const path = new Path2D(d);
    panes.glass.pen.fillStyle = css(c);
    panes.glass.pen.fill(path);
    panes.lead.pen.globalCompositeOperation = 'destination-out';
    panes.lead.pen.fill(path);
    panes.lead.pen.globalCompositeOperation = 'source-over';
    panes.lead.pen.strokeStyle = LEAD;
    panes.lead.pen.lineWidth = 2 / scale;
    panes.lead.pen.stroke(path);
  }
  const glow = panes.glass.pen.createRadialGradient(-25, -30, 5, 0, 0, 100);
  glow.addColorStop(0, 'rgba(255,250,230,.32)');
  glow.addColorStop(0.55, 'rgba(255,250,230,.04)');
  glow.addColorStop(1, 'rgba(0,0,20,.3)');
  panes.glass.pen.fillStyle = glow;
  panes.glass.pen.fill(disc);
  panes.glass.pen.restore();
  panes.lead.pen.restore();
}

/** The long faint streaks of mouth-blown glass, across all zones. */
function streaks({ pen }: Sheet, { width, height, seed }: Layout): void {
  const draw = random(seed ^ 0x5bd1e995);
  pen.save();
  pen.globalCompositeOperation = 'soft-light';
  for (let i = 0; i < width / 9; i++) {
    const x = draw() * width * 1.3 - width * 0.15;
    const line = Array.from(
      { length: 7 },
      (_, k): Point => [x + (k / 6) * height * -0.3 + Math.sin(k + i) * 9, (k / 6) * height],
    );
    pen.strokeStyle =
      draw() < 0.6 ? `rgba(255,255,255,${0.05 + draw() * 0.16})` : `rgba(0,0,30,${0.05 + draw() * 0.16})`;
    pen.lineWidth = 2 + draw() * 9;
    pen.stroke(new Path2D(openLine(line)));
  }
  pen.restore();
}
