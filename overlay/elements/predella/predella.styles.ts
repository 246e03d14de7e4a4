import { css } from 'lit';

export const predellaStyles = css`
  :host {
    container-type: inline-size;
    height: 184px;
  }
  .narrow {
    display: none;
  }
  section {
    position: absolute;
    inset: 14px 26px;
    display: grid;
    grid-template-columns: 318px minmax(0, 1fr) 122px 296px;
    gap: 8px;
    align-items: center;
  }
  .idle {
    display: block;
  }
  .who {
    display: flex;
    grid-column: 1;
    align-items: center;
    gap: 10px;
    min-width: 0;
    position: relative;
    animation: arrive 0.35s var(--ease-out);
  }
  .who > div {
    min-width: 0;
  }
  .who .name {
    display: block;
    font-size: 42px;
    line-height: 1.12;
  }
  .who .name.long {
    font-size: 27px;
    letter-spacing: 0;
  }
  .said {
    display: block;
    color: var(--ink-2);
    font-size: 26px;
    font-weight: 750;
    line-height: 1.12;
  }
  @keyframes arrive {
    from {
      opacity: 0;
      transform: translateX(-24px);
    }
  }
  .dice {
    grid-column: 2;
    grid-row: 1;
    position: relative;
    align-self: stretch;
    min-height: 120px;
    /* Room for the light of the dice, which reaches further than the dice. */
    margin: -13px -26px;
    mask-image: linear-gradient(90deg, #0000, #000 34px calc(100% - 34px), #0000);
    pointer-events: none;
  }
  .who,
  .sum,
  .odds {
    z-index: 1;
  }
  .idle .dice {
    position: absolute;
    inset: 0;
    visibility: hidden;
  }
  .sum {
    grid-column: 3;
    grid-row: 1;
    position: relative;
    color: var(--bright, #fff);
    font-size: var(--sum-size, 128px);
    line-height: 1;
    letter-spacing: var(--sum-spacing, normal);
    text-align: center;
    text-shadow: var(--glow, 0 0 30px #ffcf3f, 0 0 8px #ffdf8a);
    opacity: 0;
    transform: scale(0.6);
  }
  .sum.shown {
    opacity: 1;
    transform: none;
    transition: transform 0.4s var(--ease-back), opacity 0.15s linear;
  }
  .sum.short {
    text-shadow: 0 0 26px #ff6a4a, 0 0 8px #ff9a80;
  }
  .sum small {
    position: absolute;
    right: -14px;
    bottom: -6px;
    padding: 0 7px;
    border: 2px solid var(--gold);
    background: var(--plate);
    font: 800 22px/1.3 var(--text);
    letter-spacing: normal;
    text-shadow: none;
  }
  .odds {
    grid-column: 4;
    grid-row: 1;
    position: relative;
    align-self: stretch;
    padding-top: 2px;
  }
  .odds h3 {
    position: absolute;
    top: -4px;
    color: var(--ink-2);
    font-size: 20px;
    font-weight: 750;
  }
  .landing {
    display: flex;
    gap: 14px;
    align-items: center;
    justify-content: center;
    height: 100%;
    animation: arrive 0.35s var(--ease-back);
  }
  .landing.boon {
    color: var(--good);
  }
  .landing.bane {
    color: var(--bad);
  }
  .landing b {
    color: var(--gold-hi);
    font-size: 36px;
    line-height: 1;
  }
  .legend {
    display: grid;
    grid-template-columns: repeat(5, 1fr);
    gap: 4px 10px;
    height: 100%;
    align-items: center;
    animation: arrive 0.6s var(--ease-out);
  }
  .goal {
    display: flex;
    gap: 22px;
    align-items: center;
    justify-content: center;
    height: 100%;
    font-size: 34px;
    line-height: 1.15;
    animation: arrive 0.6s var(--ease-out);
  }
  .legend li {
    display: flex;
    align-items: center;
    gap: 8px;
    min-width: 0;
  }
  .legend b {
    display: block;
    font-size: 25px;
    font-weight: 800;
    line-height: 1.05;
  }
  .legend small {
    display: block;
    color: var(--ink-2);
    font-size: 20px;
    font-weight: 600;
    line-height: 1.05;
  }
  @container (max-width: 700px) {
    /* Not absent: the other frame takes its light from the definitions in this one. */
    .wide {
      visibility: hidden;
    }
    .narrow {
      display: block;
    }
    section {
      grid-template-columns: minmax(0, 1fr) auto;
      grid-auto-rows: auto;
      inset: 16px 18px;
      gap: 4px 8px;
    }
    .who .emblem {
      width: 64px;
      height: 64px;
    }
    .who .name,
    .who .name.long {
      font-size: var(--narrow-name, 28px);
    }
    .said {
      font-size: 19px;
    }
    .sum {
      grid-column: 2;
      padding-right: 34px;
      font-size: 72px;
    }
    .odds h3 {
      position: static;
      margin: 0;
      font-size: 17px;
      line-height: 1;
    }
    .dice {
      grid-column: 1 / -1;
      grid-row: 2;
      min-height: 100px;
      margin: -4px -12px;
    }
    .odds {
      grid-column: 1 / -1;
      grid-row: 3;
      display: grid;
      grid-template-rows: auto minmax(0, 1fr);
      height: 122px;
    }
    .goal {
      font-size: 24px;
    }
    .legend {
      grid-template-columns: repeat(2, 1fr);
    }
    .legend .medallion {
      width: 36px;
      height: 36px;
    }
    .legend b {
      font-size: 18px;
    }
    .legend small {
      font-size: 15px;
    }
  }
`;
