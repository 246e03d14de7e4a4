/** The window as elements: bitmaps below, one small composited element for each token, plate and mark above. */
import type { Camera } from './camera.ts';
import { type Layout, WINDOW } from './layout.ts';
import { SIGN_STYLES } from './signs.styles.ts';
import type { Patch, Picture, Theme } from './theme.ts';

/** From the ground up. */
const LAYERS = [
  'weather',
  'passages',
  'things',
  'seals',
  'bonds',
  'names',
  'under',
  'tokens',
  'plates',
  'marks',
] as const;

export interface Stage {
  readonly root: HTMLElement;
  readonly world: HTMLElement;
  readonly layers: Readonly<Record<(typeof LAYERS)[number], HTMLElement>>;
  /** Pixels of bitmap for one of the board. */
  readonly scale: number;
  /** The ground's bitmap. */
  readonly ground: HTMLCanvasElement;
  /** Changes a part of the ground, fading it in. */
  patch(patch: Patch, still: boolean): void;
  look(camera: Camera): void;
}

const DAWN = 900;

export interface StageRequest {
  readonly theme: Theme;
  readonly layout: Layout;
  readonly scale: number;
}

/** Builds the window's elements, lit for a leader on this cell. */
export function createStage({ theme, layout, scale }: StageRequest, picture: Picture, leader: number): Stage {
  const ground = picture.lit(leader);
  const root = box('msig-board');
  Object.assign(root.style, { width: `${WINDOW.width}px`, height: `${WINDOW.height}px` });
  const style = document.createElement('style');
  style.textContent = theme.styles + SIGN_STYLES;
  const pane = box('pane');
  const world = box('world');
  Object.assign(world.style, { width: `${layout.width}px`, height: `${layout.height}px` });
  const layers = Object.fromEntries(LAYERS.map((name) => [name, box(`layer ${name}`)])) as Stage['layers'];
  world.append(ground, ...LAYERS.map((name) => layers[name]));
  layers.weather.append(...picture.shimmer, ...theme.weather(layout));
  layers.names.append(...picture.names);
  pane.append(world);
  root.append(style, pane, theme.frame(WINDOW.width, WINDOW.height));
  return {
    root,
    world,
    layers,
    scale,
    ground,
    patch: (patch, still) => dawn(ground, patch, still),
    look({ x, y }) {
      world.style.transform = `translate(${-Math.round(x * 2) / 2}px, ${-Math.round(y * 2) / 2}px)`;
    },
  };
}

/** Lays a patch over the ground, fades it in, and then makes it part of the ground's bitmap. */
function dawn(ground: HTMLCanvasElement, patch: Patch, still: boolean): void {
  const { canvas, x, y, w, h } = patch;
  const settle = (): void => {
    ground.getContext('2d')!.drawImage(canvas, x, y, w, h);
    canvas.remove();
  };
  if (still) return settle();
  Object.assign(canvas.style, { left: `${x}px`, top: `${y}px`, width: `${w}px`, height: `${h}px` });
  ground.after(canvas);
  const light = canvas.animate([{ opacity: 0 }, { opacity: 1 }], { duration: DAWN, easing: 'steps(18)' });
  light.finished.then(settle, settle);
}

export function box(className: string): HTMLElement {
  const node = document.createElement('div');
  node.className = className;
  return node;
}

/** Keeps elements in step with a list: makes what is new, updates what stays, removes what is gone. */
export interface Crew<T> {
  sync(list: readonly T[]): void;
  get(key: string): HTMLElement | undefined;
}

export interface CrewRules<T> {
  readonly layer: HTMLElement;
  readonly key: (one: T) => string;
  readonly make: (one: T) => HTMLElement;
  readonly set: (node: HTMLElement, one: T) => void;
}

export function createCrew<T>({ layer, key, make, set }: CrewRules<T>): Crew<T> {
  const nodes = new Map<string, HTMLElement>();
  return {
    get: (name) => nodes.get(name),
    sync(list) {
      const gone = new Set(nodes.keys());
      for (const one of list) {
        const name = key(one);
        gone.delete(name);
        let node = nodes.get(name);
        if (!node) {
          node = make(one);
          nodes.set(name, node);
          layer.append(node);
        }
        set(node, one);
      }
      for (const name of gone) {
        nodes.get(name)!.remove();
        nodes.delete(name);
      }
    },
  };
}
