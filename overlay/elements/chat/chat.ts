import { ChatElement } from './chat.element.ts';

customElements.define('msig-chat', ChatElement);

declare global {
  interface HTMLElementTagNameMap {
    'msig-chat': ChatElement;
  }
}
