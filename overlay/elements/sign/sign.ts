import { SignElement } from './sign.element.ts';

customElements.define('msig-sign', SignElement);

declare global {
  interface HTMLElementTagNameMap {
    'msig-sign': SignElement;
  }
}
