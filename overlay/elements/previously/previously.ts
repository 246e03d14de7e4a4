import { PreviouslyElement } from './previously.element.ts';

customElements.define('msig-previously', PreviouslyElement);

declare global {
  interface HTMLElementTagNameMap {
    'msig-previously': PreviouslyElement;
  }
}
