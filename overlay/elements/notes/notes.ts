import { NotesElement } from './notes.element.ts';

customElements.define('msig-notes', NotesElement);

declare global {
  interface HTMLElementTagNameMap {
    'msig-notes': NotesElement;
  }
}
