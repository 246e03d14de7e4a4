import { css } from 'lit';

export const playerCardStyles = css`
  :host {
    font-size: 18px;
  }
  .top {
    display: flex;
    align-items: center;
    gap: 14px;
  }
  .about {
    min-width: 0;
  }
  h2 {
    font-size: 34px;
    line-height: 1.1;
  }
  .where {
    display: flex;
    align-items: center;
    gap: 7px;
    color: var(--ink-2);
    font-size: 19px;
  }
  .where b {
    color: var(--ink);
  }
  .class {
    color: var(--gold-hi);
    font-size: 18px;
  }
  .hp {
    display: grid;
    grid-template-columns: 1fr auto;
    gap: 12px;
    align-items: center;
    margin-top: 10px;
    font-size: 22px;
  }
  .hp .meter {
    height: 18px;
  }
  .effects {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
    margin-top: 10px;
  }
  .effects li {
    display: flex;
    align-items: center;
    gap: 6px;
    max-width: 100%;
    padding: 2px 9px 2px 4px;
    border: 2px solid var(--good);
    border-radius: 4px;
    background: var(--plate);
  }
  .effects li.bane {
    border-color: var(--bad);
  }
  .numbers {
    display: flex;
    flex-wrap: wrap;
    gap: 6px 18px;
    margin-top: 12px;
  }
  .pair {
    display: flex;
    align-items: baseline;
    gap: 6px;
  }
  .pair svg {
    align-self: center;
    color: var(--gold);
  }
  .pair b {
    font-size: 24px;
    font-weight: 850;
  }
  .pair small {
    color: var(--ink-2);
    font-size: 16px;
  }
  .attributes {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
    margin-top: 12px;
  }
  .attributes li {
    display: grid;
    flex: 1 0 auto;
    justify-items: center;
    padding: 4px 5px;
    border-top: 2px solid var(--gold-lo);
    background: var(--plate);
  }
  .attributes span {
    color: var(--ink-2);
    font-size: 15px;
  }
  .attributes b {
    font-size: 22px;
    font-weight: 850;
  }
  .waiting {
    color: var(--ink-2);
  }
`;
