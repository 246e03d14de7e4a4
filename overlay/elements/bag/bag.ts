import { BagElement } from './bag.element.ts';

customElements.define('msig-bag', BagElement);

declare global {
  interface HTMLElementTagNameMap {
    'msig-bag': BagElement;
  }
}
