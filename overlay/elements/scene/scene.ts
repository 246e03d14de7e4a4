import { SceneElement } from './scene.element.ts';

customElements.define('msig-scene', SceneElement);

declare global {
  interface HTMLElementTagNameMap {
    'msig-scene': SceneElement;
  }
}
