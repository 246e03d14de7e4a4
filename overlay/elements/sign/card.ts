/** A short friendly state with art, where the game itself cannot be shown. */
import { html, type TemplateResult } from 'lit';
import type { ZoneId } from '../../link/types.ts';
import type { Sign } from '../../texts/stage-words.ts';
import { rose } from '../art/rose.ts';

/** The art is a zone's rose: The Static for what is lost, Heaven for what is over. */
export function signCard(sign: Sign, zone: ZoneId, small = false): TemplateResult {
  return html`<div class="sign ${small ? 'small' : ''}" role="status">
    ${rose(zone, small ? 96 : 150)}
    <p class="sign-title display">${sign.title}</p>
    <p class="sign-line">${sign.line}</p>
  </div>`;
}
