/** The board's public face: one window of stained glass in a host element. */
import { late } from '../link/late.ts';
import { markShown } from '../link/shown.ts';
import { WINDOW } from './layout.ts';
import { createShow, type Show } from './show.ts';
import type { Theme } from './theme.ts';
import type { BoardFace, BoardOptions, BoardView, Moment } from './types.ts';

/** A board brings the code of its own theme alone. */
const THEMES: Readonly<Record<NonNullable<BoardOptions['theme']>, () => Promise<Theme>>> = {
  glass: () => import('./themes/glass/theme.ts').then(({ GLASS }) => GLASS),
  paper: () => import('./themes/flat/theme.ts').then(({ PAPER }) => PAPER),
  signal: () => import('./themes/flat/theme.ts').then(({ SIGNAL }) => SIGNAL),
};
/** A resized window is painted anew when its size has been still for this long, in milliseconds. */
const RESIZED = 300;
/** Longest step of the show: after a hidden tab comes back, it goes on where it was. */
const LONGEST = 100;
/** Bitmap pixels for a board pixel. */
const FINE = { least: 0.5, most: 2 };

/**
 * Draws the board into `host` (any size; it keeps the proportion 1200:832) and keeps it alive until `destroy`.
 * The first picture comes when the theme and its fonts are there; views and moments given before that are kept.
 */
export function createBoard(host: HTMLElement, options: BoardOptions): BoardFace {
  return new BoardWindow(host, options);
}

class BoardWindow implements BoardFace {
  readonly #host: HTMLElement;
  readonly #options: BoardOptions;
  readonly #clock: () => number;
  readonly #calm = globalThis.matchMedia?.('(prefers-reduced-motion: reduce)');
  readonly #watcher = new ResizeObserver(() => this.resize());
  /** Moments that came before the first picture. */
  readonly #early: Moment[] = [];
  #view: BoardView | null = null;
  #show: Show | null = null;
  /** Null until it and its fonts are there. */
  #theme: Theme | null = null;
  /** What the show was built for: game and fineness. */
  #built = '';
  #gone = false;
  #request = 0;
  #before: number;
  #settling: ReturnType<typeof setTimeout> | undefined;

  constructor(host: HTMLElement, options: BoardOptions) {
    this.#host = host;
    this.#options = options;
    this.#clock = options.clock ?? (() => performance.now());
    this.#before = this.#clock();
    this.#watcher.observe(host);
    void this.#dress();
  }

  async #dress(): Promise<void> {
    const load = THEMES[this.#options.theme ?? 'glass'];
    const theme = await late(async () => (this.#gone ? null : load()));
    if (!theme) return;
    await Promise.all(theme.fonts.map((font) => document.fonts.load(font, 'AaЯя09'))).catch(() => []);
    this.#theme = theme;
    this.#build();
  }

  update(next: BoardView): void {
    const other = this.#view?.game !== next.game;
    this.#view = next;
    if (!this.#show || other) this.#build();
    else this.#show.update(next);
    this.#wake();
  }

  play(moment: Moment): void {
    if (this.#show) this.#show.push(moment);
    else this.#early.push(moment);
    this.#wake();
  }

  resize(): void {
    this.#fill();
    clearTimeout(this.#settling);
    this.#settling = setTimeout(() => this.#build(), RESIZED);
  }

  destroy(): void {
    this.#gone = true;
    this.#watcher.disconnect();
    clearTimeout(this.#settling);
    cancelAnimationFrame(this.#request);
    this.#show?.destroy();
  }

  #still(): boolean {
    const { motion } = this.#options;
    return motion === 'reduced' || (motion !== 'full' && this.#calm?.matches === true);
  }

  #fineness(): number {
    const size = (this.#host.clientWidth || WINDOW.width) / WINDOW.width;
    return Math.min(FINE.most, Math.max(FINE.least, size * (globalThis.devicePixelRatio || 1)));
  }

  /** Builds the show, unless the one that runs is for this game and size already. */
  #build(): void {
    const view = this.#view;
    const theme = this.#theme;
    if (!theme || this.#gone || !view) return;
    const sign = `${view.game}/${this.#fineness().toFixed(3)}`;
    if (this.#show && sign === this.#built) return;
    const same = this.#built.startsWith(`${view.game}/`);
    const cells = same ? this.#show?.cells() : undefined;
    this.#show?.destroy();
    this.#built = sign;
    this.#show = createShow({
      host: this.#host,
      theme,
      view,
      options: this.#options,
      still: () => this.#still(),
      scale: this.#fineness(),
      ...(cells ? { cells } : {}),
    });
    for (const moment of this.#early.splice(0)) this.#show.push(moment);
    this.#fill();
    this.#wake();
    markShown('board');
  }

  #fill(): void {
    const { clientWidth, clientHeight } = this.#host;
    this.#show?.fit(Math.min(clientWidth / WINDOW.width || 1, clientHeight / WINDOW.height || 1));
  }

  #wake(): void {
    if (this.#request || this.#gone) return;
    this.#before = this.#clock();
    this.#request = requestAnimationFrame(() => this.#frame());
  }

  /** Goes on frame by frame for as long as anything moves. */
  #frame(): void {
    const now = this.#clock();
    const more = this.#show?.tick(Math.min(LONGEST, Math.max(0, now - this.#before))) ?? false;
    this.#before = now;
    this.#request = more && !this.#gone ? requestAnimationFrame(() => this.#frame()) : 0;
  }
}
