import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { TalkLine } from '../../../bot/protocol/views.ts';
import { playerOf } from '../../link/face.ts';
import type { ViewName } from '../../link/views.ts';
import { emblem } from '../art/emblem.ts';
import { lineText } from '../chat/line-text.ts';
import { common } from '../common.styles.ts';
import { each } from '../each.ts';
import { FaceElement } from '../face-element.ts';
import { talkStyles } from './talk.styles.ts';

/** More than fit into the tallest source; older ones leave the page. */
const LINES = 40;

/** The chats of all platforms as one, newest at the bottom; it only shows. Texts were moderated before they came. */
export class TalkElement extends FaceElement {
  static override properties: PropertyDeclarations = { player: { type: String } };
  static override styles = [common, talkStyles];
  /** Only the chat of this player; null: all of them. */
  declare player: string | null;

  constructor() {
    super();
    this.player = null;
  }

  protected override watched(): readonly ViewName[] {
    return ['talk', 'board'];
  }

  #line(line: TalkLine): TemplateResult {
    const { words } = this.face!;
    const player = playerOf(this.face!, line.player);
    const who = line.role === 'game' ? words.roleNames.game : line.from || words.roleNames[line.role];
    return html`<li class=${line.role} .style=${player ? `--seat:var(--seat-${player.seat})` : ''}>
      ${player ? emblem(player.seat, 44) : nothing}
      <p><b class="from" dir="auto">${who}</b> <span dir="auto">${lineText(line.text)}</span></p>
    </li>`;
  }

  override render(): TemplateResult {
    const { face } = this;
    if (!face) return html``;
    const lines = (face.views.get('talk')?.lines ?? [])
      .filter((line) => !this.player || line.player === this.player)
      .slice(-LINES);
    return html`<section aria-label=${face.words.chat}>
      ${lines.length === 0 ? html`<p class="empty">${face.words.stage.quietChat}</p>` : nothing}
      <div role="log" aria-label=${face.words.chat}><ol>${each(
        lines,
        (line) => line.n,
        (line) => this.#line(line),
      )}</ol></div>
    </section>`;
  }
}
