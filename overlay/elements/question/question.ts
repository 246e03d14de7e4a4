import { QuestionElement } from './question.element.ts';

customElements.define('msig-question', QuestionElement);

declare global {
  interface HTMLElementTagNameMap {
    'msig-question': QuestionElement;
  }
}
