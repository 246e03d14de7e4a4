import { SeasonElement } from './season.element.ts';

customElements.define('msig-season', SeasonElement);

declare global {
  interface HTMLElementTagNameMap {
    'msig-season': SeasonElement;
  }
}
