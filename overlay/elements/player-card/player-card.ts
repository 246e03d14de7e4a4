import { PlayerCardElement } from './player-card.element.ts';

customElements.define('msig-player-card', PlayerCardElement);

declare global {
  interface HTMLElementTagNameMap {
    'msig-player-card': PlayerCardElement;
  }
}
