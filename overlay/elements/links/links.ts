import { LinksElement } from './links.element.ts';

customElements.define('msig-links', LinksElement);

declare global {
  interface HTMLElementTagNameMap {
    'msig-links': LinksElement;
  }
}
