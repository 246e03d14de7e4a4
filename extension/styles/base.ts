import { css } from 'lit';

/** What all views share: type, buttons, cards, meters. */
export const base = css`
  :host {
    display: block;
    box-sizing: border-box;
    color: var(--ink);
    font: 600 15px/1.3 var(--text);
    font-variant-numeric: tabular-nums lining-nums;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  h1,
  h2,
  h3,
  p,
  ol,
  ul {
    margin: 0;
    padding: 0;
    list-style: none;
    font: inherit;
  }
  svg {
    display: block;
    flex: none;
    overflow: visible;
  }
  em {
    font-style: normal;
    color: var(--accent);
  }
  .display,
  .countdown-number {
    font-family: var(--display);
    font-weight: 800;
    font-feature-settings: 'lnum';
  }
  .name {
    unicode-bidi: isolate;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .note {
    color: var(--ink-2);
    font-size: 14px;
    line-height: 1.25;
  }
  .note.warn {
    color: var(--accent);
  }
  button,
  input {
    min-height: 36px;
    padding: 4px 12px;
    border: 1.5px solid var(--line);
    border-radius: 4px;
    background: var(--card);
    color: var(--ink);
    font: 700 15px/1.15 var(--text);
  }
  button {
    cursor: pointer;
    background: var(--button);
    color: var(--button-ink);
    touch-action: manipulation;
  }
  button:hover:not(:disabled) {
    border-color: var(--accent);
  }
  button:active:not(:disabled) {
    transform: translateY(1px);
  }
  button.main {
    border-color: #ffe9a8;
    background: linear-gradient(#ffe9a8, #e0a93a);
    color: #120b02;
    font-weight: 850;
  }
  button.main:disabled {
    border-color: var(--line);
    background: var(--card-2);
    color: var(--ink-2);
  }
  button:disabled {
    cursor: default;
  }
  button.wide {
    width: 100%;
  }
  :focus-visible {
    outline: 3px solid var(--focus);
    outline-offset: 1px;
  }
  .card {
    display: grid;
    gap: 7px;
    padding: 9px 11px 10px;
    border: 1.5px solid var(--line);
    border-radius: 5px;
    background: var(--card);
  }
  .card h2 {
    font-size: 18px;
    font-weight: 800;
    line-height: 1.12;
    overflow-wrap: anywhere;
  }
  .label {
    justify-self: start;
    padding: 0 7px 1px;
    border-radius: 2px;
    background: linear-gradient(#ffe9a8, #e0a93a);
    color: #120b02;
    font-size: 13px;
    font-weight: 850;
  }
  .row {
    display: flex;
    gap: 8px;
    align-items: center;
  }
  .grow {
    flex: 1;
    min-width: 0;
  }
  .meter {
    position: relative;
    display: block;
    height: 8px;
    overflow: hidden;
    border-radius: 2px;
    background: var(--track);
  }
  .meter > i {
    position: absolute;
    inset: 0;
    transform: scaleX(var(--share, 0));
    transform-origin: 0 50%;
    background: linear-gradient(#fff0b0, #f0b429 55%, #a86d00);
    transition: transform 0.4s var(--ease-out);
  }
  @media (prefers-reduced-motion: reduce) {
    *,
    *::before,
    *::after {
      animation: none !important;
      transition: none !important;
    }
  }
`;
