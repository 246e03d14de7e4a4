import { BoardElement } from './board.element.ts';

customElements.define('msig-board', BoardElement);

declare global {
  interface HTMLElementTagNameMap {
    'msig-board': BoardElement;
  }
}
