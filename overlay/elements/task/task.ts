import { TaskElement } from './task.element.ts';

customElements.define('msig-task', TaskElement);

declare global {
  interface HTMLElementTagNameMap {
    'msig-task': TaskElement;
  }
}
