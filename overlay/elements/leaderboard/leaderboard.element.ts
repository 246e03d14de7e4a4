import { html, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { ViewName } from '../../link/views.ts';
import { lancet, pane } from '../art/frame.ts';
import { common } from '../common.styles.ts';
import { FaceElement } from '../face-element.ts';
import { marksStyles } from '../marks/marks.styles.ts';
import { lancetRows } from './lancet.ts';
import { lancetStyles } from './leaderboard.styles.ts';
import { tableStyles } from './table.styles.ts';
import { leaderboardTable } from './table.ts';

const LANCET = lancet({ width: 320, height: 1032, hue: 262 }, 178);
const PANE = pane({ width: 1840, height: 1000, hue: 262 });

/** The standings: a lancet beside the map, or with `layout="table"` a page of its own. */
export class LeaderboardElement extends FaceElement {
  static override properties: PropertyDeclarations = { layout: { type: String, reflect: true } };
  static override styles = [common, marksStyles, lancetStyles, tableStyles];
  declare layout: 'lancet' | 'table';

  constructor() {
    super();
    this.layout = 'lancet';
  }

  protected override watched(): readonly ViewName[] {
    return this.layout === 'table' ? ['leaderboard'] : ['board'];
  }

  override render(): TemplateResult {
    const { face, layout } = this;
    if (!face) return html``;
    if (layout === 'table') {
      const view = face.views.get('leaderboard');
      return html`${PANE}<section class="table" aria-label=${face.words.standings}>
        ${view ? leaderboardTable(face, view) : html`<p class="waiting">${face.words.waiting}</p>`}
      </section>`;
    }
    const board = face.views.get('board');
    return html`${LANCET}<section class="lancet" aria-label=${face.words.standings}>
      ${board ? lancetRows(face, board) : html`<p class="waiting">${face.words.waiting}</p>`}
    </section>`;
  }
}
