import { css, html, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { SignName } from '../../texts/stage-words.ts';
import { common } from '../common.styles.ts';
import { FaceElement } from '../face-element.ts';
import { signCard } from './card.ts';

/** A page's friendly last word: what is the matter and what to do, with art, never a stack trace. */
export class SignElement extends FaceElement {
  static override properties: PropertyDeclarations = { name: { type: String } };
  static override styles = [
    common,
    css`
      :host {
        position: fixed;
        z-index: 30;
        inset: 0;
        display: grid;
        place-items: center;
      }
      .board {
        container-type: size;
        position: relative;
        width: min(94%, 640px);
        height: min(92%, 400px);
        border: 4px solid var(--gold-line);
        outline: 3px solid var(--lead);
        background: var(--pane-fill, linear-gradient(#1a1f45, #0b0d1c));
      }
      /* Flat sources, such as the strip: the art beside the words. */
      @container (max-height: 260px) {
        .sign {
          grid-template-columns: auto auto;
          gap: 0 16px;
          justify-content: center;
          justify-items: start;
          text-align: left;
        }
        .sign .rose {
          grid-row: span 2;
          width: 92px;
          height: 92px;
        }
        .sign .sign-title {
          font-size: 30px;
        }
      }
    `,
  ];
  declare name: SignName;

  constructor() {
    super();
    this.name = 'waiting';
  }

  override render(): TemplateResult {
    if (!this.face) return html``;
    const zone = this.name === 'ended' ? 'heaven' : 'static';
    return html`<div class="board">${signCard(this.face.words.stage.signs[this.name], zone)}</div>`;
  }
}

/** The sign for a `bye` code of the host. */
export function signFor(code: string, key: string): SignName {
  if (key === '' || code === 'no-token') return 'noKey';
  const known: Readonly<Record<string, SignName>> = {
    'bad-token': 'badKey',
    'token-expired': 'expired',
    forbidden: 'foreign',
    'unknown-game': 'noGame',
    'no-game': 'noGame',
    'wrong-version': 'version',
  };
  return (Object.hasOwn(known, code) && known[code]) || 'badKey';
}
