import { html, type TemplateResult } from 'lit';

/** A command with its number, as it is typed; longer ones may break like any other word. */
const COMMAND = /(!\p{L}{1,24}(?: \d{1,3}(?!\S))?)/u;

/** A line in which commands never part from their sign at the end of a row. */
export function lineText(text: string): (string | TemplateResult)[] {
  return text.split(COMMAND).map((part, i) => (i % 2 === 1 ? html`<i class="typed">${part}</i>` : part));
}
