import { css, html, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { NotesView } from '../../../bot/protocol/asks.ts';
import type { ViewName } from '../../link/views.ts';
import { common } from '../common.styles.ts';
import { each } from '../each.ts';
import { FaceElement } from '../face-element.ts';

const WORDS = {
  ru: {
    title: 'Заметки',
    none: 'Пусто. Записать: !заметка текст — увидишь только ты.',
    left: (left: number) => `места ещё ${left}`,
    drop: (n: number) => `Убрать заметку ${n}`,
  },
  en: {
    title: 'Notes',
    none: 'Empty. To write one: !note text — only you see it.',
    left: (left: number) => `room for ${left}`,
    drop: (n: number) => `Take out note ${n}`,
  },
} as const;

const styles = css`
  h2 {
    margin: 0 0 6px;
    color: var(--gold-hi);
    font-size: 24px;
  }
  h2 small {
    color: var(--ink-2);
    font-size: 16px;
    font-weight: 400;
  }
  ol {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  li {
    display: flex;
    gap: 10px;
    align-items: baseline;
    padding: 4px 0;
    border-top: 1px solid var(--hair, #ffffff22);
  }
  li b {
    color: var(--gold);
  }
  li span {
    flex: 1;
    min-width: 0;
    overflow-wrap: anywhere;
  }
  button {
    min-width: 32px;
    min-height: 32px;
    border: 1px solid var(--gold-line);
    border-radius: 6px;
    background: none;
    color: var(--ink);
    font: inherit;
    cursor: pointer;
  }
  .empty {
    margin: 0;
    color: var(--ink-2);
  }
`;

/** A player's own notes. `msig-line` with the line to say asks for one to be taken out. */
export class NotesElement extends FaceElement {
  static override properties: PropertyDeclarations = { player: { type: String } };
  static override styles = [common, styles];
  declare player: string | null;

  constructor() {
    super();
    this.player = null;
  }

  protected override watched(): readonly ViewName[] {
    return this.player ? [`notes:${this.player}`] : [];
  }

  #drop(n: number): void {
    const lang = this.face?.words.lang ?? 'en';
    const detail = lang === 'ru' ? `!заметка -${n}` : `!note -${n}`;
    this.dispatchEvent(new CustomEvent('msig-line', { detail, bubbles: true, composed: true }));
  }

  #note({ n, text }: NotesView['notes'][number]): TemplateResult {
    const words = WORDS[this.face!.words.lang];
    return html`<li>
      <b>${n}</b><span dir="auto">${text}</span>
      <button type="button" aria-label=${words.drop(n)} title=${words.drop(n)} @click=${() => this.#drop(n)}>×</button>
    </li>`;
  }

  override render(): TemplateResult {
    const { face, player } = this;
    const view = face && player ? face.views.get(`notes:${player}`) : null;
    if (!face || !view) return html``;
    const words = WORDS[face.words.lang];
    const { notes, most } = view;
    return html`<section aria-label=${words.title}>
      <h2>${words.title} <small>${words.left(most - notes.length)}</small></h2>
      ${
        notes.length === 0
          ? html`<p class="empty">${words.none}</p>`
          : html`<ol>${each(
              notes,
              (note) => note.n,
              (note) => this.#note(note),
            )}</ol>`
      }
    </section>`;
  }
}
