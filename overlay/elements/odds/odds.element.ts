import { html, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { ViewName } from '../../link/views.ts';
import { common } from '../common.styles.ts';
import { FaceElement } from '../face-element.ts';
import { likeliest, oddsBars } from './bars.ts';
import { barsStyles, oddsStyles } from './odds.styles.ts';

const SHOWN = 10;

/** Where the next roll of `player` may land. */
export class OddsElement extends FaceElement {
  static override properties: PropertyDeclarations = { player: { type: String } };
  static override styles = [common, barsStyles, oddsStyles];
  declare player: string;

  constructor() {
    super();
    this.player = 'p1';
  }

  protected override watched(): readonly ViewName[] {
    return ['board', `bag:${this.player}`];
  }

  override render(): TemplateResult {
    const { face } = this;
    if (!face) return html``;
    const board = face.views.get('board');
    const bag = face.views.get(`bag:${this.player}`);
    const odds = bag?.odds ?? [];
    return html`<h2 class="display">${face.words.odds}</h2>
      ${
        board && odds.length > 0
          ? html`<div class="box">${oddsBars(face, { board, odds: likeliest(odds, SHOWN), size: 34 })}</div>`
          : html`<p class="none">—</p>`
      }`;
  }
}
