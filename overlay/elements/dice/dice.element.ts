import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { Moment } from '../../../bot/protocol/views.ts';
import { createDice, type DiceFace } from '../../board/dice.ts';
import { boardMotion, isStill, playerOf } from '../../link/face.ts';
import type { ViewName } from '../../link/views.ts';
import { signed } from '../../texts/plural.ts';
import { emblem } from '../art/emblem.ts';
import { common } from '../common.styles.ts';
import { FaceElement } from '../face-element.ts';
import { type Throw, throwsOf } from '../predella/throws.ts';
import { diceStyles } from './dice.styles.ts';

/** How long a result stays, in milliseconds; shorter when others wait. */
const STAY_MS = 5_000;
const STAY_WAITED_MS = 1_200;
const MOST_WAITING = 3;

/** Nothing but the dice: they roll in, land on what the engine has drawn, say whose they are and leave. */
export class DiceElement extends FaceElement {
  static override properties: PropertyDeclarations = {
    player: { type: String },
    current: { state: true },
    settled: { state: true },
  };
  static override styles = [common, diceStyles];
  /** Only this player's throws; null: everybody's. */
  declare player: string | null;
  declare current: Throw | null;
  declare settled: boolean;
  #dice: DiceFace | null = null;
  #waiting: Throw[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.player = null;
    this.current = null;
    this.settled = false;
  }

  /** The last throw lies there; no other waits. */
  get done(): boolean {
    return this.settled && this.#waiting.length === 0;
  }

  protected override watched(): readonly ViewName[] {
    return ['board'];
  }

  protected override heard(moments: readonly Moment[]): void {
    const next = moments.flatMap(throwsOf).filter((one) => !this.player || one.player === this.player);
    if (next.length === 0) return;
    this.#waiting = [...this.#waiting, ...next].slice(-MOST_WAITING);
    if (!this.current) this.#next();
    else if (this.settled) this.#later(STAY_WAITED_MS);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
    this.#dice?.destroy();
    this.#dice = null;
  }

  #later(pause: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#next(), pause);
  }

  #next(): void {
    this.settled = false;
    this.current = this.#waiting.shift() ?? null;
  }

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    super.updated(changed);
    if (changed.has('current') && this.current) void this.#throw(this.current);
  }

  async #throw(thrown: Throw): Promise<void> {
    const { face } = this;
    const host = this.renderRoot.querySelector<HTMLElement>('.table');
    if (!face || !host) return;
    this.#dice ??= createDice(host, { motion: boardMotion(face) });
    try {
      await this.#dice.roll(thrown.dice, { instant: isStill(face) });
    } finally {
      // A throw is told even if its dice could not be drawn.
      if (this.current === thrown && this.isConnected) {
        this.settled = true;
        this.#later(this.#waiting.length > 0 ? STAY_WAITED_MS : STAY_MS);
      }
    }
  }

  #said(thrown: Throw): string {
    const { words, pack, views } = this.face!;
    if (thrown.kind === 'roll') {
      const kind = views.get('board')?.map.cells[thrown.cell ?? -1]?.kind;
      return this.settled && kind ? words.landsOn(words.kinds[kind]) : words.rollsDice(thrown.dice.length);
    }
    if (this.settled && thrown.need !== null)
      return `${words.needs(thrown.need)}, ${thrown.won ? words.passedIt : words.failedIt}`;
    return thrown.kind === 'last' ? words.throwsLast : words.checks(pack.entry('trials', thrown.trial).name);
  }

  #caption(thrown: Throw): TemplateResult {
    const player = playerOf(this.face!, thrown.player);
    const { words } = this.face!;
    return html`<div class="caption">
        ${player ? emblem(player.seat, 96) : nothing}
        <div><b class="name display" dir="auto">${player?.name ?? thrown.player}</b><span class="said">${this.#said(thrown)}</span></div>
        <b class="sum display ${this.settled ? 'shown' : ''} ${thrown.won === false ? 'short' : ''}" aria-hidden="true">${thrown.total}${thrown.bonus ? html`<small>${signed(words.lang, thrown.bonus)}</small>` : nothing}</b>
      </div>
      <p class="hidden-words" aria-live="polite">${this.settled ? `${player?.name ?? ''}: ${words.stage.sum(thrown.total)}. ${this.#said(thrown)}` : ''}</p>`;
  }

  override render(): TemplateResult {
    if (!this.face) return html``;
    const { current } = this;
    return html`<section class=${current ? 'thrown' : 'idle'} aria-label=${this.face.words.stage.quietDice}>
      <div class="table" aria-hidden="true"></div>
      ${current ? this.#caption(current) : nothing}
    </section>`;
  }
}
