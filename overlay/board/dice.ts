/** Dice that tumble and land on given values. They only show what the engine has drawn; no chance is in here. */
import { facing, lengthOf, type Posture, postureAt } from './dice/motion.ts';
import { type Place, paintDie } from './dice/paint.ts';
import { solidOf } from './dice/solids.ts';
import type { DieFace } from './types.ts';

export type { DieFace } from './types.ts';

export interface DiceFace {
  /** Tumbles these dice; resolves when the last one rests. A roll that interrupts another one ends it at once. */
  roll(dice: readonly DieFace[], options?: { readonly instant?: boolean }): Promise<void>;
  /** Shows the dice at rest; an empty list clears the table. */
  rest(dice: readonly DieFace[]): void;
  destroy(): void;
}

export interface DiceOptions {
  readonly motion?: 'auto' | 'full' | 'reduced';
}

/** A die's radius as a share of the host's height, and the room one die takes, in radii. */
const FIT = { high: 0.39, wide: 2.35 };

const FONT = '800 30px "Alegreya SC"';

/** How long a roll of so many dice is shown, in milliseconds. */
export { lengthOf as rollLength };

/** Puts a canvas into `host` and draws dice in the middle of it, as large as they fit. */
export function createDice(host: HTMLElement, options: DiceOptions = {}): DiceFace {
  return new DiceTable(host, options);
}

class DiceTable implements DiceFace {
  readonly #canvas = document.createElement('canvas');
  readonly #options: DiceOptions;
  readonly #calm = globalThis.matchMedia?.('(prefers-reduced-motion: reduce)');
  /** Asking for the size lays the page out, so it is asked for when it changes and not in every frame. */
  readonly #watcher = new ResizeObserver(() => {
    this.#size = null;
    this.#redraw();
  });
  #size: Size | null = null;
  #shown: readonly DieFace[] = [];
  #request = 0;
  #done: (() => void) | null = null;

  constructor(host: HTMLElement, options: DiceOptions) {
    this.#options = options;
    this.#canvas.setAttribute('role', 'img');
    this.#canvas.style.cssText = 'display:block;width:100%;height:100%';
    host.append(this.#canvas);
    this.#watcher.observe(host);
    document.fonts.load(FONT).then(
      () => this.#redraw(),
      () => this.#redraw(),
    );
  }

  rest(dice: readonly DieFace[]): void {
    this.#stop();
    this.#shown = dice;
    this.#canvas.setAttribute('aria-label', dice.map((die) => `d${die.sides}: ${die.value}`).join(', '));
    this.#draw(Infinity);
  }

  roll(dice: readonly DieFace[], { instant = false }: { readonly instant?: boolean } = {}): Promise<void> {
    this.rest(dice);
    if (instant || this.#still() || !dice.length) return Promise.resolve();
    const begin = performance.now();
    const whole = lengthOf(dice.length);
    return new Promise((resolve) => {
      this.#done = resolve;
      const frame = (): void => {
        const time = performance.now() - begin;
        this.#draw(time);
        if (time < whole) this.#request = requestAnimationFrame(frame);
        else this.#stop();
      };
      frame();
    });
  }

  destroy(): void {
    this.#stop();
    this.#watcher.disconnect();
    this.#canvas.remove();
  }

  #still(): boolean {
    const { motion } = this.#options;
    return motion === 'reduced' || (motion !== 'full' && this.#calm?.matches === true);
  }

  #stop(): void {
    cancelAnimationFrame(this.#request);
    this.#done?.();
    this.#done = null;
  }

  #redraw(): void {
    if (!this.#done) this.#draw(Infinity);
  }

  #draw(time: number): void {
    this.#size ??= sizeOf(this.#canvas);
    const table = setTable(this.#canvas, this.#size, this.#shown.length);
    paintDice(table, this.#shown, this.#still() && time === Infinity ? 'flat' : time);
  }
}

interface Table {
  readonly pen: CanvasRenderingContext2D;
  readonly places: readonly Place[];
}

interface Size {
  readonly width: number;
  readonly height: number;
}

function sizeOf({ clientWidth, clientHeight }: HTMLCanvasElement): Size {
  return { width: clientWidth || 300, height: clientHeight || 150 };
}

function setTable(canvas: HTMLCanvasElement, { width, height }: Size, count: number): Table {
  const fine = Math.min(2, Math.max(1, globalThis.devicePixelRatio || 1));
  const [w, h] = [Math.round(width * fine), Math.round(height * fine)];
  if (canvas.width !== w || canvas.height !== h) [canvas.width, canvas.height] = [w, h];
  const pen = canvas.getContext('2d')!;
  pen.setTransform(fine, 0, 0, fine, 0, 0);
  pen.clearRect(0, 0, width, height);
  return { pen, places: placesOf(count, width, height) };
}

/** Middles of a row of dice; sizes are equal. */
export function placesOf(count: number, width: number, height: number): Place[] {
  const size = Math.min(height * FIT.high, width / (Math.max(1, count) * FIT.wide));
  const gap = size * FIT.wide;
  return Array.from({ length: count }, (_, i) => ({
    x: width / 2 + (i - (count - 1) / 2) * gap,
    y: height * 0.53,
    size,
  }));
}

/** Paints dice at a time of their roll; `flat` shows the face alone, without depth. */
export function paintDice({ pen, places }: Table, dice: readonly DieFace[], time: number | 'flat'): void {
  dice.forEach(({ sides, value }, i) => {
    const solid = solidOf(sides);
    const posture: Posture =
      time === 'flat'
        ? { turn: facing(solid, value, true), x: 0, y: 0, rest: 1 }
        : postureAt(solid, value, { i, time });
    paintDie(pen, { solid, sides, value }, { place: places[i]!, posture });
  });
}
