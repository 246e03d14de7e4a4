import { VotesElement } from './votes.element.ts';

customElements.define('msig-votes', VotesElement);

declare global {
  interface HTMLElementTagNameMap {
    'msig-votes': VotesElement;
  }
}
