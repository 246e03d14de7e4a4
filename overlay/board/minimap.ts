/** The whole race in small, in the window's corner: for maps that are larger than the window. */
import type { Camera } from './camera.ts';
import { type Layout, WINDOW } from './layout.ts';
import type { PlayerId } from './types.ts';

export interface Minimap {
  readonly node: HTMLElement;
  repaint(ground: CanvasImageSource): void;
  show(
    camera: Camera,
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
  return {
    node,
    repaint(ground) {
      const pen = canvas.getContext('2d')!;
      pen.drawImage(ground, 0, 0, canvas.width, canvas.height);
      paintTrack(pen, layout, k * 2);
    },
    show(camera, tokens) {
      view.style.transform = `translate(${(camera.x * k).toFixed(1)}px, ${(camera.y * k).toFixed(1)}px)`;
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
      const lowRight =
        camera.x + WINDOW.width > layout.width - 60 && camera.y + WINDOW.height > layout.height - 60;
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
  view.style.width = `${WINDOW.width * k}px`;
  view.style.height = `${WINDOW.height * k}px`;
  node.append(canvas, view);
  return { node, canvas, view };
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
