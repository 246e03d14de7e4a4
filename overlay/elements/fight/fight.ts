import { FightElement } from './fight.element.ts';

customElements.define('msig-fight', FightElement);

declare global {
  interface HTMLElementTagNameMap {
    'msig-fight': FightElement;
  }
}
