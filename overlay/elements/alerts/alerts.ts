import { AlertsElement } from './alerts.element.ts';

customElements.define('msig-alerts', AlertsElement);

declare global {
  interface HTMLElementTagNameMap {
    'msig-alerts': AlertsElement;
  }
}
