import { css } from 'lit';

/** A card of 420 by 300. */
export const cornerStyles = css`
  :host {
    width: 420px;
    height: 300px;
    font-size: 20px;
  }
  .card {
    position: absolute;
    inset: 16px 18px;
    display: grid;
    grid-template: 98px 36px 58px 1fr / 98px minmax(0, 1fr);
    gap: 5px 12px;
  }
  .niche {
    position: relative;
    display: grid;
    place-items: center;
    border: 3px solid var(--gold-line);
    border-radius: var(--niche, 49px 49px 3px 3px);
    background: radial-gradient(circle at 50% 20%, #fff4, #0006) var(--zone);
  }
  .about {
    min-width: 0;
  }
  h1 {
    margin: 0;
    font-size: 36px;
    line-height: 1.05;
  }
  .where {
    display: flex;
    gap: 6px;
    align-items: center;
    color: var(--ink-2);
    font-size: var(--where-size, 20px);
    line-height: 1.3;
  }
  .rank {
    position: absolute;
    right: -7px;
    bottom: -7px;
    min-width: 32px;
    border: 3px solid var(--gold-line);
    border-radius: 17px;
    background: var(--plate);
    color: var(--gold-hi);
    font-size: 26px;
    line-height: 27px;
    text-align: center;
  }
  .where .name {
    min-width: 0;
  }
  .where b {
    flex: none;
    color: var(--ink);
  }
  .hp {
    display: grid;
    grid-template-columns: 1fr auto;
    gap: 10px;
    align-items: center;
    font-size: 24px;
    font-weight: 850;
    line-height: 1.2;
  }
  .hp .meter {
    height: 18px;
  }
  .row {
    grid-column: 1 / -1;
    display: flex;
    gap: 8px;
    align-items: center;
    min-width: 0;
  }
  .pair {
    display: flex;
    flex: none;
    gap: 5px;
    align-items: center;
    font-size: 24px;
  }
  .effects {
    display: flex;
    gap: 5px;
    min-width: 0;
  }
  .effects li {
    display: flex;
    gap: 4px;
    align-items: center;
    min-width: 36px;
    height: 34px;
    padding: 0 7px 0 3px;
    border: 2px solid var(--good);
    border-radius: var(--round, 3px);
    background: var(--plate);
  }
  .effects li.bane {
    border-color: var(--bad);
  }
  .more {
    color: var(--ink-2);
    font-size: 22px;
    align-self: center;
  }
  .peek {
    grid-column: 1 / -1;
    display: flex;
    gap: 7px;
    align-items: center;
  }
  .peek li {
    position: relative;
  }
  .peek li b {
    position: absolute;
    right: -3px;
    bottom: -1px;
    min-width: 22px;
    border-radius: 3px;
    background: var(--gold-hi);
    color: var(--label-ink, #120b02);
    font-size: 18px;
    line-height: 21px;
    text-align: center;
  }
  .die {
    padding: 4px 9px 6px;
    border: 2px solid var(--gold-line);
    background: var(--plate);
    color: var(--gold-hi);
    font-size: 24px;
    font-weight: 850;
  }
  .empty {
    color: var(--ink-2);
    font-size: 20px;
  }
  .next {
    grid-column: 1 / -1;
    position: relative;
    display: flex;
    align-items: center;
    min-width: 0;
    margin: 0 10px 2px;
    padding: 4px 10px 5px;
    border-top: 2px solid var(--gold-lo);
    background: var(--plate);
  }
  .next .words {
    min-width: 0;
    flex: 1;
  }
  .next small {
    display: block;
    color: var(--ink-2);
    font-size: 18px;
    line-height: 1;
  }
  .next b {
    display: block;
    overflow: hidden;
    color: var(--gold-hi);
    font-size: 24px;
    line-height: 1.15;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .next .countdown {
    margin: -30px -8px -8px 6px;
  }
  .next:has(.countdown) {
    padding-right: 8px;
  }
  .bar {
    display: block;
    height: 8px;
    margin-top: 2px;
    overflow: hidden;
    border: 1px solid #ffffff3a;
    background: linear-gradient(90deg, var(--gold-hi), var(--gold)) 0 / calc(var(--share) * 100%) 100% no-repeat;
  }
  .hit {
    position: absolute;
    inset: 52px auto auto 100px;
    padding: 0 10px;
    background: var(--plate);
    font: 800 32px / 38px var(--display);
    font-feature-settings: 'lnum';
    animation: hit 2.2s var(--ease-out) both;
  }
  .hit.boon {
    color: var(--good);
  }
  .hit.bane {
    color: var(--bad);
  }
  @keyframes hit {
    from {
      opacity: 0;
      transform: translateY(16px) scale(0.7);
    }
    15%,
    70% {
      opacity: 1;
      transform: none;
    }
    to {
      opacity: 0;
      transform: translateY(-18px);
    }
  }
`;
