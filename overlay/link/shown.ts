/** When a page first shows something, as a mark for whoever measures: `state` is the first state, `board` the window. */
const told = new Set<string>();

/** Marks the end of the frame in which this is first on the page. */
export function markShown(what: 'state' | 'board'): void {
  if (told.has(what)) return;
  told.add(what);
  requestAnimationFrame(() => setTimeout(() => performance.mark(`msig-${what}`)));
}
