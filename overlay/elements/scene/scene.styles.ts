import { css } from 'lit';

/** A page of 1000 by 720, or 400 across upright; docked a card of 460 by 432. */
export const sceneStyles = css`
  :host {
    width: 1000px;
    height: 720px;
  }
  :host([upright]) {
    width: 400px;
  }
  .page {
    position: absolute;
    inset: 30px 40px;
    display: flex;
    flex-direction: column;
    gap: 16px;
  }
  header {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    gap: 22px;
    align-items: center;
    padding-bottom: 14px;
    border-bottom: 4px solid var(--gold-line);
  }
  .label {
    color: var(--zone);
    font-size: 22px;
    font-weight: 800;
    line-height: 1;
  }
  h2 {
    color: var(--gold-hi);
    font-size: 48px;
    line-height: 1.02;
    text-wrap: balance;
  }
  .whose {
    display: flex;
    gap: 8px;
    align-items: center;
    color: var(--ink-2);
    font-size: 22px;
  }
  .lines {
    display: flex;
    flex: 1;
    flex-direction: column;
    gap: 12px;
    justify-content: center;
    min-height: 0;
    padding-left: 22px;
    border-left: 6px solid var(--zone);
    font-size: 31px;
    line-height: 1.22;
    text-wrap: pretty;
  }
  .lines p {
    animation: appear 0.7s var(--ease-out) var(--delay) both;
  }
  @keyframes appear {
    from {
      opacity: 0;
      transform: translateY(12px);
    }
  }
  .how {
    display: flex;
    gap: 16px;
    align-items: baseline;
    justify-content: space-between;
    font-size: 24px;
  }
  .how b {
    overflow: hidden;
    color: var(--gold-hi);
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .how span {
    flex: none;
    color: var(--ink-2);
  }
  .typed {
    padding: 0 8px 2px;
    border: 2px solid var(--gold-line);
    background: var(--plate);
    color: var(--ink);
    font-style: normal;
    font-weight: 850;
  }
  .options {
    display: grid;
    gap: 8px;
  }
  .options li {
    position: relative;
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    gap: 16px;
    align-items: center;
    overflow: hidden;
    min-height: 56px;
    padding: 6px 16px 6px 8px;
    border: 3px solid var(--option, #5b67b8);
    border-radius: var(--round, 2px);
    background: var(--plate);
    font-size: 26px;
    line-height: 1.1;
  }
  .options li::before {
    content: '';
    position: absolute;
    inset: 0;
    transform: scaleX(var(--share, 0));
    transform-origin: 0 50%;
    transition: transform 0.3s var(--ease-out);
    background: var(--bar, #24306e);
  }
  .options li.leads {
    border-color: var(--gold-hi);
  }
  .options li.leads::before {
    background: var(--bar-leads, #6a4d08);
  }
  .options li > * {
    position: relative;
  }
  .key {
    min-width: 44px;
    padding: 0 8px 3px;
    border: 2px solid var(--lead);
    border-radius: var(--round, 2px);
    background: var(--key, #e9e4ff);
    color: var(--key-ink, #0a0614);
    font-size: 32px;
    line-height: 1.1;
    text-align: center;
  }
  .votes {
    font-style: normal;
    font-weight: 850;
  }
  :host([upright]) .page {
    inset: 18px 16px;
    gap: 10px;
  }
  :host([upright]) header {
    gap: 10px;
  }
  :host([upright]) .countdown {
    width: 66px;
    height: 66px;
  }
  :host([upright]) h2 {
    font-size: 29px;
  }
  :host([upright]) .lines {
    padding-left: 12px;
    font-size: 23px;
  }
  :host([upright]) .how {
    flex-wrap: wrap;
    gap: 2px 12px;
    font-size: 20px;
  }
  :host([upright]) .options li {
    gap: 10px;
    font-size: 21px;
  }
  :host([docked]:not([upright])) {
    width: 460px;
    height: 432px;

    .page {
      inset: 16px 20px;
      gap: 8px;
    }
    header {
      gap: 10px;
      grid-template-columns: minmax(0, 1fr) auto;
      padding-bottom: 6px;
      border-bottom-width: 3px;
    }
    header > svg:first-child,
    .label,
    .how span,
    .lines p:not(:last-child) {
      display: none;
    }
    .countdown {
      width: 62px;
      height: 62px;
    }
    h2 {
      font-size: 29px;
    }
    .whose {
      font-size: 20px;
    }
    .whose .emblem {
      width: 26px;
      height: 26px;
    }
    .lines {
      justify-content: start;
      padding-left: 12px;
      overflow: hidden;
      font-size: 23px;
      line-height: 1.14;
    }
    .how {
      font-size: 20px;
      line-height: 1;
    }
    .options {
      gap: 5px;
    }
    .options li {
      gap: 10px;
      min-height: 38px;
      padding: 2px 10px 3px 4px;
      border-width: 2px;
      font-size: 21px;
      line-height: 1.04;
    }
    .key {
      min-width: 34px;
      font-size: 23px;
    }
  }
`;
