import { css } from 'lit';

export const tickerStyles = css`
  :host {
    width: 100%;
    height: 100%;
    overflow: hidden;
  }
  section {
    display: flex;
    gap: 16px;
    align-items: center;
    height: min(100%, 84px);
    padding: 0 0 0 20px;
    border-block: 4px solid var(--gold-line);
    background: var(--pane-fill, linear-gradient(#1a1f45, #0b0d1c));
  }
  h2 {
    flex: none;
    color: var(--gold-hi);
    font-size: 32px;
    line-height: 1;
  }
  .window {
    flex: 1;
    min-width: 0;
    overflow: hidden;
    mask-image: linear-gradient(90deg, #0000, #000 20px calc(100% - 20px), #0000);
  }
  .row {
    display: flex;
    width: max-content;
    will-change: transform;
  }
  ul {
    display: flex;
    gap: 14px;
    padding: 0 14px 0 20px;
    margin: 0;
  }
  ul + ul {
    padding-left: 0;
  }
  li {
    display: flex;
    flex: none;
    gap: 8px;
    align-items: center;
    height: 56px;
    padding: 0 16px 0 6px;
    border: 2px solid var(--good);
    border-radius: var(--round, 3px);
    background: var(--plate);
    font-size: 26px;
    white-space: nowrap;
  }
  li.negative {
    border-color: var(--bad);
    border-style: dashed;
  }
  li.mixed {
    border-color: var(--warn);
    border-style: double;
    border-width: 4px;
  }
  .who {
    max-width: 190px;
    color: var(--ink-2);
  }
  b {
    font-weight: 850;
  }
  small {
    color: var(--ink-2);
    font-size: 21px;
  }
  .empty {
    color: var(--ink-2);
    font-size: 24px;
  }
`;
