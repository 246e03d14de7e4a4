/** The whole race in small, in a corner: for maps larger than the window, and for a camera that stays with a player. */
import { type PassageLook, passagePath } from './actors/things.ts';
import type { Box } from './layout/places.ts';
import type { Layout } from './layout.ts';
import type { PlayerId } from './types.ts';

export interface Minimap {
  readonly node: HTMLElement;
  repaint(ground: CanvasImageSource): void;
  /** Ways that have been opened since. */
  passages(open: readonly PassageLook[]): void;
  /** @param seen the part of the board that is to be seen, in its pixels */
  show(
    seen: Box,
    tokens: readonly {
      readonly player: PlayerId;
      readonly x: number;
      readonly y: number;
      readonly colour: string;
    }[],
  ): void;
}

const WIDTH = 232;

export function createMinimap(layout: Layout): Minimap {
  const k = WIDTH / layout.width;
  const { node, canvas, view } = makeNodes(layout, k);
  const dots = new Map<PlayerId, HTMLElement>();
  let right = true;
  let open: readonly PassageLook[] = [];
  let ground: CanvasImageSource | null = null;
  const paint = (): void => {
    const pen = canvas.getContext('2d')!;
    if (ground) pen.drawImage(ground, 0, 0, canvas.width, canvas.height);
    paintPassages(pen, open, k * 2);
    paintTrack(pen, layout, k * 2);
  };
  return {
    node,
    repaint(next) {
      ground = next;
      paint();
    },
    passages(next) {
      if (next.length === open.length) return;
      open = next;
      paint();
    },
    show(seen, tokens) {
      view.style.transform = `translate(${(seen.x * k).toFixed(1)}px, ${(seen.y * k).toFixed(1)}px)`;
      const [width, height] = [`${(seen.w * k).toFixed(1)}px`, `${(seen.h * k).toFixed(1)}px`];
      if (view.style.width !== width) view.style.width = width;
      if (view.style.height !== height) view.style.height = height;
      for (const { player, x, y, colour } of tokens) {
        let dot = dots.get(player);
        if (!dot) {
          dot = document.createElement('i');
          dot.style.setProperty('--seat', colour);
          dots.set(player, dot);
          node.append(dot);
        }
        dot.style.transform = `translate(${(x * k).toFixed(1)}px, ${(y * k).toFixed(1)}px)`;
      }
      const lowRight = seen.x + seen.w > layout.width - 60 && seen.y + seen.h > layout.height - 60;
      if (right === lowRight) {
        right = !lowRight;
        node.style.right = right ? '14px' : 'auto';
        node.style.left = right ? 'auto' : '14px';
      }
    },
  };
}

function makeNodes(
  { height }: Layout,
  k: number,
): { node: HTMLElement; canvas: HTMLCanvasElement; view: HTMLElement } {
  const node = document.createElement('div');
  node.className = 'minimap';
  node.setAttribute('aria-hidden', 'true');
  const canvas = document.createElement('canvas');
  canvas.width = WIDTH * 2;
  canvas.height = Math.round(height * k * 2);
  canvas.style.width = `${WIDTH}px`;
  const view = document.createElement('div');
  view.className = 'view';
  node.append(canvas, view);
  return { node, canvas, view };
}

function paintPassages(pen: CanvasRenderingContext2D, open: readonly PassageLook[], k: number): void {
  for (const one of open) {
    pen.save();
    pen.scale(k, k);
    pen.translate(one.x, one.y);
    const path = new Path2D(passagePath(one));
    for (const [colour, width] of [
      ['#05060d', 9],
      ['#8fe6ff', 5],
    ] as const) {
      pen.strokeStyle = colour;
      pen.lineWidth = width / k;
      pen.stroke(path);
    }
    pen.restore();
  }
}

function paintTrack(pen: CanvasRenderingContext2D, layout: Layout, k: number): void {
  for (const [colour, width] of [
    ['#05060d', 7],
    ['#ffe9a8', 3],
  ] as const) {
    pen.strokeStyle = colour;
    pen.lineWidth = width;
    for (const road of layout.roads) {
      pen.beginPath();
      for (const [x, y] of road.line) pen.lineTo(x * k, y * k);
      pen.stroke();
    }
  }
  for (const spot of layout.spots.filter(({ kind }) => kind === 'gate' || kind === 'finish')) {
    pen.fillStyle = spot.kind === 'finish' ? '#fff7d8' : '#ecc87c';
    pen.strokeStyle = '#05060d';
    pen.lineWidth = 3;
    pen.beginPath();
    pen.arc(spot.x * k, spot.y * k, spot.kind === 'finish' ? 9 : 6, 0, Math.PI * 2);
    pen.stroke();
    pen.fill();
  }
}
