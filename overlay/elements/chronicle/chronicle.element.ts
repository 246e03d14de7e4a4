import { html, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { Moment } from '../../../bot/protocol/views.ts';
import { playerOf, tellerOf } from '../../link/face.ts';
import type { ViewName } from '../../link/views.ts';
import { type ChronicleLine, tellMoment } from '../../texts/chronicle.ts';
import { emblem } from '../art/emblem.ts';
import { icon } from '../art/icon.ts';
import { common } from '../common.styles.ts';
import { each } from '../each.ts';
import { FaceElement } from '../face-element.ts';
import { chronicleStyles } from './chronicle.styles.ts';

/** What happened, newest first, as sentences. `lines` is how many it keeps. */
export class ChronicleElement extends FaceElement {
  static override properties: PropertyDeclarations = { lines: { type: Number } };
  static override styles = [common, chronicleStyles];
  declare lines: number;
  /** Sentences by moment: a moment never changes, and its words are made once. */
  #told = new WeakMap<Moment, ChronicleLine[]>();
  #pack: unknown = null;
  #named = false;

  constructor() {
    super();
    this.lines = 5;
  }

  protected override watched(): readonly ViewName[] {
    return ['log', 'board'];
  }

  #newest(): ChronicleLine[] {
    const { face } = this;
    const log = face?.views.get('log');
    if (!face || !log) return [];
    // Names come with the board and words with the pack; before both are there nothing is kept.
    if (this.#pack !== face.pack || !this.#named) this.#told = new WeakMap();
    this.#named = face.views.get('board') !== null;
    this.#pack = face.pack;
    const teller = tellerOf(face);
    const lines: ChronicleLine[] = [];
    for (let i = log.moments.length - 1; i >= 0 && lines.length < this.lines; i--) {
      const moment = log.moments[i]!;
      const told = this.#told.get(moment) ?? tellMoment(moment, teller, face.words);
      this.#told.set(moment, told);
      lines.push(...told.toReversed());
    }
    return lines.slice(0, this.lines);
  }

  #line(line: ChronicleLine): TemplateResult {
    const player = this.face && playerOf(this.face, line.player);
    return html`<li class=${line.tone}>
      <span class="mark">${player ? emblem(player.seat, 52) : icon(line.icon, 40)}
        ${player ? html`<span class="kind">${icon(line.icon, 18)}</span>` : ''}</span>
      <span class="words"><b>${line.head}</b>${line.tail ? html`<small>${line.tail}</small>` : ''}</span>
    </li>`;
  }

  override render(): TemplateResult {
    const { face } = this;
    if (!face) return html``;
    return html`<h2 class="display">${face.words.chronicle}</h2>
      <ul aria-label=${face.words.chronicle} aria-live="polite" aria-relevant="additions">
        ${each(
          this.#newest(),
          (line) => line.key,
          (line) => this.#line(line),
        )}
      </ul>`;
  }
}
