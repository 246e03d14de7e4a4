import { css } from 'lit';

export const votesStyles = css`
  :host {
    container-type: inline-size;
    width: 100%;
    height: 100%;
    overflow: hidden;
  }
  .card {
    position: relative;
    width: min(100%, 560px);
    height: min(100%, 250px);
    border: 4px solid var(--gold-line);
    outline: 3px solid var(--lead);
    background: var(--pane-fill, linear-gradient(#1a1f45, #0b0d1c));
  }
  .votes {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 16px;
    padding: 12px;
  }
  .votes li {
    display: grid;
    grid-template-columns: 128px minmax(0, 1fr);
    gap: 16px;
    max-width: 900px;
    padding: 14px 18px;
    border: 4px solid var(--gold-line);
    border-left: 10px solid var(--seat);
    border-radius: var(--round, 2px);
    outline: 3px solid var(--lead);
    background: var(--pane-fill, linear-gradient(#1a1f45, #0b0d1c));
    animation: come 0.4s var(--ease-out);
  }
  .votes .brief {
    grid-template-columns: 34px minmax(0, 1fr) auto;
    gap: 10px;
    align-items: center;
    padding: 6px 14px;
    font-size: 25px;
  }
  .brief b {
    color: var(--gold-hi);
  }
  .asked {
    min-width: 0;
  }
  .top {
    display: flex;
    gap: 8px;
    align-items: center;
    font-size: 26px;
  }
  .top .name {
    font-weight: 800;
  }
  .label {
    flex: none;
    padding: 0 12px 2px;
    background: var(--label-fill, linear-gradient(#ffe9a8, #e0a93a));
    color: var(--label-ink, #120b02);
    font-size: 21px;
    font-weight: 850;
  }
  .title {
    margin-top: 6px;
    color: var(--gold-hi);
    font-size: 32px;
    font-weight: 850;
    line-height: 1.05;
    overflow-wrap: anywhere;
  }
  .word {
    color: var(--bright, #fff);
    font-size: 60px;
    line-height: 1.05;
    text-shadow: var(--glow, 0 0 24px #ffcf3f);
    overflow-wrap: anywhere;
  }
  .line {
    margin-top: 2px;
    font-size: 25px;
    line-height: 1.12;
  }
  .progress {
    position: relative;
    height: 30px;
    margin-top: 6px;
    overflow: hidden;
    border: 2px solid var(--gold-line);
    background: var(--lead);
  }
  .progress i {
    position: absolute;
    inset: 0;
    transform: scaleX(var(--share));
    transform-origin: 0 50%;
    transition: transform 0.3s var(--ease-out);
    background: linear-gradient(#ffe9a8, #c98a1d);
  }
  .progress b {
    position: absolute;
    inset: 0;
    font-size: 22px;
    line-height: 25px;
    text-align: center;
    text-shadow: 0 0 5px #05060d, 0 0 5px #05060d, 0 0 2px #05060d;
  }
  .options {
    display: grid;
    gap: 5px;
    margin-top: 8px;
  }
  .options li {
    position: relative;
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    gap: 10px;
    align-items: center;
    min-height: 42px;
    padding: 2px 10px 2px 5px;
    overflow: hidden;
    border: 2px solid var(--option, #5d69b3);
    border-radius: 0;
    outline: 0;
    background: var(--plate);
    font-size: 25px;
    line-height: 1.05;
    animation: none;
  }
  .options i {
    position: absolute;
    inset: 0;
    transform: scaleX(var(--share));
    transform-origin: 0 50%;
    transition: transform 0.3s var(--ease-out);
    background: var(--bar, #2b3470);
  }
  .options .leads {
    border-color: var(--gold-hi);
  }
  .options .leads i {
    background: var(--bar-leads, #6b4f0d);
  }
  .options li > :not(i) {
    position: relative;
  }
  kbd {
    padding: 0 9px 2px;
    background: var(--key, #efe7d2);
    color: #0b0d1a;
    font: 850 24px / 1.25 var(--text);
  }
  .waited {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 14px;
    justify-content: space-between;
    margin-top: 8px;
    color: var(--ink-2);
    font-size: 21px;
  }
  .waited b {
    color: var(--gold-hi);
  }
  @keyframes come {
    from {
      opacity: 0;
      transform: translateY(14px);
    }
  }
  /* By the room there is, not by what is left of it when all is made smaller to fit: that would flutter. */
  @container (min-width: 1160px) {
    .votes:not(.count-1) {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
  }
  @container (min-width: 1740px) {
    .votes.count-3 {
      grid-template-columns: repeat(3, minmax(0, 1fr));
    }
  }
  @container (max-width: 480px) {
    .votes {
      gap: 12px;
      padding: 8px;
    }
    .votes li {
      position: relative;
      grid-template-columns: minmax(0, 1fr);
      padding: 8px 12px;
    }
    .votes .brief {
      grid-template-columns: 34px minmax(0, 1fr) auto;
      padding: 4px 12px;
    }
    .clock {
      position: absolute;
      right: 10px;
      top: 8px;
    }
    .top {
      flex-wrap: wrap;
      min-height: 72px;
      padding-right: 84px;
      align-content: center;
    }
    .versus {
      margin-top: 0;
    }
    .votes .options li {
      grid-template-columns: auto minmax(0, 1fr) auto;
      padding: 2px 8px 2px 4px;
    }
    .clock .countdown,
    .clock .emblem {
      width: 76px;
      height: 76px;
    }
    .word {
      font-size: 40px;
    }
    .title {
      font-size: 25px;
    }
  }
`;
