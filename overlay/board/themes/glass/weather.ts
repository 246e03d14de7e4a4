/** Ambient motion of each zone on one slow shared beat: few, small, and only by transform and opacity. */

import type { Point } from '../../layout/geometry.ts';
import { type Box, overlap, toBox } from '../../layout/places.ts';
import { type Random, random } from '../../layout/random.ts';
import { holds, type Region } from '../../layout/regions.ts';
import type { Layout } from '../../layout.ts';
import type { ZoneId } from '../../types.ts';
import { BARS, css } from './colour.ts';

/** Seconds; every step of the weather falls on a multiple of it (see styles.ts). */
const BEAT = 0.125;
/** What drifts in a zone, and how many for 100 000 square pixels of it. */
const DRIFT: Readonly<
  Record<ZoneId, { readonly name: string; readonly many: number; readonly sway: number }>
> = {
  forest: { name: 'firefly', many: 4, sway: 26 },
  crystal: { name: 'glint', many: 4, sway: 0 },
  static: { name: 'slip', many: 3, sway: 0 },
  hell: { name: 'ember', many: 6, sway: 30 },
  heaven: { name: 'plume', many: 2.4, sway: 34 },
};
const MOST = 8;

export function weatherOf(layout: Layout): HTMLElement[] {
  const draw = random(layout.seed ^ 0x7f4a7c15);
  return layout.regions.flatMap((region) => {
    const { name, many, sway } = DRIFT[region.zone];
    const places = scatter(layout, { region, draw, many });
    return places.map((p) => {
      const node =
        region.zone === 'static'
          ? bars(draw)
          : region.zone === 'crystal'
            ? glint(draw)
            : document.createElement('div');
      node.className = name;
      node.style.left = `${p[0].toFixed(0)}px`;
      node.style.top = `${p[1].toFixed(0)}px`;
      node.style.setProperty('--dx', `${((draw() - 0.5) * 2 * sway).toFixed(0)}px`);
      node.style.animationDelay = `${-Math.floor(draw() * 128) * BEAT}s`;
      return node;
    });
  });
}

interface Field {
  readonly region: Region;
  readonly draw: Random;
  readonly many: number;
}

function scatter({ width, height, names, roses, spots }: Layout, { region, draw, many }: Field): Point[] {
  const found: Point[] = [];
  let hits = 0;
  const tries = 240;
  for (let i = 0; i < tries; i++) {
    const p: Point = [30 + draw() * (width - 60), 30 + draw() * (height - 60)];
    if (!holds(region, p)) continue;
    hits++;
    const room: Box = { x: p[0] - 24, y: p[1] - 12, w: 136, h: 34 };
    const inside = holds(region, [room.x, room.y]) && holds(region, [room.x + room.w, room.y + room.h]);
    if (!inside || names.some(({ box }) => overlap(box, room))) continue;
    if (spots.some((spot) => toBox(room, [spot.x, spot.y]) < spot.r)) continue;
    if (roses.some((rose) => Math.hypot(rose.x - p[0] - 44, rose.y - p[1]) < rose.r + 70)) continue;
    if (found.length < MOST) found.push(p);
  }
  const wanted = Math.round(((hits / tries) * width * height * many) / 100_000);
  return found.slice(0, Math.max(2, Math.min(MOST, wanted)));
}

/** A slice of the picture that slips sideways. */
function bars(draw: Random): HTMLElement {
  const node = document.createElement('div');
  const first = Math.floor(draw() * 6);
  const stops = Array.from({ length: 5 }, (_, i) => {
    const colour = css(BARS[(first + i) % 6]!, 0.75);
    return `${colour} ${i * 20}%, ${colour} ${i * 20 + 20}%`;
  });
  node.style.cssText = `width:${Math.round(40 + draw() * 50)}px;height:${Math.round(6 + draw() * 9)}px;background:linear-gradient(90deg,${stops.join(',')})`;
  return node;
}

/** A four-pointed sparkle. */
function glint(draw: Random): HTMLElement {
  const node = document.createElement('div');
  const size = Math.round(18 + draw() * 18);
  node.style.cssText = `width:${size}px;height:${size}px;background:radial-gradient(closest-side,#fff,#cfefff 60%,#9fdcff);clip-path:polygon(50% 0,57% 43%,100% 50%,57% 57%,50% 100%,43% 57%,0 50%,43% 43%)`;
  return node;
}
