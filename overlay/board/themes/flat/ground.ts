/** The still ground of a flat theme: sheets laid on sheets, figures, roses, the bed of the road. Painted once. */
import { distance, nearestOnSegment, type Point } from '../../layout/geometry.ts';
import { overlap } from '../../layout/places.ts';
import { type Random, random } from '../../layout/random.ts';
import { holds, type Region } from '../../layout/regions.ts';
import type { Layout, Road } from '../../layout.ts';
import { came, type Sheet, sheet } from '../glass/canvas.ts';
import { css } from '../glass/colour.ts';
import { pathOf } from '../glass/panes.ts';
import { openLine } from '../glass/pieces.ts';
import { ROSES } from '../glass/roses.ts';
import type { FlatLook } from './look.ts';

/** Figures a zone has at most, and how far they keep from roads and from each other. */
const FIGURES = { most: 26, air: 30, apart: 44, tries: 260 };

export function paintGround(layout: Layout, look: FlatLook, scale: number): Sheet {
  const ground = sheet(layout.width, layout.height, scale);
  const draw = random(layout.seed ^ 0x51ed270b);
  for (const region of layout.regions) paintSheets(ground, region, look);
  if (look.texture === 'grain') grain(ground, layout, draw);
  else scanLines(ground, layout);
  for (const region of layout.regions) paintFigures(ground, { layout, region, look, draw });
  for (const rose of layout.roses) paintRose(ground, rose, look);
  for (const road of layout.roads.toReversed()) paintBed(ground, road, look);
  return ground;
}

/** From the outermost sheet inwards: each is a wide stroke inside the zone's outline, and throws a shadow on the next. */
function paintSheets({ pen }: Sheet, region: Region, { zones, rim, shadow }: FlatLook): void {
  const outline = pathOf(region);
  const { sheets } = zones[region.zone];
  pen.save();
  pen.clip(outline, 'evenodd');
  pen.fillStyle = sheets[3];
  pen.fill(outline, 'evenodd');
  for (const depth of [2, 1, 0] as const) {
    pen.shadowColor = shadow.colour;
    pen.shadowBlur = shadow.blur;
    pen.shadowOffsetX = shadow.x;
    pen.shadowOffsetY = shadow.y;
    pen.strokeStyle = sheets[depth];
    pen.lineWidth = rim.width * 2 * (depth + 1);
    pen.stroke(outline);
    pen.shadowColor = 'transparent';
  }
  pen.strokeStyle = rim.line;
  pen.lineWidth = rim.thick * 2;
  pen.stroke(outline);
  pen.restore();
}

/** Fibres of paper: few, short, faint; video compression must not spend its bits on them. */
function grain({ pen }: Sheet, { width, height }: Layout, draw: Random): void {
  for (let i = 0; i < (width * height) / 2600; i++) {
    const [x, y, turn] = [draw() * width, draw() * height, draw() * Math.PI];
    pen.strokeStyle = draw() < 0.5 ? 'rgba(255,250,230,.07)' : 'rgba(20,10,30,.07)';
    pen.lineWidth = 1 + draw() * 1.4;
    pen.beginPath();
    pen.moveTo(x, y);
    pen.lineTo(x + Math.cos(turn) * (6 + draw() * 14), y + Math.sin(turn) * (6 + draw() * 14));
    pen.stroke();
  }
}

function scanLines({ pen }: Sheet, { width, height }: Layout): void {
  pen.fillStyle = 'rgba(0,0,0,.16)';
  for (let y = 0; y < height; y += 6) pen.fillRect(0, y, width, 2);
}

interface Standing {
  readonly layout: Layout;
  readonly region: Region;
  readonly look: FlatLook;
  readonly draw: Random;
}

/** Trees, shards, television sets, flames and clouds, where there is room, the farther ones first. */
function paintFigures({ pen }: Sheet, { layout, region, look, draw }: Standing): void {
  const { figure } = look.zones[region.zone];
  const places: Point[] = [];
  for (let i = 0; i < FIGURES.tries && places.length < FIGURES.most; i++) {
    const p: Point = [draw() * layout.width, draw() * layout.height];
    if (!holds(region, p) || airOf(layout, p) < FIGURES.air) continue;
    if (places.every((other) => distance(other, p) > FIGURES.apart)) places.push(p);
  }
  const path = new Path2D(figure.d);
  for (const [x, y] of places.sort((a, b) => a[1] - b[1])) {
    const size = 0.6 + draw() * 0.55;
    pen.save();
    pen.translate(x, y + 18);
    pen.scale(draw() < 0.5 ? -size : size, size);
    pen.translate(look.shadow.x, look.shadow.y);
    pen.fillStyle = figure.shade;
    pen.fill(path, 'evenodd');
    pen.translate(-look.shadow.x, -look.shadow.y);
    pen.fillStyle = figure.fill;
    pen.fill(path, 'evenodd');
    pen.strokeStyle = look.rim.line;
    pen.lineWidth = 1.4;
    pen.stroke(path);
    pen.restore();
  }
}

/** Distance to the nearest cell, road, rose or name. */
function airOf(layout: Layout, p: Point): number {
  const box = { x: p[0] - 24, y: p[1] - 34, w: 48, h: 60 };
  if (layout.names.some((name) => overlap(name.box, box))) return 0;
  let best = Math.min(...layout.roses.map((rose) => distance(p, [rose.x, rose.y]) - rose.r - 10));
  for (const spot of layout.spots) best = Math.min(best, distance(p, [spot.x, spot.y]) - spot.r - 6);
  for (const { line } of layout.roads)
    for (let i = 5; i < line.length; i += 5)
      best = Math.min(best, nearestOnSegment(p, line[i - 5]!, line[i]!).far - 12);
  return best;
}

function paintRose({ pen }: Sheet, { zone, x, y, r }: Layout['roses'][number], look: FlatLook): void {
  pen.save();
  pen.translate(x, y);
  pen.shadowColor = look.shadow.colour;
  pen.shadowBlur = look.shadow.blur;
  pen.shadowOffsetX = look.shadow.x;
  pen.shadowOffsetY = look.shadow.y;
  pen.fillStyle = look.medal.collar;
  pen.beginPath();
  pen.arc(0, 0, r + 5, 0, Math.PI * 2);
  pen.fill();
  pen.shadowColor = 'transparent';
  pen.scale(r / 104, r / 104);
  for (const { d, c } of ROSES[zone]) {
    const path = new Path2D(d);
    pen.fillStyle = css(c);
    pen.fill(path);
    pen.strokeStyle = look.medal.line;
    pen.lineWidth = 1.2;
    pen.stroke(path);
  }
  pen.restore();
}

const WIDTHS = { main: 19, fork: 14, shortcut: 11 } as const;

function paintBed({ pen }: Sheet, road: Road, { road: look, shadow }: FlatLook): void {
  const path = new Path2D(openLine(road.line));
  const width = WIDTHS[road.kind];
  pen.save();
  pen.shadowColor = shadow.colour;
  pen.shadowBlur = shadow.blur;
  pen.shadowOffsetX = shadow.x;
  pen.shadowOffsetY = shadow.y;
  came(pen, path, [[look.edge, width + 5]]);
  pen.restore();
  came(pen, path, [[look.bed, width]]);
  if (road.kind === 'main') came(pen, path, [[look.ahead, 4, [1, 11]]]);
  else came(pen, path, [[look.side, 3.4, road.kind === 'shortcut' ? [8, 8] : [2, 9]]]);
}
