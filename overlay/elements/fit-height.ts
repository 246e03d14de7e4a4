/** Shrinks what would not fit its source, down to what can still be read; never enlarges. */
const LEAST = 0.55;
/** Steps of the zoom: finer ones are not seen. */
const STEPS = 100;

interface Fit {
  readonly room: number;
  readonly high: number;
  readonly fits: boolean;
}
const known = new WeakMap<HTMLElement, Fit>();

/**
 * Call it after each change: `content` is zoomed out until it fits the height of `box`, no further than `least`. What is
 * found depends on what is shown and on nothing that was shown before; as long as neither height changes, nothing is
 * laid out anew. False when even the least is too high.
 */
export function fitHeight(box: HTMLElement, content: HTMLElement | null, least = LEAST): boolean {
  if (!content) return true;
  const room = box.clientHeight;
  const before = known.get(content);
  if (before && before.room === room && Math.abs(before.high - heightOf(content)) < 0.5) return before.fits;
  const fit = largest(content, { room, least });
  known.set(content, fit);
  return fit.fits;
}

/** Lines break anew at each zoom, so that none can be reckoned from another: they are halved until one is left. */
function largest(content: HTMLElement, { room, least }: { room: number; least: number }): Fit {
  const highAt = (step: number): number => {
    content.style.setProperty('zoom', String(step / STEPS));
    return heightOf(content);
  };
  let high = highAt(STEPS);
  if (high <= room) return { room, high, fits: true };
  let [fits, over] = [Math.round(least * STEPS), STEPS];
  while (over - fits > 1) {
    const middle = (fits + over) >> 1;
    if (highAt(middle) <= room) fits = middle;
    else over = middle;
  }
  high = highAt(fits);
  return { room, high, fits: high <= room };
}

function heightOf(content: HTMLElement): number {
  return content.getBoundingClientRect().height || 1;
}

/** How many fonts there are by now: with each that comes, what was fitted may have another height. */
export function fontsCome(): number {
  return [...document.fonts].filter(({ status }) => status === 'loaded').length;
}
