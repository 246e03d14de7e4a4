/** Keeps a list at its end while lines come and its box changes, unless a reader has gone up. */

/** So close to the end, in pixels, counts as there. */
const AT_END = 60;
/** What moves a list by hand, and for how many milliseconds it may go on: a bar is held, a flick runs out. */
const HANDS = { wheel: 3_000, touchmove: 3_000, keydown: 3_000, pointerdown: 15_000 } as const;

export class Tail {
  #list: HTMLElement | null = null;
  #atEnd = true;
  /** Where the list was scrolled to last, in pixels. */
  #top = 0;
  /** Until then a scroll may be a reader's; any other comes of a box or of lines that have changed. */
  #byHand = 0;
  /** The list shrinks and grows with all that is above and below it. */
  readonly #resized = new ResizeObserver(() => this.keep());

  /** Watches the box of this list, and the lines in it; null: nothing any more. */
  watch(list: HTMLElement | null): void {
    if (list === this.#list) return;
    this.#resized.disconnect();
    for (const name of Object.keys(HANDS)) this.#list?.removeEventListener(name, this.#touched);
    this.#list = list;
    for (const name of Object.keys(HANDS)) list?.addEventListener(name, this.#touched, { passive: true });
    for (const one of list ? [list, ...list.querySelectorAll('ol')] : []) this.#resized.observe(one);
  }

  readonly #touched = ({ type }: Event): void => {
    this.#byHand = Math.max(this.#byHand, performance.now() + HANDS[type as keyof typeof HANDS]);
  };

  /** Whatever has been read: back to the end with the next line. */
  toEnd(): void {
    this.#atEnd = true;
    this.#byHand = 0;
  }

  keep(): void {
    if (!this.#list) return;
    // The browser tells of scrolling with the next frame; a line may come before.
    this.scrolled(this.#list);
    if (!this.#atEnd) return;
    this.#list.scrollTop = this.#list.scrollHeight;
    this.#top = this.#list.scrollTop;
  }

  /** Only a reader's hand goes up; a box that grows and shrinks moves the list as well. */
  scrolled({ scrollTop, scrollHeight, clientHeight }: HTMLElement): void {
    if (scrollHeight - scrollTop - clientHeight < AT_END) this.#atEnd = true;
    else if (scrollTop < this.#top && performance.now() < this.#byHand) this.#atEnd = false;
    this.#top = scrollTop;
  }
}
