import { FightCardElement } from './small.element.ts';

customElements.define('msig-fight-card', FightCardElement);

declare global {
  interface HTMLElementTagNameMap {
    'msig-fight-card': FightCardElement;
  }
}
