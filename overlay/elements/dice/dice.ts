import { DiceElement } from './dice.element.ts';

customElements.define('msig-dice', DiceElement);

declare global {
  interface HTMLElementTagNameMap {
    'msig-dice': DiceElement;
  }
}
