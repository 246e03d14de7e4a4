import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { BoardView } from '../../../bot/protocol/views.ts';
import { playerOf } from '../../link/face.ts';
import type { Pack } from '../../link/pack.ts';
import type { Missed, ViewName } from '../../link/views.ts';
import type { ChronicleLine } from '../../texts/chronicle.ts';
import { emblem } from '../art/emblem.ts';
import { icon } from '../art/icon.ts';
import { rose } from '../art/rose.ts';
import { common } from '../common.styles.ts';
import { each } from '../each.ts';
import { FaceElement } from '../face-element.ts';
import { fitHeight } from '../fit-height.ts';
import { placeOf } from '../seat.ts';
import { previouslyStyles } from './previously.styles.ts';
import { recapOf } from './recap.ts';

const LINES = 5;
const STANDINGS = 3;
/** The story is chosen anew this often, in milliseconds: a page that changes with every move cannot be read. */
const FRESH_MS = 20_000;

/** «Previously on»: what happened last, for whoever has just come, and how the race stands. */
export class PreviouslyElement extends FaceElement {
  static override properties: PropertyDeclarations = { lines: { state: true }, away: { state: true } };
  static override styles = [common, previouslyStyles];
  declare lines: readonly ChronicleLine[];
  /** How many moves this page has missed, if it has. */
  declare away: number;
  #timer: ReturnType<typeof setInterval> | undefined;
  #known = '';
  /** The words that the story was told in. */
  #pack: Pack | null = null;

  constructor() {
    super();
    this.lines = [];
    this.away = 0;
  }

  protected override watched(): readonly ViewName[] {
    return ['board', 'log'];
  }

  protected override missed({ count }: Missed): void {
    this.away = count;
    this.#choose();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#timer = setInterval(() => {
      this.away = 0;
      this.#choose();
    }, FRESH_MS);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#timer);
  }

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    super.updated(changed);
    fitHeight(this, this.renderRoot.querySelector('section'));
  }

  #choose(): void {
    if (this.face) this.lines = recapOf(this.face, LINES);
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    super.willUpdate(changed);
    const { face } = this;
    // The first time, and again when names or words have come.
    const ready = `${face?.views.get('board') ? 1 : 0}${face?.views.get('log') ? 1 : 0}`;
    if (!face || (ready === this.#known && face.pack === this.#pack && this.lines.length > 0)) return;
    this.#known = ready;
    this.#pack = face.pack;
    this.#choose();
  }

  #line(line: ChronicleLine, i: number): TemplateResult {
    const player = playerOf(this.face!, line.player);
    return html`<li class=${line.tone} .style=${`--wait:${i * 0.18}s`}>
      <span class="mark">${player ? emblem(player.seat, 66) : nothing}<i>${icon(line.icon, 22)}</i></span>
      <span><b>${line.head}</b>${line.tail ? html`<small>${line.tail}</small>` : nothing}</span>
    </li>`;
  }

  #standing(board: BoardView): TemplateResult {
    const { stage } = this.face!.words;
    const first = board.players.toSorted((a, b) => placeOf(board, a) - placeOf(board, b)).slice(0, STANDINGS);
    return html`<div class="now"><h2 class="display">${stage.now}</h2><ol>${first.map(
      (player) =>
        html`<li>${emblem(player.seat, 46, { crown: placeOf(board, player) === 1 })}<span>${stage.stands(player.name, placeOf(board, player), player.toFinish)}</span></li>`,
    )}</ol></div>`;
  }

  override render(): TemplateResult {
    const { face } = this;
    if (!face) return html``;
    const { stage } = face.words;
    const board = face.views.get('board');
    return html`<section aria-label=${stage.previously}>
      <header>${rose('static', 84)}<h1 class="display">${stage.previously}</h1></header>
      ${this.away > 0 ? html`<p class="away">${stage.missed(this.away)}</p>` : nothing}
      ${
        this.lines.length > 0
          ? html`<ol class="story">${each(
              this.lines,
              (line) => line.key,
              (line, i) => this.#line(line, i),
            )}</ol>`
          : html`<p class="empty">${board ? stage.justBegun : face.words.waiting}</p>`
      }
      ${board ? this.#standing(board) : nothing}
    </section>`;
  }
}
