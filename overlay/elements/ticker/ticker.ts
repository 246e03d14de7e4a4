import { TickerElement } from './ticker.element.ts';

customElements.define('msig-ticker', TickerElement);

declare global {
  interface HTMLElementTagNameMap {
    'msig-ticker': TickerElement;
  }
}
