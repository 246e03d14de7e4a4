import { PredellaElement } from './predella.element.ts';

customElements.define('msig-predella', PredellaElement);

declare global {
  interface HTMLElementTagNameMap {
    'msig-predella': PredellaElement;
  }
}
