import { TalkElement } from './talk.element.ts';

customElements.define('msig-talk', TalkElement);

declare global {
  interface HTMLElementTagNameMap {
    'msig-talk': TalkElement;
  }
}
