import { StripElement } from './strip.element.ts';

customElements.define('msig-strip', StripElement);

declare global {
  interface HTMLElementTagNameMap {
    'msig-strip': StripElement;
  }
}
