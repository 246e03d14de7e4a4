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
        padding: min(4vh, 24px) min(4vw, 24px);
        --rose: 150px;
      }
      .board {
        display: grid;
        max-width: min(100%, 760px);
        max-height: 100%;
        padding: 40px 64px 44px;
        overflow: hidden;
        border: 4px solid var(--gold-line);
        border-radius: var(--round, 2px);
        outline: 3px solid var(--lead);
        outline-offset: -12px;
        background: var(--pane-fill, linear-gradient(#1a1f45, #0b0d1c));
      }
      .sign {
        position: static;
        gap: 14px;
      }
      .rose {
        width: var(--rose);
        height: var(--rose);
        margin-bottom: 6px;
      }
      .sign-title {
        font-size: 48px;
        text-wrap: balance;
      }
      .sign-line {
        font-size: 26px;
        text-wrap: balance;
      }
      @media (max-width: 560px), (max-height: 400px) {
        :host {
          --rose: 96px;
        }
        .board {
          padding: 26px 28px 28px;
        }
        .sign-title {
          font-size: 32px;
        }
        .sign-line {
          font-size: 21px;
        }
      }
      /* Flat sources, such as the strip: the art beside the words. */
      @media (max-height: 300px) {
        .board {
          padding: 12px 28px 12px 20px;
          outline-offset: -7px;
        }
        .sign {
          grid-template-columns: auto auto;
          gap: 2px 18px;
          justify-content: start;
          justify-items: start;
          text-align: left;
        }
        .rose {
          grid-row: span 2;
          align-self: center;
          margin: 0;
        }
        .sign-title {
          align-self: end;
        }
      }
      @media (max-height: 130px) {
        :host {
          padding: 0;
          --rose: 60px;
        }
        .board {
          padding-block: 6px;
          outline: none;
        }
        .sign-title {
          font-size: 24px;
        }
        .sign-line {
          font-size: 18px;
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
