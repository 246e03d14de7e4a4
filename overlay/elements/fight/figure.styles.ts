import { css } from 'lit';

/** What stands and moves on the stage. Places are transforms; nothing else is animated. */
export const figureStyles = css`
  .stage {
    position: relative;
    flex: none;
    overflow: hidden;
    border: 4px solid var(--gold-line);
    outline: 3px solid var(--lead);
    border-radius: var(--round, 2px);
    background: var(--stone);
    contain: strict;
  }
  .ground,
  .bands {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
  }
  .hatch {
    fill: var(--struck, #ff5a36);
    fill-opacity: 0.5;
  }
  .struck {
    stroke: var(--struck, #ff5a36);
    stroke-width: 5;
    opacity: 0.32;
  }
  .struck.floor {
    opacity: 0.7;
  }
  .here {
    fill: #fff4c8;
    fill-opacity: 0.16;
  }
  .rim {
    stroke: #fff4d6;
    stroke-width: 6;
  }
  .lane {
    position: absolute;
    top: 10px;
    display: flex;
    flex-direction: column;
    gap: 6px;
    align-items: flex-start;
    white-space: nowrap;
  }
  /* Other fights stand above it. */
  .lane.far {
    top: calc(10px + 72px * var(--others, 0));
  }
  .band {
    padding: 0 14px 3px;
    border: 2px solid var(--gold-line);
    border-radius: var(--round, 2px);
    background: var(--plate);
    color: var(--ink-2);
    font: 800 22px/26px var(--display);
  }
  .band.mine {
    border-color: var(--gold-hi);
    color: var(--gold-hi);
  }
  .blow {
    display: flex;
    max-width: 100%;
    gap: 8px;
    align-items: center;
    padding: 4px 14px 5px 10px;
    border: 3px solid var(--struck, #ff5a36);
    border-radius: var(--round, 2px);
    background: var(--plate);
    color: var(--bad);
    font-size: 24px;
    font-weight: 800;
    line-height: 28px;
  }
  .blow span {
    overflow: hidden;
    min-width: 0;
    text-overflow: ellipsis;
  }
  .figure {
    position: absolute;
    inset: 0 auto auto 0;
    width: 0;
    height: 0;
    transform: translate(var(--x), var(--y));
    transition:
      transform 0.34s var(--ease-hop),
      opacity 0.4s;
    will-change: transform;
  }
  .figure.out {
    opacity: 0;
    transform: translate(var(--x), calc(var(--y) + 30px)) rotate(9deg);
  }
  .figure.under {
    opacity: 0;
  }
  .figure.ghost {
    opacity: 0.45;
  }
  .body,
  .idle {
    position: absolute;
    left: 0;
    bottom: 0;
  }
  .foe .idle {
    animation: breathe var(--beat, 4s) ease-in-out infinite alternate;
    will-change: transform;
  }
  .foe:nth-of-type(2n) .idle {
    animation-delay: -1.3s;
  }
  .me .idle {
    animation: float var(--beat, 4s) ease-in-out infinite alternate;
    will-change: transform;
  }
  @keyframes breathe {
    to {
      transform: translateY(-5px);
    }
  }
  @keyframes float {
    to {
      transform: translateY(-7px);
    }
  }
  .enemy {
    position: absolute;
    bottom: -5%;
    left: 0;
    transform: translateX(-50%);
  }
  .enemy .halo {
    stroke: var(--halo, #05060d);
  }
  .enemy .shade {
    fill: #000;
    fill-opacity: 0.45;
  }
  .me .emblem,
  .ghost .emblem {
    position: absolute;
    bottom: 8px;
    left: 0;
    transform: translateX(-50%);
  }
  .pin {
    position: absolute;
    bottom: -4px;
    left: -34px;
    width: 68px;
    height: 20px;
    border: 4px solid var(--lead);
    border-radius: 50%;
    outline: 3px solid #fff6df;
    outline-offset: -7px;
    background: var(--seat);
  }
  .weapon {
    position: absolute;
    bottom: 8px;
    left: 34px;
    padding: 6px;
    border: 3px solid var(--gold-line);
    border-radius: 50%;
    background: var(--plate);
    color: var(--ink);
  }
  .tag {
    position: absolute;
    top: 2px;
    left: 0;
    display: grid;
    grid-template-columns: auto auto;
    gap: 0 6px;
    align-items: center;
    transform: translateX(-50%);
    min-width: 72px;
    padding: 0 4px 3px;
    text-align: center;
    border: 2px solid var(--lead);
    border-radius: var(--round, 2px);
    background: var(--plate);
    font-size: 21px;
    font-style: normal;
    line-height: 22px;
  }
  .tag.thin {
    min-width: 52px;
    font-size: 17px;
    line-height: 18px;
  }
  .tag b {
    color: var(--gold-hi);
    font-weight: 850;
  }
  .tag i {
    color: var(--ink);
    font-style: normal;
    font-weight: 800;
  }
  .tag .meter {
    grid-column: 1 / -1;
    height: 7px;
    border-width: 1px;
  }
  .tag .meter > i {
    background: #f04a94;
  }
  .over {
    position: absolute;
    bottom: 96px;
    left: 30px;
  }
  .stage-prop {
    position: absolute;
    left: 0;
    transform: translateX(calc(var(--x) - 50%));
    transition:
      opacity 0.5s,
      transform 0.5s var(--ease-hop);
  }
  .stage-prop.hung {
    top: -6px;
  }
  .stage-prop.stands {
    bottom: 15%;
  }
  .stage-prop.used {
    opacity: 0.28;
  }
  .stage-prop.hung.used {
    transform: translate(calc(var(--x) - 50%), 190px) rotate(14deg);
  }
  .mounds li {
    position: absolute;
    bottom: 32%;
    left: 0;
    display: grid;
    justify-items: center;
    transform: translateX(calc(var(--x) - 50%));
  }
  .mounds p {
    display: flex;
    order: -1;
    gap: 10px;
    align-items: center;
    padding-right: 12px;
    border: 3px solid var(--gold-line);
    border-radius: var(--round, 2px);
    background: var(--plate);
    font-size: 24px;
    font-weight: 800;
    line-height: 36px;
    white-space: nowrap;
  }
  .mounds i {
    color: var(--gold-hi);
    font-style: normal;
  }
  .mounds .leads p {
    border-color: var(--gold-hi);
    background: var(--active, #4a3a10);
  }
  .pop {
    position: absolute;
    inset: 0 auto auto 0;
    color: #fff;
    font: 800 54px/1 var(--display);
    font-feature-settings: 'lnum';
    -webkit-text-stroke: 9px #05060d;
    paint-order: stroke fill;
    pointer-events: none;
    animation: rise 0.95s var(--ease-out) both;
  }
  .pop.harm {
    color: #ff9a80;
  }
  .pop.hard {
    color: #ffe08a;
    font-size: 76px;
  }
  .pop.heal {
    color: #b6f56a;
  }
  .pop.plain {
    color: #c9c5dc;
    font-size: 40px;
  }
  @keyframes rise {
    from {
      opacity: 0;
      transform: translate(calc(var(--x) - 50%), calc(var(--y) - 130px)) scale(0.5);
    }
    25% {
      opacity: 1;
    }
    75% {
      opacity: 1;
    }
    to {
      opacity: 0;
      transform: translate(calc(var(--x) - 50%), calc(var(--y) - 240px));
    }
  }
  .ended {
    position: absolute;
    inset: 50% auto auto 50%;
    transform: translate(-50%, -60%);
    padding: 6px 60px 14px;
    border: 5px solid var(--gold-line);
    outline: 4px solid var(--lead);
    border-radius: var(--round, 2px);
    background: var(--plate);
    color: var(--gold-hi);
    font-size: 76px;
    line-height: 1;
    white-space: nowrap;
    animation: comes 0.4s var(--ease-back) both;
  }
  .ended.lost {
    color: var(--bad);
  }
  @keyframes comes {
    from {
      opacity: 0;
      transform: translate(-50%, -60%) scale(0.6);
    }
  }
  .others {
    position: absolute;
    inset: 10px auto auto 10px;
    display: grid;
    gap: 6px;
  }
  .badge {
    position: relative;
    display: grid;
    grid-template-columns: 46px 110px 62px;
    gap: 8px;
    align-items: center;
    height: 66px;
    padding: 2px 6px;
    border: 3px solid var(--gold-line);
    outline: 2px solid var(--lead);
    border-radius: var(--round, 2px);
    background: var(--plate);
  }
  .badge .hps {
    display: grid;
    gap: 6px;
  }
  .badge .meter:last-child > i {
    background: #f04a94;
  }
  .badge .enemy {
    position: static;
    transform: none;
  }
  :host([theme='paper']) .enemy .halo {
    stroke: #fff6e0;
    stroke-width: 16;
  }
  :host([theme='paper']) .enemy .shine,
  :host([theme='signal']) .enemy .shine {
    opacity: 0.35;
  }
  :host([theme='signal']) .enemy .halo {
    stroke: #8dffe9;
    stroke-width: 9;
  }
`;
