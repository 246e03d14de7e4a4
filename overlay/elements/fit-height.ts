/** Shrinks what would not fit its source, down to what can still be read; never enlarges. */
const LEAST = 0.55;
/** Lines break anew at each size, so that the first guess may be off. */
const TRIES = 3;

/**
 * Call it after each change: `content` is zoomed out until it fits the height of `box`, no further than `least`.
 * False when even then it is too high.
 */
export function fitHeight(box: HTMLElement, content: HTMLElement | null, least = LEAST): boolean {
  if (!content) return true;
  let high = content.getBoundingClientRect().height || 1;
  let zoom = 1;
  for (let tries = 0; tries < TRIES; tries += 1) {
    const now = Number(content.style.getPropertyValue('zoom') || 1);
    zoom = Math.max(least, Math.min(1, (box.clientHeight * now) / high));
    // A change of less than a hundredth is not worth a new layout.
    if (Math.abs(zoom - now) <= 0.01) break;
    content.style.setProperty('zoom', zoom.toFixed(3));
    high = content.getBoundingClientRect().height || 1;
  }
  return zoom > least || high <= box.clientHeight * 1.01;
}

/** How many fonts there are by now: with each that comes, what was fitted may have another height. */
export function fontsCome(): number {
  return [...document.fonts].filter(({ status }) => status === 'loaded').length;
}
