/** The same stage for the themes without glass: sheets in relief, or a screen with scan lines. */

import { FIGURES, type FlatLook } from '../themes/flat/look.ts';
import { PAPER_LOOK } from '../themes/flat/paper.ts';
import { SIGNAL_LOOK } from '../themes/flat/signal.ts';
import { sheet } from '../themes/glass/canvas.ts';
import type { ZoneId } from '../types.ts';
import { BANDS, bandEdge, bandShape, HORIZON, type StageBox } from './bands.ts';

const LOOKS = { paper: PAPER_LOOK, signal: SIGNAL_LOOK } as const;
const STANDING = [0.06, 0.14, 0.27, 0.36, 0.44, 0.57, 0.66];

export function paintFlatStage(
  theme: keyof typeof LOOKS,
  zone: ZoneId,
  [box, scale]: readonly [StageBox, number],
): HTMLCanvasElement {
  const look = LOOKS[theme];
  const { sheets, figure } = look.zones[zone];
  const { canvas, pen } = sheet(box.width, box.height, scale);
  const horizon = box.height * HORIZON;
  pen.fillStyle = sheets[0];
  pen.fillRect(0, 0, box.width, box.height);
  pen.fillStyle = sheets[1];
  pen.fill(
    new Path2D(
      `M0 ${horizon * 0.62}Q${box.width * 0.2} ${horizon * 0.3} ${box.width * 0.42} ${horizon * 0.66}T${box.width} ${horizon * 0.5}V${horizon + 9}H0Z`,
    ),
  );
  for (const [i, at] of STANDING.entries()) {
    pen.save();
    pen.translate(box.width * at, horizon + 3);
    pen.scale(1.5 + (i % 3) * 0.5, 1.5 + (i % 3) * 0.5);
    pen.fillStyle = figure.shade;
    pen.fill(new Path2D(FIGURES[FIGURE_OF[zone]]));
    pen.translate(-2, -2);
    pen.fillStyle = figure.fill;
    pen.globalAlpha = 0.55;
    pen.fill(new Path2D(figure.d));
    pen.restore();
  }
  floors(pen, look, { zone, box });
  if (look.texture === 'scan') {
    pen.fillStyle = 'rgba(0,0,0,.2)';
    for (let y = 0; y < box.height; y += 5) pen.fillRect(0, y, box.width, 2);
  }
  return canvas;
}

const FIGURE_OF = {
  forest: 'fir',
  crystal: 'shards',
  static: 'set',
  hell: 'flame',
  heaven: 'cloud',
} as const;

function floors(
  pen: CanvasRenderingContext2D,
  look: FlatLook,
  { zone, box }: { zone: ZoneId; box: StageBox },
): void {
  const { sheets } = look.zones[zone];
  const low = new Path2D();
  low.rect(0, box.height * HORIZON, box.width, box.height);
  pen.save();
  pen.clip(low);
  for (const [i, band] of BANDS.entries()) {
    pen.save();
    pen.shadowColor = look.shadow.colour;
    pen.shadowBlur = look.shadow.blur * 1.6;
    pen.fillStyle = sheets[i + 1]!;
    pen.fill(new Path2D(bandShape(box, band)));
    pen.restore();
  }
  pen.restore();
  pen.lineWidth = 3;
  pen.strokeStyle = look.rim.line;
  for (const band of BANDS.slice(1)) pen.stroke(new Path2D(bandEdge(box, band)));
  pen.stroke(new Path2D(`M0 ${box.height * HORIZON}H${box.width}`));
}
