import { OddsElement } from './odds.element.ts';

customElements.define('msig-odds', OddsElement);

declare global {
  interface HTMLElementTagNameMap {
    'msig-odds': OddsElement;
  }
}
