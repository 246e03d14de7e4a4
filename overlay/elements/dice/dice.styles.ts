import { css } from 'lit';

export const diceStyles = css`
  :host {
    container-type: size;
    width: 100%;
    height: 100%;
  }
  section {
    position: absolute;
    inset: 0;
    display: grid;
    grid-template-rows: minmax(0, 1fr) auto;
    justify-items: center;
    padding: 12px;
    transition: opacity 0.5s linear;
  }
  .idle {
    opacity: 0;
  }
  .table {
    width: 100%;
    height: 100%;
    min-height: 0;
    /* The light of the dice reaches further than their canvas. */
    mask-image: linear-gradient(#0000, #000 34px calc(100% - 34px), #0000);
  }
  .caption {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    gap: 8px 18px;
    align-items: center;
    max-width: 100%;
    min-width: min(100%, 560px);
    padding: 8px 40px 8px 14px;
    border: 4px solid var(--gold-line);
    border-radius: var(--round, 2px);
    outline: 3px solid var(--lead);
    background: var(--pane-fill, linear-gradient(#1a1f45, #0b0d1c));
    animation: rise 0.35s var(--ease-out);
  }
  .caption > div {
    min-width: 0;
  }
  .name {
    display: block;
    font-size: 46px;
    line-height: 1.1;
  }
  .said {
    display: block;
    color: var(--ink-2);
    font-size: 28px;
    font-weight: 750;
    line-height: 1.1;
  }
  .sum {
    position: relative;
    min-width: 110px;
    font-size: 112px;
    line-height: 0.95;
    letter-spacing: var(--sum-spacing, normal);
    text-align: center;
    text-shadow: var(--glow, 0 0 26px #ffcf3f, 0 0 8px #ffdf8a);
    opacity: 0;
    transform: scale(0.6);
  }
  .sum.shown {
    opacity: 1;
    transform: none;
    transition: transform 0.4s var(--ease-back), opacity 0.15s linear;
  }
  .sum.short {
    color: var(--bad);
    text-shadow: none;
  }
  .sum small {
    position: absolute;
    right: -30px;
    bottom: -4px;
    padding: 0 7px;
    border: 2px solid var(--gold);
    background: var(--plate);
    font: 800 22px / 1.3 var(--text);
    letter-spacing: normal;
    text-shadow: none;
  }
  @keyframes rise {
    from {
      opacity: 0;
      transform: translateY(24px);
    }
  }
  @container (max-width: 640px) {
    .caption {
      gap: 4px 10px;
      min-width: 0;
      padding: 6px 12px 6px 8px;
    }
    .caption .emblem {
      width: 56px;
      height: 56px;
    }
    .name {
      font-size: 28px;
    }
    .said {
      font-size: 20px;
    }
    .sum {
      min-width: 64px;
      font-size: 64px;
    }
  }
`;
