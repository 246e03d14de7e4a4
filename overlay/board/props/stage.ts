/** The ground of a fight, painted once into a bitmap: the zone's glass above, three floors of their own cut below. */
import { type Point, polar } from '../layout/geometry.ts';
import { hash, type Random, random } from '../layout/random.ts';
import { came, type Sheet, sheet } from '../themes/glass/canvas.ts';
import { GOLD, type Lch, LEAD, lighter, pane } from '../themes/glass/colour.ts';
import { crystal } from '../themes/glass/cuts/crystal.ts';
import { forest } from '../themes/glass/cuts/forest.ts';
import { heaven } from '../themes/glass/cuts/heaven.ts';
import { hell } from '../themes/glass/cuts/hell.ts';
import { noise } from '../themes/glass/cuts/static.ts';
import { paintPiece } from '../themes/glass/panes.ts';
import { type Cut, cutOut, type Piece } from '../themes/glass/pieces.ts';
import { ROSES } from '../themes/glass/roses.ts';
import type { ZoneId } from '../types.ts';
import {
  BANDS,
  type BandName,
  bandEdge,
  bandShape,
  centreOf,
  HORIZON,
  radiiOf,
  type StageBox,
} from './bands.ts';

const CUTS: Readonly<Record<ZoneId, Cut>> = { forest, crystal, static: noise, hell, heaven };
/** How light each floor is beside the zone's own glass: it grows towards the foes. */
const FLOOR: Readonly<Record<BandName, number>> = { far: -0.2, mid: -0.11, near: -0.03 };

/** `scale` canvas pixels to a stage pixel. */
export function paintGlassStage(zone: ZoneId, box: StageBox, scale: number): HTMLCanvasElement {
  const draw = random(hash(`fight ${zone}`));
  const glass = sheet(box.width, box.height, scale);
  const lead = sheet(box.width, box.height, scale);
  const both = { glass, lead };
  paintSky(both, zone, { box, draw });
  for (const band of BANDS) paintFloor(both, { zone, band, box, draw });
  light(glass, box);
  const { pen } = glass;
  pen.drawImage(lead.canvas, 0, 0, box.width, box.height);
  const horizon = new Path2D(`M0 ${box.height * HORIZON}H${box.width}`);
  came(pen, horizon, [
    [LEAD, 9],
    [GOLD.low, 4],
    [LEAD, 1.6],
  ]);
  for (const band of BANDS.slice(1)) border(pen, box, band);
  return glass.canvas;
}

interface Both {
  readonly glass: Sheet;
  readonly lead: Sheet;
}
interface Ground {
  readonly box: StageBox;
  readonly draw: Random;
}

function clipped(both: Both, clip: Path2D, paint: () => void): void {
  for (const { pen } of [both.glass, both.lead]) {
    pen.save();
    pen.clip(clip);
  }
  paint();
  both.glass.pen.restore();
  both.lead.pen.restore();
}

/** Everything above the floor, with the zone's rose behind where foes stand. */
function paintSky(both: Both, zone: ZoneId, { box, draw }: Ground): void {
  const { width, height } = box;
  const rose = { x: width * 0.835, y: height * 0.36, r: height * 0.31 };
  const clip = new Path2D();
  clip.rect(0, 0, width, height * HORIZON + 4);
  clipped(both, clip, () => {
    const pieces = CUTS[zone]({
      box: { x: 0, y: 0, w: width, h: height * HORIZON + 30 },
      rose,
      draw,
      has: () => true,
      clear: ([x, y]) => (y > height * 0.3 && x < width * 0.62 ? 60 : y > height * 0.2 ? 24 : 8),
    });
    for (const piece of pieces) paintPiece(both, piece, 2.6);
    for (const { pen } of [both.glass, both.lead]) {
      pen.translate(rose.x, rose.y);
      pen.scale(rose.r / 100, rose.r / 100);
    }
    for (const { d, c } of ROSES[zone]) paintPiece(both, { d, c, x: 0, y: 0, size: 90 }, 2.4);
  });
}

function paintFloor(both: Both, { zone, band, box, draw }: Ground & { zone: ZoneId; band: BandName }): void {
  const clip = new Path2D();
  clip.addPath(new Path2D(bandShape(box, band)));
  const low = new Path2D();
  low.rect(0, box.height * HORIZON, box.width, box.height);
  clipped(both, low, () =>
    clipped(both, clip, () => {
      for (const points of FLOORS[band](box)) {
        const c: Lch = lighter(pane(zone, draw, [0.05, 8]), FLOOR[band]);
        const piece: Piece = cutOut(points, c);
        paintPiece(both, piece, 2.6);
      }
    }),
  );
}

type Floor = (box: StageBox) => Point[][];
const STEP = 0.062;

/** Angles about the centre under which the floor is seen, from the left edge of the horizon downwards. */
const SEEN = 1.8;
function angles(step: number): number[] {
  return Array.from({ length: Math.ceil(SEEN / step) }, (_, i) => Math.PI + 0.22 - (i + 1) * step);
}

/** Each band is cut in its own way, so that it is told without its colour: long panes, chevrons, spikes. */
const FLOORS: Readonly<Record<BandName, Floor>> = {
  far: (box) => {
    const [inner, outer] = radiiOf(box, 'far');
    const c = centreOf(box);
    return angles(STEP).map((a) => [
      polar(inner - 4, a, c),
      polar(outer + 60, a, c),
      polar(outer + 60, a + STEP, c),
      polar(inner - 4, a + STEP, c),
    ]);
  },
  mid: (box) => {
    const [inner, outer] = radiiOf(box, 'mid');
    const c = centreOf(box);
    const deep = (outer - inner) / 3;
    return [-1, 0, 1, 2, 3].flatMap((ring) =>
      angles(STEP * 1.5).map((a) => {
        const r = inner + ring * deep;
        const half = STEP * 0.75;
        return [
          polar(r, a, c),
          polar(r + deep * 0.7, a + half, c),
          polar(r, a + half * 2, c),
          polar(r + deep, a + half * 2, c),
          polar(r + deep * 1.7, a + half, c),
          polar(r + deep, a, c),
        ];
      }),
    );
  },
  near: (box) => {
    const [, outer] = radiiOf(box, 'near');
    const c = centreOf(box);
    const step = STEP * 1.5;
    return angles(step).flatMap((a) => [
      [polar(outer + 4, a, c), polar(outer * 0.2, a + step / 2, c), polar(outer + 4, a + step, c)],
      [polar(outer * 0.2, a - step / 2, c), polar(outer + 4, a, c), polar(outer * 0.2, a + step / 2, c)],
    ]);
  },
};

/** Light falls from the rose; the corners and the sky stay behind the figures. */
function light({ pen }: Sheet, { width, height }: StageBox): void {
  pen.fillStyle = 'rgba(6,7,22,.34)';
  pen.fillRect(0, 0, width, height * HORIZON);
  const glow = pen.createRadialGradient(
    width * 0.83,
    height * 0.5,
    height * 0.1,
    width * 0.6,
    height * 0.6,
    width * 0.75,
  );
  glow.addColorStop(0, 'rgba(255,244,210,.16)');
  glow.addColorStop(0.35, 'rgba(10,10,30,.05)');
  glow.addColorStop(1, 'rgba(4,5,18,.72)');
  pen.fillStyle = glow;
  pen.fillRect(0, 0, width, height);
  const floor = pen.createLinearGradient(0, height * HORIZON, 0, height);
  floor.addColorStop(0, 'rgba(4,5,18,.5)');
  floor.addColorStop(0.35, 'rgba(4,5,18,.08)');
  floor.addColorStop(1, 'rgba(4,5,18,.42)');
  pen.fillStyle = floor;
  pen.fillRect(0, height * HORIZON, width, height);
}

function border(pen: CanvasRenderingContext2D, box: StageBox, band: BandName): void {
  came(pen, new Path2D(bandEdge(box, band)), [
    [LEAD, 12],
    [GOLD.line, 7],
    [GOLD.high, 4],
    [LEAD, 2],
  ]);
}
