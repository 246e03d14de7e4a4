import { css } from 'lit';

export const taskStyles = css`
  .inside {
    position: absolute;
    inset: 0;
    display: flex;
    flex-direction: column;
  }
  .head {
    display: grid;
    place-items: center;
    height: 226px;
    padding-top: 44px;
  }
  .race {
    display: flex;
    justify-content: center;
    margin-top: 10px;
  }
  .word.winner.long {
    font-size: 34px;
  }
  .seed,
  .ledger {
    margin-top: 8px;
    color: var(--ink-2);
    font-size: 19px;
    line-height: 1.15;
  }
  .task {
    padding: 2px 20px 0;
    text-align: center;
    animation: show 0.5s var(--ease-out);
  }
  @keyframes show {
    from {
      opacity: 0;
      transform: scale(0.94);
    }
  }
  .label {
    display: inline-block;
    padding: 1px 14px 3px;
    border-radius: 3px;
    background: var(--label-fill, linear-gradient(#ffe9a8, #e0a93a));
    color: var(--label-ink, #120b02);
    font-size: 21px;
    font-weight: 800;
    letter-spacing: 0.5px;
  }
  .who {
    display: flex;
    align-items: center;
    justify-content: center;
    gap: 6px;
    margin-top: 6px;
    font-size: 24px;
  }
  .who .name {
    min-width: 0;
    font-weight: 800;
  }
  .title {
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    margin-top: 8px;
    font-size: 30px;
    font-weight: 750;
    line-height: 1.1;
  }
  .line {
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 4;
    margin-top: 6px;
    color: var(--ink-2);
    font-size: 22px;
    line-height: 1.15;
  }
  .word {
    margin-top: 4px;
    overflow-wrap: anywhere;
    color: var(--bright, #fff);
    font-size: 52px;
    line-height: 1.05;
    letter-spacing: 3px;
    text-shadow: var(--glow, 0 0 22px #b9a8ff, 0 0 4px #fff8);
    text-transform: lowercase;
  }
  .word.winner {
    font-size: 44px;
    text-transform: none;
  }
  .progress {
    position: relative;
    height: 40px;
    margin-top: 12px;
    overflow: hidden;
    border: 2px solid var(--gold);
    border-radius: 4px;
    background: var(--lead);
  }
  .progress i {
    position: absolute;
    inset: 3px;
    transform: scaleX(var(--share));
    transform-origin: 0 50%;
    transition: transform 0.4s var(--ease-out);
    background: linear-gradient(#e3d6ff, #a184ff 55%, #6b46dd);
  }
  .progress.done i {
    background: linear-gradient(#e2ffbf, #7fc92f 55%, #3f8a11);
  }
  .progress b {
    position: absolute;
    inset: 0;
    color: var(--bright, #fff);
    font-size: 26px;
    font-weight: 900;
    line-height: 35px;
    paint-order: stroke;
    -webkit-text-stroke: 5px var(--stroke, #05060d);
  }
  .options {
    display: grid;
    gap: 7px;
    margin-top: 12px;
    text-align: left;
  }
  .options li {
    position: relative;
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    gap: 9px;
    align-items: center;
    min-height: 48px;
    overflow: hidden;
    padding: 4px 10px 4px 5px;
    border: 2px solid var(--option, #6f78b8);
    background: var(--plate);
  }
  .options li.leads {
    border-color: var(--gold-hi);
  }
  .options i {
    position: absolute;
    inset: 0;
    transform: scaleX(var(--share));
    transform-origin: 0 50%;
    transition: transform 0.4s var(--ease-out);
    background: var(--bar, #2c3470);
  }
  .options .leads i {
    background: var(--bar-leads, #6b4d0c);
  }
  kbd {
    position: relative;
    padding: 1px 9px 2px;
    border: 1px solid #05060d;
    background: var(--key, #efe7d2);
    color: #0b0d1a;
    font: 850 24px/1.2 var(--text);
    white-space: nowrap;
  }
  .options .text {
    position: relative;
    font-size: 22px;
    font-weight: 750;
    line-height: 1.05;
    overflow-wrap: anywhere;
  }
  .options b {
    position: relative;
    font-size: 23px;
    font-weight: 850;
  }
  .how,
  .count {
    margin-top: 8px;
    color: var(--gold-hi);
    font-size: 21px;
    line-height: 1.1;
  }
  .late {
    margin-top: 4px;
    color: var(--ink-2);
    font-size: 20px;
    line-height: 1.1;
  }
  .hints,
  .places {
    display: grid;
    gap: 10px;
    margin-top: 14px;
    text-align: left;
  }
  .hints li {
    display: grid;
    justify-items: start;
    gap: 3px;
    color: var(--ink-2);
    font-size: 21px;
    line-height: 1.1;
  }
  .places li,
  .also li {
    display: flex;
    align-items: center;
    gap: 8px;
  }
  .also {
    display: grid;
    gap: 4px;
    margin: 12px 20px 0;
    padding-top: 8px;
    border-top: 1px solid var(--hair, #ffffff22);
    font-size: 20px;
  }
  .also .name {
    flex: 1;
  }
  .below {
    position: relative;
    display: flex;
    flex: 1;
    min-height: 0;
    margin: 14px 16px 22px 18px;
    padding-top: 16px;
  }
  .below::before {
    content: '';
    position: absolute;
    inset: 0 4px auto;
    height: 2px;
    background: linear-gradient(90deg, #c89b4600, #c89b46 30% 70%, #c89b4600);
  }
  ::slotted(*) {
    flex: 1;
    min-width: 0;
  }
`;
