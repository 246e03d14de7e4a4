/** What stands on cells of objects, shut or open, and the ways that open passages lead. */
import type { Layout } from '../layout.ts';
import type { BoardView } from '../types.ts';
import { move, sprite } from './node.ts';
import { svgNode } from './svg.ts';

export interface ThingLook {
  readonly cell: number;
  readonly object: string;
  readonly open: boolean;
  readonly x: number;
  readonly y: number;
  readonly r: number;
}

export interface PassageLook {
  readonly key: string;
  readonly x: number;
  readonly y: number;
  readonly dx: number;
  readonly dy: number;
}

/** In a box from -20 to 20: shut, and open. */
type Drawing = readonly [shut: string, open: string];
const BOX: Drawing = ['M-14-8h28v20h-28zM-14-1h28M-3-4h6v7h-6z', 'M-14 0h28v12h-28zM-14-4l26-10M-5 6h10'];
const DRAWINGS: Readonly<Record<string, Drawing>> = {
  cracked_wall: [
    'M-15-12h30v24h-30zM-15-4h30M-15 4h30M-5-12v8M7-4v8M-7 4v8M2-12l-4 8 5 5-4 5 3 6',
    'M-5-12h-10v24h10l4-6-4-6 4-6zM6-12h9v24h-9l-3-7 4-5-4-5zM-15-4h8M-15 4h8M8-4h7M9 4h6',
  ],
  vine_curtain: [
    'M-15 14v-15q0-13 15-13t15 13v15M-9-8q4 6 0 11t0 10M-2-12q4 8 0 13t0 12M6-11q4 8 0 12t0 12M-9 0l-4-2M6 3l4-2',
    'M-15 14v-15q0-13 15-13t15 13v15M-11-8q3 6 0 11t-2 10M11-8q-3 6 0 11t2 10M-3 13l3-8 3 8',
  ],
  slot_lever: [
    'M-5-6h10v20h-10zM0 4L10-10M13-12a3 3 0 1 0-6 0a3 3 0 1 0 6 0',
    'M-5-6h10v20h-10zM0 2l11 9M15 13a3 3 0 1 0-6 0a3 3 0 1 0 6 0M-12-12l4 4M0-16v5M12-12l-4 4',
  ],
  welded_box: BOX,
  badger_door: [
    'M-13 14v-14a13 13 0 0 1 26 0v14zM0-13v27M7 3a2 2 0 1 0-4 0a2 2 0 1 0 4 0M-9-3h5M-9 5h5',
    'M-13 14v-14a13 13 0 0 1 26 0v14M13 14l-12-5v-18l9-2M-6 14l2-6 2 6',
  ],
  humming_wall: [
    'M-15-12h10v24h-10zM5-12h10v24h-10zM-5-12h10v24h-10zM0-6v12',
    'M-15-12h6v24h-6zM9-12h6v24h-6zM-4-3v6M0-8v16M4-3v6',
  ],
  dark_studio: [
    'M-15-9h30v20h-30zM-6-15l6 6 6-6M-8 15h16',
    'M-15-9h30v20h-30zM-6-15l6 6 6-6M-8 15h16M-4-4l9 5-9 5z',
  ],
  boiler_hatch: [
    'M14 0a14 14 0 1 0-28 0a14 14 0 1 0 28 0M5 0a5 5 0 1 0-10 0a5 5 0 1 0 10 0M0-5v-6M0 5v6M-5 0h-6M5 0h6',
    'M14 0a14 14 0 1 0-28 0a14 14 0 1 0 28 0M0 9q-7-3-5-9 2 2 3-1 1-6 3-8 0 5 4 8t0 9q-2 2-5 1',
  ],
  lost_drawer: [
    'M-12-14h24v28h-24zM-12-5h24M-12 5h24M-3-10h6M-3 0h6M-3 9h6',
    'M-12-14h24v28h-24zM-12-5h24M-3-10h6M-16-2h32v9h-32zM-4 3h8M-9-2l2-6M0-2v-6M8-2l-2-6',
  ],
};

export function thingsOf(view: BoardView, { spots }: Layout): ThingLook[] {
  const open = new Set(view.opened);
  return Object.entries(view.objects ?? {}).flatMap(([id, object]): ThingLook[] => {
    const spot = spots[Number(id)];
    return spot ? [{ cell: spot.id, object, open: open.has(spot.id), x: spot.x, y: spot.y, r: spot.r }] : [];
  });
}

export function makeThing({ object, open, r }: ThingLook): HTMLElement {
  const size = Math.max(34, r * 2);
  const svg = svgNode('svg', {
    class: `thing ${open ? 'open' : 'shut'}`,
    viewBox: '-24 -24 48 48',
    width: size.toFixed(0),
    height: size.toFixed(0),
  });
  const drawing = Object.hasOwn(DRAWINGS, object) ? (DRAWINGS[object] as Drawing) : BOX;
  svg.append(
    svgNode('circle', { r: '22' }),
    svgNode('path', { d: drawing[open ? 1 : 0], transform: 'scale(.92)' }),
  );
  const node = sprite();
  node.append(svg);
  return node;
}

export function setThing(node: HTMLElement, { x, y }: ThingLook): void {
  move(node, `translate(${x}px, ${y}px)`);
}

export function passagesOf(view: BoardView, { spots }: Layout): PassageLook[] {
  return Object.entries(view.passages ?? {}).flatMap(([from, to]): PassageLook[] => {
    const [a, b] = [spots[Number(from)], spots[to]];
    return a && b ? [{ key: `${from}-${to}`, x: a.x, y: a.y, dx: b.x - a.x, dy: b.y - a.y }] : [];
  });
}

/** How far a passage bows, as a share of its length. */
const BEND = 0.2;

/** The way of a passage, bent aside so that it does not lie on the road: from one cell to another, in board pixels. */
export function passagePath({ dx, dy }: PassageLook): string {
  const [cx, cy] = [dx / 2 - dy * BEND, dy / 2 + dx * BEND];
  return `M0 0Q${cx.toFixed(1)} ${cy.toFixed(1)} ${dx.toFixed(1)} ${dy.toFixed(1)}`;
}

/** Points along the end of the curve, a little before the cell. */
function arrowOf({ dx, dy }: PassageLook): string {
  const [cx, cy] = [dx / 2 - dy * BEND, dy / 2 + dx * BEND];
  const turn = Math.atan2(dy - cy, dx - cx);
  const [x, y] = [dx - Math.cos(turn) * 16, dy - Math.sin(turn) * 16];
  const wing = (by: number) =>
    `${(x - Math.cos(turn + by) * 26).toFixed(1)} ${(y - Math.sin(turn + by) * 26).toFixed(1)}`;
  return `M${wing(0.6)}L${x.toFixed(1)} ${y.toFixed(1)}L${wing(-0.6)}`;
}

export function makePassage(look: PassageLook): HTMLElement {
  const svg = svgNode('svg', { class: 'passage', width: '1', height: '1' });
  const d = passagePath(look);
  const head = arrowOf(look);
  for (const name of ['edge', 'lane'])
    svg.append(svgNode('path', { d, class: name }), svgNode('path', { d: head, class: name }));
  svg.append(svgNode('path', { d, class: 'steps' }));
  const node = sprite();
  node.append(svg);
  return node;
}

export function setPassage(node: HTMLElement, { x, y }: PassageLook): void {
  move(node, `translate(${x}px, ${y}px)`);
}
