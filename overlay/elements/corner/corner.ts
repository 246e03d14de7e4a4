import { CornerElement } from './corner.element.ts';

customElements.define('msig-corner', CornerElement);

declare global {
  interface HTMLElementTagNameMap {
    'msig-corner': CornerElement;
  }
}
