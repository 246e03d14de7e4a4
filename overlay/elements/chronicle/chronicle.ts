import { ChronicleElement } from './chronicle.element.ts';

customElements.define('msig-chronicle', ChronicleElement);

declare global {
  interface HTMLElementTagNameMap {
    'msig-chronicle': ChronicleElement;
  }
}
