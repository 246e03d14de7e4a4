import { css } from 'lit';

export const barsStyles = css`
  .bars {
    display: flex;
    gap: 5px;
    align-items: flex-end;
    justify-content: var(--bars-at, flex-start);
    height: 100%;
  }
  .bars li {
    display: flex;
    flex: 1 1 0;
    flex-direction: column;
    align-items: center;
    min-width: 0;
    max-width: 64px;
    height: 100%;
  }
  .space {
    display: flex;
    flex: 1;
    flex-direction: column;
    justify-content: flex-end;
    align-items: center;
    width: 100%;
    min-height: 0;
  }
  .space b {
    font-size: 20px;
    font-weight: 800;
    line-height: 1.15;
  }
  .space i {
    width: 76%;
    height: calc(6px + (100% - 32px) * var(--share));
    border: 2px solid var(--lead);
    background: linear-gradient(#aab2f2, #6a73b8);
  }
  .settled li:not(.hit) .space {
    opacity: 0.55;
  }
  .hit .space i {
    background: linear-gradient(#fff0b0, #ffcf3f);
    box-shadow: 0 0 14px #ffcf3f99;
  }
  .hit .space b {
    color: var(--gold-hi);
  }
`;

export const oddsStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    --bars-at: center;
  }
  h2 {
    margin-bottom: 6px;
    color: var(--gold-hi);
    font-size: 22px;
    letter-spacing: 1px;
  }
  .box {
    flex: 1;
    height: 150px;
    min-height: 150px;
    max-height: 240px;
  }
  .none {
    color: var(--ink-2);
    font-size: 18px;
  }
  .space b {
    font-size: 16px;
  }
`;
