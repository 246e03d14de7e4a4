/** Shrinks what would not fit its source, down to what can still be read; never enlarges. */
const LEAST = 0.55;

/** Call it after each change: `content` is zoomed out until it fits the height of `box`. */
export function fitHeight(box: HTMLElement, content: HTMLElement | null): void {
  if (!content) return;
  const now = Number(content.style.getPropertyValue('zoom') || 1);
  const whole = (content.getBoundingClientRect().height || 1) / now;
  const zoom = Math.max(LEAST, Math.min(1, box.clientHeight / whole));
  // A change of less than a hundredth is not worth a new layout.
  if (Math.abs(zoom - now) > 0.01) content.style.setProperty('zoom', zoom.toFixed(3));
}
