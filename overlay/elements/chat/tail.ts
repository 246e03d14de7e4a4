/** Keeps a list at its end while lines come and its box changes, unless a reader has gone up. */

/** So close to the end, in pixels, counts as there. */
const AT_END = 60;

export class Tail {
  #list: HTMLElement | null = null;
  #atEnd = true;
  /** Where the list was scrolled to last, in pixels. */
  #top = 0;
  /** The list shrinks and grows with all that is above and below it. */
  readonly #resized = new ResizeObserver(() => this.keep());

  /** Watches the box of this list, and the lines in it; null: nothing any more. */
  watch(list: HTMLElement | null): void {
    if (list === this.#list) return;
    this.#resized.disconnect();
    this.#list = list;
    for (const one of list ? [list, ...list.querySelectorAll('ol')] : []) this.#resized.observe(one);
  }

  /** Whatever has been read: back to the end with the next line. */
  toEnd(): void {
    this.#atEnd = true;
  }

  keep(): void {
    if (!this.#list) return;
    // The browser tells of scrolling with the next frame; a line may come before.
    this.scrolled(this.#list);
    if (!this.#atEnd) return;
    this.#list.scrollTop = this.#list.scrollHeight;
    this.#top = this.#list.scrollTop;
  }

  /** Only a reader goes up; a box that has shrunk since leaves the top where it was. */
  scrolled({ scrollTop, scrollHeight, clientHeight }: HTMLElement): void {
    if (scrollHeight - scrollTop - clientHeight < AT_END) this.#atEnd = true;
    else if (scrollTop < this.#top) this.#atEnd = false;
    this.#top = scrollTop;
  }
}
