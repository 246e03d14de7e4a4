import { css } from 'lit';

/** Shared by the elements: type, gold, words for screen readers only. Tokens come from the page. */
export const common = css`
  :host {
    display: block;
    position: relative;
    box-sizing: border-box;
    color: var(--ink);
    font-family: var(--text);
    font-weight: 650;
    font-size: var(--type-body);
    font-variant-numeric: tabular-nums lining-nums;
    -webkit-font-smoothing: antialiased;
  }
  :host([hidden]) {
    display: none;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  h2,
  h3,
  p,
  ol,
  ul,
  dl,
  dd {
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
  .frame {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    pointer-events: none;
  }
  .display {
    font-family: var(--display);
    font-weight: 800;
    font-feature-settings: 'lnum';
  }
  .countdown-number {
    font-family: var(--display);
    font-weight: 800;
    font-feature-settings: 'lnum', 'tnum';
  }
  .hidden-words {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .name {
    unicode-bidi: isolate;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .meter {
    position: relative;
    height: 12px;
    overflow: hidden;
    border: 1.5px solid #ffffff3a;
    border-radius: 2px;
    background: var(--lead);
  }
  .meter > i {
    position: absolute;
    inset: 0;
    transform: scaleX(var(--share, 0));
    transform-origin: 0 50%;
    transition: transform 0.4s var(--ease-out);
    background: linear-gradient(#d8ff9c, #6fc22c 55%, #3f8a11);
  }
  .meter.mid > i {
    background: linear-gradient(#fff0b0, #f0b429 55%, #a86d00);
  }
  .meter.low > i {
    background: linear-gradient(#ffc5b0, #ff4a2a 55%, #9d1a08);
  }
  .meter::after {
    content: '';
    position: absolute;
    inset: 0;
    background: repeating-linear-gradient(90deg, #0000 0 calc(10% - 2px), #05060d calc(10% - 2px) 10%);
  }
  .sign {
    position: absolute;
    inset: 12px;
    display: grid;
    align-content: center;
    justify-items: center;
    gap: 10px;
    text-align: center;
  }
  .sign-title {
    color: var(--gold-hi);
    font-size: 40px;
    line-height: 1.05;
  }
  .sign-line {
    max-width: 26em;
    color: var(--ink-2);
    line-height: 1.15;
  }
  .sign.small {
    gap: 4px;
  }
  .sign.small .sign-title {
    font-size: 30px;
  }
  /* The page's own wish, from its address. */
  :host([calm]) *,
  :host([calm]) *::before,
  :host([calm]) *::after {
    animation: none !important;
    transition: none !important;
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

/** Buttons and fields of the pages for people. */
export const controls = css`
  button,
  input,
  select {
    min-height: 44px;
    padding: 6px 14px;
    border: 2px solid var(--gold-lo);
    border-radius: 4px;
    background: var(--plate);
    color: var(--ink);
    font: 700 18px/1.15 var(--text);
  }
  button {
    cursor: pointer;
    border-color: var(--gold-line);
    background: linear-gradient(#232a55, #131736);
    touch-action: manipulation;
  }
  button:hover:not(:disabled) {
    border-color: var(--gold-hi);
    background: linear-gradient(#2e3769, #1a2048);
  }
  button:active:not(:disabled) {
    transform: translateY(1px);
  }
  button.main {
    border-color: var(--gold-hi);
    background: var(--label-fill, linear-gradient(#ffe9a8, #e0a93a));
    color: var(--label-ink, #120b02);
    font-weight: 850;
  }
  button:disabled {
    opacity: 0.5;
    cursor: default;
  }
  button[aria-pressed='true']:not(:disabled) {
    border-color: var(--gold-hi);
    background: #4a3a10;
    color: var(--gold-hi);
  }
  :focus-visible {
    outline: 3px solid var(--gold-hi);
    outline-offset: 2px;
  }
`;
