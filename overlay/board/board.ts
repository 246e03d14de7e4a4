/** The board's public face: one window of stained glass in a host element. */
import { WINDOW } from './layout.ts';
import { createShow, type Show } from './show.ts';
import type { Theme } from './theme.ts';
import { GLASS } from './themes/glass/theme.ts';
import type { BoardFace, BoardOptions, BoardView, Moment } from './types.ts';

export { describe } from './describe.ts';
export { wordsOf } from './texts.ts';
export type { BoardFace, BoardOptions, BoardTexts, Catalog, DiceEvent } from './types.ts';

const THEMES: Readonly<Record<NonNullable<BoardOptions['theme']>, Theme>> = { glass: GLASS };
/** A resized window is painted anew when its size has been still for this long, in milliseconds. */
const RESIZED = 300;
/** Longest step of the show: after a hidden tab comes back, it goes on where it was. */
const LONGEST = 100;
/** Bitmap pixels for a board pixel. */
const FINE = { least: 0.5, most: 2 };

/**
 * Draws the board into `host` (any size; it keeps the proportion 1200:832) and keeps it alive until `destroy`.
 * The first picture comes when the fonts are there; views and moments given before that are kept.
 */
export function createBoard(host: HTMLElement, options: BoardOptions): BoardFace {
  const theme = THEMES[options.theme ?? 'glass'];
  const clock = options.clock ?? (() => performance.now());
  const calm = globalThis.matchMedia?.('(prefers-reduced-motion: reduce)');
  const still = (): boolean =>
    options.motion === 'reduced' || (options.motion !== 'full' && calm?.matches === true);
  const early: Moment[] = [];
  let view: BoardView | null = null;
  let show: Show | null = null;
  let shown = '';
  let ready = false;
  let gone = false;
  let request = 0;
  let before = clock();
  let settling: ReturnType<typeof setTimeout> | undefined;

  const fineness = (): number => {
    const size = (host.clientWidth || WINDOW.width) / WINDOW.width;
    return Math.min(FINE.most, Math.max(FINE.least, size * (globalThis.devicePixelRatio || 1)));
  };
  const build = (): void => {
    if (!ready || gone || !view) return;
    const sign = `${view.game}/${fineness().toFixed(3)}`;
    if (show && sign === shown) return;
    const cells = show?.cells();
    show?.destroy();
    shown = sign;
    show = createShow({ host, theme, view, options, still, scale: fineness(), ...(cells ? { cells } : {}) });
    for (const moment of early.splice(0)) show.push(moment);
    fill();
    wake();
  };
  const fill = (): void => {
    const size = Math.min(host.clientWidth / WINDOW.width || 1, host.clientHeight / WINDOW.height || 1);
    show?.fit(size);
  };
  const frame = (): void => {
    request = 0;
    const now = clock();
    const more = show?.tick(Math.min(LONGEST, Math.max(0, now - before))) ?? false;
    before = now;
    if (more && !gone) wake();
  };
  const wake = (): void => {
    if (request || gone) return;
    request = requestAnimationFrame(frame);
  };
  const resize = (): void => {
    fill();
    clearTimeout(settling);
    settling = setTimeout(build, RESIZED);
  };
  const watcher = new ResizeObserver(resize);
  watcher.observe(host);
  Promise.all(theme.fonts.map((font) => document.fonts.load(font, 'AaЯя09')))
    .catch(() => [])
    .then(() => {
      ready = true;
      build();
    });

  return {
    update(next) {
      const other = view?.game !== next.game;
      view = next;
      if (!show || other) build();
      else show.update(next);
      if (!request) before = clock();
      wake();
    },
    play(moment) {
      if (show) show.push(moment);
      else early.push(moment);
      if (!request) before = clock();
      wake();
    },
    resize,
    destroy() {
      gone = true;
      watcher.disconnect();
      clearTimeout(settling);
      cancelAnimationFrame(request);
      show?.destroy();
    },
  };
}
