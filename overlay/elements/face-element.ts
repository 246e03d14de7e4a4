/** What all elements of a face have in common: a `face`, the views they watch, and a tick while something runs out. */
import { LitElement, type PropertyDeclarations } from 'lit';
import type { Moment } from '../../bot/protocol/views.ts';
import { type Face, isStill } from '../link/face.ts';
import { markShown } from '../link/shown.ts';
import type { Missed, ViewName } from '../link/views.ts';

/** Countdowns move at this pace; nothing on the page needs more. */
const TICK_MS = 250;

export abstract class FaceElement extends LitElement {
  static override properties: PropertyDeclarations = { face: { attribute: false } };
  declare face: Face | null;

  #leave: (() => void)[] = [];
  #timer: ReturnType<typeof setInterval> | undefined;
  #ticking = false;
  #following = '';

  constructor() {
    super();
    this.face = null;
  }

  /** The views this element redraws for. */
  protected watched(): readonly ViewName[] {
    return [];
  }

  /** Called with each moment once. */
  protected heard(_moments: readonly Moment[]): void {}

  /** Called when too much has happened at once to be played. */
  protected missed(_missed: Missed): void {}

  /** True while the element shows time running out. */
  protected isTicking(): boolean {
    return false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#enter();
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#exit();
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('face')) this.toggleAttribute('calm', this.face !== null && isStill(this.face));
    if (!this.isConnected) return;
    if (!changed.has('face') && this.watched().join() === this.#following) return;
    this.#exit();
    this.#enter();
  }

  protected override updated(_changed: Map<PropertyKey, unknown>): void {
    const { face } = this;
    if (face && this.watched().some((name) => face.views.get(name))) markShown('state');
    const ticks = this.isConnected && this.isTicking();
    if (ticks === this.#ticking) return;
    this.#ticking = ticks;
    clearInterval(this.#timer);
    if (ticks) this.#timer = setInterval(() => this.requestUpdate(), TICK_MS);
  }

  #enter(): void {
    const { face } = this;
    if (!face || this.#leave.length > 0) return;
    const again = () => this.requestUpdate();
    this.#leave = [
      face.onPack(again),
      face.views.onMoments((moments) => this.heard(moments)),
      face.views.onMissed((missed) => this.missed(missed)),
      ...this.watched().map((name) => face.views.subscribe(name, again)),
      onFonts(again),
    ];
    this.#following = this.watched().join();
  }

  #exit(): void {
    for (const leave of this.#leave) leave();
    this.#leave = [];
    clearInterval(this.#timer);
    this.#ticking = false;
  }
}

/** Fonts come after the first picture; what was measured without them is measured again. */
function onFonts(again: () => void): () => void {
  document.fonts.addEventListener('loadingdone', again);
  return () => document.fonts.removeEventListener('loadingdone', again);
}
